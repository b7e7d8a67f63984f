//! Won value of deals that the CRM says came from social networks.
//!
//! Formula: won value of the deals won in the period whose source as recorded in the CRM is social or paid social. A
//! deal whose source is not known is left out: it may have been social. One of another source adds nothing, whatever
//! its amount.

use super::cases::{BY, money};
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Won value of deals that the CRM says came from social networks.
pub static SOCIAL_REVENUE: Metric = Metric {
    id: "social_revenue",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Money,
    better: Better::Higher,
    kind: Kind::MoneySum,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Closed-won revenue by original source, as HubSpot and Salesforce report it",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_closed(ctx, samples, |case, won| {
        won.then(|| match case.group {
            group if group.is_social() => money(ctx, case, true),
            group if group.is_known() => What::Money { amount: 0, hit: false },
            _ => What::LeftOut(Reason::Unknown),
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    const DEALS: &str = "id|created|closed|status|amount|currency|source";

    #[test]
    fn social_and_paid_social_add_up() {
        let world = World::default().today("2026-06-30").rows(
            TableId::Deals,
            DEALS,
            &[
                "a|2026-01-01|2026-02-01|Won|100.25|EUR|LinkedIn",
                "b|2026-01-01|2026-02-28|Won|50|EUR|Paid social",
                "c|2026-01-01|2026-02-02|Won|70|EUR|Email",
                "d|2026-01-01|2026-02-03|Won||EUR|Email",
                "e|2026-01-01|2026-02-04|Won|80|EUR|",
                "f|2026-01-01|2026-02-05|Won||EUR|LinkedIn",
                "g|2026-01-01|2026-02-06|Lost|90|EUR|LinkedIn",
                "h|2026-01-01|2026-02-07|Won|90|PLN|LinkedIn",
                "i|2026-01-01|2026-03-01|Won|1000|EUR|LinkedIn",
            ],
        );
        let figure = world.figure(&SOCIAL_REVENUE, "2026-02-01", "2026-02-28");
        assert_eq!(figure.state, State::Value(Quantity::Money(1_502_500)));
        assert_eq!(figure.n, 2);
        assert_eq!(figure.left_out, [(Reason::Unknown, 1), (Reason::UnknownAmount, 1), (Reason::NoRate, 1)]);
    }

    #[test]
    fn other_sources_make_zero_and_unknown_ones_nothing() {
        let of = |source: &str| {
            let row = format!("a|2026-01-01|2026-02-01|Won|10|EUR|{source}");
            let world = World::default().today("2026-06-30").rows(TableId::Deals, DEALS, &[&row]);
            world.figure(&SOCIAL_REVENUE, "2026-02-01", "2026-02-28").state
        };
        assert_eq!(of("Email"), State::Value(Quantity::Money(0)));
        assert_eq!(of("unknown"), State::Missing(Missing::AllUnknown));
    }
}
