//! Log-rank test: do the groups' curves differ by more than chance?

use super::chi_square::chi_square_survival;
use super::interval::real;
use super::singular::quadratic_form;
use super::survival::Case;

/// The result of a log-rank test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogRank {
    /// Chi-squared statistic, 0 or more.
    pub chi2: f64,
    /// Degrees of freedom: groups that can be told apart, less one.
    pub df: u32,
    /// Probability of a statistic at least as large if the groups did not differ.
    pub p: f64,
}

/// Log-rank test of any number of `groups` of cases: dᵀV⁻d of the deviations d of observed from expected
/// events, with their full hypergeometric covariance V. Memory grows with the square of the groups.
///
/// None where nothing can be compared: fewer than two groups ever at risk together at an event.
/// Cases with a negative or non-finite time are left out; empty groups change nothing.
///
/// Sources: N. Mantel, Cancer Chemotherapy Reports 50 (1966) 163–170; R. Peto and J. Peto, Journal of
/// the Royal Statistical Society A 135 (1972) 185–207.
pub fn log_rank(groups: &[Vec<Case>]) -> Option<LogRank> {
    let mut pooled: Vec<(Case, usize)> = groups
        .iter()
        .enumerate()
        .flat_map(|(group, cases)| cases.iter().map(move |case| (*case, group)))
        .filter(|(case, _)| case.time.is_finite() && case.time >= 0.0)
        .collect();
    pooled.sort_unstable_by(|(a, _), (b, _)| a.time.total_cmp(&b.time));

    let mut at_risk = vec![0_usize; groups.len()];
    for (_, group) in &pooled {
        count(&mut at_risk, *group, |cases| cases + 1);
    }
    let mut deviations = vec![0.0; groups.len()];
    let mut covariance = vec![vec![0.0; groups.len()]; groups.len()];
    let mut total = pooled.len();
    for tied in pooled.chunk_by(|(a, _), (b, _)| a.time == b.time) {
        let events = tied.iter().filter(|(case, _)| case.event).count();
        if events > 0 {
            let (d, n) = (real(events), real(total));
            for (case, group) in tied {
                if let Some(deviation) = deviations.get_mut(*group).filter(|_| case.event) {
                    *deviation += 1.0;
                }
            }
            for (deviation, risk) in deviations.iter_mut().zip(&at_risk) {
                *deviation -= d * real(*risk) / n;
            }
            // A last case alone has no variance; the formula would divide 0 by 0.
            let spread = if total > 1 { d * (n - d) / (n - 1.0) } else { 0.0 };
            for (g, (row, risk)) in covariance.iter_mut().zip(&at_risk).enumerate() {
                let share = real(*risk) / n;
                for (h, (cell, other)) in row.iter_mut().zip(&at_risk).enumerate() {
                    let own = if g == h { 1.0 } else { 0.0 };
                    *cell += spread * share * (own - real(*other) / n);
                }
            }
        }
        for (_, group) in tied {
            count(&mut at_risk, *group, |cases| cases - 1);
        }
        total -= tied.len();
    }
    let (form, df) = quadratic_form(covariance, deviations);
    let chi2 = form.max(0.0);
    Some(LogRank { chi2, df, p: chi_square_survival(chi2, df)? })
}

