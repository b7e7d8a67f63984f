//! Where something that moves by steps will stand: a random walk with drift.
//!
//! Each observation is a step over a stretch of time. The drift is the whole way over the whole time; the variance
//! of a step grows with its time. A forecast is the last value plus the drift, with Student's prediction interval:
//! it holds both what the drift may be off and what the time ahead may bring.

use super::interval::{Estimate, real};
use super::student::student_95;

/// A step: how far, in how much time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// How far.
    pub by: f64,
    /// In how much time; more than none.
    pub time: f64,
}

/// Steps summed up, ready to be continued.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// How far in a unit of time.
    pub rate: f64,
    /// Standard deviation of a step over one unit of time.
    spread: f64,
    /// How much time the steps took together.
    time: f64,
    /// 97.5 % point of Student's t of the steps.
    t: f64,
}

/// The drift of some steps; none below two, where one takes no time, and where a number is not finite.
///
/// Source: P. J. Brockwell and R. A. Davis, "Introduction to Time Series and Forecasting" (2016), 1.3.3 and 3.3
/// (random walk with drift); the interval as of a mean and new observations, N. R. Draper and H. Smith, "Applied
/// Regression Analysis" (1998), 3.1.
pub fn drift(moves: &[Move]) -> Option<Drift> {
    if moves.len() < 2 || moves.iter().any(|step| !step.by.is_finite() || step.time <= 0.0) {
        return None;
    }
    let time: f64 = moves.iter().map(|step| step.time).sum();
    let rate = moves.iter().map(|step| step.by).sum::<f64>() / time;
    let freedom = moves.len() - 1;
    let squares: f64 = moves.iter().map(|step| (step.by - rate * step.time).powi(2) / step.time).sum();
    let spread = (squares / real(freedom)).sqrt();
    let t = student_95(u32::try_from(freedom).ok()?)?;
    (rate.is_finite() && spread.is_finite() && time.is_finite()).then_some(Drift { rate, spread, time, t })
}

impl Drift {
    /// How far it goes in a time ahead, with the interval in which 95 of 100 such ways would end.
    pub fn ahead(&self, time: f64) -> Estimate {
        let time = time.max(0.0);
        let value = self.rate * time;
        let reach = self.t * self.spread * (time + time * time / self.time).sqrt();
        Estimate { value, low: value - reach, high: value + reach }
    }

    /// The drift itself with its interval.
    pub fn rate(&self) -> Estimate {
        let reach = self.t * self.spread / self.time.sqrt();
        Estimate { value: self.rate, low: self.rate - reach, high: self.rate + reach }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn weeks(steps: &[f64]) -> Vec<Move> {
        steps.iter().map(|by| Move { by: *by, time: 1.0 }).collect()
    }

    fn close(estimate: Estimate, value: f64, reach: f64) -> bool {
        (estimate.value - value).abs() < 1e-6
            && (estimate.low - (value - reach)).abs() < 1e-4
            && (estimate.high - (value + reach)).abs() < 1e-4
    }

    /// By hand: 3, 5, 4, 8 have the mean 5, squares 4 + 0 + 1 + 9 = 14, variance 14/3 = 4.66667, deviation
    /// 2.160247; t of three degrees of freedom is 3.182446. Six weeks ahead: 30 ± 3.182446 · 2.160247 · √(6 + 36/4)
    /// = 30 ± 26.62625. The mean: 5 ± 3.182446 · 2.160247 / 2 = 5 ± 3.43743.
    #[test]
    fn of_equal_times_it_is_the_interval_of_new_observations() {
        let drift = drift(&weeks(&[3.0, 5.0, 4.0, 8.0])).unwrap();
        assert!(close(drift.ahead(6.0), 30.0, 26.62625), "{:?}", drift.ahead(6.0));
        assert!(close(drift.rate(), 5.0, 3.43743), "{:?}", drift.rate());
        assert!(close(drift.ahead(0.0), 0.0, 0.0));
    }

    /// By hand: 2 in 1 week, 10 in 3, 0 in 2: 12 in 6 weeks, 2 a week. Squares: 0²/1 + 4²/3 + 4²/2 = 13.33333; over
    /// two, 6.66667, deviation 2.581989; t of two degrees of freedom is 4.302653. Two weeks ahead:
    /// 4 ± 4.302653 · 2.581989 · √(2 + 4/6) = 4 ± 18.14158.
    #[test]
    fn a_longer_step_may_differ_more() {
        let moves = [(2.0, 1.0), (10.0, 3.0), (0.0, 2.0)].map(|(by, time)| Move { by, time });
        let ahead = drift(&moves).unwrap().ahead(2.0);
        assert!(close(ahead, 4.0, 18.14158), "{ahead:?}");
    }

    #[test]
    fn has_no_answer_for_one_step_or_without_time() {
        assert_eq!(drift(&weeks(&[3.0])), None);
        assert_eq!(drift(&[Move { by: 1.0, time: 0.0 }, Move { by: 1.0, time: 1.0 }]), None);
        assert_eq!(drift(&weeks(&[3.0, f64::NAN])), None);
        let even = drift(&weeks(&[3.0, 3.0])).unwrap();
        assert!(close(even.ahead(4.0), 12.0, 0.0));
    }

    proptest! {
        #[test]
        fn two_steps_in_one_keep_the_drift(steps in prop::collection::vec(0.0..50.0f64, 4..20)) {
            let moves = weeks(&steps);
            let mut joined = moves.clone();
            let first = joined.remove(0);
            joined[0] = Move { by: first.by + joined[0].by, time: 2.0 };
            let (one, other) = (drift(&moves).unwrap(), drift(&joined).unwrap());
            prop_assert!((one.rate - other.rate).abs() < 1e-9);
        }
    }
}
