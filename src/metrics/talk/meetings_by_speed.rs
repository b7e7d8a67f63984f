//! Share of conversations that led to a meeting, by how fast the first answer came.
//!
//! Formula: of conversations whose other side wrote, those with a booked or held meeting of that seller with that person
//! within 60 days after their first message / all such, by whether the owner answered it within 1 hour, 4 hours, 24 hours,
//! or later or never. Left out as in `meeting_set_rate`, and where the time of day is not known. Wilson interval.

use crate::facts::{PersonId, Reason, TableId};
use crate::metrics::conversations::Ends;
use crate::metrics::meetings::Meetings;
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of conversations that led to a meeting, by how fast the first answer came.
pub static MEETINGS_BY_SPEED: Metric = Metric {
    id: "meetings_by_speed",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: &[Dim::Window, Dim::Persona],
    headline: None,
    needs: &[Need::Messages, Need::Meetings],
    cites: "Share of a cohort that reaches the next step in a fixed time; interval: Wilson 1927, JASA 22, 209",
    emit,
};

/// The classes by their longest wait in seconds.
const CLASSES: [(&str, i64); 3] = [("1h", 3_600), ("4h", 14_400), ("24h", 86_400)];

/// The class of a wait; one without an answer has none that is long enough.
fn class(waited: Option<i64>) -> &'static str {
    let fits = |limit: i64| waited.is_some_and(|waited| waited <= limit);
    CLASSES.iter().find(|(_, limit)| fits(*limit)).map_or("later", |(name, _)| name)
}

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let conversations = ctx.conversations();
    let meetings = Meetings::new(ctx);
    let given_days = i32::try_from(ctx.definitions.meeting_days).unwrap_or(i32::MAX);
    let mut ends = Ends::new(ctx);
    for talk in conversations.talks() {
        let Some(turn) = talk.incoming_turns().next() else { continue };
        let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
        let has_time = turn.first.hour.is_some() && turn.answer.is_none_or(|answer| answer.hour.is_some());
        let messages_end = ends.of(talk.seller).map(|(end, _)| end);
        let is_fresh = turn.answer.is_none() && messages_end.is_none_or(|end| end - turn.first.at < 86_400);
        let meetings_end = ctx.facts.data_end(TableId::Meetings, talk.seller).map(|end| end.min(ctx.today));
        let what = match meetings_end {
            None => What::LeftOut(Reason::Unknown),
            Some(end) if is_fresh || end.0 - turn.first.day.0 < given_days => What::LeftOut(Reason::TooYoung),
            Some(_) if person.is_blank() || !has_time => What::LeftOut(Reason::Unknown),
            Some(_) => meetings.after(talk.seller, &person, turn.first.day, given_days),
        };
        let class = class(turn.answer.map(|answer| answer.at - turn.first.at));
        let keys = [samples.keys.intern(class), PersonaFit::key(talk.fit, samples), Key::BLANK];
        talk.add(samples, turn.first, keys, what);
    }
    conversations.add_asides(samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::World;

    #[test]
    fn the_first_answer_decides() {
        let world = World::default()
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &[
                    "Ada|a|incoming|2026-01-01 09:00Z|One",
                    "Ada|a|outgoing|2026-01-01 10:00Z|One",
                    "Ada|a|incoming|2026-01-02 09:00Z|One",
                    "Ada|b|outgoing|2026-01-01 08:00Z|Two",
                    "Ada|b|incoming|2026-01-01 09:00Z|Two",
                    "Ada|b|outgoing|2026-01-01 13:00:01Z|Two",
                    "Ada|c|incoming|2026-01-01 09:00Z|Three",
                    "Ada|c|outgoing|2026-01-03 09:00Z|Three",
                    "Ada|d|incoming|2026-01-01 09:00Z|Four",
                    "Ada|e|incoming|2026-01-02|Five",
                    "Ada|f|incoming|2026-02-20 09:00Z|Six",
                    "Bo|g|incoming|2026-01-01 09:00Z|Seven",
                ],
            )
            .rows(
                TableId::Meetings,
                "seller|date|person|status",
                &["Ada|2026-03-02|One|held", "Ada|2026-03-03|Three|held", "Ada|2026-01-09|Four|booked"],
            )
            .known_until(TableId::Meetings, "Ada", "2026-04-01")
            .today("2026-04-01");
        assert_eq!(
            world.said(&MEETINGS_BY_SPEED),
            [
                "2026-01-01 9h Ada 1h: hit",
                "2026-01-01 9h Ada 24h: miss",
                "2026-01-01 9h Ada later: miss",
                "2026-01-01 9h Ada later: hit",
                "2026-01-02 Ada later: left out, unknown",
                "2026-02-20 9h Ada later: left out, too young at data end",
                "2026-01-01 9h Bo later: left out, unknown",
            ]
        );
    }
}
