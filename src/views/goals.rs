//! Goals: what the sellers want to reach and how far they have come.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::metrics::{Goal, Measure, Progress, Section, Standing, Unit};

/// The goals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GoalsView {
    /// The selection, for the frame of the page.
    pub frame: Frame,
    /// The goals in the order in which they were made.
    pub goals: Vec<GoalLine>,
    /// Metrics that a goal can be set for.
    pub metrics: Vec<GoalMetric>,
    /// Whether a change can be taken back.
    pub can_undo: bool,
}

/// A goal beside a figure of some days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowGoal {
    /// What the figure would have to be: of a sum, what its pace comes to in those days.
    pub value: f64,
    /// Whether the figure is there, by its whole interval.
    pub standing: Standing,
}

/// One goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GoalLine {
    /// The goal; a seller by the name that is shown.
    pub goal: Goal,
    /// What its values are.
    pub unit: Unit,
    /// How far it has come.
    pub progress: Progress,
}

/// A metric that a goal can be set for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GoalMetric {
    /// Its id; its words are `metric.<id>.name`.
    pub id: String,
    /// Where it is listed.
    pub section: Section,
    /// What its values are.
    pub unit: Unit,
    /// How its goals are measured.
    pub measure: Measure,
    /// Whether it asks for a persona.
    pub of_persona: bool,
}
