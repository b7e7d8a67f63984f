//! Interval of a proportion: k of n cases.

use super::interval::{Interval, Z_95};

/// The Wilson score interval without continuity correction of `k` of `n` cases, within 0 to 1:
/// (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
///
/// The limit is exactly 0 for `k = 0` and exactly 1 for `k = n`. `None` without cases and for `k > n`.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22 (1927) 209–212.
pub fn wilson(k: u64, n: u64) -> Option<Interval> {
    if n == 0 || k > n {
        return None;
    }
    let (hits, cases) = (k as f64, n as f64);
    let share = hits / cases;
    let z2 = Z_95 * Z_95;
    let centre = share + z2 / (2.0 * cases);
    let reach = Z_95 * (share * (1.0 - share) / cases + z2 / (4.0 * cases * cases)).sqrt();
    let scale = 1.0 + z2 / cases;
    // The ends cancel algebraically, not in floating point. Clamping to the share keeps the
    // interval around its own figure where n is so large that rounding could part them.
    let low = if k == 0 { 0.0 } else { ((centre - reach) / scale).clamp(0.0, share) };
    let high = if k == n { 1.0 } else { ((centre + reach) / scale).clamp(share, 1.0) };
    Interval::finite(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven
    /// methods", Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    #[rstest]
    #[case(81, 263, 0.2553, 0.3662)]
    #[case(15, 148, 0.0624, 0.1605)]
    #[case(0, 20, 0.0, 0.1611)]
    #[case(1, 29, 0.0061, 0.1718)]
    fn equals_the_published_examples(#[case] k: u64, #[case] n: u64, #[case] low: f64, #[case] high: f64) {
        let interval = wilson(k, n).unwrap();
        assert!((interval.low - low).abs() < 5e-5, "{interval:?}");
        assert!((interval.high - high).abs() < 5e-5, "{interval:?}");
    }

    /// R 4.2.2, prop.test(k, n, correct = FALSE).
    #[rstest]
    #[case(81, 263, 0.255_288_520, 0.366_209_577)]
    #[case(15, 148, 0.062_386_400, 0.160_487_242)]
    #[case(0, 20, 0.0, 0.161_125_158)]
    #[case(1, 29, 0.006_113_214, 0.171_755_219)]
    fn equals_r(#[case] k: u64, #[case] n: u64, #[case] low: f64, #[case] high: f64) {
        let interval = wilson(k, n).unwrap();
        assert!((interval.low - low).abs() < 1e-8 && (interval.high - high).abs() < 1e-8, "{interval:?}");
    }

    #[test]
    fn is_exact_at_both_ends() {
        for n in [1, 3, 7, 20, 1_000, 123_457, u64::MAX] {
            assert_eq!(wilson(0, n).unwrap().low, 0.0);
            assert_eq!(wilson(n, n).unwrap().high, 1.0);
        }
    }

    #[test]
    fn has_no_answer_without_cases_or_with_more_hits_than_cases() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
    }

    proptest! {
        #[test]
        fn stays_within_zero_and_one_and_around_the_share(n in 1..u64::MAX, part in 0.0..=1.0f64) {
            let k = ((n as f64 * part) as u64).min(n);
            let interval = wilson(k, n).unwrap();
            let share = k as f64 / n as f64;
            prop_assert!(0.0 <= interval.low && interval.low <= share);
            prop_assert!(share <= interval.high && interval.high <= 1.0);
        }

        #[test]
        fn mirrors_hits_and_misses(n in 1..100_000u64, part in 0.0..=1.0f64) {
            let k = ((n as f64 * part) as u64).min(n);
            let (hits, misses) = (wilson(k, n).unwrap(), wilson(n - k, n).unwrap());
            prop_assert!((hits.low - (1.0 - misses.high)).abs() < 1e-12);
        }
    }
}
