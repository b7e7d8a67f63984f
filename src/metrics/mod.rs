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
//! | `definitions` | windows, thresholds, word lists: the part that a person may change |
//! | `content_rules` | weights, thresholds and words of content, as a person sets them |
//! | `persona` | whom the sellers want to know |
//! | `window` | from when to when the facts tell of whom |
//! | `sample` | what a metric emits |
//! | `aggregate` | samples → figure, one file per family of kinds |
//! | `series` | a figure per week or month |
//! | `breakdown` | a figure per key |
//! | `figure` | what comes out |
//! | `change` | how two figures differ |
//! | `ssi`, `network`, `content`, `conversations`, `meetings`, `leads`, `deals`, `attribution`, `programme` | the metrics, one file each |
//! | `derived` | what several of them derive, made once for a question |
//! | `source_group`, `status`, `persona_fit`, `accounts`, `daily` | what several of them ask of a row |

#[cfg(feature = "engine")]
mod accounts;
#[cfg(feature = "engine")]
mod aggregate;
#[cfg(feature = "engine")]
mod attribution;
#[cfg(feature = "engine")]
mod breakdown;
mod change;
#[cfg(feature = "engine")]
mod content;
mod content_rules;
#[cfg(feature = "engine")]
mod context;
#[cfg(feature = "engine")]
mod conversations;
#[cfg(feature = "engine")]
mod daily;
#[cfg(feature = "engine")]
mod deals;
#[cfg(feature = "engine")]
mod definitions;
#[cfg(feature = "engine")]
mod derived;
mod figure;
#[cfg(feature = "engine")]
mod leads;
#[cfg(feature = "engine")]
mod meetings;
mod metric;
#[cfg(feature = "engine")]
mod network;
mod persona;
#[cfg(feature = "engine")]
mod persona_fit;
#[cfg(feature = "engine")]
mod programme;
#[cfg(feature = "engine")]
mod registry;
#[cfg(feature = "engine")]
mod sample;
#[cfg(feature = "engine")]
mod series;
#[cfg(feature = "engine")]
mod source_group;
#[cfg(feature = "engine")]
mod ssi;
#[cfg(feature = "engine")]
mod status;
#[cfg(test)]
mod testing;
#[cfg(feature = "engine")]
mod window;

#[cfg(feature = "engine")]
pub use aggregate::{RowsBehind, Selection, Stream, aggregate, change, pooled, rows_behind, share};
#[cfg(feature = "engine")]
pub use breakdown::breakdown;
pub use change::{Change, Verdict};
#[cfg(feature = "engine")]
pub use content::{ContentPost, Counting, address};
pub use content_rules::{Attribute, ContentRules, TagRule, Weights};
#[cfg(feature = "engine")]
pub use context::Context;
#[cfg(feature = "engine")]
pub use definitions::Definitions;
pub use figure::{Basis, Duration, Figure, Missing, OpenCases, Quantity, ReadingAge, State};
pub use metric::{Better, Dim, Need, Section, Stage, Unit};
#[cfg(feature = "engine")]
pub use metric::{Kind, Metric};
pub use persona::Persona;
#[cfg(feature = "engine")]
pub use registry::{REGISTRY, metric};
#[cfg(feature = "engine")]
pub use sample::{End, Key, Layer, Sample, Samples, What};
#[cfg(feature = "engine")]
pub use series::{Point, series};
#[cfg(feature = "engine")]
pub use source_group::{SourceGroup, group, group_of};
#[cfg(feature = "engine")]
pub use status::{DealState, Statuses};
#[cfg(feature = "engine")]
pub use window::{Coverage, Extent};
