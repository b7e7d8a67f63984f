//! Kaplan–Meier: how long until the event, when some cases have not had it yet.

use super::interval::{Interval, Z_95, real};

/// How far floating point may leave a share that is one half exactly. A real step of the curve is at
/// least one case in n, so this cannot be mistaken for one below a thousand million cases.
const HALF_TOLERANCE: f64 = 1e-9;

/// One case followed from its start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {
    /// Time followed, in any one unit, 0 or more.
    pub time: f64,
    /// Whether the event ended it; otherwise it is censored: all we know is that it lasted this long.
    pub event: bool,
}

/// The curve at one time at which a case ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// In the unit of the cases.
    pub time: f64,
    /// Cases still followed just before this time.
    pub at_risk: usize,
    /// Events at this time.
    pub events: usize,
    /// Cases censored at this time, after its events.
    pub censored: usize,
    /// Share of cases without the event after this time.
    pub survival: f64,
    /// Log-log (Greenwood) limits of `survival`. None where it is exactly 1 or 0: undefined there.
    pub band: Option<Interval>,
}

/// A Kaplan–Meier curve.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survival {
    /// One step for each distinct time, ascending; 1 before the first.
    pub steps: Vec<SurvivalStep>,
    /// Cases in the curve.
    pub cases: usize,
    /// Events among them.
    pub events: usize,
}

impl Survival {
    /// The smallest time at which at most half of the cases are without the event; None where the
    /// curve does not get there.
    pub fn median(&self) -> Option<f64> {
        self.first(|step| Some(step.survival))
    }

    /// Lower limit of the median: the smallest time at which the lower band is at most one half.
    /// None where that does not happen while the curve is above 0.
    pub fn median_low(&self) -> Option<f64> {
        self.first(|step| step.band.map(|band| band.low))
    }

    /// Upper limit of the median: the smallest time at which the upper band is at most one half.
    /// None where that does not happen while the curve is above 0: there is no upper limit.
    pub fn median_high(&self) -> Option<f64> {
        self.first(|step| step.band.map(|band| band.high))
    }

    fn first(&self, share: impl Fn(&SurvivalStep) -> Option<f64>) -> Option<f64> {
        let halved = |step: &&SurvivalStep| share(step).is_some_and(|share| share <= 0.5 + HALF_TOLERANCE);
        self.steps.iter().find(halved).map(|step| step.time)
    }
}

/// The Kaplan–Meier curve of `cases` with pointwise log-log 95 % limits,
/// S^exp(± z·√(Σ d/(n(n−d))) / ln S) (Greenwood's variance). O(n log n).
///
/// At equal times events come before censorings. Cases with a negative or non-finite time are left out.
/// The order of the cases does not matter.
///
/// Sources: E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53 (1958) 457–481;
/// J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time Data" (1980), 1.3.
pub fn kaplan_meier(cases: &[Case]) -> Survival {
    let mut sorted: Vec<Case> =
        cases.iter().copied().filter(|case| case.time.is_finite() && case.time >= 0.0).collect();
    sorted.sort_unstable_by(|a, b| a.time.total_cmp(&b.time));

    let mut curve = Survival { cases: sorted.len(), ..Survival::default() };
    let mut at_risk = sorted.len();
    let mut survival = 1.0;
    let mut greenwood = 0.0;
    // Equality of numbers, so −0 and 0 are one time though the sort tells them apart.
    for tied in sorted.chunk_by(|a, b| a.time == b.time) {
        let Some(first) = tied.first() else { continue };
        let events = tied.iter().filter(|case| case.event).count();
        let left = at_risk - events;
        if left == 0 && events > 0 {
            survival = 0.0;
        } else {
            survival *= real(left) / real(at_risk);
            greenwood += real(events) / (real(at_risk) * real(left));
        }
        curve.events += events;
        curve.steps.push(SurvivalStep {
            time: first.time,
            at_risk,
            events,
            censored: tied.len() - events,
            survival,
            band: log_log(survival, greenwood),
        });
        at_risk -= tied.len();
    }
    curve
}

