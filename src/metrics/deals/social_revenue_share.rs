//! Share of the won value that the CRM says came from social networks.
//!
//! Formula: won value of deals whose source as recorded in the CRM is social or paid social / won value of all deals
//! with a known source, of those won in the period with a known amount.

use super::cases::{BY, money};
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the won value that the CRM says came from social networks.
pub static SOCIAL_REVENUE_SHARE: Metric = Metric {
    id: "social_revenue_share",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::MoneyRatio,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Closed-won revenue by original source, as HubSpot and Salesforce report it",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_closed(ctx, samples, |case, won| {
        won.then(|| match case.group.is_known() {
            true => money(ctx, case, case.group.is_social()),
            false => What::LeftOut(Reason::Unknown),
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    #[test]
    fn the_known_sources_are_the_whole() {
        let world = World::default().today("2026-06-30").rows(
            TableId::Deals,
            "id|created|closed|status|amount|source",
            &[
                "a|2026-01-01|2026-02-01|Won|100|LinkedIn",
                "b|2026-01-01|2026-02-28|Won|50|Paid social",
                "c|2026-01-01|2026-02-02|Won|450|Email",
                "d|2026-01-01|2026-02-03|Won||Email",
                "e|2026-01-01|2026-02-04|Won|800|",
                "f|2026-01-01|2026-03-01|Won|800|",
            ],
        );
        let figure = world.figure(&SOCIAL_REVENUE_SHARE, "2026-02-01", "2026-02-28");
        // (100 + 50) / (100 + 50 + 450).
        assert_eq!(figure.value(), Some(0.25));
        assert_eq!(figure.numerator, Some(Quantity::Money(1_500_000)));
        assert_eq!(figure.denominator, Some(Quantity::Money(6_000_000)));
        assert_eq!(figure.left_out, [(Reason::Unknown, 1), (Reason::UnknownAmount, 1)]);
        let march = world.figure(&SOCIAL_REVENUE_SHARE, "2026-03-01", "2026-03-31");
        assert_eq!(march.state, State::Missing(Missing::AllUnknown));
        let january = world.figure(&SOCIAL_REVENUE_SHARE, "2026-01-01", "2026-01-31");
        assert_eq!(january.state, State::Missing(Missing::NothingInPeriod));
    }
}
