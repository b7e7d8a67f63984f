//! Aalen–Johansen: the share of cases ended by each of two causes, by time.

use super::interval::real;

/// Relative slack for "half of the last value": floating point must not miss an exact half.
const HALF_TOLERANCE: f64 = 1e-9;

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Ended well.
    Won,
    /// Ended the other way: it can no longer be won.
    Lost,
    /// Not ended when last seen: censored.
    Open,
}

/// One case followed from its start, with two ways to end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Competing {
    /// Time followed, in any one unit, 0 or more.
    pub time: f64,
    /// How it ended at that time.
    pub outcome: Outcome,
}

/// The curves at one time at which a case ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncidenceStep {
    /// In the unit of the cases.
    pub time: f64,
    /// Cases still followed just before this time.
    pub at_risk: usize,
    /// Share of all cases won by this time.
    pub won: f64,
    /// Share of all cases lost by this time.
    pub lost: f64,
    /// Share still open after this time: what the other two leave.
    pub open: f64,
}

/// Cumulative incidence of winning and losing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Incidence {
    /// One step for each distinct time, ascending.
    pub steps: Vec<IncidenceStep>,
}

impl Incidence {
    /// The smallest time at which the curve of `outcome` (`Won` or `Lost`) reaches half of its last
    /// value. None where no case ended so, and for `Open`, whose curve falls.
    pub fn half_of_last(&self, outcome: Outcome) -> Option<f64> {
        let share = |step: &IncidenceStep| match outcome {
            Outcome::Won => step.won,
            Outcome::Lost => step.lost,
            Outcome::Open => 0.0,
        };
        let last = self.steps.last().map(share).filter(|last| *last > 0.0)?;
        let half = last * (0.5 - HALF_TOLERANCE);
        self.steps.iter().find(|step| share(step) >= half).map(|step| step.time)
    }
}

/// The Aalen–Johansen curves of `cases`: at each time a cause adds S(t−)·d/n, its events over the cases
/// at risk, weighted by the share open until then. O(n log n).
///
/// Unlike 1 − Kaplan–Meier with the other cause censored, the shares add up to at most 1.
/// At equal times ends come before censorings. Cases with a negative or non-finite time are left out.
///
/// Source: O. O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous Markov
/// chains based on censored observations", Scandinavian Journal of Statistics 5 (1978) 141–150.
pub fn aalen_johansen(cases: &[Competing]) -> Incidence {
    let mut sorted: Vec<Competing> =
        cases.iter().copied().filter(|case| case.time.is_finite() && case.time >= 0.0).collect();
    sorted.sort_unstable_by(|a, b| a.time.total_cmp(&b.time));

    let mut curves = Incidence::default();
    let mut at_risk = sorted.len();
    let (mut won, mut lost, mut open) = (0.0, 0.0, 1.0);
    for tied in sorted.chunk_by(|a, b| a.time == b.time) {
        let Some(first) = tied.first() else { continue };
        let ended = |outcome| tied.iter().filter(|case| case.outcome == outcome).count();
        let (wins, losses) = (ended(Outcome::Won), ended(Outcome::Lost));
        won += open * real(wins) / real(at_risk);
        lost += open * real(losses) / real(at_risk);
        open *= real(at_risk - wins - losses) / real(at_risk);
        curves.steps.push(IncidenceStep { time: first.time, at_risk, won, lost, open });
        at_risk -= tied.len();
    }
    curves
}

#[cfg(test)]
mod tests {
    use super::super::survival::{Case, kaplan_meier};
    use super::*;
    use Outcome::{Lost, Open, Won};
    use proptest::prelude::*;

    fn cases(list: &[(f64, Outcome)]) -> Vec<Competing> {
        list.iter().map(|(time, outcome)| Competing { time: *time, outcome: *outcome }).collect()
    }

    fn ten() -> Vec<Competing> {
        cases(&[
            (5.0, Won),
            (8.0, Lost),
            (12.0, Won),
            (15.0, Open),
            (20.0, Lost),
            (22.0, Won),
            (30.0, Open),
            (41.0, Won),
            (55.0, Lost),
            (60.0, Open),
        ])
    }

    /// R 4.2.2, survival 3.5-3, survfit(Surv(time, factor(outcome)) ~ 1); lifelines 0.30.3 says the same.
    #[test]
    fn equals_an_independent_implementation() {
        let expected = [
            (5.0, 0.1, 0.0),
            (8.0, 0.1, 0.1),
            (12.0, 0.2, 0.1),
            (15.0, 0.2, 0.1),
            (20.0, 0.2, 0.216_667),
            (22.0, 0.316_667, 0.216_667),
            (30.0, 0.316_667, 0.216_667),
            (41.0, 0.472_222, 0.216_667),
            (55.0, 0.472_222, 0.372_222),
            (60.0, 0.472_222, 0.372_222),
        ];
        let curves = aalen_johansen(&ten());
        assert_eq!(curves.steps.len(), expected.len());
        for (step, (time, won, lost)) in curves.steps.iter().zip(expected) {
            assert_eq!(step.time, time);
            assert!((step.won - won).abs() < 1e-6 && (step.lost - lost).abs() < 1e-6, "{step:?}");
        }
    }

    #[test]
    fn half_of_last_is_the_first_time_at_half_the_final_share() {
        let curves = aalen_johansen(&ten());
        assert_eq!(curves.half_of_last(Won), Some(22.0));
        assert_eq!(curves.half_of_last(Lost), Some(20.0));
        assert_eq!(curves.half_of_last(Open), None);
        // Without censoring the share won is 0.1, 0.2, 0.3 …: the half is exact, its sum is not.
        let six: Vec<_> = (1..=10).map(|day| (f64::from(day), if day <= 6 { Won } else { Lost })).collect();
        assert_eq!(aalen_johansen(&cases(&six)).half_of_last(Won), Some(3.0));
    }

    #[test]
    fn nothing_ended_has_no_half() {
        assert_eq!(aalen_johansen(&[]).half_of_last(Won), None);
        assert_eq!(aalen_johansen(&cases(&[(3.0, Open), (4.0, Lost)])).half_of_last(Won), None);
        assert!(aalen_johansen(&cases(&[(f64::NAN, Won), (-2.0, Won)])).steps.is_empty());
    }

    proptest! {
        #[test]
        fn shares_add_up_with_the_curve_of_all_ends(list in prop::collection::vec((0..25u8, 0..3u8), 0..60)) {
            let competing: Vec<_> = list.iter().map(|(time, outcome)| Competing {
                time: f64::from(*time),
                outcome: match outcome { 0 => Won, 1 => Lost, _ => Open },
            }).collect();
            let all: Vec<_> = competing.iter().map(|c| Case { time: c.time, event: c.outcome != Open }).collect();
            let (curves, survival) = (aalen_johansen(&competing), kaplan_meier(&all));
            prop_assert_eq!(curves.steps.len(), survival.steps.len());
            let mut before = (0.0, 0.0);
            for (step, whole) in curves.steps.iter().zip(survival.steps) {
                prop_assert!((step.won + step.lost - (1.0 - whole.survival)).abs() < 1e-12);
                prop_assert!((step.open - whole.survival).abs() < 1e-12);
                prop_assert!(step.won >= before.0 && step.lost >= before.1);
                before = (step.won, step.lost);
            }
        }
    }
}
