//! Share of the warm conversations that led to a meeting.
//!
//! Formula: of conversations that became warm in the period, at least 60 days before the data end of the seller's
//! meetings, those with a booked or held meeting of that seller with that person within 60 days after that moment /
//! all such. Wilson interval.
//!
//! Days are counted by the calendar, so a meeting on the day itself counts. A seller of whom no meeting is listed
//! may have had some that nobody wrote down, and so may one whose meeting with the person has no status or no
//! seller: these conversations are left out as unknown, and not counted as without a meeting. A meeting that names
//! nobody belongs to nobody.

use super::with_person::Meetings;
use crate::facts::{Reason, TableId};
use crate::metrics::conversations::warmings;
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the warm conversations that led to a meeting.
pub static MEETING_SET_RATE: Metric = Metric {
    id: "meeting_set_rate",
    version: 1,
    section: Section::Meetings,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Warm, Need::Meetings],
    cites: "Share of a cohort that reaches the next step in a fixed time; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let meetings = Meetings::new(ctx);
    let given_days = i32::try_from(ctx.definitions.meeting_days).unwrap_or(i32::MAX);
    for warming in warmings(ctx) {
        let end = ctx.facts.data_end(TableId::Meetings, warming.seller).map(|end| end.min(ctx.today));
        let what = match end {
            None => What::LeftOut(Reason::Unknown),
            Some(end) if end.0 - warming.day.0 < given_days => What::LeftOut(Reason::TooYoung),
            Some(_) if warming.person.is_blank() => What::LeftOut(Reason::Unknown),
            Some(_) => meetings.after(warming.seller, &warming.person, warming.day, given_days),
        };
        let keys = [PersonaFit::key(warming.fit, samples), Key::BLANK, Key::BLANK];
        samples.add_keyed(warming.day, warming.seller, warming.row, keys, what);
    }
    ctx.conversations().add_asides(samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Span;
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Missing, Quantity, Selection, State, Stream};

    /// Conversations that a person says are warm since 1 January, one with each name.
    fn warm(names: &[&str]) -> World {
        let rows: Vec<String> = names.iter().map(|name| format!("Ada|{name}|2026-01-01")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        World::default().rows(TableId::WarmConversations, "seller|person|warm_on", &rows)
    }

    #[test]
    fn sixty_days_are_given() {
        let names =
            ["Before", "Same day", "Last day", "Too late", "Called off", "No status", "Nobody s", "None"];
        let world =
            warm(&names).known_until(TableId::Meetings, "Ada", "2026-03-10").today("2026-03-20").rows(
                TableId::Meetings,
                "seller|date|person|status",
                &[
                    "Ada|2025-12-31|Before|held",
                    "Ada|2026-01-01|same  DAY|booked",
                    "Ada|2026-03-02|Last day|held",
                    "Ada|2026-03-03|Too late|held",
                    "Ada|2026-01-05|Called off|cancelled",
                    "Ada|2026-01-05|No status|",
                    "|2026-01-05|Nobody s|held",
                    "Bo|2026-01-05|None|held",
                ],
            );
        let said: Vec<String> =
            world.said(&MEETING_SET_RATE).iter().map(|said| said.replace("2026-01-01 Ada: ", "")).collect();
        let unknown = "left out, unknown";
        assert_eq!(said, ["miss", "hit", "hit", "miss", "miss", unknown, unknown, "miss"]);
        let (ctx, samples) = (world.context(), world.samples(&MEETING_SET_RATE));
        let figure = |from: &str, to: &str| {
            let span = Span { from: day(from), to: day(to) };
            Stream::new(&MEETING_SET_RATE, &samples, &ctx).figure(&Selection::all(span))
        };
        let january = figure("2026-01-01", "2026-01-31");
        assert_eq!(january.numerator, Some(Quantity::Number(2.0)));
        assert_eq!(january.denominator, Some(Quantity::Number(6.0)));
        assert_eq!(january.value().map(|value| (value * 1e4).round()), Some(3333.0));
        assert_eq!(january.left_out, [(Reason::Unknown, 2)]);
        assert_eq!(figure("2025-12-01", "2025-12-31").state, State::Missing(Missing::OutsideData));
    }

    #[test]
    fn the_end_of_the_meetings_decides_who_is_old_enough() {
        let rows = ["Ada|2026-03-01|Other|held"];
        let young = warm(&["One"]).rows(TableId::Meetings, "seller|date|person|status", &rows);
        assert_eq!(young.said(&MEETING_SET_RATE), ["2026-01-01 Ada: left out, too young at data end"]);
        let old = young.known_until(TableId::Meetings, "Ada", "2026-03-02");
        assert_eq!(old.said(&MEETING_SET_RATE), ["2026-01-01 Ada: miss"]);
        // What is planned for after today makes nothing old.
        let planned = old.known_until(TableId::Meetings, "Ada", "2026-09-01").today("2026-02-01");
        assert_eq!(planned.said(&MEETING_SET_RATE), ["2026-01-01 Ada: left out, too young at data end"]);
    }

    #[test]
    fn a_seller_without_meetings_is_unknown_and_so_is_a_world_without() {
        let world = warm(&["One"]);
        let figure = |world: &World| {
            let (ctx, samples) = (world.context(), world.samples(&MEETING_SET_RATE));
            let span = Span { from: day("2026-01-01"), to: day("2026-01-31") };
            Stream::new(&MEETING_SET_RATE, &samples, &ctx).figure(&Selection::all(span)).state
        };
        assert_eq!(figure(&world), State::Missing(Missing::NoFacts(Need::Meetings)));
        let world = world.rows(TableId::Meetings, "seller|date|person|status", &["Bo|2026-06-01|One|held"]);
        assert_eq!(figure(&world), State::Missing(Missing::AllUnknown));
    }

    #[test]
    fn messages_tell_of_the_moment_and_four_cases_are_too_few() {
        let world = World::default()
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &[
                    "Ada|c1|outgoing|2026-01-01 09:00Z|One",
                    "Ada|c1|incoming|2026-01-01 10:00Z|One",
                    "Ada|c1|incoming|2026-01-03 10:00Z|One",
                ],
            )
            .rows(
                TableId::Meetings,
                "seller|date|person|email|status",
                &["Ada|2026-03-04|One|one@one.example|held"],
            );
        assert_eq!(world.said(&MEETING_SET_RATE), ["2026-01-03 Ada: hit"]);
        let (ctx, samples) = (world.context(), world.samples(&MEETING_SET_RATE));
        let span = Span { from: day("2026-01-03"), to: day("2026-01-03") };
        let figure = Stream::new(&MEETING_SET_RATE, &samples, &ctx).figure(&Selection::all(span));
        assert_eq!(figure.state, State::TooFew { need: 5 });
    }
}
