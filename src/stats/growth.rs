//! Growth of a count between two equally long times.

use super::interval::Estimate;
use super::proportion::wilson;

/// Below so many events in both times together their growth says nothing.
const LEAST_EVENTS: u64 = 5;

/// Growth for each of `steps` steps from `before` events to `after` events in times of the same length, as a fraction:
/// (after / before)^(1/steps) − 1. Of two Poisson counts the later one is, given their sum, binomial; the interval of
/// their ratio is p / (1 − p) over the Wilson interval of that share.
///
/// None below five events together, with none before (there is nothing to grow from), and where no step lies between.
///
/// Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series",
/// Biometrika 31 (1940) 313–323.
pub fn count_growth(before: u64, after: u64, steps: f64) -> Option<Estimate> {
    let sum = before.checked_add(after)?;
    if sum < LEAST_EVENTS || before == 0 || steps <= 0.0 {
        return None;
    }
    let share = wilson(after, sum)?;
    let grown = |share: f64| (share / (1.0 - share)).powf(1.0 / steps) - 1.0;
    let estimate =
        Estimate { value: grown(after as f64 / sum as f64), low: grown(share.low), high: grown(share.high) };
    [estimate.value, estimate.low, estimate.high].iter().all(|number| number.is_finite()).then_some(estimate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_doubling_over_six_months_is_twelve_per_cent_a_month() {
        let growth = count_growth(20, 40, 6.0).unwrap();
        assert!((growth.value - (2f64.powf(1.0 / 6.0) - 1.0)).abs() < 1e-12);
        // Wilson of 40 of 60: 0.5406 to 0.7727, so the ratio lies between 1.177 and 3.399.
        assert!(((growth.low + 1.0).powi(6) - 1.177).abs() < 2e-3, "{growth:?}");
        assert!(((growth.high + 1.0).powi(6) - 3.399).abs() < 2e-3, "{growth:?}");
    }

    #[test]
    fn few_events_or_none_before_say_nothing() {
        assert_eq!(count_growth(2, 2, 3.0), None);
        assert_eq!(count_growth(0, 50, 3.0), None);
        assert_eq!(count_growth(10, 20, 0.0), None);
        // All gone is a loss of everything.
        assert_eq!(count_growth(9, 0, 1.0).unwrap().value, -1.0);
    }

    proptest! {
        #[test]
        fn lies_within_its_interval_and_turns_round(before in 3..500_u64, after in 3..500_u64) {
            let (there, back) = (count_growth(before, after, 1.0).unwrap(), count_growth(after, before, 1.0).unwrap());
            prop_assert!(there.low <= there.value && there.value <= there.high);
            prop_assert!(((1.0 + there.low) * (1.0 + back.high) - 1.0).abs() < 1e-9);
        }
    }
}
