//! Restricted mean: how long until the event on average, within a horizon that the data reach.

use super::chi_square::normal_survival;
use super::interval::{Estimate, Z_95, real};
use super::survival::{Case, kaplan_meier};

/// Mean time without the event, counted up to a horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestrictedMean {
    /// Up to when time counts.
    pub horizon: f64,
    /// Area under the Kaplan–Meier curve up to the horizon.
    pub mean: f64,
    /// Its standard error.
    pub error: f64,
}

/// How two restricted means differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanDifference {
    /// First minus second, with its normal 95 % limits.
    pub difference: Estimate,
    /// Probability of a difference at least as large, in either direction, if there were none.
    pub p: f64,
}

/// The mean time without the event up to `horizon`: the area under the Kaplan–Meier curve, with Greenwood's
/// variance Σ A(tᵢ)²·d/(n(n−d)), where A(t) is the area from t to the horizon.
///
/// None without cases, for a horizon that is not above 0, and where the curve ends before the horizon with
/// cases still open: what comes then is not known.
///
/// Sources: R. G. Miller, "Survival Analysis" (1981), p. 71; P. Royston and M. Parmar, BMC Medical Research
/// Methodology 13 (2013) 152.
pub fn restricted_mean(cases: &[Case], horizon: f64) -> Option<RestrictedMean> {
    let curve = kaplan_meier(cases);
    let last = curve.steps.last()?;
    if !horizon.is_finite() || horizon <= 0.0 || (last.time < horizon && last.survival > 0.0) {
        return None;
    }
    let within = || curve.steps.iter().filter(|step| step.time <= horizon);
    let ends = within().map(|step| step.time).chain([horizon]);
    let shares = [1.0].into_iter().chain(within().map(|step| step.survival));
    let mut from = 0.0;
    let pieces: Vec<f64> = ends
        .zip(shares)
        .map(|(end, share)| {
            let piece = share * (end - from);
            from = end;
            piece
        })
        .collect();
    let mean: f64 = pieces.iter().sum();
    let mut ahead = mean;
    let mut variance = 0.0;
    for (step, piece) in within().zip(&pieces) {
        ahead -= piece;
        let left = step.at_risk - step.events;
        // Where nobody is left, nothing lies ahead.
        if left > 0 {
            variance += ahead * ahead * real(step.events) / (real(step.at_risk) * real(left));
        }
    }
    Some(RestrictedMean { horizon, mean, error: variance.sqrt() })
}

