//! What each page shows, as values with message keys, and the questions that ask for them.
//!
//! The page turns selections into questions and answers into DOM; it computes no number. Every type here is
//! plain data that crosses the border between page and worker.
//!
//! | file | holds |
//! |---|---|
//! | `filter` | the selection that the filter bar states, and what it comes to |
//! | `imports` | the preview of an import |
//! | `scorecard` | rows of figures |
//! | `metric` | one metric opened up |
//! | `data` | what is in the workspace |
//! | `protocol` | questions and answers between page and workers |
//! | `message` | how they travel |
//! | `build` | from facts to all of the above |

#[cfg(feature = "engine")]
pub mod build;
mod data;
mod filter;
mod imports;
mod message;
mod metric;
mod protocol;
mod scorecard;

pub use data::{DataView, FileView, ImportView, TableInventory};
pub use filter::{BucketChoice, Compare, Filter, Frame, PeriodChoice};
pub use imports::{StagedFile, StagedView};
pub use message::{Garbled, pack, unpack};
pub use metric::{
    BreakdownRow, BreakdownView, HeatCell, HeatView, MetricView, OriginCount, RowList, RowView, Which,
};
pub use protocol::{Answer, Ask, Failure, ImportAnswer, ImportAsk};
pub use scorecard::{ScoreRow, ScorecardView};