fn log_log(survival: f64, greenwood: f64) -> Option<Interval> {
    if survival <= 0.0 || survival >= 1.0 {
        return None;
    }
    let reach = (Z_95 * greenwood.sqrt() / survival.ln().abs()).exp();
    Interval::finite(survival.powf(reach), survival.powf(reach.recip()))
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

    /// E. J. Freireich et al., Blood 21 (1963) 699–716: weeks of remission under 6-mercaptopurine.
    fn treated() -> Vec<Case> {
        cases(
            &[6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0],
            &[6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0],
        )
    }

    fn placebo() -> Vec<Case> {
        let weeks = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map(f64::from);
        cases(&weeks, &[])
    }

    /// Curve: D. G. Kleinbaum and M. Klein, "Survival Analysis: A Self-Learning Text" (2012), table 2.1.
    /// Band: R 4.2.2, survival 3.5-3, conf.type "log-log"; lifelines 0.30.3 says the same.
    #[rstest]
    #[case(6.0, 21, 3, 0.857143, 0.619718, 0.951552)]
    #[case(7.0, 17, 1, 0.806723, 0.563147, 0.922809)]
    #[case(10.0, 15, 1, 0.752941, 0.503200, 0.889362)]
    #[case(13.0, 12, 1, 0.690196, 0.431610, 0.849066)]
    #[case(16.0, 11, 1, 0.627451, 0.367511, 0.804912)]
    #[case(22.0, 7, 1, 0.537815, 0.267779, 0.746791)]
    #[case(23.0, 6, 1, 0.448179, 0.188052, 0.680143)]
    fn equals_the_textbook_curve(
        #[case] week: f64,
        #[case] at_risk: usize,
        #[case] events: usize,
        #[case] survival: f64,
        #[case] low: f64,
        #[case] high: f64,
    ) {
        let curve = kaplan_meier(&treated());
        let step = curve.steps.iter().find(|step| step.time == week).unwrap();
        let band = step.band.unwrap();
        assert_eq!((step.at_risk, step.events), (at_risk, events));
        assert!((step.survival - survival).abs() < 1e-6, "{step:?}");
        assert!((band.low - low).abs() < 1e-6 && (band.high - high).abs() < 1e-6, "{step:?}");
    }

    /// Medians 23 and 8: Kleinbaum and Klein, chapter 2. Limits: lifelines 0.30.3, median_survival_times.
    #[test]
    fn medians_and_limits_equal_the_published_ones() {
        let (treated, placebo) = (kaplan_meier(&treated()), kaplan_meier(&placebo()));
        assert_eq!(
            (treated.median(), treated.median_low(), treated.median_high()),
            (Some(23.0), Some(13.0), None)
        );
        assert_eq!(
            (placebo.median(), placebo.median_low(), placebo.median_high()),
            (Some(8.0), Some(4.0), Some(11.0))
        );
        assert_eq!((treated.cases, treated.events, placebo.events), (21, 9, 21));
    }

    #[test]
    fn one_half_counts_though_floating_point_misses_it() {
        // 9/10 · 7/9 · 5/7 = 1/2, in floating point a little more or less.
        let curve = kaplan_meier(&cases(&[1.0, 2.0, 2.0, 3.0, 3.0], &[4.0; 5]));
        assert_eq!(curve.median(), Some(3.0));
        let long: Vec<f64> = (1..=3_001).map(f64::from).collect();
        let halves = kaplan_meier(&cases(&long[..1_500], &[5_000.0; 1_500]));
        assert_eq!(halves.median(), Some(1_500.0));
    }

    #[test]
    fn has_no_median_where_the_curve_stays_above_one_half() {
        let curve = kaplan_meier(&cases(&[1.0], &[2.0, 3.0, 4.0]));
        assert_eq!(curve.median(), None);
        assert_eq!(kaplan_meier(&[]), Survival::default());
        assert_eq!(kaplan_meier(&[]).median(), None);
    }

    #[test]
    fn a_limit_crossed_only_where_nobody_is_left_is_none() {
        let curve = kaplan_meier(&cases(&[3.0], &[]));
        assert_eq!((curve.median(), curve.median_low(), curve.median_high()), (Some(3.0), None, None));
    }

    #[test]
    fn events_at_time_zero_and_ties_with_censorings_count_all_at_risk() {
        let curve = kaplan_meier(&cases(&[0.0, -0.0, 5.0], &[5.0]));
        let steps: Vec<_> =
            curve.steps.iter().map(|s| (s.time, s.at_risk, s.events, s.censored, s.survival)).collect();
        assert_eq!(steps, [(0.0, 4, 2, 0, 0.5), (5.0, 2, 1, 1, 0.25)]);
        assert_eq!(curve.median(), Some(0.0));
    }

    #[test]
    fn impossible_times_are_left_out() {
        let odd = cases(&[f64::NAN, f64::INFINITY, -1.0, 2.0], &[f64::NEG_INFINITY]);
        assert_eq!(kaplan_meier(&odd).cases, 1);
    }

    #[test]
    fn a_million_cases_keep_their_median() {
        // 7,919 and a million have no common factor: every day from 0 to 999,999 once, out of order.
        let day = |i: u32| (u64::from(i) * 7_919 % 1_000_000) as f64;
        let many: Vec<Case> = (0..1_000_000).map(|i| Case { time: day(i), event: true }).collect();
        assert_eq!(kaplan_meier(&many).median(), Some(499_999.0));
    }

    fn any_cases() -> impl Strategy<Value = Vec<Case>> {
        let case = (0..30u8, any::<bool>()).prop_map(|(time, event)| Case { time: time.into(), event });
        prop::collection::vec(case, 0..60)
    }

    proptest! {
        #[test]
        fn never_rises_and_stays_within_its_band(cases in any_cases()) {
            let mut before = 1.0;
            for step in kaplan_meier(&cases).steps {
                prop_assert!((0.0..=before).contains(&step.survival));
                before = step.survival;
                if let Some(Interval { low, high }) = step.band {
                    prop_assert!(0.0 <= low && low <= step.survival && step.survival <= high && high <= 1.0);
                }
            }
        }

        #[test]
        fn does_not_depend_on_the_order(cases in any_cases().prop_flat_map(|c| (Just(c.clone()), Just(c).prop_shuffle()))) {
            prop_assert_eq!(kaplan_meier(&cases.0), kaplan_meier(&cases.1));
        }

        #[test]
        fn without_censoring_it_is_the_share_left(times in prop::collection::vec(0..20u8, 1..50)) {
            let events: Vec<f64> = times.iter().map(|t| f64::from(*t)).collect();
            for step in kaplan_meier(&cases(&events, &[])).steps {
                let left = events.iter().filter(|time| **time > step.time).count();
                prop_assert!((step.survival - left as f64 / events.len() as f64).abs() < 1e-12);
            }
        }
    }
}
