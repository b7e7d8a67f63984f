//! Money: exact sums and means, limits that are money, and ratios by value.

use super::{SEED, View, count_of};
use crate::facts::{Currency, Span, divide_half_even};
use crate::metrics::{Figure, Missing, Quantity, State, What};
use crate::stats::{self, ExactInterval};

/// The amounts of hits in the period, in ten-thousandths.
fn hits(view: &View<'_>, span: Span) -> Vec<i128> {
    (view.within(span).iter())
        .filter_map(|sample| match sample.what {
            What::Money { amount, hit: true } => Some(i128::from(amount)),
            _ => None,
        })
        .collect()
}

fn with_limits(figure: Figure, limits: Option<ExactInterval>, currency: &str) -> Figure {
    let money = |limit: i128| Quantity::Money(Currency::round(limit, currency));
    Figure { low: limits.map(|l| money(l.low)), high: limits.map(|l| money(l.high)), ..figure }
}

/// The money of hits in the period; n is their number.
pub(super) fn sum(view: &View<'_>, span: Span) -> Figure {
    if view.within(span).is_empty() && view.lacks_values(span) {
        return Figure::missing(Missing::AllUnknown);
    }
    let amounts = hits(view, span);
    let currency = &view.context.currency;
    let sum = Currency::round(amounts.iter().sum(), currency);
    let limits = stats::bootstrap_sum_i128(&amounts, stats::RESAMPLES, SEED);
    with_limits(Figure::of(State::Value(Quantity::Money(sum)), count_of(amounts.len())), limits, currency)
}

/// The money of hits in the period / their number, rounded once.
pub(super) fn mean(view: &View<'_>, span: Span) -> Figure {
    let amounts = hits(view, span);
    let Some(number) = i128::try_from(amounts.len()).ok().filter(|number| *number > 0) else {
        return Figure::missing(view.nothing(span));
    };
    let currency = &view.context.currency;
    let sum: i128 = amounts.iter().sum();
    let minor_unit = 10i128.pow(4 - Currency::decimals(currency).min(4));
    let mean = divide_half_even(sum, number * minor_unit) * minor_unit;
    let limits = stats::bootstrap_mean_i128(&amounts, stats::RESAMPLES, SEED);
    let figure = Figure {
        numerator: Some(Quantity::Money(sum)),
        denominator: Some(Quantity::Number(number as f64)),
        ..Figure::of(State::Value(Quantity::Money(mean)), count_of(amounts.len()))
    };
    with_limits(figure, limits, currency)
}

/// Money of hits / all money of the period.
pub(super) fn ratio(view: &View<'_>, span: Span) -> Figure {
    let rows: Vec<(i64, bool)> = (view.within(span).iter())
        .filter_map(|sample| match sample.what {
            What::Money { amount, hit } => Some((amount, hit)),
            _ => None,
        })
        .collect();
    let numerator: i128 = rows.iter().filter(|(_, hit)| *hit).map(|(amount, _)| i128::from(*amount)).sum();
    let denominator: i128 = rows.iter().map(|(amount, _)| i128::from(*amount)).sum();
    if denominator <= 0 {
        return Figure::missing(view.nothing(span));
    }
    let parts: Vec<(f64, f64)> =
        rows.iter().map(|(amount, hit)| (if *hit { *amount as f64 } else { 0.0 }, *amount as f64)).collect();
    let interval = stats::bootstrap_ratio(&parts, stats::RESAMPLES, SEED);
    Figure {
        low: interval.map(|interval| Quantity::Number(interval.low)),
        high: interval.map(|interval| Quantity::Number(interval.high)),
        numerator: Some(Quantity::Money(numerator)),
        denominator: Some(Quantity::Money(denominator)),
        ..Figure::of(
            State::Value(Quantity::Number(numerator as f64 / denominator as f64)),
            count_of(rows.len()),
        )
    }
}
