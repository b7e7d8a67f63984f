//! Value of the deals in the pipeline at the end of a day.
//!
//! Formula: sum of the known amounts of deals created by then and not closed, or closed after it. The amount is the
//! one known today: exports keep no history of amounts.

use super::cases::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Value of the deals in the pipeline at the end of a day.
pub static PIPELINE_VALUE: Metric = Metric {
    id: "pipeline_value",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Money,
    better: Better::Higher,
    kind: Kind::MoneyLevel,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Sum of open deals' amounts as of a day, rebuilt from creation and closing dates",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_standing(ctx, samples, |case| {
        let amount = case.money(ctx)?;
        let gone = What::Money { amount: amount.saturating_neg(), hit: true };
        Ok((What::Money { amount, hit: true }, gone))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::deals::example::world;
    use crate::metrics::testing::World;

    #[test]
    fn amounts_stand_from_creation_until_the_deal_closes() {
        assert_eq!(
            world().said(&PIPELINE_VALUE),
            [
                "2026-01-31 Ada social/LinkedIn/Spring: money 100.00",
                "2026-02-28 Ada social/LinkedIn/Spring: money -100.00",
                "2026-02-01 Ada email/Email: money 50.50",
                "2026-02-28 Ada email/Email: money -50.50",
                "2026-03-01 Bo unknown: money 70.00",
                "2026-03-02 nobody referral/Referral: left out, no closing date",
                "2026-04-01 Bo social/LinkedIn: left out, no creation date",
                "2026-05-01 Bo social/LinkedIn: money 20.00",
                "2026-07-01 Bo social/LinkedIn: money -20.00",
                "2026-05-02 Bo social/LinkedIn: left out, ends before it starts",
            ]
        );
    }

    #[test]
    fn an_open_deal_without_an_amount_is_left_out_of_the_money() {
        let world = World::default().rows(TableId::Deals, "id|created|status", &["a|2026-01-01|Open"]);
        assert_eq!(world.said(&PIPELINE_VALUE), ["2026-01-01 nobody unknown: left out, amount unknown"]);
    }
}
