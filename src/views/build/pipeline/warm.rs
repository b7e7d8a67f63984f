//! What open warm conversations may bring: their number, times the own share that became deals, times the median deal.

use super::line;
use crate::metrics::{Figure, Missing, Quantity, State, WARM_DAYS, share_of, warm_outcomes};
use crate::stats::{self, Estimate};
use crate::views::WarmPart;
use crate::views::build::Asked;

/// Past conversations, and deals with an amount, that the value needs each.
const NEED: u32 = 20;

/// The expected value of open warm conversations.
pub fn warm(asked: &Asked<'_>) -> Option<WarmPart> {
    let open = line(asked, "warm_conversations_open")?;
    let outcomes = warm_outcomes(&asked.context, &asked.selection);
    let rate = share_of(outcomes.rate.hits, outcomes.rate.of, NEED);
    let median = median(&outcomes.amounts);
    let value = match open.figure.state {
        State::Value(_) => expected(open.figure.value().unwrap_or(0.0), &rate, &median),
        other => Figure::of(other, 0),
    };
    Some(WarmPart { open, rate, median, value, days: WARM_DAYS.unsigned_abs(), need: NEED })
}

/// The median of sorted amounts with the two of them between which it lies.
fn median(amounts: &[i64]) -> Figure {
    let n = amounts.len();
    let at = |place: usize| amounts.get(place).map(|amount| i128::from(*amount));
    let middle = at(n / 2).zip(at(n.saturating_sub(1) / 2)).map(|(a, b)| (a + b) / 2);
    let Some(middle) = middle else { return Figure::missing(Missing::NothingInPeriod) };
    if n < NEED as usize {
        return Figure::of(State::TooFew { need: NEED }, n as u64);
    }
    let limits = stats::median_limits(n);
    Figure {
        low: limits.and_then(|(low, _)| at(low)).map(Quantity::Money),
        high: limits.and_then(|(_, high)| at(high)).map(Quantity::Money),
        ..Figure::of(State::Value(Quantity::Money(middle)), n as u64)
    }
}

/// Number × rate × median. The number is counted, the other two are estimates.
fn expected(open: f64, rate: &Figure, median: &Figure) -> Figure {
    for part in [rate, median] {
        if part.value().is_none() {
            return Figure::of(part.state, part.n);
        }
    }
    let estimate = |figure: &Figure| {
        let (low, high) = (figure.low?.to_f64(), figure.high?.to_f64());
        Some(Estimate { value: figure.value()?, low, high })
    };
    let money = |amount: f64| Quantity::Money((amount * open * 10_000.0).round() as i128);
    let value = rate.value().unwrap_or(0.0) * median.value().unwrap_or(0.0);
    let interval =
        estimate(rate).zip(estimate(median)).and_then(|(rate, median)| stats::product(rate, median));
    Figure {
        low: interval.map(|interval| money(interval.low)),
        high: interval.map(|interval| money(interval.high)),
        ..Figure::of(State::Value(money(value)), rate.n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_are_multiplied() {
        // 8 open × 30 of 100 × a median of 1,000 in 21 amounts from 0 to 2,000.
        let amounts: Vec<i64> = (0..21).map(|step| step * 1_000_000).collect();
        let (rate, middle) = (share_of(30, 100, NEED), median(&amounts));
        assert_eq!(middle.value(), Some(1_000.0));
        // Conover: of 21 values the 6th smallest and the 6th largest.
        let ends = (middle.low.unwrap().to_f64(), middle.high.unwrap().to_f64());
        assert_eq!(ends, (500.0, 1_500.0));
        let value = expected(8.0, &rate, &middle);
        assert_eq!(value.value(), Some(2_400.0));
        // Wilson 0.21895 to 0.39585: e^∓√(ln²(0.3/0.21895) + ln² 2), e^√(ln²(0.39585/0.3) + ln² 1.5).
        let ends = (value.low.unwrap().to_f64(), value.high.unwrap().to_f64());
        assert!((ends.0 - 1_120.9).abs() < 1.0 && (ends.1 - 3_922.2).abs() < 1.0, "{ends:?}");
    }

    #[test]
    fn a_short_history_hides_the_value() {
        let rich: Vec<i64> = vec![1_000_000; 40];
        assert_eq!(expected(8.0, &share_of(3, 19, NEED), &median(&rich)).state, State::TooFew { need: NEED });
        let poor = median(&rich[..19]);
        assert_eq!(expected(8.0, &share_of(3, 20, NEED), &poor).state, State::TooFew { need: NEED });
        assert_eq!(median(&[]).state, State::Missing(Missing::NothingInPeriod));
    }

    #[test]
    fn a_rate_of_nothing_is_worth_nothing_and_has_no_interval() {
        let value = expected(8.0, &share_of(0, 40, NEED), &median(&[1_000_000; 40]));
        assert_eq!((value.value(), value.low), (Some(0.0), None));
    }
}
