//! The odds of one group of cases against those of the others.

use super::{View, count_of};
use crate::facts::Span;
use crate::metrics::{Figure, Missing, Quantity, State, What};
use crate::stats;

/// ad/bc over hits and misses inside and outside of the group, with the exact conditional interval. Where a cell is
/// empty there is no ratio, and the limits that are left say what may be said.
pub(super) fn figure(view: &View<'_>, span: Span) -> Figure {
    let count = |wanted: (bool, bool)| {
        let fits = |what: &What| match *what {
            What::Against { inside, hit } => (inside, hit) == wanted,
            _ => false,
        };
        count_of(view.within(span).iter().filter(|sample| fits(&sample.what)).count())
    };
    let [a, b, c, d] = [(true, true), (true, false), (false, true), (false, false)].map(count);
    let all = a + b + c + d;
    if all == 0 {
        return Figure::missing(view.nothing(span));
    }
    if a + b == 0 || c + d == 0 {
        // Nothing to hold against each other.
        return Figure { n: all, ..Figure::missing(Missing::NoStart) };
    }
    let need = view.context.definitions.rate_needs;
    let few = Figure::of(State::TooFew { need }, all);
    match stats::odds_ratio(a, b, c, d).filter(|_| all >= u64::from(need)) {
        None => few,
        Some(ratio) => Figure {
            state: ratio.sample.map_or(few.state, |ratio| State::Value(Quantity::Number(ratio))),
            low: Some(Quantity::Number(ratio.low)),
            high: ratio.high.map(Quantity::Number),
            ..few
        },
    }
}
