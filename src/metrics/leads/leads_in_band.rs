//! Leads that stand, by how warm they are.
//!
//! Formula: leads created by the last day of the period, not converted by then and not lost by their status of today,
//! by their latest score: slow below 40, medium below 70, fast from 70 of 100. A file has one score per lead, so past
//! levels are told by the score of the export; scores by rules are known for every day. A lead that became a customer nobody knows when is left out of every
//! level: it may have stood on that day or not. So is one with a score outside 0–100, which is on another scale.

use super::cases::{Outcomes, keys};
use super::way::{Stay, stays};
use crate::facts::LeadRow;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Leads that stand, by how warm they are.
pub static LEADS_IN_BAND: Metric = Metric {
    id: "leads_in_band",
    version: 1,
    section: Section::Leads,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Neither,
    kind: Kind::Level,
    by: &[Dim::Band, Dim::Source, Dim::SourceValue],
    headline: None,
    needs: &[Need::Leads],
    cites: "Bands of a lead score, as marketing automation tools cut them at fixed points",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let outcomes = Outcomes::new(ctx);
    for (row, lead) in ctx.facts.rows::<LeadRow>() {
        let Some(created) = lead.created.map(|moment| ctx.day(moment)) else { continue };
        if !outcomes.is_open(ctx, &lead) {
            continue;
        }
        let [source, value, _] = keys(ctx, samples, &lead);
        match stays(ctx, &outcomes, &lead, created) {
            Ok(stays) => {
                for Stay { band, from, until } in stays {
                    let keys = [samples.keys.intern(band.id()), source, value];
                    samples.add_keyed(from, lead.seller, row, keys, What::Step(1.0));
                    if let Some(until) = until {
                        samples.add_keyed(until, lead.seller, row, keys, What::Step(-1.0));
                    }
                }
            }
            Err(reason) => {
                let keys = [crate::metrics::Key::BLANK, source, value];
                samples.add_keyed(created, lead.seller, row, keys, What::LeftOut(reason));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Reason, TableId};
    use crate::metrics::State;
    use crate::metrics::testing::World;

    fn world() -> World {
        World::default()
            .today("2026-06-30")
            .rows(
                TableId::Leads,
                "id|created|source|status|converted_at|score",
                &[
                    "a|2026-01-10|LinkedIn|||80",
                    "b|2026-01-11|||2026-02-01|75",
                    "c|2026-01-12||Lost||90",
                    "d|2026-01-13||Customer||50",
                    "e|2026-01-14||||",
                    "f|2026-03-01||||10",
                    "g|2026-03-02|||2026-03-01|10",
                    "h|2026-01-15||||45",
                ],
            )
            .rows(TableId::Deals, "id|lead_id|closed|status", &["w|h|2026-04-01|Won"])
    }

    #[test]
    fn leads_stand_from_creation_to_conversion() {
        assert_eq!(
            world().said(&LEADS_IN_BAND),
            [
                "2026-01-10 nobody fast/social/LinkedIn: step +1",
                "2026-01-11 nobody fast/unknown: step +1",
                "2026-02-01 nobody fast/unknown: step -1",
                "2026-01-13 nobody /unknown: left out, no conversion date",
                "2026-01-14 nobody /unknown: left out, unknown",
                "2026-03-01 nobody slow/unknown: step +1",
                "2026-03-02 nobody /unknown: left out, ends before it starts",
                "2026-01-15 nobody medium/unknown: step +1",
                "2026-04-01 nobody medium/unknown: step -1",
            ]
        );
    }

    #[test]
    fn a_lead_has_left_at_the_end_of_the_day_it_converts() {
        let level = |to| world().figure(&LEADS_IN_BAND, "2026-01-01", to).value();
        assert_eq!(level("2026-01-31"), Some(3.0));
        assert_eq!(level("2026-02-01"), Some(2.0));
        let bands = world().figures(&LEADS_IN_BAND, Dim::Band, "2026-01-01", "2026-03-01");
        let bands: Vec<(&str, Option<f64>)> =
            bands.iter().map(|(key, figure)| (key.as_str(), figure.value())).collect();
        assert_eq!(bands, [("fast", Some(1.0)), ("medium", Some(1.0)), ("slow", Some(1.0))]);
    }

    #[test]
    fn leads_without_scores_are_not_none() {
        let world = World::default().rows(TableId::Leads, "id|created", &["a|2026-01-01"]);
        let figure = world.figure(&LEADS_IN_BAND, "2026-01-01", "2026-01-31");
        assert_eq!(figure.state, State::Missing(crate::metrics::Missing::AllUnknown));
        assert_eq!(figure.left_out, [(Reason::Unknown, 1)]);
    }
}
