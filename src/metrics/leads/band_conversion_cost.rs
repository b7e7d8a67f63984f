//! Cost of a lead of a band that became a customer.
//!
//! Formula: cost rows of the period that name the band / leads of the band converted in the period. The headline takes
//! all costs that name a band and all converted leads that have one. Costs that name none are nobody's here: they are
//! not shared out. Costs are fixed and leads are counted, so there is no interval.

use super::bands::Band;
use super::cases::{Conversion, Outcomes};
use crate::facts::{CostRow, LeadRow, Reason};
use crate::metrics::attribution::money_of_cost;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Cost of a lead of a band that became a customer.
pub static BAND_CONVERSION_COST: Metric = Metric {
    id: "band_conversion_cost",
    version: 1,
    section: Section::Leads,
    stage: Stage::Lagging,
    unit: Unit::Money,
    better: Better::Lower,
    kind: Kind::MoneyPer,
    by: &[Dim::Band],
    headline: None,
    needs: &[Need::Costs, Need::Leads],
    cites: "Cost per conversion, as advertising tools report it, by band of the lead score",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    for (row, cost) in ctx.facts.rows::<CostRow>() {
        let Some(day) = cost.date.map(|moment| ctx.day(moment)).filter(|_| !cost.band.is_blank()) else {
            continue;
        };
        let (key, what) = match Band::by_name(ctx.text(cost.band)) {
            Some(band) => (samples.keys.intern(band.id()), money_of_cost(ctx, &cost, day)),
            None => (Key::BLANK, What::LeftOut(Reason::BadChoice)),
        };
        samples.add_keyed(day, cost.seller, row, [key, Key::BLANK, Key::BLANK], what);
    }
    let outcomes = Outcomes::new(ctx);
    for (row, lead) in ctx.facts.rows::<LeadRow>() {
        let Some(created) = lead.created.map(|moment| ctx.day(moment)) else { continue };
        let (day, unusable) = match outcomes.conversion(ctx, &lead) {
            Conversion::Not => continue,
            Conversion::On(on) => (on, None),
            Conversion::Undated => (created, Some(Reason::NoConverted)),
        };
        // The band that it left by converting, not the one that the touches of a customer would make.
        let band = Band::of_score(ctx, ctx.score_on(&lead, day.plus(-1).max(created)));
        let (key, what) = match (band, unusable) {
            (Ok(band), None) => (samples.keys.intern(band.id()), What::Count(1.0)),
            (Ok(band), Some(reason)) => (samples.keys.intern(band.id()), What::LeftOut(reason)),
            (Err(reason), _) => (Key::BLANK, What::LeftOut(reason)),
        };
        samples.add_keyed(day, lead.seller, row, [key, Key::BLANK, Key::BLANK], what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    fn world() -> World {
        World::default()
            .today("2026-06-30")
            .rows(
                TableId::Costs,
                "date|amount|band",
                &[
                    "2026-01-01|100|Fast",
                    "2026-01-31|50|fast",
                    "2026-02-01|1000|fast",
                    "2026-01-05|30|slow",
                    "2026-01-06|999|",
                    "2026-01-07|999|hot",
                    "2026-01-08||fast",
                ],
            )
            .rows(
                TableId::Leads,
                "id|created|converted_at|score|status",
                &[
                    "a|2025-12-01|2026-01-01|90|",
                    "b|2026-01-01|2026-01-31|70|",
                    "c|2026-01-01|2026-01-31|71|",
                    "d|2026-01-01|2026-02-01|72|",
                    "e|2026-01-01|2026-01-09|||",
                    "f|2026-01-02||80|Customer",
                    "g|2026-01-01||10|",
                ],
            )
    }

    #[test]
    fn the_costs_that_name_a_band_are_shared_by_its_conversions() {
        let figures = world().figures(&BAND_CONVERSION_COST, Dim::Band, "2026-01-01", "2026-01-31");
        // 150 / 3 = 50; the slow band has a cost and no conversion, so no row.
        assert_eq!(figures.len(), 1, "{figures:?}");
        assert_eq!(figures[0].0, "fast");
        assert_eq!(figures[0].1.state, State::Value(Quantity::Money(500_000)));
        assert_eq!(figures[0].1.low, None);
        let all = world().figure(&BAND_CONVERSION_COST, "2026-01-01", "2026-01-31");
        // (100 + 50 + 30) / 3 = 60.
        assert_eq!(all.state, State::Value(Quantity::Money(600_000)));
        assert_eq!(
            all.left_out,
            [
                (Reason::BadChoice, 1),
                (Reason::Unknown, 1),
                (Reason::UnknownAmount, 1),
                (Reason::NoConverted, 1),
            ]
        );
    }

    #[test]
    fn without_costs_or_conversions_there_is_no_quotient() {
        let state = |from, to| world().figure(&BAND_CONVERSION_COST, from, to).state;
        assert_eq!(state("2026-02-02", "2026-02-28"), State::Missing(Missing::OutsideData));
        assert_eq!(state("2026-01-02", "2026-01-05"), State::Missing(Missing::NothingInPeriod));
        let without = World::default().rows(TableId::Costs, "date|amount|band", &["2026-01-01|1|fast"]);
        let figure = without.figure(&BAND_CONVERSION_COST, "2026-01-01", "2026-01-31");
        assert_eq!(figure.state, State::Missing(Missing::NoFacts(Need::Leads)));
    }
}
