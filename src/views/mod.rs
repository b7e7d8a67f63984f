//! What each page shows, as values with message keys, and the questions that ask for them.
//!
//! The page turns selections into questions and answers into DOM; it computes no number. Every type here is
//! plain data that crosses the border between page and worker.
//!
//! | file | holds |
//! |---|---|
//! | `filter` | the selection that the filter bar states, and what it comes to |
//! | `imports` | the preview of an import |
//! | `details` | the same row by row |
//! | `scorecard` | rows of figures |
//! | `metric` | one metric opened up |
//! | `log` | what is typed in |
//! | `checkin` | the weekly check-in: address, text, file |
//! | `matches` | where records of two systems meet |
//! | `data` | what is in the workspace |
//! | `team` | the sellers and teams |
//! | `funnel` | cohorts, the bottleneck, where people stand |
//! | `delay` | which activity comes before results |
//! | `honesty` | what can be said, and what cannot |
//! | `protocol` | questions and answers between page and workers |
//! | `first` | those that a returning reader waits for, by themselves |
//! | `message` | how they travel |
//! | `build` | from facts to all of the above |

#[cfg(feature = "engine")]
pub mod build;
pub mod checkin;
mod data;
mod delay;
mod details;
mod filter;
mod first;
mod funnel;
mod honesty;
mod imports;
mod log;
mod matches;
mod message;
mod metric;
mod protocol;
mod scorecard;
mod team;

pub use data::{DataView, FileView, ImportView, TableInventory};
pub use delay::{ClockView, DelayView, FindingView, LagDot, LagView};
pub use details::{FieldChange, Origin, RowKind, StagedRow, StagedRows, WordView};
pub use filter::{Baseline, BucketChoice, Compare, Filter, Frame, PeriodChoice, SellerGroup};
pub use first::{FirstAnswer, FirstAsk};
pub use funnel::{
    Against, BottleneckView, CohortStep, CohortView, DelayLine, FunnelView, ShareWithin, StandingView,
};
pub use honesty::{Claim, Gap, HonestyView};
pub use imports::{StagedFile, StagedView};
pub use log::{
    EntryChange, EntryFault, EntryView, Every, GRID_WEEKS, LogView, MOST_REPEATS, Reading, Reminder,
    SellerReadings, TypedRow, pasted_cells, reading_day, repeats,
};
pub use matches::{DecisionView, MatchesView, MeetingList, MeetingView, SideView};
pub use message::{Garbled, pack, unpack};
pub use metric::{
    BreakdownRow, BreakdownView, HeatCell, HeatView, MetricView, OriginCount, RowList, RowView, Which,
};
pub use protocol::{Answer, Ask, Failure, ImportAnswer, ImportAsk};
pub use scorecard::{ScoreRow, ScorecardView};
pub use team::{NameLine, SellerLine, TeamLine, TeamView};
