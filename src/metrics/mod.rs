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
//! | `definitions` | windows, thresholds, word lists, personas: the part that a person may change |
//! | `sample` | what it emits |
//! | `figure` | what comes out |

mod context;
mod definitions;
mod figure;
mod metric;
mod sample;

pub use context::Context;
pub use definitions::{Definitions, Persona};
pub use figure::{Duration, Figure, Missing, OpenCases, Quantity, State};
pub use metric::{Better, Dim, Kind, Metric, Need, Section, Stage, Unit};
pub use sample::{End, Key, Layer, Sample, Samples, What};
