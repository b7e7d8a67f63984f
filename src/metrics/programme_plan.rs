//! The programme: what kind it is, which phase it is in, how ready and how mature the team says it is.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::quota::{Quota, put};
use crate::facts::Day;

/// Statements of the self-assessment; their words are `maturity.1` and so on.
pub const STATEMENTS: usize = 8;
/// Points that the fullest answer to a statement gives.
pub const MOST_POINTS: u8 = 3;
/// Items of the checklist for management; their words are `ready.1` and so on.
pub const READINESS_ITEMS: u8 = 6;

/// How long it is meant to take, and so what it is judged by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// A long change: judged by deals won.
    #[default]
    Long,
    /// A short campaign: judged by meetings.
    Short,
}

impl Horizon {
    /// The metric that it is judged by.
    pub fn verdict_metric(self) -> &'static str {
        match self {
            Horizon::Long => "deals_won",
            Horizon::Short => "meetings",
        }
    }
}

/// What is looked at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Activity above results, both alike.
    #[default]
    Both,
    /// Activity; results stay in grey.
    Activity,
    /// Results above activity.
    Results,
}

/// What a team says of itself on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assessment {
    /// The day; none in a damaged body.
    pub day: Option<Day>,
    /// Points by statement; none where it was left open.
    pub answers: Vec<Option<u8>>,
    /// What no number says.
    pub note: String,
}

impl Assessment {
    /// Points, and how many statements they answer.
    pub fn points(&self) -> (u32, u32) {
        let given: Vec<u32> = self.answers.iter().flatten().map(|points| u32::from(*points)).collect();
        (given.iter().sum(), u32::try_from(given.len()).unwrap_or(u32::MAX))
    }
}

/// The programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Programme {
    /// How long it is meant to take.
    pub horizon: Horizon,
    /// What is looked at first.
    pub phase: Phase,
    /// Whether sellers stand by their numbers, and not by their names.
    pub ranks_sellers: bool,
    /// Items of the checklist that are done, from 1.
    pub ready: BTreeSet<u8>,
    /// What the team said of itself, oldest first.
    pub assessments: Vec<Assessment>,
    /// What the sellers are meant to win, by seller and day. Sellers are kept under the names that files have.
    pub quotas: Vec<Quota>,
    /// Of a step of the funnel, by its id: out of a thousand who reached the step before, so many are to reach it.
    pub step_targets: BTreeMap<String, u32>,
}

/// A change of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProgrammeChange {
    /// Another horizon.
    Horizon(Horizon),
    /// Another phase.
    Phase(Phase),
    /// Sellers by their numbers, or by their names.
    RankSellers(bool),
    /// An item of the checklist is done, or not.
    Ready(u8, bool),
    /// What the team says of itself; in place of what it said on that day.
    Assess(Assessment),
    /// Nothing was said on that day.
    Forget(Day),
    /// A quota; in place of one of that seller from that day on.
    SetQuota(Quota),
    /// There is no such quota.
    RemoveQuota(Quota),
    /// Out of a thousand who reached the step before, so many are to reach this one; none takes it back.
    StepTarget(String, Option<u32>),
}

impl Programme {
    /// Takes quotas over that another workspace has; those of the same seller from the same day on take the place
    /// of the own ones.
    pub fn add_quotas(&mut self, others: &[Quota]) {
        for other in others.iter().filter(|other| other.is_sound()) {
            put(&mut self.quotas, other);
        }
    }

    /// Makes a change; false where it makes no sense.
    pub fn apply(&mut self, change: &ProgrammeChange) -> bool {
        match change {
            ProgrammeChange::Horizon(horizon) => self.horizon = *horizon,
            ProgrammeChange::Phase(phase) => self.phase = *phase,
            ProgrammeChange::RankSellers(on) => self.ranks_sellers = *on,
            ProgrammeChange::Ready(item, on) => {
                if *on && (1..=READINESS_ITEMS).contains(item) {
                    self.ready.insert(*item);
                } else {
                    self.ready.remove(item);
                }
            }
            ProgrammeChange::Assess(said) => {
                let is_sound = said.day.is_some()
                    && said.points().1 > 0
                    && said.answers.len() <= STATEMENTS
                    && said.answers.iter().flatten().all(|points| *points <= MOST_POINTS);
                if !is_sound {
                    return false;
                }
                self.assessments.retain(|old| old.day != said.day);
                self.assessments.push(said.clone());
                self.assessments.sort_by_key(|said| said.day);
            }
            ProgrammeChange::Forget(day) => self.assessments.retain(|said| said.day != Some(*day)),
            ProgrammeChange::SetQuota(quota) if quota.is_sound() => put(&mut self.quotas, quota),
            ProgrammeChange::SetQuota(_) => return false,
            ProgrammeChange::StepTarget(step, Some(target)) => {
                if step.is_empty() || !(1..=1_000).contains(target) {
                    return false;
                }
                self.step_targets.insert(step.clone(), *target);
            }
            ProgrammeChange::StepTarget(step, None) => return self.step_targets.remove(step).is_some(),
            ProgrammeChange::RemoveQuota(quota) => {
                let before = self.quotas.len();
                self.quotas.retain(|known| known != quota);
                return self.quotas.len() < before;
            }
        }
        true
    }
}

