//! Interval of the difference of two independent figures.

use super::interval::{Estimate, Interval};
use super::proportion::wilson;

/// The interval of `a − b` from the two figures' own intervals (MOVER): the lower limit lies
/// √((a − aₗ)² + (bᵤ − b)²) below the difference, the upper √((aᵤ − a)² + (b − bₗ)²) above it.
///
/// A limit on the wrong side of its figure (a percentile interval may miss it) adds nothing.
/// `None` where a number is not finite.
///
/// Source: G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures: a general
/// approach", Statistics in Medicine 27 (2008) 1693–1702.
pub fn difference(a: Estimate, b: Estimate) -> Option<Interval> {
    // `f64::max` would turn NaN into 0 and a missing limit into certainty.
    if [a.value, a.low, a.high, b.value, b.low, b.high].iter().any(|number| !number.is_finite()) {
        return None;
    }
    let gap = a.value - b.value;
    let below = (a.value - a.low).max(0.0).hypot((b.high - b.value).max(0.0));
    let above = (a.high - a.value).max(0.0).hypot((b.value - b.low).max(0.0));
    Interval::finite(gap - below, gap + above)
}

/// The hybrid score interval (method 10) of k₁/n₁ − k₂/n₂: MOVER over two Wilson intervals, within −1 to 1.
/// `None` where a share has no cases or more hits than cases.
///
/// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions:
/// comparison of eleven methods", Statistics in Medicine 17 (1998) 873–890.
pub fn newcombe(k1: u64, n1: u64, k2: u64, n2: u64) -> Option<Interval> {
    let share = |k: u64, n: u64| {
        let Interval { low, high } = wilson(k, n)?;
        Some(Estimate { value: k as f64 / n as f64, low, high })
    };
    let Interval { low, high } = difference(share(k1, n1)?, share(k2, n2)?)?;
    // Mathematically never outside; floating point may be by one unit in the last place.
    Interval::finite(low.max(-1.0), high.min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    /// Newcombe (1998), table II, method 10, examples (a) to (h).
    #[rstest]
    #[case([56, 70, 48, 80], 0.0524, 0.3339)]
    #[case([9, 10, 3, 10], 0.1705, 0.8090)]
    #[case([6, 7, 2, 7], 0.0582, 0.8062)]
    #[case([5, 56, 0, 29], -0.0381, 0.1926)]
    #[case([0, 10, 0, 20], -0.1611, 0.2775)]
    #[case([0, 10, 0, 10], -0.2775, 0.2775)]
    #[case([10, 10, 0, 20], 0.6791, 1.0)]
    #[case([10, 10, 0, 10], 0.6075, 1.0)]
    fn equals_the_published_examples(#[case] table: [u64; 4], #[case] low: f64, #[case] high: f64) {
        let [k1, n1, k2, n2] = table;
        let interval = newcombe(k1, n1, k2, n2).unwrap();
        assert!((interval.low - low).abs() < 5e-5, "{interval:?}");
        assert!((interval.high - high).abs() < 5e-5, "{interval:?}");
    }

    /// The same by its formula from the limits of R 4.2.2, prop.test(k, n, correct = FALSE), of each share.
    #[rstest]
    #[case([56, 70, 48, 80], 0.052_431_472, 0.333_872_654)]
    #[case([9, 10, 3, 10], 0.170_522_724, 0.809_017_974)]
    #[case([5, 56, 0, 29], -0.038_137_148, 0.192_560_014)]
    fn has_the_digits_of_r_s_limits(#[case] table: [u64; 4], #[case] low: f64, #[case] high: f64) {
        let [k1, n1, k2, n2] = table;
        let interval = newcombe(k1, n1, k2, n2).unwrap();
        assert!((interval.low - low).abs() < 1e-8 && (interval.high - high).abs() < 1e-8, "{interval:?}");
    }

    #[test]
    fn has_no_answer_without_cases_or_numbers() {
        let known = Estimate { value: 1.0, low: 0.0, high: 2.0 };
        assert_eq!(newcombe(0, 0, 1, 2), None);
        assert_eq!(newcombe(1, 2, 3, 2), None);
        assert_eq!(difference(Estimate { low: f64::NAN, ..known }, known), None);
        assert_eq!(difference(known, Estimate { high: f64::INFINITY, ..known }), None);
        assert_eq!(difference(Estimate { value: f64::MAX, low: -f64::MAX, high: f64::MAX }, known), None);
    }

    #[test]
    fn a_limit_beyond_its_own_figure_adds_no_width() {
        let skewed = Estimate { value: 1.0, low: 1.5, high: 2.0 };
        let point = Estimate { value: 0.0, low: 0.0, high: 0.0 };
        assert_eq!(difference(skewed, point), Some(Interval { low: 1.0, high: 2.0 }));
    }

    fn estimate() -> impl Strategy<Value = Estimate> {
        (-1e6..1e6f64, 0.0..1e6f64, 0.0..1e6f64).prop_map(|(value, below, above)| Estimate {
            value,
            low: value - below,
            high: value + above,
        })
    }

    proptest! {
        #[test]
        fn swapping_the_figures_turns_the_interval_round(a in estimate(), b in estimate()) {
            let (forth, back) = (difference(a, b).unwrap(), difference(b, a).unwrap());
            prop_assert_eq!(forth.low, -back.high);
            prop_assert_eq!(forth.high, -back.low);
            prop_assert!(forth.low <= a.value - b.value && a.value - b.value <= forth.high);
        }

        #[test]
        fn of_shares_stays_within_minus_one_and_one(n1 in 1..5_000u64, n2 in 1..5_000u64, p in 0.0..=1.0f64, q in 0.0..=1.0f64) {
            let (k1, k2) = ((n1 as f64 * p) as u64, (n2 as f64 * q) as u64);
            let interval = newcombe(k1.min(n1), n1, k2.min(n2), n2).unwrap();
            prop_assert!(-1.0 <= interval.low && interval.low <= interval.high && interval.high <= 1.0);
        }
    }
}
