//! Share of the closed deals' value that was won.
//!
//! Formula: sum of the amounts won / sum of the amounts won and lost, of deals closed in the period whose amount is
//! known. Bootstrap interval over the deals.

use super::cases::{BY, money};
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Share of the closed deals' value that was won.
pub static WIN_RATE_VALUE: Metric = Metric {
    id: "win_rate_value",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::MoneyRatio,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Win rate by value, as Salesforce and HubSpot define it; interval: Efron and Tibshirani 1993, percentile bootstrap",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_closed(ctx, samples, |case, won| Some(money(ctx, case, won)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::deals::example::world;

    #[test]
    fn lost_money_stands_beside_won_money() {
        assert_eq!(
            world().said(&WIN_RATE_VALUE),
            [
                "2026-02-28 Ada social/LinkedIn/Spring: money 100.00",
                "2026-02-28 Ada email/Email: money 50.50 beside",
                "2026-05-02 nobody referral/Referral: left out, no closing date",
                "2026-04-01 Bo social/LinkedIn: money 30.00",
                "2026-07-01 Bo social/LinkedIn: left out, after today",
                "2026-05-01 Bo social/LinkedIn: left out, amount unknown",
            ]
        );
    }
}
