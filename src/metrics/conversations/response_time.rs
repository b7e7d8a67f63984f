//! Hours from an incoming turn to the owner's answer.
//!
//! Formula: Kaplan–Meier median of the hours from an incoming turn to the owner's next message in that conversation, of
//! turns of the period; censored at data end, at a restart and at 7 days. A turn is an unbroken run of messages by one side, timed by its first message; a restart
//! ends it. Drafts, advertisements and groups are set aside.

use super::turns::{Ends, Turn};
use crate::facts::Reason;
use crate::metrics::{Better, Context, Dim, End, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Hours from an incoming turn to the owner's answer.
pub static RESPONSE_TIME: Metric = Metric {
    id: "response_time",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Hours,
    better: Better::Lower,
    kind: Kind::Duration,
    by: &[Dim::Persona, Dim::Weekday, Dim::Hour, Dim::WeekdayHour],
    headline: None,
    needs: &[Need::Messages],
    cites: "Time to answer by incoming turn; Kaplan and Meier 1958, JASA 53, 457; LinkedIn archive: messages.csv, sides and times",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    emit_waits(ctx, samples, |from, until| until - from);
}

/// Adds a sample for each incoming turn, with the time from its message to its end as `seconds` counts it.
pub(in crate::metrics) fn emit_waits(
    ctx: &Context<'_>,
    samples: &mut Samples,
    seconds: impl Fn(i64, i64) -> i64,
) {
    let conversations = ctx.conversations();
    let limit_seconds = i64::from(ctx.definitions.response_censor_days) * 86_400;
    let mut ends = Ends::new(ctx);
    for talk in conversations.talks() {
        let keys = talk.keys(samples);
        for turn in talk.incoming_turns() {
            let data_end = ends.of(talk.seller).map(|(end, _)| end);
            let restart = talk.restart.map_or(i64::MAX, |restart| restart.at);
            let known_until = data_end.map(|end| end.min(restart));
            let waited = known_until.and_then(|known_until| waited(turn, known_until, limit_seconds));
            let what = waited.map_or(What::LeftOut(Reason::Unknown), |(until, end)| {
                // A limit of a few days in seconds fits 32 bits unless someone asks for a century.
                let seconds = i32::try_from(seconds(turn.first.at, until)).unwrap_or(i32::MAX);
                What::Lasting { time: f64::from(seconds) / 3600.0, end }
            });
            talk.add(samples, turn.first, keys, what);
        }
    }
    conversations.add_asides(samples);
}

/// Until when a turn has waited for its answer, and how that ended; `None` where no time of day is known.
fn waited(turn: Turn<'_>, known_until: i64, limit_seconds: i64) -> Option<(i64, End)> {
    turn.first.hour?;
    let waited = match turn.answer {
        Some(answer) => {
            answer.hour?;
            answer.at - turn.first.at
        }
        None => (known_until - turn.first.at).max(0),
    };
    let answered = turn.answer.is_some() && waited <= limit_seconds;
    let end = if answered { End::Event } else { End::Open };
    Some((turn.first.at + waited.min(limit_seconds), end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn answers_end_turns_and_silence_is_censored() {
        let world = World::default()
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at",
                &[
                    "Ada|a|incoming|2026-01-01 09:00Z",
                    "Ada|a|incoming|2026-01-01 09:30Z",
                    "Ada|a|outgoing|2026-01-01 10:30Z",
                    "Ada|b|incoming|2026-01-01 00:00Z",
                    "Ada|b|outgoing|2026-01-08 00:00Z",
                    "Ada|c|incoming|2026-01-01 00:00Z",
                    "Ada|c|outgoing|2026-01-08 00:01Z",
                    "Ada|d|incoming|2026-01-01 00:00Z",
                    "Ada|d|outgoing|2026-03-02 00:00Z",
                    "Ada|e|incoming|2026-03-09 18:00Z",
                    "Ada|f|incoming|2026-01-05",
                ],
            )
            .known_until(TableId::Messages, "Ada", "2026-03-10");
        assert_eq!(
            world.said(&RESPONSE_TIME),
            [
                "2026-01-01 9h Ada: lasts 1.5 then the event",
                "2026-01-01 0h Ada: lasts 168 then the event",
                "2026-01-01 0h Ada: lasts 168 and open",
                "2026-01-01 0h Ada: lasts 168 and open",
                "2026-03-09 18h Ada: lasts 30 and open",
                "2026-01-05 Ada: left out, unknown",
            ]
        );
    }

    #[test]
    fn a_restart_censors_before_the_limit() {
        let mut world = World::default().rows(
            TableId::Messages,
            "seller|conversation|direction|sent_at",
            &["Ada|a|incoming|2026-01-01 09:00Z", "Ada|a|outgoing|2026-01-03 09:00Z"],
        );
        world.definitions.restart_days = 2;
        assert_eq!(world.said(&RESPONSE_TIME), ["2026-01-01 9h Ada: lasts 48 and open"]);
    }
}
