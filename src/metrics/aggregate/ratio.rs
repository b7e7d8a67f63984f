//! Ratios of sums, with a percentile bootstrap over their rows.

use std::collections::BTreeMap;

use super::{SEED, View, count_of};
use crate::facts::{Day, Span};
use crate::metrics::{Figure, Missing, Quantity, Sample, State, What};
use crate::stats;

/// Σ numerator / Σ denominator over the period's rows.
pub(super) fn of_sums(view: &View<'_>, span: Span) -> Figure {
    of_rows(&parts(view.within(span))).unwrap_or_else(|| Figure::missing(view.nothing(span)))
}

/// The parts among some samples.
pub(super) fn parts(samples: &[&Sample]) -> Vec<(f64, f64)> {
    (samples.iter())
        .filter_map(|sample| match sample.what {
            What::Part { numerator, denominator } => Some((numerator, denominator)),
            _ => None,
        })
        .collect()
}

/// Σ numerator / Σ denominator of rows that are no metric's own group, such as posts that share a page.
pub fn pooled(rows: &[(f64, f64)]) -> Figure {
    of_rows(rows).unwrap_or_else(|| Figure::missing(Missing::NothingInPeriod))
}

/// Σ numerator / Σ denominator of rows; none where there is nothing to divide by.
pub(super) fn of_rows(rows: &[(f64, f64)]) -> Option<Figure> {
    let numerator: f64 = rows.iter().map(|(numerator, _)| numerator).sum();
    let denominator: f64 = rows.iter().map(|(_, denominator)| denominator).sum();
    let value = numerator / denominator;
    if denominator <= 0.0 || !value.is_finite() {
        return None;
    }
    let interval = stats::bootstrap_ratio(rows, stats::RESAMPLES, SEED);
    Some(Figure {
        low: interval.map(|interval| Quantity::Number(interval.low)),
        high: interval.map(|interval| Quantity::Number(interval.high)),
        numerator: Some(Quantity::Number(numerator)),
        denominator: Some(Quantity::Number(denominator)),
        ..Figure::of(State::Value(Quantity::Number(value)), count_of(rows.len()))
    })
}

/// Steps up in the period / level at the end of the day before it. Resampled by day, the quiet ones
/// included, of the days that are known.
pub(super) fn growth(view: &View<'_>, span: Span, known: Span) -> Figure {
    let before = view.running.number(view.up_to(span.from.plus(-1)));
    if before <= 0.0 {
        return Figure::missing(Missing::NoStart);
    }
    let mut by_day: BTreeMap<Day, f64> = BTreeMap::new();
    let mut rows = 0;
    for sample in view.within(span) {
        if let What::Step(step) = sample.what
            && step > 0.0
        {
            *by_day.entry(sample.day).or_default() += step;
            rows += 1;
        }
    }
    let (from, to) = (span.from.max(known.from), span.to.min(known.to));
    let days = f64::from((to.0 - from.0 + 1).max(1));
    let parts: Vec<(f64, f64)> =
        (from.0..=to.0).map(|day| (by_day.get(&Day(day)).copied().unwrap_or(0.0), before / days)).collect();
    let interval = stats::bootstrap_ratio(&parts, stats::RESAMPLES, SEED);
    let new: f64 = by_day.values().sum();
    Figure {
        low: interval.map(|interval| Quantity::Number(interval.low)),
        high: interval.map(|interval| Quantity::Number(interval.high)),
        numerator: Some(Quantity::Number(new)),
        denominator: Some(Quantity::Number(before)),
        ..Figure::of(State::Value(Quantity::Number(new / before)), rows)
    }
}
