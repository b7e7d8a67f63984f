//! Goals: what somebody wants to reach, and how far they have come.

use serde::{Deserialize, Serialize};

use super::{Dim, Figure};
use crate::facts::Day;

/// Whose goal it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalOf {
    /// Everyone's together.
    #[default]
    All,
    /// A team's, by its name.
    Team(String),
    /// A seller's, by name.
    Seller(String),
}

/// What the target says of things that are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalPer {
    /// So many by the deadline; of a level or a rate, where it is to stand.
    #[default]
    Deadline,
    /// So many in every week.
    Week,
}

/// What somebody wants to reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Goal {
    /// Its number; 0 before it is saved.
    pub id: u32,
    /// Metric id.
    pub metric: String,
    /// The saved persona that the metric is asked with, by name.
    pub persona: Option<String>,
    /// One row of a breakdown: its dimension and key.
    pub key: Option<(Dim, String)>,
    /// Whose.
    pub of: GoalOf,
    /// The target in the metric's unit; a share as a fraction, money in main units.
    pub target: f64,
    /// What the target says.
    pub per: GoalPer,
    /// The first day.
    pub start: Day,
    /// What a level was when it began, where a person said so; else the metric says it.
    pub start_value: Option<f64>,
    /// The last day.
    pub deadline: Day,
    /// Weeks from one reminder to the next.
    pub every_weeks: u8,
}

impl Default for Goal {
    fn default() -> Goal {
        Goal {
            id: 0,
            metric: String::new(),
            persona: None,
            key: None,
            of: GoalOf::All,
            target: 0.0,
            per: GoalPer::Deadline,
            start: Day(0),
            start_value: None,
            deadline: Day(0),
            every_weeks: 1,
        }
    }
}

/// A change of the goals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalChange {
    /// A new goal, or in place of the one with its number.
    Put(Goal),
    /// No such goal any more.
    Remove(u32),
}

/// How a goal is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Something stands at a value and moves.
    Level,
    /// Things are counted, or money summed up, from the start on.
    Sum,
    /// A rate, a mean or a median over the days from the start on: it has an interval, and no pace.
    Rate,
}

/// How a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Its start is still to come.
    NotBegun,
    /// Nothing is known since its start.
    Unknown,
    /// The target is reached; of a rate, the whole interval lies on its good side.
    Reached,
    /// Above where the line from start to target will be in a week.
    Ahead,
    /// On that line, give or take one week of it.
    OnPace,
    /// Below where that line was a week ago.
    Behind,
    /// The deadline has passed without it; of a rate, the whole interval lies on its bad side.
    NotReached,
    /// The interval of a rate holds the target, or there are too few cases.
    CannotTell,
}

/// What may be said of the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outlook {
    /// The whole interval reaches the target.
    Likely,
    /// The interval holds the target.
    Open,
    /// The whole interval falls short.
    Unlikely,
}

/// Where it leads if the weeks to come are like those since the start.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// The value at the deadline.
    pub value: f64,
    /// Lower end of its 95 % prediction interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// What may be said of the deadline.
    pub outlook: Outlook,
    /// The day on which the target is reached; none within ten years.
    pub day: Option<Day>,
    /// The earliest such day of the interval.
    pub earliest: Option<Day>,
    /// The latest; none where it may be never.
    pub latest: Option<Day>,
    /// Steps that it stands on.
    pub steps: u32,
}

/// How far a goal has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// How it is measured.
    pub measure: Measure,
    /// Up to which day the facts tell of it, the deadline at the latest.
    pub as_of: Option<Day>,
    /// The figure: of a level on that day, else from the start to that day.
    pub figure: Figure,
    /// Where it began; of a sum 0.
    pub start_value: Option<f64>,
    /// Where it is to end: of a target per week, so many weeks of it.
    pub target: f64,
    /// Whether less is better.
    pub falls: bool,
    /// Where the line from start to target stands on that day.
    pub line: Option<f64>,
    /// What every week until the deadline has to bring from that day on.
    pub pace_needed: Option<f64>,
    /// What the weeks since the start brought on average.
    pub pace: Option<f64>,
    /// How it stands.
    pub standing: Standing,
    /// Where it leads; none below four steps, and for rates.
    pub forecast: Option<Forecast>,
    /// Steps that there are.
    pub steps: u32,
    /// Of a target per week: whole weeks that reached it, and all of them.
    pub weeks: Option<(u32, u32)>,
    /// The way so far: the end of each week, and what the level or the sum was then.
    pub points: Vec<(Day, Option<f64>)>,
}

impl Progress {
    /// The share of the way that is done, from 0 to 1; none for rates and where the start is not known.
    pub fn share(&self) -> Option<f64> {
        let (start, now) = (self.start_value?, self.figure.value()?);
        let way = self.target - start;
        let share = if way == 0.0 { 1.0 } else { (now - start) / way };
        (self.measure != Measure::Rate).then_some(share.clamp(0.0, 1.0))
    }
}
