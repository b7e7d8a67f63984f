//! What was spent.
//!
//! Formula: costs of the period, amount + hours × rate; by channel as exported, category and seller. A row with neither
//! amount nor hours is left out, and so is one with hours and no rate: its work costs something unknown. A cost dated
//! after today is planned, not spent.

use super::costs::money_of_cost;
use crate::facts::CostRow;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// What was spent.
pub static COST: Metric = Metric {
    id: "cost",
    version: 1,
    section: Section::Attribution,
    stage: Stage::Lagging,
    unit: Unit::Money,
    better: Better::Neither,
    kind: Kind::MoneySum,
    by: &[Dim::Channel, Dim::Category],
    headline: None,
    needs: &[Need::Costs],
    cites: "Sum of a cost ledger, hours at their rate",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    for (row, cost) in ctx.facts.rows::<CostRow>() {
        let Some(day) = cost.date.map(|moment| ctx.day(moment)) else { continue };
        let channel = samples.keys.intern(ctx.text(cost.channel));
        let category = samples.keys.intern(ctx.text(cost.category));
        let what = money_of_cost(ctx, &cost, day);
        samples.add_keyed(day, cost.seller, row, [channel, category, Key::BLANK], what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Amount, TableId};
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    const COSTS: &str = "date|channel|category|amount|currency|hours|rate|seller";

    #[test]
    fn money_and_hours_add_up() {
        let mut world = World::default().today("2026-06-30").rows(
            TableId::Costs,
            COSTS,
            &[
                "2026-01-01|LinkedIn|licence|79.99|EUR|||Ada",
                "2026-01-02|LinkedIn|time||EUR|2.5|40.10|Ada",
                "2026-01-03|Email||10|EUR|1|20|",
                "2026-01-04|Email||10|EUR|3||",
                "2026-01-05|||10|SEK|||",
                "2026-01-06||||EUR||50|",
                "2026-01-07|||10|PLN|||",
                "2026-01-08|||10|EUR|0||",
                "2026-07-01|||10|EUR|||",
            ],
        );
        world.definitions.rates = vec![("SEK".into(), Amount(900))];
        assert_eq!(
            world.said(&COST),
            [
                "2026-01-01 Ada LinkedIn/licence: money 79.99",
                "2026-01-02 Ada LinkedIn/time: money 100.25",
                "2026-01-03 nobody Email: money 30.00",
                "2026-01-04 nobody Email: left out, amount unknown",
                "2026-01-05 nobody: money 0.90",
                "2026-01-06 nobody: left out, amount unknown",
                "2026-01-07 nobody: left out, currency without a rate",
                "2026-01-08 nobody: money 10.00",
                "2026-07-01 nobody: left out, after today",
            ]
        );
        let figure = world.figure(&COST, "2026-01-01", "2026-01-31");
        assert_eq!((figure.state, figure.n), (State::Value(Quantity::Money(2_211_400)), 5));
        let channels: Vec<String> =
            (world.figures(&COST, Dim::Channel, "2026-01-01", "2026-01-31").into_iter())
                .map(|(key, figure)| format!("{key} {}", figure.value().unwrap()))
                .collect();
        assert_eq!(channels, ["Email 30", "LinkedIn 180.24"]);
    }

    #[test]
    fn unknown_costs_are_not_nothing() {
        let world = World::default().rows(TableId::Costs, COSTS, &["2026-01-04|||||3||"]);
        let figure = world.figure(&COST, "2026-01-01", "2026-01-31");
        assert_eq!(figure.state, State::Missing(Missing::AllUnknown));
    }

    #[test]
    fn the_currency_of_costs_holds_where_deals_name_none() {
        let world = World::default().rows(TableId::Costs, COSTS, &["2026-01-04|||5|SEK|||"]);
        assert_eq!(world.context().currency, "SEK");
        let figure = world.figure(&COST, "2026-01-01", "2026-01-31");
        assert_eq!(figure.state, State::Value(Quantity::Money(50_000)));
    }
}
