//! What costs bring: money per case, and return.

use super::known::hides_a_value;
use super::{SEED, View, count_of};
use crate::facts::{Currency, Span, TableId, divide_half_even};
use crate::metrics::{Figure, Missing, Quantity, State, What};
use crate::stats;

/// Money of the period / counts in it, rounded once. Costs are held fixed and cases are counted, so nothing
/// is sampled. Without a cost in the period there is no quotient: nobody says that it was free.
pub(super) fn per(view: &View<'_>, span: Span) -> Figure {
    if let Err(missing) = results_known(view, span) {
        return Figure::missing(missing);
    }
    let costs = money(view, span, true);
    if costs.is_empty() {
        return Figure::missing(view.nothing(span));
    }
    let cases = view.within(span).iter().filter(|sample| matches!(sample.what, What::Count(_))).count();
    let Some(number) = i128::try_from(cases).ok().filter(|number| *number > 0) else {
        return Figure::missing(Missing::NothingInPeriod);
    };
    let sum: i128 = costs.iter().sum();
    let minor_unit = 10i128.pow(4 - Currency::decimals(&view.context.currency).min(4));
    let quotient = divide_half_even(sum, number * minor_unit) * minor_unit;
    Figure {
        numerator: Some(Quantity::Money(sum)),
        denominator: Some(Quantity::Number(number as f64)),
        ..Figure::of(State::Value(Quantity::Money(quotient)), count_of(cases))
    }
}

/// (Revenue − cost) / cost. Without revenue it is −1, where deals are known and not all of them lack what the
/// revenue needs.
pub(super) fn returned(view: &View<'_>, span: Span) -> Figure {
    if let Err(missing) = results_known(view, span) {
        return Figure::missing(missing);
    }
    let (revenue, costs) = (money(view, span, true), money(view, span, false));
    let cost: i128 = costs.iter().sum();
    if cost <= 0 {
        return Figure::missing(view.nothing(span));
    }
    let hidden = (view.left_out_within(span).iter())
        .any(|left_out| left_out.row.table == TableId::Deals && hides_a_value(left_out.reason));
    let is_counted = |what: What| matches!(what, What::Count(_) | What::Money { hit: true, .. });
    if hidden && !view.within(span).iter().any(|sample| is_counted(sample.what)) {
        return Figure::missing(Missing::AllUnknown);
    }
    let returned = |revenue: i128| Quantity::Number((revenue - cost) as f64 / cost as f64);
    let sum: i128 = revenue.iter().sum();
    let limits = stats::bootstrap_sum_i128(&revenue, stats::RESAMPLES, SEED);
    Figure {
        low: limits.map(|limits| returned(limits.low)),
        high: limits.map(|limits| returned(limits.high)),
        numerator: Some(Quantity::Money(sum - cost)),
        denominator: Some(Quantity::Money(cost)),
        ..Figure::of(State::Value(returned(sum)), count_of(revenue.len() + costs.len()))
    }
}

fn money(view: &View<'_>, span: Span, wanted: bool) -> Vec<i128> {
    (view.within(span).iter())
        .filter_map(|sample| match sample.what {
            What::Money { amount, hit } if hit == wanted => Some(i128::from(amount)),
            _ => None,
        })
        .collect()
}

/// Whether the results that stand against the costs are known in the period. The costs themselves are the
/// first need and have been asked already.
fn results_known(view: &View<'_>, span: Span) -> Result<(), Missing> {
    let coverage = &view.context.coverage;
    for need in view.metric.needs.iter().skip(1) {
        if !coverage.has_rows(*need) {
            return Err(Missing::NoFacts(*need));
        }
        let extent = coverage.of_need(*need, view.sellers.as_deref());
        if extent.rows == 0 {
            return Err(Missing::NoFactsOfSeller(*need));
        }
        if extent.span().is_none_or(|known| known.to < span.from || span.to < known.from) {
            return Err(Missing::OutsideData);
        }
    }
    Ok(())
}
