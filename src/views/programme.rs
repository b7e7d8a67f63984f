//! The programme: its clock, the baseline against now, the sellers' activity, and what people say of it.

use serde::{Deserialize, Serialize};

use super::{Frame, ScoreRow};
use crate::charts::EventMark;
use crate::facts::{Day, TableId};
use crate::metrics::{Adoption, Figure, Programme, Unit};

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgrammeView {
    /// The selection.
    pub frame: Frame,
    /// The programme.
    pub programme: Programme,
    /// Whether a change can be taken back.
    pub can_undo: bool,
    /// Its clock.
    pub clock: Clock,
    /// The metrics of the baseline table.
    pub then_metrics: Vec<ThenMetric>,
    /// Baseline against now: everyone first, then each seller.
    pub then: Vec<ThenRow>,
    /// The counts of the sellers' table.
    pub counted: Vec<TeamAverage>,
    /// The sellers: by name, or by their numbers where that is switched on.
    pub sellers: Vec<SellerActivity>,
    /// Sellers who shared something in four weeks.
    pub sharers: Option<Figure>,
    /// Points of each self-assessment.
    pub said: Vec<SaidLine>,
    /// Events that people wrote down, in order of time.
    pub events: Vec<EventMark>,
    /// Whether the changes that platforms made to their numbers stand on charts.
    pub shows_platform_events: bool,
}

/// How old the programme is, against how long a sale takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clock {
    /// Its first day.
    pub began: Option<Day>,
    /// Days from it to the data end.
    pub age_days: Option<i32>,
    /// The own median sales cycle, over all that the files tell.
    pub cycle: Option<Figure>,
    /// Whether it is older than that; none where one of them is not known.
    pub is_old_enough: Option<bool>,
    /// What it is judged by, since the baseline; none without a baseline.
    pub verdict: Option<ScoreRow>,
}

/// A metric of the baseline table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThenMetric {
    /// Its id.
    pub id: String,
    /// What its values are.
    pub unit: Unit,
    /// Whether it counts the 28 days up to the day, and not what stands on it.
    pub counts_days: bool,
}

/// Baseline against now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThenRow {
    /// Who; none for everyone together.
    pub seller: Option<String>,
    /// Their baseline.
    pub day: Option<Day>,
    /// Then and now, by metric.
    pub values: Vec<(Option<f64>, Option<f64>)>,
}

/// A count over the sellers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamAverage {
    /// Metric id.
    pub id: String,
    /// The sum over active sellers of whom it is known / their number.
    pub average: Option<f64>,
    /// Active sellers of whom it is known.
    pub known: u32,
    /// Active sellers.
    pub active: u32,
}

/// What one seller does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SellerActivity {
    /// Who.
    pub seller: String,
    /// How far they are.
    pub stage: Adoption,
    /// Weeks with activity, and weeks known, of the last eight.
    pub weeks: (u32, u32),
    /// The counts of the period; none where not known.
    pub values: Vec<Option<f64>>,
    /// Check-ins received and due in the period; none before the first.
    pub checkins: Option<(u32, u32)>,
    /// The table of theirs that goes least far, its last known day, and how many days that is before the data end.
    pub oldest: Option<(TableId, Day, i32)>,
}

/// The points of a self-assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SaidLine {
    /// The day.
    pub day: Day,
    /// Points.
    pub points: u32,
    /// Points of the statements that were answered, had all been answered fully.
    pub most: u32,
    /// The difference to the one before, over the statements that both answer, and how many those are.
    pub change: Option<(i32, u32)>,
    /// What no number says.
    pub note: String,
}
