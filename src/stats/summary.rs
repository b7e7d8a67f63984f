//! Mean and quantiles.

use super::interval::real;

/// Arithmetic mean. None for no values, or where one is not finite.
pub fn mean(values: &[f64]) -> Option<f64> {
    let mean = values.iter().sum::<f64>() / real(values.len());
    (!values.is_empty() && mean.is_finite()).then_some(mean)
}

/// Middle value; the mean of the middle two of an even number. None for no values, or where one is not finite.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The `p` quantile (0 to 1) of type 7: linear between the order statistics around position (n − 1)·p,
/// counted from 0. None for no values, where one is not finite, and for `p` outside 0 to 1.
///
/// Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American
/// Statistician 50 (1996) 361–365, definition 7 (the default of R).
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    if values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    quantile_sorted(&sorted, p)
}

/// [`quantile`] of values that are finite and ascending already.
pub(super) fn quantile_sorted(sorted: &[f64], p: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    let position = real(sorted.len().checked_sub(1)?) * p;
    // Not negative and at most n − 1: the cast is exact.
    let below = position.floor() as usize;
    let (low, part) = (*sorted.get(below)?, position.fract());
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    // Unlike low + part·(high − low) this cannot overflow; the clamp keeps equal neighbours equal.
    Some((low * (1.0 - part) + high * part).clamp(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    /// By hand: position 4·p in 1, 3, 4, 10, 20.
    #[rstest]
    #[case(0.0, 1.0)]
    #[case(0.1, 1.8)]
    #[case(0.25, 3.0)]
    #[case(0.5, 4.0)]
    #[case(0.9, 16.0)]
    #[case(1.0, 20.0)]
    fn quantiles_are_of_type_seven(#[case] p: f64, #[case] expected: f64) {
        assert!((quantile(&[10.0, 1.0, 20.0, 4.0, 3.0], p).unwrap() - expected).abs() < 1e-12);
    }

    #[test]
    fn middle_and_mean() {
        assert_eq!(median(&[5.0, 1.0, 4.0]), Some(4.0));
        assert_eq!(median(&[5.0, 1.0, 4.0, 2.0]), Some(3.0));
        assert_eq!(mean(&[5.0, 1.0, 4.0, 2.0]), Some(3.0));
        assert_eq!(median(&[-f64::MAX, f64::MAX]), Some(0.0));
    }

    #[test]
    fn have_no_answer_without_numbers() {
        assert_eq!((mean(&[]), median(&[])), (None, None));
        assert_eq!(mean(&[f64::MAX, f64::MAX]), None);
        assert_eq!((mean(&[f64::NAN, 1.0]), median(&[f64::INFINITY, 1.0])), (None, None));
        assert_eq!((quantile(&[1.0], 1.1), quantile(&[1.0], f64::NAN)), (None, None));
    }

    proptest! {
        #[test]
        fn median_has_half_on_each_side(values in prop::collection::vec(-1e9..1e9f64, 1..40)) {
            let middle = median(&values).unwrap();
            let below = values.iter().filter(|value| **value < middle).count();
            let above = values.iter().filter(|value| **value > middle).count();
            prop_assert!(2 * below <= values.len() && 2 * above <= values.len());
        }
    }
}
