//! The funnel: how far the people of a cohort have come.
//!
//! Formula: of the connections made in the period, those that have come so far by the end of the data, each step with
//! all earlier ones / those that have reached the step before. Steps: a conversation after connecting, warm, a meeting,
//! a deal, customer. The headline: customers that have come all the way / connections of the period. Wilson interval.
//!
//! One file per question: `journeys` says who has reached which step and when, `met` and `bought` what meetings and deals
//! tell of a person.

mod bought;
mod journeys;
mod met;

pub use journeys::{Journey, Journeys, Reached, Step};

use super::{
    Better, Context, Dim, Key, Kind, Metric, Need, Ripe, Samples, Section, Stage, Unit, What,
    persona_fit::PersonaFit,
};
use crate::facts::{Day, Reason};

/// How far the people of a cohort have come.
pub static FUNNEL: Metric = Metric {
    id: "funnel",
    version: 1,
    section: Section::Attribution,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: &[Dim::Step, Dim::Persona],
    headline: Some((Dim::Step, "")),
    needs: &[Need::Connections, Need::Messages],
    cites: "Cohort funnel: reached a step by the data end / reached the one before; interval: Wilson 1927, JASA 22, 209",
    emit,
};

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[&FUNNEL];

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let journeys = Journeys::new(ctx);
    let steps: Vec<Key> = journeys.steps.iter().map(|step| samples.keys.intern(step.id())).collect();
    for journey in &journeys.list {
        let fit = PersonaFit::key(journey.fit, samples);
        let mut add = |keys, what| {
            samples.add_keyed(journey.connected, journey.seller, journey.row, keys, what);
        };
        // A step counts with all earlier ones, and so since the latest of their days.
        let mut seen = journey.connected;
        let mut hit = Some(Ripe::On(seen));
        for (step, key) in journeys.steps.iter().zip(&steps) {
            let since = seen;
            hit = match (journey.reached(*step), hit) {
                (Reached::On(day), Some(Ripe::On(_))) => {
                    seen = seen.max(day);
                    Some(Ripe::On(seen))
                }
                (Reached::On(_) | Reached::Undated, _) => Some(Ripe::Undated),
                (Reached::NotYet, _) => Some(Ripe::NotYet),
                (Reached::Unknown, _) => None,
            };
            add([*key, fit, Key::BLANK], outcome(since, hit));
            if matches!(hit, None | Some(Ripe::NotYet)) {
                break;
            }
        }
        add([Key::BLANK, fit, Key::BLANK], outcome(journey.connected, hit));
    }
}

