//! Many questions at once: which of them may be called findings.

/// The p values of many tests, adjusted so that those at or below a level hold at most that share of false
/// findings on average: min over j ≥ i of m·p₍ⱼ₎/j, in the order in which they were given.
///
/// A p value that is no number counts as 1.
///
/// Source: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289–300.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(f64, usize)> = p_values
        .iter()
        .enumerate()
        .map(|(place, p)| (if p.is_finite() { p.clamp(0.0, 1.0) } else { 1.0 }, place))
        .collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let tests = order.len() as f64;
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least: f64 = 1.0;
    for (rank, (p, place)) in order.iter().enumerate().rev() {
        // Rounding must not bring a value below itself.
        least = least.min((p * tests / (rank + 1) as f64).max(*p));
        if let Some(adjusted) = adjusted.get_mut(*place) {
            *adjusted = least;
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Benjamini and Hochberg (1995), section 4.1: fifteen comparisons of two treatments, of which the first four
    /// are findings at 5 %. Adjusted: R 4.2.2, p.adjust(p, "BH").
    #[test]
    fn equals_the_published_example() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528, 0.7590, 1.0,
        ];
        let expected = [
            0.0015,
            0.003,
            0.0095,
            0.035_625,
            0.0603,
            0.063_857_142_857,
            0.063_857_142_857,
            0.0645,
            0.0765,
            0.486,
            0.581_181_818_182,
            0.714_875,
            0.753_230_769_231,
            0.813_214_285_714,
            1.0,
        ];
        let adjusted = benjamini_hochberg(&p);
        assert!(adjusted.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9), "{adjusted:?}");
        assert_eq!(adjusted.iter().filter(|p| **p <= 0.05).count(), 4);
    }

    #[test]
    fn no_tests_and_no_numbers() {
        assert!(benjamini_hochberg(&[]).is_empty());
        assert_eq!(benjamini_hochberg(&[f64::NAN, 0.01]), [1.0, 0.02]);
    }

    proptest! {
        #[test]
        fn never_below_the_value_itself_and_in_the_same_order(p in prop::collection::vec(0.0..=1.0f64, 1..40)) {
            let adjusted = benjamini_hochberg(&p);
            for (one, own) in p.iter().zip(&adjusted) {
                prop_assert!(own >= one && *own <= 1.0);
                for (other, theirs) in p.iter().zip(&adjusted) {
                    prop_assert!(one > other || own <= theirs);
                }
            }
        }
    }
}
