//! Bootstrap intervals of sums and means of whole numbers: money in minor units, counts.

use super::random::Random;
use super::resample::{MOST_UNITS, blocks, resampled_sums};

/// Denominator of the quantiles' positions: 2.5 % and 97.5 % are whole thousandths, so no float is needed.
const THOUSANDTHS: i128 = 1_000;

/// A two-sided 95 % interval in whole units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExactInterval {
    /// Lower limit.
    pub low: i128,
    /// Upper limit.
    pub high: i128,
}

/// The 95 % percentile interval of Σ `rows`, the number of rows held fixed; limits rounded half-even to
/// whole units. Rules as for [`super::bootstrap_ratio`]; None below two rows and where a sum outgrows 128 bits.
pub fn bootstrap_sum_i128(rows: &[i128], resamples: usize, seed: u64) -> Option<ExactInterval> {
    percentiles(rows, resamples, seed, 1)
}

/// The 95 % percentile interval of the mean of `rows`; limits rounded once, half-even, to whole units.
/// Rules as for [`bootstrap_sum_i128`].
pub fn bootstrap_mean_i128(rows: &[i128], resamples: usize, seed: u64) -> Option<ExactInterval> {
    percentiles(rows, resamples, seed, i128::try_from(rows.len()).ok()?)
}

fn percentiles(rows: &[i128], resamples: usize, seed: u64, divisor: i128) -> Option<ExactInterval> {
    if rows.len() < 2 {
        return None;
    }
    let mut sorted = rows.to_vec();
    sorted.sort_unstable();
    let mut random = Random::new(seed);
    let count = i128::try_from(sorted.len()).ok()?;
    let most = sorted.iter().try_fold(0_i128, |most, row| Some(most.max(row.checked_abs()?)))?;
    // No resampled sum is further from 0 than this; where it fits, nothing below can overflow.
    let reach = most.checked_mul(count)?;
    let (mut sums, scale) = if sorted.len() <= MOST_UNITS {
        reach.checked_mul(4 * THOUSANDTHS)?;
        (resampled_sums(0, &sorted, resamples, &mut random, |a, b| a + b), 1)
    } else {
        // Deviations from the mean, times the number of rows so that they stay whole.
        reach.checked_mul(count)?.checked_mul(16 * THOUSANDTHS)?;
        let total: i128 = sorted.iter().sum();
        for row in &mut sorted {
            *row = *row * count - total;
        }
        let units = blocks(sorted, &mut random, |a, b| a + b);
        (resampled_sums(total * count, &units, resamples, &mut random, |a, b| a + b), count)
    };
    sums.sort_unstable();
    let divisor = divisor.checked_mul(scale)?.checked_mul(THOUSANDTHS)?;
    let limit = |p| Some(divide_half_even(quantile_thousandths(&sums, p)?, divisor));
    Some(ExactInterval { low: limit(25)?, high: limit(975)? })
}

/// A thousand times the `p`/1,000 quantile (type 7) of ascending numbers.
fn quantile_thousandths(sorted: &[i128], p: usize) -> Option<i128> {
    let position = sorted.len().checked_sub(1)?.checked_mul(p)?;
    let (below, part) = (position / 1_000, i128::try_from(position % 1_000).ok()?);
    let low = *sorted.get(below)?;
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    Some(low * THOUSANDTHS + (high - low) * part)
}

/// `numerator` / `divisor` (positive) to the nearest whole number, halves to the even one.
fn divide_half_even(numerator: i128, divisor: i128) -> i128 {
    let (whole, rest) = (numerator.div_euclid(divisor), numerator.rem_euclid(divisor));
    let up = match rest.cmp(&(divisor - rest)) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => whole % 2 != 0,
        std::cmp::Ordering::Greater => true,
    };
    whole + i128::from(up)
}