/// What is said of a case since a day; none where nobody can say.
fn outcome(seen: Day, hit: Option<Ripe>) -> What {
    hit.map_or(What::LeftOut(Reason::Unknown), |hit| What::Ripening { seen, hit })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::State;
    use crate::metrics::testing::World;

    const MESSAGES: &str = "seller|conversation|direction|sent_at|person";

    /// Nobody but Two to Six has been talked with since connecting; Three became warm, Four was met, Five has a deal,
    /// Six is a customer.
    fn world() -> World {
        let warm = |person: &str, id: &str| {
            ["outgoing", "incoming", "incoming"]
                .iter()
                .enumerate()
                .map(|(n, side)| format!("Ada|{id}|{side}|2026-02-0{} 09:00Z|{person}", n + 1))
                .collect::<Vec<_>>()
        };
        let mut talks: Vec<String> =
            ["Three", "Four", "Five", "Six"].iter().flat_map(|person| warm(person, person)).collect();
        talks.push("Ada|before|incoming|2025-12-31 09:00Z|One".into());
        talks.push("Ada|two|incoming|2026-01-05 09:00Z|Two".into());
        let talks: Vec<&str> = talks.iter().map(String::as_str).collect();
        World::default()
            .today("2026-06-30")
            .rows(
                TableId::Connections,
                "seller|connected_on|name",
                &[
                    "Ada|2026-01-01|One",
                    "Ada|2026-01-05|Two",
                    "Ada|2026-01-06|Three",
                    "Ada|2026-01-07|Four",
                    "Ada|2026-01-08|Five",
                    "Ada|2026-01-09|Six",
                ],
            )
            .rows(TableId::Messages, MESSAGES, &talks)
            .rows(
                TableId::Meetings,
                "seller|date|person|status",
                &[
                    "Ada|2026-02-10|Four|held",
                    "Ada|2026-02-11|five|booked",
                    "Ada|2026-02-12|Six|held",
                    "Ada|2026-02-12|Three|cancelled",
                    "Ada|2026-02-12|One|held",
                ],
            )
            .rows(TableId::Leads, "id|seller|created|person|status", &["l6|Ada|2026-02-15|Six|"])
            .rows(
                TableId::Deals,
                "id|seller|person|lead_id|created|closed|status",
                &[
                    "d5|Ada|Five||2026-03-01||Open",
                    "d6|Ada||l6|2026-03-02|2026-04-01|Won",
                    "d1|Ada|One||2026-03-02|2026-04-01|Won",
                ],
            )
    }

    #[test]
    fn each_step_is_of_those_who_reached_the_one_before() {
        let figures = world().figures(&FUNNEL, Dim::Step, "2026-01-01", "2026-01-31");
        let counts: Vec<(String, u64, u64)> = figures
            .iter()
            .map(|(step, figure)| {
                let count = |part: Option<crate::metrics::Quantity>| part.unwrap().to_f64() as u64;
                (step.clone(), count(figure.numerator), count(figure.denominator))
            })
            .collect();
        let expected =
            [("conversation", 5, 6), ("warm", 4, 5), ("meeting", 3, 4), ("deal", 2, 3), ("customer", 1, 2)];
        assert_eq!(counts, expected.map(|(step, hits, all)| (step.to_owned(), hits, all)));
        let all = world().figure(&FUNNEL, "2026-01-01", "2026-01-31");
        assert!((all.value().unwrap() - 1.0 / 6.0).abs() < 1e-12 && all.n == 6, "{all:?}");
        // R 4.2.2, prop.test(1, 6, correct = FALSE).
        assert!((all.low.unwrap().to_f64() - 0.030_053_4).abs() < 1e-6, "{all:?}");
        assert!((all.high.unwrap().to_f64() - 0.563_503).abs() < 1e-6, "{all:?}");
        assert_eq!(world().figure(&FUNNEL, "2026-01-06", "2026-01-09").state, State::TooFew { need: 5 });
    }

    #[test]
    fn a_step_that_no_file_tells_of_is_passed_over_or_unknown() {
        let connections = ["Ada|2026-01-01|One", "Bo|2026-01-02|Two"];
        let talks = ["One", "Two"].map(|who| {
            let seller = if who == "One" { "Ada" } else { "Bo" };
            ["outgoing", "incoming", "incoming"].map(|side| format!("{seller}|{who}|{side}|2026-02-01|{who}"))
        });
        let talks: Vec<&str> = talks.iter().flatten().map(String::as_str).collect();
        let world = World::default()
            .today("2026-06-30")
            .rows(TableId::Connections, "seller|connected_on|name", &connections)
            .rows(TableId::Messages, MESSAGES, &talks);
        let deals = "id|seller|person|created|closed|status";
        let without_meetings = world.rows(TableId::Deals, deals, &["1|Ada|One|2026-03-01|2026-04-01|Won"]);
        assert_eq!(
            without_meetings.said(&FUNNEL),
            [
                "2026-01-01 Ada conversation: hit on 2026-02-01",
                "2026-01-01 Ada warm: hit on 2026-02-01",
                "2026-01-01 Ada deal: hit on 2026-03-01",
                "2026-01-01 Ada customer: hit on 2026-04-01",
                "2026-01-01 Ada: hit on 2026-04-01",
                "2026-01-02 Bo conversation: hit on 2026-02-01",
                "2026-01-02 Bo warm: hit on 2026-02-01",
                "2026-01-02 Bo deal: left out, unknown",
                "2026-01-02 Bo: left out, unknown",
            ]
        );
        let with = without_meetings.rows(
            TableId::Meetings,
            "seller|date|person|status",
            &["Ada|2026-02-10|Three|held", "|2026-02-10|One|held"],
        );
        assert_eq!(
            with.said(&FUNNEL)[2..4],
            ["2026-01-01 Ada meeting: left out, unknown", "2026-01-01 Ada: left out, unknown"]
        );
    }
}
