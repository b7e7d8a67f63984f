//! One metric opened up: trend, breakdowns, the formula with its numbers, and the rows behind it.

use serde::{Deserialize, Serialize};

use super::{Frame, ScoreRow, SearchView};
use crate::charts::ChartSpec;
use crate::facts::{Bucket, Reason};
use crate::metrics::{Dim, Figure, OwnMetric};

/// One metric opened up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MetricView {
    /// The selection.
    pub frame: Frame,
    /// Its row as on the scorecard.
    pub row: ScoreRow,
    /// Keys that the headline can be chosen from (the windows of a response rate), and the chosen one.
    pub variants: Vec<String>,
    /// The chosen one.
    pub variant: Option<String>,
    /// How the trend is cut.
    pub bucket: Bucket,
    /// The trend; none where there is nothing to draw.
    pub trend: Option<ChartSpec>,
    /// The survival curve of a duration.
    pub survival: Option<ChartSpec>,
    /// What it can be broken down by; seller first.
    pub dims: Vec<Dim>,
    /// The chosen breakdown.
    pub breakdown: Option<BreakdownView>,
    /// Weekday × hour, where its rows have a time of day.
    pub heat: Option<HeatView>,
    /// Version of the formula.
    pub version: u32,
    /// Where the definition comes from.
    pub cites: String,
    /// Rows used, by file.
    pub used: Vec<OriginCount>,
    /// Rows used in all.
    pub used_total: u64,
    /// Rows left out, by reason.
    pub left_out: Vec<(Reason, u32)>,
    /// For a median over groups: the log-rank test's p, shown on the method page only.
    pub logrank_p: Option<f64>,
    /// Of a sales cycle: the day by which half of the deals ever won were won.
    pub half_of_won: Option<f64>,
    /// What a person said of a metric of their own.
    pub own: Option<Box<OwnMetric>>,
    /// What was searched for meanwhile, and which of it is laid over the trend.
    pub search: SearchView,
}

/// Rows used from one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OriginCount {
    /// Name of the file.
    pub file: String,
    /// Whose export it is, where known.
    pub owner: Option<String>,
    /// Rows.
    pub rows: u64,
}

/// A breakdown by one dimension, ordered by the lower end of the interval where there is one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakdownView {
    /// By what.
    pub dim: Dim,
    /// Its rows.
    pub rows: Vec<BreakdownRow>,
    /// Upper end of the shared axis.
    pub axis_top: Option<f64>,
}

/// One row of a breakdown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakdownRow {
    /// The key as exported or as the contract names it; blank for "unknown".
    pub key: String,
    /// The figure.
    pub figure: Figure,
    /// The figure of the period compared with.
    pub before: Option<Figure>,
}

/// Weekday × hour of the incoming message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatView {
    /// Seven rows from Monday, 24 cells each; none where nothing came in.
    pub cells: Vec<Vec<Option<HeatCell>>>,
    /// Largest n of a cell.
    pub most: u64,
    /// Cells with fewer cases than a figure needs.
    pub need: u32,
}

/// One cell of a heat map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatCell {
    /// The figure of the cell.
    pub figure: Figure,
}

/// Which rows of a metric to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Those used.
    Used,
    /// Those left out for a reason.
    LeftOut(Reason),
}

/// The first rows behind a number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RowList {
    /// How many there are.
    pub total: u64,
    /// Canonical names of the fields that at least one listed row fills.
    pub fields: Vec<String>,
    /// The first rows.
    pub rows: Vec<RowView>,
}

/// One row as it stands in the workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowView {
    /// Name of the file it came from; blank for what was typed in.
    pub file: String,
    /// Whether it was typed in; then its line is the number of the entry.
    pub is_typed: bool,
    /// Its line there; 0 where it is no longer known.
    pub line: u32,
    /// Its cells in the order of `fields`; blank for missing.
    pub cells: Vec<String>,
}
