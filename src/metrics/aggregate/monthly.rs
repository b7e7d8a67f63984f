//! Growth from month end to month end.

use std::collections::BTreeMap;

use super::{SEED, View, count_of};
use crate::facts::{Day, Span};
use crate::metrics::{Figure, Missing, Quantity, State, What};
use crate::stats;

/// The monthly rate at which the level at the last month end in the period has grown from the one so many
/// months before. A month end after the end of the data is not known: the last one that they reach is taken.
/// Resampled by day, the quiet ones included; a level cannot fall below nothing.
pub(super) fn growth(view: &View<'_>, span: Span, known: Span) -> Figure {
    let months = view.used.iter().find_map(|sample| match sample.what {
        What::Monthly { months, .. } => Some(months),
        _ => None,
    });
    let Some(months) = months else { return Figure::missing(view.nothing(span)) };
    let first_after = span.to.min(known.to).plus(1).month_start();
    let end = first_after.plus(-1);
    if end < span.from {
        return Figure::missing(Missing::NothingInPeriod);
    }
    let first = (0..months).fold(first_after, |day, _| day.plus(-1).month_start());
    let (before, after) =
        (view.running.number(view.up_to(first.plus(-1))), view.running.number(view.up_to(end)));
    if before <= 0.0 {
        return Figure::missing(Missing::NoStart);
    }
    let rate = |growth: f64| (1.0 + growth).max(0.0).powf(1.0 / f64::from(months.max(1))) - 1.0;
    let mut by_day: BTreeMap<Day, f64> = BTreeMap::new();
    let moved = view.within(Span { from: first, to: end });
    for sample in moved {
        if let What::Monthly { step, .. } = sample.what {
            *by_day.entry(sample.day).or_default() += step;
        }
    }
    let days = f64::from((end.0 - first.0 + 1).max(1));
    let parts: Vec<(f64, f64)> =
        (first.0..=end.0).map(|day| (by_day.get(&Day(day)).copied().unwrap_or(0.0), before / days)).collect();
    let interval = stats::bootstrap_ratio(&parts, stats::RESAMPLES, SEED);
    // Over several months the rate is no quotient of two numbers that could stand beside it.
    let quotient = months == 1;
    Figure {
        low: interval.map(|interval| Quantity::Number(rate(interval.low))),
        high: interval.map(|interval| Quantity::Number(rate(interval.high))),
        numerator: quotient.then_some(Quantity::Number(after - before)),
        denominator: quotient.then_some(Quantity::Number(before)),
        ..Figure::of(State::Value(Quantity::Number(rate(after / before - 1.0))), count_of(moved.len()))
    }
}
