//! Numbers that are often quoted, with one's own figure beside each.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::metrics::{Figure, Meant, OwnBenchmark, Ruling, Trust, Unit};

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BenchmarksView {
    /// The selection.
    pub frame: Frame,
    /// The numbers that are shown, in their order.
    pub lines: Vec<BenchmarkLine>,
    /// Those that are hidden.
    pub hidden: Vec<HiddenBenchmark>,
    /// The metrics that an own number can be held against.
    pub metrics: Vec<(String, Unit)>,
    /// Cases that are needed before anything is said.
    pub need: u32,
}

/// A number, and one's own figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BenchmarkLine {
    /// Id in the library; blank for an own one.
    pub id: String,
    /// What a person says of the one that they added.
    pub own: Option<OwnBenchmark>,
    /// The number in force.
    pub value: f64,
    /// The library's number, where a person changed it.
    pub changed_from: Option<f64>,
    /// How it is meant.
    pub measure: Meant,
    /// The year that it speaks of.
    pub year: Option<u16>,
    /// What can be said of where it comes from.
    pub trust: Trust,
    /// Where it comes from; blank where nothing was found.
    pub cites: String,
    /// What a person noted.
    pub note: String,
    /// One's own figure.
    pub mine: Mine,
    /// What the test says.
    pub ruling: Ruling,
}

/// One's own figure beside a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mine {
    /// The figure with its interval and n.
    pub figure: Figure,
    /// How it is meant.
    pub measure: Meant,
    /// The metric that it is, or that it is made of.
    pub metric: Option<String>,
    /// The two groups that are compared: hits where cases are hit or not, and cases.
    pub groups: Option<[(Option<u64>, u64); 2]>,
    /// What parts them, where it is a value of the index.
    pub border: Option<f64>,
}

/// A number that is not shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HiddenBenchmark {
    /// Id in the library; blank for an own one.
    pub id: String,
    /// What a person says of the one that they added.
    pub own: Option<OwnBenchmark>,
    /// The number in force.
    pub value: f64,
    /// How it is meant.
    pub measure: Meant,
    /// What a person noted.
    pub note: String,
}