#[cfg(test)]
mod tests {
    use super::super::bootstrap::bootstrap_ratio;
    use super::super::resample::RESAMPLES;
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case(5, 2, 2)]
    #[case(7, 2, 4)]
    #[case(-5, 2, -2)]
    #[case(-7, 2, -4)]
    #[case(-1, 3, 0)]
    #[case(-2, 3, -1)]
    #[case(8, 3, 3)]
    #[case(6, 3, 2)]
    fn rounds_halves_to_even(#[case] numerator: i128, #[case] divisor: i128, #[case] expected: i128) {
        assert_eq!(divide_half_even(numerator, divisor), expected);
    }

    #[test]
    fn quantiles_are_of_type_seven() {
        // Position 4 · 0.025 = 0.1: 1 + 0.1 · (3 − 1).
        assert_eq!(quantile_thousandths(&[1, 3, 4, 10, 20], 25), Some(1_200));
        assert_eq!(quantile_thousandths(&[1, 3, 4, 10, 20], 975), Some(19_000));
        assert_eq!(quantile_thousandths(&[], 25), None);
    }

    /// Of whole numbers with the denominator 1 both ways of counting draw the same rows.
    #[test]
    fn agrees_with_the_ratio_of_sums() {
        let rows: Vec<i128> = (0..300).map(|i| 1_000_000 + (i * i * 7_919) % 5_000_000).collect();
        let pairs: Vec<(f64, f64)> = rows.iter().map(|row| (*row as f64, 1.0)).collect();
        let mean = bootstrap_mean_i128(&rows, RESAMPLES, 11).unwrap();
        let ratio = bootstrap_ratio(&pairs, RESAMPLES, 11).unwrap();
        assert!((mean.low as f64 - ratio.low).abs() <= 0.5 && (mean.high as f64 - ratio.high).abs() <= 0.5);
    }

    /// σ·√n around the total, for single rows and for blocks, also where a block holds one row or two.
    #[test]
    fn a_sum_has_its_known_standard_error() {
        for count in [2_000_u32, 6_144, 50_000] {
            let mut random = Random::new(8);
            let rows: Vec<i128> = (0..count).map(|_| 50_000 + i128::from(random.below(100_000))).collect();
            let total: i128 = rows.iter().sum();
            let mean = total as f64 / f64::from(count);
            let error = rows.iter().map(|row| (*row as f64 - mean).powi(2)).sum::<f64>().sqrt();
            let interval = bootstrap_sum_i128(&rows, RESAMPLES, 4).unwrap();
            assert!(((total - interval.low) as f64 / error - 1.96).abs() < 0.3, "{count} {interval:?}");
            assert!(((interval.high - total) as f64 / error - 1.96).abs() < 0.3, "{count} {interval:?}");
        }
    }

    #[test]
    fn equal_amounts_give_exact_limits_in_single_rows_and_in_blocks() {
        for count in [3, 5_000] {
            let rows = vec![1_234_567_i128; count];
            let sum = 1_234_567 * i128::try_from(count).unwrap();
            assert_eq!(bootstrap_sum_i128(&rows, 200, 1), Some(ExactInterval { low: sum, high: sum }));
            assert_eq!(
                bootstrap_mean_i128(&rows, 200, 1),
                Some(ExactInterval { low: 1_234_567, high: 1_234_567 })
            );
        }
    }

    #[test]
    fn has_no_answer_without_spread_or_beyond_its_range() {
        assert_eq!(bootstrap_sum_i128(&[], RESAMPLES, 1), None);
        assert_eq!(bootstrap_mean_i128(&[], RESAMPLES, 1), None);
        assert_eq!(bootstrap_sum_i128(&[7], RESAMPLES, 1), None);
        assert_eq!(bootstrap_sum_i128(&[1, 2], 0, 1), None);
        assert_eq!(bootstrap_sum_i128(&[i128::MIN, 1], RESAMPLES, 1), None);
        assert_eq!(bootstrap_sum_i128(&[i128::MAX, i128::MAX], RESAMPLES, 1), None);
        assert_eq!(bootstrap_mean_i128(&vec![i128::MAX / 5_000; 5_000], RESAMPLES, 1), None);
    }

    #[test]
    fn the_order_of_many_rows_does_not_matter() {
        let mut rows: Vec<i128> = (0..6_000).map(|i| i % 997).collect();
        let sorted = bootstrap_sum_i128(&rows, 50, 9);
        rows.reverse();
        assert_eq!(bootstrap_sum_i128(&rows, 50, 9), sorted);
    }

    proptest! {
        #[test]
        fn the_order_of_rows_does_not_matter_and_limits_hold_possible_sums(
            rows in prop::collection::vec(-1_000_000_000_i128..1_000_000_000, 2..40)
                .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
            seed in any::<u64>(),
        ) {
            let interval = bootstrap_sum_i128(&rows.0, 100, seed).unwrap();
            prop_assert_eq!(bootstrap_sum_i128(&rows.1, 100, seed).unwrap(), interval);
            let count = i128::try_from(rows.0.len()).unwrap();
            let (least, most) = (rows.0.iter().min().unwrap(), rows.0.iter().max().unwrap());
            prop_assert!(least * count <= interval.low && interval.low <= interval.high);
            prop_assert!(interval.high <= most * count);
        }
    }
}
