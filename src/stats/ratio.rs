//! Interval of the ratio of two independent figures.

use super::interval::{Estimate, Interval};

/// The interval of `a ÷ b` from the two figures' own intervals (MOVER-R): each limit is the ratio R at which the
/// interval of `a − R·b` ends at 0.
///
/// `None` where a number is not finite, where one of the figures is not positive, or where `b` may be 0: then there is
/// no upper limit.
///
/// Source: A. Donner and G. Y. Zou, "Closed-form confidence intervals for functions of the normal mean and standard
/// deviation", Statistical Methods in Medical Research 21 (2012) 347–359. With intervals that are symmetric the limits
/// are those of Fieller's theorem.
pub fn ratio(a: Estimate, b: Estimate) -> Option<Interval> {
    let all = [a.value, a.low, a.high, b.value, b.low, b.high];
    if all.iter().any(|number| !number.is_finite()) || a.value <= 0.0 || b.value <= 0.0 {
        return None;
    }
    // A limit on the wrong side of its figure (a percentile interval may miss it) adds nothing.
    let (a_low, a_high) = (a.low.min(a.value), a.high.max(a.value));
    let (b_low, b_high) = (b.low.min(b.value), b.high.max(b.value));
    if b_low <= 0.0 {
        return None;
    }
    let product = a.value * b.value;
    // The other way of writing the smaller root: it holds for any sign of `below`.
    let (below, left) = (b_high * (2.0 * b.value - b_high), a_low * (2.0 * a.value - a_low));
    let low = left / (product + (product * product - below * left).max(0.0).sqrt());
    let (above, right) = (b_low * (2.0 * b.value - b_low), a_high * (2.0 * a.value - a_high));
    let high = (product + (product * product - above * right).max(0.0).sqrt()) / above;
    Interval::finite(low.max(0.0), high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn estimate(value: f64, low: f64, high: f64) -> Estimate {
        Estimate { value, low, high }
    }

    /// Fieller by hand: 10 ± 2 over 5 ± 1 is (2 ± √(0.16 + 0.16 − 0.0064)) / 0.96.
    #[test]
    fn equals_fieller_s_theorem_where_intervals_are_symmetric() {
        let interval = ratio(estimate(10.0, 8.0, 12.0), estimate(5.0, 4.0, 6.0)).unwrap();
        assert!((interval.low - 1.44 / 0.96).abs() < 1e-12, "{interval:?}");
        assert!((interval.high - 2.56 / 0.96).abs() < 1e-12, "{interval:?}");
    }

    /// Where one figure is certain the other's limits are divided by it.
    #[test]
    fn a_certain_figure_only_scales() {
        let certain = estimate(2.0, 2.0, 2.0);
        assert_eq!(ratio(estimate(3.0, 1.0, 4.0), certain), Some(Interval { low: 0.5, high: 2.0 }));
        let interval = ratio(certain, estimate(4.0, 2.0, 10.0)).unwrap();
        assert!((interval.low - 0.2).abs() < 1e-12 && (interval.high - 1.0).abs() < 1e-12, "{interval:?}");
    }

    #[test]
    fn has_no_answer_where_the_lower_figure_may_be_nothing() {
        assert_eq!(ratio(estimate(1.0, 0.5, 2.0), estimate(1.0, 0.0, 2.0)), None);
        assert_eq!(ratio(estimate(0.0, 0.0, 0.0), estimate(1.0, 0.5, 2.0)), None);
        assert_eq!(ratio(estimate(1.0, f64::NAN, 2.0), estimate(1.0, 0.5, 2.0)), None);
    }

    proptest! {
        #[test]
        fn the_ratio_lies_inside(
            a in 0.1..1e3f64, b in 0.1..1e3f64,
            below in 0.0..0.99f64, above in 0.0..3.0f64, under in 0.0..0.9f64, over in 0.0..3.0f64,
        ) {
            let a = estimate(a, a * (1.0 - below), a * (1.0 + above));
            let b = estimate(b, b * (1.0 - under), b * (1.0 + over));
            let value = a.value / b.value;
            let interval = ratio(a, b).unwrap();
            prop_assert!(0.0 <= interval.low && interval.low <= value * (1.0 + 1e-9));
            prop_assert!(interval.high >= value * (1.0 - 1e-9));
        }
    }
}
