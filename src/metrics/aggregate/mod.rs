//! Samples → figure: one file per family of [`super::Kind`].
//!
//! | file | holds |
//! |---|---|
//! | `selection` | what is asked: days, sellers, keys |
//! | `stream` | a metric's samples in order of their days, ready for questions |
//! | `view` | the part of a stream that a selection leaves, and its figure for any days |
//! | `known` | from when to when a view knows, or why there is no figure at all |
//! | `level` | steps added up, on numbers and on money |
//! | `reading` | newest readings and their slope |
//! | `count` | counts, and head-counts of sellers and weeks |
//! | `layered` | daily rows or posts, never both |
//! | `share` | k of n |
//! | `odds` | odds of one group of cases against the others |
//! | `others` | figures of some keys of a dimension taken together |
//! | `ratio` | ratios of sums, growth |
//! | `money` | sums, means and ratios of money |
//! | `cost` | what costs bring: money per case, return |
//! | `monthly` | growth from month end to month end |
//! | `retention` | customers who buy again |
//! | `duration` | Kaplan–Meier, Aalen–Johansen, log-rank |
//! | `change` | the difference of two figures |
//! | `rows` | the rows behind a figure |
//!
//! The order of the samples changes nothing: they are sorted first, and every resampling has a fixed seed.

mod change;
mod cost;
mod count;
mod duration;
mod known;
mod layered;
mod level;
mod money;
mod monthly;
mod odds;
mod others;
mod ratio;
mod reading;
mod retention;
mod rows;
mod selection;
mod share;
mod stream;
#[cfg(test)]
mod tests;
mod view;

pub use change::change;
pub(in crate::metrics) use layered::choose;
pub use ratio::pooled;
pub use retention::base as retention_base;
pub use rows::{RowsBehind, rows_behind};
pub(in crate::metrics) use selection::GroupKey;
pub use selection::Selection;
pub use share::of as share_of;
pub use share::share;
pub use stream::{Stream, aggregate};
pub(in crate::metrics) use view::{LeftOut, View};

/// Seed of every interval that is drawn: the same facts give the same limits, everywhere and for ever.
const SEED: u64 = 0x5EED;

/// A number of rows.
fn count_of(rows: usize) -> u64 {
    u64::try_from(rows).unwrap_or(u64::MAX)
}
