//! Metrics that a person made, as rows of the scorecard.

use serde::{Deserialize, Serialize};

use super::{Frame, ScoreRow};
use crate::metrics::OwnMetric;

/// Metrics that a person made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnScoresView {
    /// The selection.
    pub frame: Frame,
    /// What was said of each.
    pub metrics: Vec<OwnMetric>,
    /// Their rows, in the same order; none of one that is not said in full.
    pub rows: Vec<Option<ScoreRow>>,
}
