//! Return of social networks under each model of credit.
//!
//! Formula: (value that the model credits to social and paid social channels − social cost) / social cost, costs of the
//! period by the source group of their channel. Interval: that of the credited value, costs held fixed.

use super::cost::COST;
use super::credit::{Attribution, rule_of};
use crate::metrics::source_group::group;
use crate::metrics::{Context, CreditRule, Dim, Figure, Quantity, Selection, State, Stream};

/// What was spent on social networks in a period; none where no cost row of theirs says it.
pub fn social_cost(ctx: &Context<'_>, selection: &Selection) -> Option<i128> {
    let samples = COST.samples(ctx);
    let by_channel = Stream::new(&COST, &samples, ctx).breakdown(selection, Dim::Channel);
    let of_social = by_channel.iter().filter(|(channel, _)| group(channel).is_social());
    of_social
        .filter_map(|(_, figure)| match figure.state {
            State::Value(Quantity::Money(cost)) => Some(cost),
            _ => None,
        })
        .reduce(|a, b| a + b)
        .filter(|cost| *cost > 0)
}

/// Revenue set against a cost; `range` are the limits of the revenue.
pub fn returned(revenue: i128, range: Option<(i128, i128)>, cost: i128, n: u64) -> Figure {
    let of = |revenue: i128| Quantity::Number((revenue - cost) as f64 / cost as f64);
    Figure {
        low: range.map(|(low, _)| of(low)),
        high: range.map(|(_, high)| of(high)),
        numerator: Some(Quantity::Money(revenue - cost)),
        denominator: Some(Quantity::Money(cost)),
        ..Figure::of(State::Value(of(revenue)), n)
    }
}

/// The return of social networks under each model that says something. Empty where nothing is known of the value of
/// conversions or of the cost.
pub fn roi_by_model(
    ctx: &Context<'_>,
    selection: &Selection,
    held: &Attribution,
) -> Vec<(CreditRule, Figure)> {
    let (Some(cost), Some(_)) = (social_cost(ctx, selection), held.value) else { return Vec::new() };
    // Whole conversions: counts of tools with parts of conversions are rounded.
    let n = held.conversions.round() as u64;
    (held.models.iter())
        .filter_map(|(model, answer)| {
            let social = &answer.as_ref().ok()?.social;
            Some((rule_of(*model), returned(social.value, social.value_range, cost, n)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::attribution::attribution;
    use crate::metrics::attribution::example::world;
    use crate::metrics::testing::day;

    #[test]
    fn credited_value_stands_against_social_cost() {
        let march = Selection::all(Span { from: day("2026-03-01"), to: day("2026-03-31") });
        let of = |world: &crate::metrics::testing::World| {
            let ctx = world.context();
            let held = attribution(&ctx, &march).unwrap();
            roi_by_model(&ctx, &march, &held)
        };
        assert_eq!(of(&world()), []);
        let world = world().rows(
            TableId::Costs,
            "date|channel|amount",
            &[
                "2026-03-01|LinkedIn|30",
                "2026-03-02|Paid social|20",
                "2026-03-02|Email|999",
                "2026-04-01|LinkedIn|999",
            ],
        );
        let found = of(&world);
        let ids: Vec<&str> = found.iter().map(|(rule, _)| rule.id()).collect();
        assert_eq!(ids, ["first", "last", "linear", "time_decay", "position"]);
        // First: (100 − 50) / 50; last: (100 + 20 − 50) / 50.
        let values: Vec<Option<f64>> = found.iter().take(2).map(|(_, figure)| figure.value()).collect();
        assert_eq!(values, [Some(1.0), Some(1.4)]);
        let first = &found[0].1;
        assert_eq!(first.denominator, Some(Quantity::Money(500_000)));
        assert!(first.low.unwrap().to_f64() <= 1.0 && first.high.unwrap().to_f64() >= 1.0);
    }
}
