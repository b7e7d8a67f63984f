//! Statistics as pure functions over slices: no facts, no dates, no words.
//!
//! Every function is total: it answers `None` where the question has no finite answer, and no NaN or
//! infinity ever leaves this room. Intervals are two-sided with a confidence of 95 %.

mod difference;
mod interval;
mod odds_ratio;
mod proportion;
mod slope;
mod summary;

pub use difference::{difference, newcombe};
pub use interval::{Estimate, Interval, Z_95};
pub use odds_ratio::{OddsRatio, odds_ratio};
pub use proportion::wilson;
pub use slope::slope_least_squares;
pub use summary::{mean, median, quantile};