fn count(at_risk: &mut [usize], group: usize, change: impl Fn(usize) -> usize) {
    if let Some(cases) = at_risk.get_mut(group) {
        *cases = change(*cases);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cases(events: &[u16], censored: &[u16]) -> Vec<Case> {
        let ended = |event: bool| move |time: &u16| Case { time: f64::from(*time), event };
        events.iter().map(ended(true)).chain(censored.iter().map(ended(false))).collect()
    }

    /// Freireich et al., Blood 21 (1963) 699–716, and acute myelogenous leukaemia from R. G. Miller,
    /// "Survival Analysis" (1997), p. 49 (`aml` of R's survival package).
    fn published() -> [Vec<Case>; 4] {
        [
            cases(&[6, 6, 6, 7, 10, 13, 16, 22, 23], &[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
            cases(&[1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], &[]),
            cases(&[9, 13, 18, 23, 31, 34, 48], &[13, 28, 45, 161]),
            cases(&[5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], &[16]),
        ]
    }

    fn close(test: LogRank, chi2: f64, df: u32, p: f64) {
        assert!((test.chi2 - chi2).abs() < 1e-9 * chi2 && (test.p / p - 1.0).abs() < 1e-9, "{test:?}");
        assert_eq!(test.df, df);
    }

    /// 16.79: Kleinbaum and Klein, "Survival Analysis" (2012), chapter 2; further digits: lifelines 0.30.3.
    #[test]
    fn equals_the_textbook_statistic() {
        let [treated, placebo, ..] = published();
        close(log_rank(&[treated, placebo]).unwrap(), 16.792_940_989_216_547, 1, 4.168_809_109_334_511e-5);
    }

    /// R: survdiff(Surv(time, status) ~ x, aml) prints Chisq = 3.4 on 1 degree of freedom (R 4.2.2: 3.396389).
    /// Further digits: lifelines 0.30.3.
    #[test]
    fn equals_r_on_its_own_example() {
        let [.., maintained, not] = published();
        close(log_rank(&[maintained, not]).unwrap(), 3.396_388_697_897_602_4, 1, 0.065_339_322_040_504_9);
    }

    /// lifelines 0.30.3, multivariate_logrank_test.
    #[test]
    fn compares_more_than_two_groups() {
        let [treated, placebo, maintained, not] = published();
        let three = [treated.clone(), maintained.clone(), not.clone()];
        close(log_rank(&three).unwrap(), 3.396_886_489_726_390_4, 2, 0.182_968_139_047_660_96);
        let four = [treated, placebo, maintained, not];
        close(log_rank(&four).unwrap(), 32.986_649_020_607_99, 3, 3.241_624_810_142_961_3e-7);
    }

    #[test]
    fn an_empty_group_takes_no_degree_of_freedom() {
        let [treated, placebo, ..] = published();
        let with = log_rank(&[treated.clone(), vec![], placebo.clone()]).unwrap();
        close(with, 16.792_940_989_216_547, 1, 4.168_809_109_334_511e-5);
    }

    #[test]
    fn one_group_of_five_among_many_still_counts() {
        let crowd: Vec<u16> = (0..20_000).map(|i| 10 + i % 400).collect();
        let slow = cases(&[], &[500; 5]);
        let both = log_rank(&[cases(&crowd, &[]), slow.clone()]).unwrap();
        assert_eq!(both.df, 1);
        assert!(both.p < 1e-6, "{both:?}");
        assert_eq!(log_rank(&[cases(&crowd, &[]), slow, cases(&crowd, &[])]).unwrap().df, 2);
    }

    #[test]
    fn has_no_answer_where_nothing_can_be_compared() {
        assert_eq!(log_rank(&[]), None);
        assert_eq!(log_rank(&[cases(&[1, 2], &[])]), None);
        assert_eq!(log_rank(&[cases(&[], &[1, 2]), cases(&[], &[3])]), None);
        assert_eq!(log_rank(&[cases(&[5], &[]), cases(&[], &[1])]), None);
        assert_eq!(log_rank(&[vec![Case { time: f64::NAN, event: true }], cases(&[1], &[])]), None);
    }

    proptest! {
        #[test]
        fn is_finite_and_does_not_depend_on_the_order_of_groups(
            groups in prop::collection::vec(prop::collection::vec((0..12u8, any::<bool>()), 0..12), 0..5),
        ) {
            let mut groups: Vec<Vec<Case>> = groups.iter()
                .map(|g| g.iter().map(|(time, event)| Case { time: f64::from(*time), event: *event }).collect())
                .collect();
            let forth = log_rank(&groups);
            groups.reverse();
            let back = log_rank(&groups);
            prop_assert_eq!(forth.map(|test| test.df), back.map(|test| test.df));
            if let (Some(forth), Some(back)) = (forth, back) {
                prop_assert!(forth.chi2.is_finite() && (0.0..=1.0).contains(&forth.p));
                prop_assert!((forth.chi2 - back.chi2).abs() < 1e-6 * forth.chi2.max(1.0));
            }
        }
    }
}
