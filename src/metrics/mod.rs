//! One file per metric, one registry, one aggregator.
//!
//! A metric walks the facts once and emits dated samples; the aggregator turns any stream of samples into
//! a figure for a period, a series by week or month, and a breakdown by any key. So a metric's file holds
//! what is particular to it and nothing else.
//!
//! | file | holds |
//! |---|---|
//! | `metric` | what a metric declares |
//! | `registry` | the one list of metrics |
//! | `context` | what a metric may look at |
//! | `definitions` | windows, thresholds, word lists, personas: the part that a person may change |
//! | `window` | from when to when the facts tell of whom |
//! | `sample` | what a metric emits |
//! | `aggregate` | samples → figure, one file per family of kinds |
//! | `series` | a figure per week or month |
//! | `breakdown` | a figure per key |
//! | `figure` | what comes out |
//! | `ssi`, `network`, `content`, `conversations`, `leads`, `deals` | the metrics, one file each |
//! | `derived` | what several of them derive, made once for a question |
//! | `source_group`, `status`, `persona_fit`, `accounts`, `daily` | what several of them ask of a row |

mod accounts;
mod aggregate;
mod breakdown;
mod content;
mod context;
mod conversations;
mod daily;
mod deals;
mod definitions;
mod derived;
mod figure;
mod leads;
mod metric;
mod network;
mod persona_fit;
mod registry;
mod sample;
mod series;
mod source_group;
mod ssi;
mod status;
#[cfg(test)]
mod testing;
mod window;

pub use aggregate::{Change, RowsBehind, Selection, Stream, Verdict, aggregate, change, rows_behind};
pub use breakdown::breakdown;
pub use context::Context;
pub use definitions::{Definitions, Persona};
pub use figure::{Basis, Duration, Figure, Missing, OpenCases, Quantity, ReadingAge, State};
pub use metric::{Better, Dim, Kind, Metric, Need, Section, Stage, Unit};
pub use registry::{REGISTRY, metric};
pub use sample::{End, Key, Layer, Sample, Samples, What};
pub use series::{Point, series};
pub use source_group::{SourceGroup, group};
pub use status::{DealState, Statuses};
pub use window::{Coverage, Extent};
