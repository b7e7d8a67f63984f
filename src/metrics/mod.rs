//! One file per metric, one registry, one aggregator.
//!
//! A metric walks the facts once and emits dated samples; the aggregator turns any stream of samples into
//! a figure for a period, a series by week or month, and a breakdown by any key. So a metric's file holds
//! what is particular to it and nothing else.
//!
//! | file | holds |
//! |---|---|
//! | `metric` | what a metric declares |
//! | `context` | what it may look at |
//! | `definitions` | windows, thresholds, word lists: the part that a person may change |
//! | `persona` | whom the sellers want to know |
//! | `sample` | what it emits |
//! | `figure` | what comes out |

mod change;
#[cfg(feature = "engine")]
mod context;
#[cfg(feature = "engine")]
mod definitions;
mod figure;
mod metric;
mod persona;
#[cfg(feature = "engine")]
mod sample;

pub use change::{Change, Verdict};
#[cfg(feature = "engine")]
pub use context::Context;
#[cfg(feature = "engine")]
pub use definitions::Definitions;
pub use figure::{Duration, Figure, Missing, OpenCases, Quantity, State};
pub use metric::{Better, Dim, Need, Section, Stage, Unit};
#[cfg(feature = "engine")]
pub use metric::{Kind, Metric};
pub use persona::Persona;
#[cfg(feature = "engine")]
pub use sample::{End, Key, Layer, Sample, Samples, What};
