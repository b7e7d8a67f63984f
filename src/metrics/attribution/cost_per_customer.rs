//! Cost of a deal won.
//!
//! Formula: costs of the period / deals won in it; by channel, which is the source group of the cost's channel and of
//! the deal's source. A channel without a cost row in the period has no cost per customer: nobody says that it was
//! free. Costs are held fixed and deals are counted, so there is no interval.

use super::costs::{add_costs, keys};
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Cost of a deal won.
pub static COST_PER_CUSTOMER: Metric = Metric {
    id: "cost_per_customer",
    version: 1,
    section: Section::Attribution,
    stage: Stage::Lagging,
    unit: Unit::Money,
    better: Better::Lower,
    kind: Kind::MoneyPer,
    by: &[Dim::Channel],
    headline: None,
    needs: &[Need::Costs, Need::Deals],
    cites: "Customer acquisition cost: costs / customers won",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_costs(ctx, samples);
    let deals = ctx.deals();
    for case in &deals.list {
        let Some((day, unusable)) = deals.won(case) else { continue };
        let keys = keys(samples, case.group);
        let what = unusable.map_or(What::Count(1.0), What::LeftOut);
        samples.add_keyed(day, case.seller, case.row, keys, what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Reason, TableId};
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    #[test]
    fn costs_are_shared_by_the_deals_won() {
        let world = World::default()
            .today("2026-06-30")
            .rows(TableId::Costs, "date|channel|amount", &["2026-01-01|LinkedIn|90", "2026-02-02|Email|11"])
            .rows(
                TableId::Deals,
                "id|created|closed|status|source",
                &[
                    "a|2025-12-01|2026-01-01|Won|LinkedIn",
                    "b|2025-12-01|2026-01-31|Won|Paid social",
                    "c|2025-12-01|2026-01-31|Won|XING",
                    "d|2025-12-01|2026-01-31|Lost|XING",
                    "e|2026-01-31||Won|XING",
                ],
            );
        let social = world.figures(&COST_PER_CUSTOMER, Dim::Channel, "2026-01-01", "2026-01-31");
        assert_eq!(social.len(), 1);
        assert_eq!(social[0].0, "social");
        assert_eq!(social[0].1.state, State::Value(Quantity::Money(450_000)));
        let all = world.figure(&COST_PER_CUSTOMER, "2026-01-01", "2026-01-31");
        assert_eq!(all.state, State::Value(Quantity::Money(300_000)));
        assert_eq!(all.left_out, [(Reason::NoClosed, 1)]);
        // The deals end in January: none is known to be won in February.
        let february = world.figure(&COST_PER_CUSTOMER, "2026-02-01", "2026-02-28");
        assert_eq!(february.state, State::Missing(Missing::OutsideData));
    }
}
