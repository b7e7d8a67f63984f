//! Share of the incoming turns that were answered in time.
//!
//! Formula: of incoming turns of the period at least one window old at data end, those answered within the window / all
//! such; the window is 24 hours, beside it 1 hour, 4 hours and 7 days. A turn is an unbroken run of messages by one side, timed by its first message; a restart
//! ends it. Drafts, advertisements and groups are set aside.
//! Wilson interval.

use super::turns::{Ends, Turn};
use crate::facts::Reason;
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the incoming turns that were answered in time.
pub static RESPONSE_RATE: Metric = Metric {
    id: "response_rate",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: &[Dim::Window, Dim::Persona, Dim::Weekday, Dim::Hour, Dim::WeekdayHour],
    headline: Some((Dim::Window, "24h")),
    needs: &[Need::Messages],
    cites: "Message response rate: answered / due, by incoming turn; LinkedIn archive: messages.csv, sides and times; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let conversations = ctx.conversations();
    let mut ends = Ends::new(ctx);
    for talk in conversations.talks() {
        let fit = PersonaFit::key(talk.fit, samples);
        for turn in talk.incoming_turns() {
            for (window, hours) in WINDOWS {
                let keys = [samples.keys.intern(window), fit, Key::BLANK];
                let what = case(turn, hours * 3600, ends.of(talk.seller).map(|(end, _)| end));
                talk.add(samples, turn.first, keys, what.map_or_else(What::LeftOut, What::Case));
            }
        }
    }
    conversations.add_asides(samples);
}

/// The windows in hours, each emitted under its own key.
const WINDOWS: [(&str, i64); 4] = [("1h", 1), ("4h", 4), ("24h", 24), ("7d", 168)];

/// Whether a turn was answered within so many seconds, or why that cannot be told.
fn case(turn: Turn<'_>, window_seconds: i64, data_end: Option<i64>) -> Result<bool, Reason> {
    let has_time = turn.first.hour.is_some() && turn.answer.is_none_or(|answer| answer.hour.is_some());
    let data_end = data_end.filter(|_| has_time).ok_or(Reason::Unknown)?;
    if data_end - turn.first.at < window_seconds {
        return Err(Reason::TooYoung);
    }
    Ok(turn.answer.is_some_and(|answer| answer.at - turn.first.at <= window_seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    /// The samples of one window.
    fn said(world: &World, window: &str) -> Vec<String> {
        let window = format!(" {window}:");
        let said = world.said(&RESPONSE_RATE);
        said.into_iter()
            .filter(|line| line.contains(&window))
            .map(|line| line.replace(&window, ":"))
            .collect()
    }

    #[test]
    fn each_window_asks_for_itself() {
        let world = World::default()
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at",
                &[
                    "Ada|a|incoming|2026-01-01 09:00Z",
                    "Ada|a|incoming|2026-01-01 09:50Z",
                    "Ada|a|outgoing|2026-01-01 10:00Z",
                    "Ada|a|outgoing|2026-01-01 10:01Z",
                    "Ada|a|incoming|2026-01-02 09:00Z",
                    "Ada|a|outgoing|2026-01-03 09:00:01Z",
                    "Ada|a|incoming|2026-01-08 22:00Z",
                    "Ada|b|incoming|2026-01-03",
                ],
            )
            .known_until(TableId::Messages, "Ada", "2026-01-08");
        assert_eq!(
            said(&world, "1h"),
            [
                "2026-01-01 9h Ada: hit",
                "2026-01-02 9h Ada: miss",
                "2026-01-08 22h Ada: miss",
                "2026-01-03 Ada: left out, unknown",
            ]
        );
        assert_eq!(
            said(&world, "24h"),
            [
                "2026-01-01 9h Ada: hit",
                "2026-01-02 9h Ada: miss",
                "2026-01-08 22h Ada: left out, too young at data end",
                "2026-01-03 Ada: left out, unknown",
            ]
        );
        assert_eq!(
            said(&world, "7d"),
            [
                "2026-01-01 9h Ada: hit",
                "2026-01-02 9h Ada: left out, too young at data end",
                "2026-01-08 22h Ada: left out, too young at data end",
                "2026-01-03 Ada: left out, unknown",
            ]
        );
    }

    #[test]
    fn midnight_of_the_zone_ends_the_data() {
        let rows = ["Ada|a|incoming|2026-01-01 23:30Z"];
        let world = World::default();
        let world = world.rows(TableId::Messages, "seller|conversation|direction|sent_at", &rows);
        assert_eq!(said(&world, "1h"), ["2026-01-01 23h Ada: left out, too young at data end"]);
        let world = World::default().hours_east(1);
        let world = world.rows(TableId::Messages, "seller|conversation|direction|sent_at", &rows);
        assert_eq!(said(&world, "1h"), ["2026-01-02 0h Ada: miss"]);
    }
}
