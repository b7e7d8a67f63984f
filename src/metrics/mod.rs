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
//! | `persona` | whom the sellers want to know |
//! | `window` | from when to when the facts tell of whom |
//! | `sample` | what a metric emits |
//! | `aggregate` | samples → figure, one file per family of kinds |
//! | `series` | a figure per week or month |
//! | `breakdown` | a figure per key |
//! | `figure` | what comes out |
//! | `change` | how two figures differ |
//! | `programme_plan` | the programme: its kind, its phase, what the team says of itself |
//! | `reported` | what check-ins report where no export covers a week |
//! | `before_after` | a metric before and after a day |
//! | `goal`, `goal_progress` | what somebody wants to reach, and how far they have come |
//! | `ssi`, `network`, `content`, `conversations`, `meetings`, `leads`, `deals`, `attribution`, `programme` | the metrics, one file each |
//! | `derived` | what several of them derive, made once for a question |
//! | `source_group`, `status`, `persona_fit`, `accounts`, `daily` | what several of them ask of a row |

#[cfg(feature = "engine")]
mod accounts;
#[cfg(feature = "engine")]
mod aggregate;
#[cfg(feature = "engine")]
mod attribution;
mod before_after;
#[cfg(feature = "engine")]
mod breakdown;
mod change;
#[cfg(feature = "engine")]
mod content;
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
mod goal;
#[cfg(feature = "engine")]
mod goal_progress;
#[cfg(test)]
mod goal_tests;
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
mod programme_plan;
#[cfg(feature = "engine")]
mod registry;
#[cfg(feature = "engine")]
mod reported;
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
pub use aggregate::{RowsBehind, Selection, Stream, aggregate, change, rows_behind};
pub use before_after::{BeforeAfter, Compared};
#[cfg(feature = "engine")]
pub use before_after::{before_after, reach};
#[cfg(feature = "engine")]
pub use breakdown::breakdown;
pub use change::{Change, Verdict};
#[cfg(feature = "engine")]
pub use context::Context;
#[cfg(feature = "engine")]
pub use definitions::Definitions;
pub use figure::{Basis, Duration, Figure, Missing, OpenCases, Quantity, ReadingAge, State};
pub use goal::{Forecast, Goal, GoalChange, GoalOf, GoalPer, Measure, Outlook, Progress, Standing};
#[cfg(feature = "engine")]
pub use goal_progress::{LEAST_STEPS, against, measure, progress};
pub use metric::{Better, Dim, Need, Section, Stage, Unit};
#[cfg(feature = "engine")]
pub use metric::{Kind, Metric};
pub use persona::Persona;
pub use programme_plan::{
    Adoption, Assessment, Horizon, MOST_POINTS, Phase, Programme, ProgrammeChange, READINESS_ITEMS,
    STATEMENTS,
};
#[cfg(feature = "engine")]
pub use registry::{REGISTRY, metric};
#[cfg(feature = "engine")]
pub use sample::{End, Key, Layer, Sample, Samples, What};
#[cfg(feature = "engine")]
pub use series::{Point, series};
#[cfg(feature = "engine")]
pub use source_group::{SourceGroup, group};
#[cfg(feature = "engine")]
pub use status::{DealState, Statuses};
#[cfg(feature = "engine")]
pub use window::{Coverage, Extent};
