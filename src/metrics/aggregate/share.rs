//! k of n with Wilson's interval.

use super::{View, count_of};
use crate::facts::Span;
use crate::metrics::{Figure, Missing, Quantity, State, What};
use crate::stats;

/// Hits of the period's cases.
pub(super) fn cases(view: &View<'_>, span: Span) -> Figure {
    match hits(view, span) {
        (_, 0) => Figure::missing(view.nothing(span)),
        (hits, all) => of(hits, all, view.context.definitions.rate_needs),
    }
}

/// Hits of the period's cases, however few there are.
pub(super) fn heads(view: &View<'_>, span: Span) -> Figure {
    match hits(view, span) {
        (_, 0) => Figure::missing(view.nothing(span)),
        (hits, all) => of_heads(hits, all),
    }
}

/// How many hits, of how many cases.
fn hits(view: &View<'_>, span: Span) -> (u64, u64) {
    let cases = || {
        view.within(span).iter().filter_map(|sample| match sample.what {
            What::Case(hit) => Some(hit),
            _ => None,
        })
    };
    (count_of(cases().filter(|hit| *hit).count()), count_of(cases().count()))
}

/// k of n of cases that are no metric's own, such as the impressions of one post; below `need` cases the counts only.
pub fn share(hits: u64, all: u64, need: u32) -> Figure {
    of(hits, all, need)
}

/// k of n; below `need` cases the counts only.
pub fn of(hits: u64, all: u64, need: u32) -> Figure {
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
