//! k of n with Wilson's interval.

use super::{View, count_of};
use crate::facts::{Day, Span};
use crate::metrics::{Figure, Missing, Quantity, Ripe, Sample, State, What};
use crate::stats;

/// Hits of the period's cases.
pub(super) fn cases(view: &View<'_>, span: Span) -> Figure {
    match hits(view, span) {
        (_, 0) => Figure::missing(view.nothing(span)),
        (hits, all) => {
            let figure = of(hits, all, view.context.definitions.rate_needs);
            Figure { undated: undated(view, span), ..figure }
        }
    }
}

/// Hits of which nobody can say whether they were hits already on the day as of which the view tells.
fn undated(view: &View<'_>, span: Span) -> u64 {
    if view.as_of.is_none() {
        return 0;
    }
    let is_undated = |sample: &&&Sample| matches!(sample.what, What::Ripening { hit: Ripe::Undated, .. });
    count_of(view.within(span).iter().filter(is_undated).count())
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
    let is_later = |day: Day| view.as_of.is_some_and(|as_of| day > as_of);
    let cases = || {
        view.within(span).iter().filter_map(|sample| match sample.what {
            What::Case(hit) => Some(hit),
            What::Ripening { seen, .. } if is_later(seen) => None,
            What::Ripening { hit: Ripe::On(day), .. } => Some(!is_later(day)),
            What::Ripening { hit, .. } => Some(hit == Ripe::Undated),
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
