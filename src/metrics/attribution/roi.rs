//! Return on what was spent on social networks.
//!
//! Formula: (social revenue − social cost) / social cost. Social revenue: won value of the deals of the period whose
//! source as recorded in the CRM is social or paid social; social cost: costs of the period whose channel is. The
//! breakdown by channel sets each source group's won value against its cost; without revenue it is −1. A deal or a cost
//! whose source is not known is left out of the headline: it may be social. Costs and revenue are those of the same
//! days, revenue whole and not the margin; deals that today's costs will win are not in it.
//! Interval: bootstrap over the deals, costs held fixed.

use super::costs::{amount, channel, keys};
use crate::facts::{CostRow, Reason};
use crate::metrics::deals::money;
use crate::metrics::source_group::SourceGroup;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Return on what was spent on social networks.
pub static ROI: Metric = Metric {
    id: "roi",
    version: 1,
    section: Section::Attribution,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Return,
    by: &[Dim::Channel],
    headline: Some((Dim::Channel, "")),
    needs: &[Need::Costs, Need::Deals],
    cites: "Return on investment: (revenue − cost) / cost, revenue by the source that the CRM records",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    for (row, cost) in ctx.facts.rows::<CostRow>() {
        let Some(day) = cost.date.map(|moment| ctx.day(moment)) else { continue };
        let what = match amount(ctx, &cost, day) {
            Ok(amount) => What::Money { amount, hit: false },
            Err(reason) => What::LeftOut(reason),
        };
        let channel = channel(ctx, &cost);
        let keys = keys(samples, channel);
        samples.add_keyed(day, cost.seller, row, keys, what);
        if let Some(what) = of_social(channel, what, None) {
            samples.add_keyed(day, cost.seller, row, [Key::BLANK; 3], what);
        }
    }
    let deals = ctx.deals();
    for case in &deals.list {
        let Some((day, unusable)) = deals.won(case) else { continue };
        let what = unusable.map_or_else(|| money(ctx, case, true), What::LeftOut);
        let keys = keys(samples, case.group);
        samples.add_keyed(day, case.seller, case.row, keys, what);
        let nothing = unusable.is_none().then_some(What::Count(0.0));
        if let Some(what) = of_social(case.group, what, nothing) {
            samples.add_keyed(day, case.seller, case.row, [Key::BLANK; 3], what);
        }
    }
}

/// What a row says to the headline: what it says where it is social, nothing where it is not, and nobody knows where
/// its source is not known.
fn of_social(group: SourceGroup, what: What, otherwise: Option<What>) -> Option<What> {
    match group {
        group if group.is_social() => Some(what),
        group if group.is_known() => otherwise,
        _ => Some(What::LeftOut(Reason::Unknown)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    const DEALS: &str = "id|created|closed|status|amount|source";

    fn costs() -> World {
        World::default().today("2026-06-30").rows(
            TableId::Costs,
            "date|channel|amount|hours|rate",
            &[
                "2026-01-01|LinkedIn|60||",
                "2026-01-31|Paid social||2|20",
                "2026-01-10|Email|50||",
                "2026-01-11||999||",
                "2026-02-01|LinkedIn|999||",
            ],
        )
    }

    #[test]
    fn social_revenue_stands_against_social_cost() {
        let world = costs().rows(
            TableId::Deals,
            DEALS,
            &[
                "a|2025-12-01|2026-01-01|Won|300|LinkedIn",
                "b|2025-12-01|2026-01-31|Won|50|Paid social",
                "c|2025-12-01|2026-01-31|Won||XING",
                "d|2025-12-01|2026-01-31|Won|777|",
                "e|2025-12-01|2026-01-31|Lost|777|XING",
                "f|2025-12-01|2026-02-01|Won|777|XING",
            ],
        );
        let figure = world.figure(&ROI, "2026-01-01", "2026-01-31");
        // (350 − 100) / 100.
        assert_eq!(figure.value(), Some(2.5));
        assert_eq!(figure.numerator, Some(Quantity::Money(2_500_000)));
        assert_eq!(figure.denominator, Some(Quantity::Money(1_000_000)));
        assert_eq!(figure.left_out, [(Reason::Unknown, 2), (Reason::UnknownAmount, 1)]);
        let limits = (figure.low.unwrap().to_f64(), figure.high.unwrap().to_f64());
        // Two deals drawn twice: revenue 100 at least and 600 at most.
        assert_eq!(limits, (0.0, 5.0));
        let channels: Vec<(String, Option<f64>)> =
            (world.figures(&ROI, Dim::Channel, "2026-01-01", "2026-01-31").into_iter())
                .map(|(key, figure)| (key, figure.value()))
                .collect();
        let expected = [
            ("email", -1.0),
            // (50 − 40) / 40.
            ("paid_social", 0.25),
            ("social", 4.0),
            ("unknown", (777.0 - 999.0) / 999.0),
        ];
        assert_eq!(channels, expected.map(|(key, value)| (key.to_owned(), Some(value))));
    }

    #[test]
    fn nothing_won_is_minus_one_and_nothing_known_is_nothing() {
        let of = |deal: &str| {
            let world = costs().rows(TableId::Deals, DEALS, &[deal]);
            world.figure(&ROI, "2026-01-01", "2026-01-31").state
        };
        let all_lost = State::Value(Quantity::Number(-1.0));
        assert_eq!(of("a|2025-12-01|2026-01-05|Lost|5|LinkedIn"), all_lost);
        assert_eq!(of("a|2025-12-01|2026-01-05|Won|5|Email"), all_lost);
        assert_eq!(of("a|2025-12-01|2026-01-05|Won||LinkedIn"), State::Missing(Missing::AllUnknown));
        assert_eq!(of("a|2025-12-01|2026-01-05|Won|5|"), State::Missing(Missing::AllUnknown));
        assert_eq!(of("a|2025-12-01|2025-12-05|Won|5|LinkedIn"), State::Missing(Missing::OutsideData));
        let none = costs().figure(&ROI, "2026-01-01", "2026-01-31");
        assert_eq!(none.state, State::Missing(Missing::NoFacts(Need::Deals)));
    }

    #[test]
    fn without_social_costs_there_is_no_return() {
        let world = costs().rows(TableId::Deals, DEALS, &["a|2025-12-01|2026-01-10|Won|5|LinkedIn"]);
        let figure = world.figure(&ROI, "2026-01-10", "2026-01-10");
        assert_eq!(figure.state, State::Missing(Missing::NothingInPeriod));
    }
}