/// The difference `a − b` of two restricted means to the same horizon, by the normal approximation.
///
/// None where the horizons differ or neither mean has a spread.
///
/// Source: L. Zhao et al., Biometrics 72 (2016) 215–221.
pub fn mean_difference(a: RestrictedMean, b: RestrictedMean) -> Option<MeanDifference> {
    let error = a.error.hypot(b.error);
    let value = a.mean - b.mean;
    if a.horizon != b.horizon || !value.is_finite() || !error.is_finite() || error <= 0.0 {
        return None;
    }
    let difference = Estimate { value, low: value - Z_95 * error, high: value + Z_95 * error };
    Some(MeanDifference { difference, p: (2.0 * normal_survival((value / error).abs())).min(1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn cases(events: &[f64], censored: &[f64]) -> Vec<Case> {
        let ended = |event: bool| move |time: &f64| Case { time: *time, event };
        events.iter().map(ended(true)).chain(censored.iter().map(ended(false))).collect()
    }

    /// Acute myelogenous leukaemia, R. G. Miller, "Survival Analysis" (1997), p. 49.
    fn maintained() -> Vec<Case> {
        cases(&[9.0, 13.0, 18.0, 23.0, 31.0, 34.0, 48.0], &[13.0, 28.0, 45.0, 161.0])
    }

    fn not_maintained() -> Vec<Case> {
        cases(&[5.0, 5.0, 8.0, 8.0, 12.0, 23.0, 27.0, 30.0, 33.0, 43.0, 45.0], &[16.0])
    }

    /// R 4.2.2, survival 3.5-3: print(survfit(Surv(time, status) ~ x, aml), rmean = …) prints 52.6 ± 19.83 and
    /// 22.7 ± 4.18 at 161 weeks; further digits from its table.
    #[rstest]
    #[case(true, 30.0, 24.602_272_727_273, 2.313_149_377_319)]
    #[case(true, 48.0, 31.843_181_818_182, 4.527_884_711_750)]
    #[case(true, 161.0, 52.645_454_545_455, 19.828_602_795_563)]
    #[case(false, 30.0, 19.694_444_444_444, 3.054_197_930_718)]
    #[case(false, 161.0, 22.708_333_333_333, 4.180_941_981_033)]
    fn equals_r(#[case] is_maintained: bool, #[case] horizon: f64, #[case] mean: f64, #[case] error: f64) {
        let cases = if is_maintained { maintained() } else { not_maintained() };
        let got = restricted_mean(&cases, horizon).unwrap();
        assert!((got.mean - mean).abs() < 1e-6 && (got.error - error).abs() < 1e-6, "{got:?}");
    }

    /// From R's means and errors at 48 weeks: 9.134848 ± 1.959964 · √(4.527885² + 4.180942²).
    #[test]
    fn the_difference_is_normal() {
        let mean = |cases: &[Case]| restricted_mean(cases, 48.0).unwrap();
        let got = mean_difference(mean(&maintained()), mean(&not_maintained())).unwrap();
        let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
        assert!(near(got.difference.value, 9.134_848_485), "{got:?}");
        assert!(
            near(got.difference.low, -2.944_321_589) && near(got.difference.high, 21.214_018_558),
            "{got:?}"
        );
        assert!(near(got.p, 0.138_282_062), "{got:?}");
    }

    /// Wins after 20, 35, 50 and 60 days, six deals open: of those closed the mean is 41.25 days; in truth 52 % are
    /// still open after 60 days, and half are never seen won. R 4.2.2, survival 3.5-3 (conf.type "log-log").
    #[test]
    fn open_deals_are_part_of_the_cycle() {
        let deals = cases(&[20.0, 35.0, 50.0, 60.0], &[10.0, 40.0, 80.0, 90.0, 100.0, 120.0]);
        let finished: Vec<f64> = deals.iter().filter(|deal| deal.event).map(|deal| deal.time).collect();
        assert_eq!(crate::stats::mean(&finished), Some(41.25));
        let curve = kaplan_meier(&deals);
        let expected = [
            (20.0, 0.888_888_889, 0.432_965_090, 0.983_564_029),
            (35.0, 0.777_777_778, 0.364_751_231, 0.939_296_442),
            (50.0, 0.648_148_148, 0.253_174_594, 0.872_067_628),
            (60.0, 0.518_518_519, 0.164_066_650, 0.787_688_934),
        ];
        for (time, survival, low, high) in expected {
            let step = curve.steps.iter().find(|step| step.time == time).unwrap();
            let band = step.band.unwrap();
            assert!((step.survival - survival).abs() < 1e-6, "{step:?}");
            assert!((band.low - low).abs() < 1e-6 && (band.high - high).abs() < 1e-6, "{step:?}");
        }
        assert_eq!((curve.median(), curve.median_low(), curve.median_high()), (None, Some(20.0), None));
        let within = restricted_mean(&deals, 90.0).unwrap();
        assert!((within.mean - 67.037_037_037).abs() < 1e-6 && (within.error - 8.905_056_456).abs() < 1e-6);
    }

    #[test]
    fn beyond_what_is_known_there_is_no_mean() {
        assert_eq!(restricted_mean(&maintained(), 162.0), None);
        assert_eq!(
            restricted_mean(&cases(&[3.0], &[]), 10.0).map(|mean| (mean.mean, mean.error)),
            Some((3.0, 0.0))
        );
        for horizon in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(restricted_mean(&not_maintained(), horizon), None);
        }
        assert_eq!(restricted_mean(&[], 1.0), None);
        let [near, far] = [30.0, 48.0].map(|horizon| restricted_mean(&maintained(), horizon).unwrap());
        assert_eq!(mean_difference(near, far), None);
        let sure = restricted_mean(&cases(&[3.0], &[]), 10.0).unwrap();
        assert_eq!(mean_difference(sure, sure), None);
    }

    proptest! {
        #[test]
        fn without_censoring_it_is_the_mean_of_capped_times(times in prop::collection::vec(0..30u8, 1..40), horizon in 1..40u8) {
            let times: Vec<f64> = times.iter().map(|time| f64::from(*time)).collect();
            let horizon = f64::from(horizon);
            let capped: f64 = times.iter().map(|time| time.min(horizon)).sum::<f64>() / times.len() as f64;
            let got = restricted_mean(&cases(&times, &[]), horizon).unwrap();
            prop_assert!((got.mean - capped).abs() < 1e-9, "{got:?} {capped}");
        }
    }
}
