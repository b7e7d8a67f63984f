//! Bootstrap interval of a ratio of sums.

use super::interval::{Interval, real};
use super::random::Random;
use super::resample::{MOST_UNITS, blocks, resampled_sums};
use super::summary::quantile_sorted;

/// Least share of resamples that must have a ratio: beyond it the missing ones could hide a limit.
const LEAST_USABLE: f64 = 0.95;

/// The 95 % percentile interval of Σ numerator / Σ denominator over `rows` (numerator, denominator): rows are
/// drawn with replacement `resamples` times, and the limits are the 2.5 % and 97.5 % quantiles (type 7) of
/// the resampled ratios.
///
/// The same rows in any order and the same `seed` give the same limits. Above 4,096 rows blocks of rows are
/// drawn (see the module `resample`). None below two rows (one cannot say how much it varies), where a number is
/// not finite, and where over 5 % of the resamples have no positive denominator.
///
/// Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), 13.3.
pub fn bootstrap_ratio(rows: &[(f64, f64)], resamples: usize, seed: u64) -> Option<Interval> {
    if rows.len() < 2 || rows.iter().any(|(above, below)| !above.is_finite() || !below.is_finite()) {
        return None;
    }
    let mut sorted = rows.to_vec();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut random = Random::new(seed);
    let sums = if sorted.len() <= MOST_UNITS {
        resampled_sums((0.0, 0.0), &sorted, resamples, &mut random, add)
    } else {
        let total = sorted.iter().copied().fold((0.0, 0.0), add);
        let mean = (total.0 / real(sorted.len()), total.1 / real(sorted.len()));
        for row in &mut sorted {
            *row = (row.0 - mean.0, row.1 - mean.1);
        }
        let units = blocks(sorted, &mut random, add);
        resampled_sums(total, &units, resamples, &mut random, add)
    };
    let usable = sums.into_iter().filter(|(_, below)| *below > 0.0).map(|(above, below)| above / below);
    let mut ratios: Vec<f64> = usable.filter(|ratio| ratio.is_finite()).collect();
    if real(ratios.len()) < LEAST_USABLE * real(resamples) {
        return None;
    }
    ratios.sort_unstable_by(f64::total_cmp);
    Interval::finite(quantile_sorted(&ratios, 0.025)?, quantile_sorted(&ratios, 0.975)?)
}

fn add(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    (a.0 + b.0, a.1 + b.1)
}

#[cfg(test)]
mod tests {
    use super::super::proportion::wilson;
    use super::super::resample::RESAMPLES;
    use super::*;
    use proptest::prelude::*;

    fn shares(hits: usize, cases: usize) -> Vec<(f64, f64)> {
        (0..cases).map(|i| (if i < hits { 1.0 } else { 0.0 }, 1.0)).collect()
    }

    /// Of 0/1 rows the ratio is a share, and the bootstrap must find its known spread.
    #[test]
    fn of_a_share_agrees_with_wilson() {
        for (hits, cases) in [(400, 1_000), (1_600, 4_000), (12_000, 30_000)] {
            let interval = bootstrap_ratio(&shares(hits, cases), RESAMPLES, 42).unwrap();
            let known = wilson(hits as u64, cases as u64).unwrap();
            let width = known.high - known.low;
            assert!((interval.low - known.low).abs() < 0.08 * width, "{interval:?} {known:?}");
            assert!((interval.high - known.high).abs() < 0.08 * width, "{interval:?} {known:?}");
        }
    }

