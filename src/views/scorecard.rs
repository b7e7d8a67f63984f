//! The scorecard: a row of figures per metric, leading above lagging.

use serde::{Deserialize, Serialize};

use super::{Frame, RowGoal};
use crate::metrics::{Better, Change, Figure, Phase, Section, Stage, Unit};

/// The scorecard.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScorecardView {
    /// The selection.
    pub frame: Frame,
    /// What is looked at first.
    pub phase: Phase,
    /// Its rows in order: leading first, by section.
    pub rows: Vec<ScoreRow>,
    /// Ids of those on the report: the ones chosen for it, else the suggested.
    pub on_report: Vec<String>,
}

/// One metric's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoreRow {
    /// Metric id; its words are `metric.<id>.name` and `metric.<id>.of`.
    pub id: String,
    /// Where it is listed.
    pub section: Section,
    /// Activity or result.
    pub stage: Stage,
    /// What its values are.
    pub unit: Unit,
    /// Which direction is good.
    pub better: Better,
    /// The metric whose row it opens below (the four pillars open below the index).
    pub part_of: Option<String>,
    /// The figure of the period.
    pub figure: Figure,
    /// The figure of the period it is compared with.
    pub before: Option<Figure>,
    /// How the one differs from the other.
    pub change: Option<Change>,
    /// The last 13 buckets of the period, oldest first; gaps are gaps.
    pub spark: Vec<Option<f64>>,
    /// The goal that is set for it, where there is one for those chosen.
    pub goal: Option<RowGoal>,
    /// Upper end of the row's axis in its unit; the lower one is 0. None where nothing is drawn.
    pub axis_top: Option<f64>,
    /// Up to which day the facts go that it is missing for, where that is the reason (ISO day).
    pub data_until: Option<String>,
}
