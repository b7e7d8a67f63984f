//! How a figure differs from the one of another period.

use serde::{Deserialize, Serialize};

/// How a figure differs from the one of another period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Now minus before, in the metric's unit (money: main units).
    pub difference: f64,
    /// Lower end of the 95 % interval of the difference; none where the figures have no intervals.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// What may be said of it.
    pub verdict: Verdict,
}

/// What may be said of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The whole interval lies on the good side of zero.
    Better,
    /// The whole interval lies on the bad side of zero.
    Worse,
    /// The interval clears zero, and neither direction is good in itself.
    Moved,
    /// The interval holds zero.
    CannotTell,
    /// A plain count or level: a difference without an interval.
    Counted,
}
