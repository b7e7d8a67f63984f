//! Cost of a lead.
//!
//! Formula: costs of the period / leads created in it; by channel, which is the source group of the cost's channel and
//! of the lead's source. A channel without a cost row in the period has no cost per lead: nobody says that it was free.
//! Costs are held fixed and leads are counted, so there is no interval.

use super::costs::{add_costs, keys};
use crate::facts::LeadRow;
use crate::metrics::source_group::group_of;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Cost of a lead.
pub static COST_PER_LEAD: Metric = Metric {
    id: "cost_per_lead",
    version: 1,
    section: Section::Attribution,
    stage: Stage::Lagging,
    unit: Unit::Money,
    better: Better::Lower,
    kind: Kind::MoneyPer,
    by: &[Dim::Channel],
    headline: None,
    needs: &[Need::Costs, Need::Leads],
    cites: "Cost per lead, as advertising tools report it",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_costs(ctx, samples);
    for (row, lead) in ctx.facts.rows::<LeadRow>() {
        let Some(created) = lead.created.map(|moment| ctx.day(moment)) else { continue };
        let keys = keys(samples, group_of(ctx, lead.source, lead.source_group));
        samples.add_keyed(created, lead.seller, row, keys, What::Count(1.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Reason, TableId};
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    fn world() -> World {
        World::default()
            .today("2026-06-30")
            .rows(
                TableId::Costs,
                "date|channel|amount|seller",
                &[
                    "2026-01-01|LinkedIn|100|Ada",
                    "2026-01-31|Sales Navigator|0.01|",
                    "2026-02-01|LinkedIn|999|",
                    "2026-01-10|Email|7|",
                    "2026-01-11|Fair||",
                ],
            )
            .rows(
                TableId::Leads,
                "id|created|seller|source",
                &[
                    "1|2026-01-01|Ada|LinkedIn",
                    "2|2026-01-31|Ada|XING",
                    "3|2026-01-15||social",
                    "4|2026-01-16||Trade show",
                    "5|2026-01-17||Partner",
                    "6|2026-02-01||Email",
                ],
            )
    }

    #[test]
    fn a_channel_s_costs_are_shared_by_its_leads() {
        let rows = world().figures(&COST_PER_LEAD, Dim::Channel, "2026-01-01", "2026-01-31");
        // 100.01 / 3 = 33.336…; e-mail has no lead; the fair's cost is unknown; the partner's is not told.
        let said: Vec<(&str, State)> =
            rows.iter().map(|(key, figure)| (key.as_str(), figure.state)).collect();
        assert_eq!(said, [("social", State::Value(Quantity::Money(333_400)))]);
        let all = world().figure(&COST_PER_LEAD, "2026-01-01", "2026-01-31");
        // (100 + 0.01 + 7) / 5 = 21.402.
        assert_eq!(all.state, State::Value(Quantity::Money(214_000)));
        assert_eq!(all.numerator, Some(Quantity::Money(1_070_100)));
        assert_eq!(all.denominator, Some(Quantity::Number(5.0)));
        assert_eq!((all.low, all.high), (None, None));
        assert_eq!(all.left_out, [(Reason::UnknownAmount, 1)]);
    }

    #[test]
    fn a_seller_s_costs_are_shared_by_own_leads() {
        let rows = world().figures(&COST_PER_LEAD, Dim::Seller, "2026-01-01", "2026-01-31");
        assert_eq!(rows[0].1.state, State::Value(Quantity::Money(500_000)));
    }

    #[test]
    fn no_leads_no_quotient() {
        let state = |from, to| world().figure(&COST_PER_LEAD, from, to).state;
        assert_eq!(state("2026-01-10", "2026-01-10"), State::Missing(Missing::NothingInPeriod));
        assert_eq!(state("2026-01-11", "2026-01-16"), State::Missing(Missing::AllUnknown));
        assert_eq!(state("2026-01-15", "2026-01-16"), State::Missing(Missing::NothingInPeriod));
        let without = World::default().rows(TableId::Costs, "date|amount", &["2026-01-01|5"]);
        let figure = without.figure(&COST_PER_LEAD, "2026-01-01", "2026-01-31");
        assert_eq!(figure.state, State::Missing(Missing::NoFacts(Need::Leads)));
    }
}
