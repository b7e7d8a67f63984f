//! k of n with Wilson's interval.

use super::{View, count_of};
use crate::facts::Span;
use crate::metrics::{Figure, Missing, Quantity, State, What};
use crate::stats;

/// Hits of the period's cases.
pub(super) fn cases(view: &View<'_>, span: Span) -> Figure {
    let cases = || {
        view.within(span).iter().filter_map(|sample| match sample.what {
            What::Case(hit) => Some(hit),
            _ => None,
        })
    };
    let (hits, all) = (count_of(cases().filter(|hit| *hit).count()), count_of(cases().count()));
    if all == 0 {
        return Figure::missing(view.nothing(span));
    }
    of(hits, all, view.context.definitions.rate_needs)
}

/// k of n; below `need` cases the counts only.
pub(super) fn of(hits: u64, all: u64, need: u32) -> Figure {
    let mut figure = of_heads(hits, all);
    if all < u64::from(need) && all > 0 {
        figure.state = State::TooFew { need };
        (figure.low, figure.high) = (None, None);
    }
    figure
}

/// k of n however few there are.
pub(super) fn of_heads(hits: u64, all: u64) -> Figure {
    if all == 0 {
        return Figure::missing(Missing::NothingInPeriod);
    }
    let interval = stats::wilson(hits, all);
    Figure {
        low: interval.map(|interval| Quantity::Number(interval.low)),
        high: interval.map(|interval| Quantity::Number(interval.high)),
        numerator: Some(Quantity::Number(hits as f64)),
        denominator: Some(Quantity::Number(all as f64)),
        ..Figure::of(State::Value(Quantity::Number(hits as f64 / all as f64)), all)
    }
}
