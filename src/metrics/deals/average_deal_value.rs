//! Mean value of the deals won in the period.
//!
//! Formula: sum of the amounts of deals won in the period / their number, of those with a known amount.
//! A deal without an amount, or in a currency without a rate, is left out of the money.

use super::cases::{BY, money};
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Mean value of the deals won in the period.
pub static AVERAGE_DEAL_VALUE: Metric = Metric {
    id: "average_deal_value",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Money,
    better: Better::Neither,
    kind: Kind::MoneyMean,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Sum and mean of closed-won amounts, as HubSpot and Salesforce report revenue and average deal size",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_closed(ctx, samples, |case, won| won.then(|| money(ctx, case, true)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Amount, TableId};
    use crate::metrics::testing::World;

    #[test]
    fn the_amounts_of_won_deals_are_money() {
        let mut world = World::default().today("2026-06-30").rows(
            TableId::Deals,
            "id|created|closed|status|amount|currency",
            &[
                "a|2026-01-01|2026-02-01|Won|100.25|EUR",
                "b|2026-01-01|2026-02-01|Lost|70|EUR",
                "c|2026-01-01|2026-02-02|Won|0|",
                "d|2026-01-01|2026-02-03|Won||EUR",
                "e|2026-01-01|2026-02-04|Won|10|SEK",
                "f|2026-01-01|2026-02-05|Won|10|PLN",
                "g|2026-01-01|2026-09-01|Open|99|EUR",
            ],
        );
        world.definitions.rates = vec![("SEK".into(), Amount(900))];
        assert_eq!(
            world.said(&AVERAGE_DEAL_VALUE),
            [
                "2026-02-01 nobody unknown: money 100.25",
                "2026-02-02 nobody unknown: money 0.00",
                "2026-02-03 nobody unknown: left out, amount unknown",
                "2026-02-04 nobody unknown: money 0.90",
                "2026-02-05 nobody unknown: left out, currency without a rate",
            ]
        );
    }
}