/// How far a seller has taken the new way of working up, by what they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Adoption {
    /// Too few weeks are known.
    Unknown,
    /// No week with activity.
    NotBegun,
    /// Fewer than three weeks of eight.
    FirstSteps,
    /// Fewer than six weeks of eight.
    Regular,
    /// Six weeks of eight, or more.
    Habit,
}

impl Adoption {
    /// Weeks that must be known.
    pub const LEAST_WEEKS: u32 = 4;

    /// From weeks with activity and weeks that are known.
    pub fn of(active: u32, known: u32) -> Adoption {
        match (active * 8, known) {
            (_, known) if known < Adoption::LEAST_WEEKS => Adoption::Unknown,
            (0, _) => Adoption::NotBegun,
            (eighths, known) if eighths < 3 * known => Adoption::FirstSteps,
            (eighths, known) if eighths < 6 * known => Adoption::Regular,
            _ => Adoption::Habit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(3, 3, Adoption::Unknown)]
    #[case(0, 8, Adoption::NotBegun)]
    #[case(2, 8, Adoption::FirstSteps)]
    #[case(3, 8, Adoption::Regular)]
    #[case(5, 8, Adoption::Regular)]
    #[case(6, 8, Adoption::Habit)]
    #[case(1, 4, Adoption::FirstSteps)]
    #[case(3, 4, Adoption::Habit)]
    fn stages_by_weeks(#[case] active: u32, #[case] known: u32, #[case] expected: Adoption) {
        assert_eq!(Adoption::of(active, known), expected);
    }

    fn said(day: i32, answers: &[Option<u8>]) -> ProgrammeChange {
        let answers = answers.to_vec();
        ProgrammeChange::Assess(Assessment { day: Some(Day(day)), answers, note: String::new() })
    }

    #[test]
    fn an_assessment_of_the_same_day_takes_the_other_s_place() {
        let mut programme = Programme::default();
        assert!(programme.apply(&said(20, &[Some(3), None, Some(1)])));
        assert!(programme.apply(&said(10, &[Some(1)])));
        assert!(programme.apply(&said(20, &[Some(2), None])));
        let points: Vec<(u32, u32)> = programme.assessments.iter().map(Assessment::points).collect();
        assert_eq!(points, [(1, 1), (2, 1)]);
        for wrong in [said(1, &[]), said(1, &[None]), said(1, &[Some(4)]), said(1, &[Some(1); 9])] {
            assert!(!programme.apply(&wrong), "{wrong:?}");
        }
        programme.apply(&ProgrammeChange::Forget(Day(10)));
        assert_eq!(programme.assessments.len(), 1);
    }

    #[test]
    fn a_step_s_target_is_a_share() {
        let mut programme = Programme::default();
        let set = |target| ProgrammeChange::StepTarget("warm".into(), target);
        assert!(programme.apply(&set(Some(250))) && programme.apply(&set(Some(300))));
        assert!(!programme.apply(&set(Some(0))) && !programme.apply(&set(Some(1_001))));
        assert_eq!(programme.step_targets, BTreeMap::from([("warm".to_owned(), 300)]));
        assert!(programme.apply(&set(None)) && !programme.apply(&set(None)));
    }

    #[test]
    fn items_that_are_none_are_not_ticked() {
        let mut programme = Programme::default();
        for (item, on) in [(1, true), (6, true), (7, true), (0, true), (1, false)] {
            programme.apply(&ProgrammeChange::Ready(item, on));
        }
        assert_eq!(programme.ready, BTreeSet::from([6]));
    }
}
