//! What can be said, what cannot yet, and what is not known at all.

use serde::{Deserialize, Serialize};

use super::{Frame, LagView, ScoreRow};
use crate::metrics::Need;

/// What can be said, what cannot yet, and what is not known at all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HonestyView {
    /// The selection.
    pub frame: Frame,
    /// Figures that are exact, or whose interval is narrow.
    pub can: Vec<Claim>,
    /// Figures of too few cases, or with a wide interval.
    pub not_yet: Vec<Claim>,
    /// Figures that no file tells of, by what would fill them.
    pub nothing: Vec<Gap>,
    /// Leading series that run ahead of results.
    pub leads: Vec<LagView>,
    /// Whether any leading series could be held against results.
    pub leads_tested: bool,
}

/// One figure, and whether its change can be told too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// As on the scorecard.
    pub row: ScoreRow,
    /// Whether it is about the change against the period before.
    pub is_change: bool,
    /// About how many cases it would take; none where that cannot be said.
    pub need: Option<u64>,
}

/// Figures that lack the same file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// What would fill them.
    pub need: Need,
    /// Metric ids.
    pub ids: Vec<String>,
}