    /// The standard error of a ratio of means, linearised: W. G. Cochran, "Sampling Techniques" (1977), 2.11.
    #[test]
    fn of_unequal_rows_agrees_with_the_linearised_error_in_single_rows_and_in_blocks() {
        for count in [3_000, 9_000, 40_000] {
            let mut random = Random::new(3);
            let rows: Vec<(f64, f64)> = (0..count)
                .map(|_| {
                    let seen = 50.0 + f64::from(random.below(1_000));
                    (seen * 0.02 + f64::from(random.below(30)), seen)
                })
                .collect();
            let total = rows.iter().copied().fold((0.0, 0.0), add);
            let ratio = total.0 / total.1;
            let error = rows.iter().map(|(a, b)| (a - ratio * b).powi(2)).sum::<f64>().sqrt() / total.1;
            let interval = bootstrap_ratio(&rows, RESAMPLES, 1).unwrap();
            assert!(((ratio - interval.low) / error - 1.96).abs() < 0.3, "{count} {interval:?}");
            assert!(((interval.high - ratio) / error - 1.96).abs() < 0.3, "{count} {interval:?}");
        }
    }

    /// One row holds half of the numerator: it is drawn 0, 1, 2 … times (Poisson), not "about once".
    #[test]
    fn one_giant_row_among_many_widens_the_interval() {
        let mut rows = vec![(1.0, 1.0); 20_000];
        rows.push((20_000.0, 1.0));
        let interval = bootstrap_ratio(&rows, RESAMPLES, 5).unwrap();
        assert!((interval.low - 1.0).abs() < 0.05, "{interval:?}");
        assert!((interval.high - 4.0).abs() < 0.05, "{interval:?}");
    }

    #[test]
    fn has_no_answer_without_spread_numbers_or_denominators() {
        assert_eq!(bootstrap_ratio(&[], RESAMPLES, 1), None);
        assert_eq!(bootstrap_ratio(&[(1.0, 2.0)], RESAMPLES, 1), None);
        assert_eq!(bootstrap_ratio(&[(1.0, 2.0), (f64::NAN, 1.0)], RESAMPLES, 1), None);
        assert_eq!(bootstrap_ratio(&[(1.0, 0.0), (2.0, 0.0)], RESAMPLES, 1), None);
        assert_eq!(bootstrap_ratio(&[(1.0, 0.0), (2.0, 3.0)], RESAMPLES, 1), None);
        assert_eq!(bootstrap_ratio(&[(1.0, 1.0), (2.0, 3.0)], 0, 1), None);
        assert_eq!(bootstrap_ratio(&[(f64::MAX, 1.0), (f64::MAX, 1.0)], RESAMPLES, 1), None);
    }

    #[test]
    fn equal_rows_leave_no_doubt_about_their_ratio() {
        let interval = bootstrap_ratio(&[(3.0, 4.0); 6], RESAMPLES, 1).unwrap();
        assert_eq!(interval, Interval { low: 0.75, high: 0.75 });
    }

    #[test]
    fn the_order_of_many_rows_does_not_matter() {
        let mut rows: Vec<(f64, f64)> =
            (0..6_000).map(|i| (f64::from(i % 37), 1.0 + f64::from(i % 101))).collect();
        let sorted = bootstrap_ratio(&rows, 50, 9);
        Random::new(2).shuffle(&mut rows);
        assert_eq!(bootstrap_ratio(&rows, 50, 9), sorted);
    }

    proptest! {
        #[test]
        fn the_order_of_rows_does_not_matter_and_the_seed_decides(
            rows in prop::collection::vec((0.0..100.0f64, 1.0..100.0f64), 2..40)
                .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
            seed in any::<u64>(),
        ) {
            let interval = bootstrap_ratio(&rows.0, 100, seed).unwrap();
            prop_assert_eq!(bootstrap_ratio(&rows.1, 100, seed).unwrap(), interval);
            prop_assert!(interval.low <= interval.high);
            let ratios: Vec<f64> = rows.0.iter().map(|(above, below)| above / below).collect();
            let (least, most) = ratios.iter().fold((f64::MAX, 0.0_f64), |(l, m), r| (l.min(*r), m.max(*r)));
            prop_assert!(least - 1e-9 <= interval.low && interval.high <= most + 1e-9);
        }
    }
}
