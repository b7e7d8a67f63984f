//! Statistics as pure functions over slices: no facts, no dates, no words.
//!
//! Every function is total: it answers `None` where the question has no finite answer, and no NaN or
//! infinity ever leaves this room. Intervals are two-sided with a confidence of 95 %.

mod chi_square;
mod difference;
mod incidence;
mod interval;
mod log_rank;
mod odds_ratio;
mod proportion;
mod singular;
mod slope;
mod summary;
mod survival;

pub use chi_square::chi_square_survival;
pub use difference::{difference, newcombe};
pub use incidence::{Competing, Incidence, IncidenceStep, Outcome, aalen_johansen};
pub use interval::{Estimate, Interval, Z_95};
pub use log_rank::{LogRank, log_rank};
pub use odds_ratio::{OddsRatio, odds_ratio};
pub use proportion::wilson;
pub use slope::slope_least_squares;
pub use summary::{mean, median, quantile};
pub use survival::{Case, Survival, SurvivalStep, kaplan_meier};
