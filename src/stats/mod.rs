//! Statistics as pure functions over slices: no facts, no dates, no words.
//!
//! Map: `interval` (the shapes of an answer), `proportion` (Wilson), `difference` (Newcombe, MOVER),
//! `odds_ratio` (exact conditional), `survival` (Kaplan–Meier), `incidence` (Aalen–Johansen),
//! `log_rank` with `singular` and `chi_square`, `random` (seeded generator), `resample` with
//! `bootstrap` (ratios) and `bootstrap_exact` (sums and means of integers), `summary` (mean, quantiles),
//! `slope` (least squares), `trend_of_shares` (Cochran–Armitage).
//!
//! Every function is total: it answers `None` where the question has no finite answer, and no NaN or
//! infinity ever leaves this room. Intervals are two-sided with a confidence of 95 %.

mod bootstrap;
mod bootstrap_exact;
mod chi_square;
mod difference;
mod incidence;
mod interval;
mod log_rank;
mod odds_ratio;
mod proportion;
mod random;
mod resample;
mod singular;
mod slope;
mod summary;
mod survival;
mod trend_of_shares;

pub use bootstrap::bootstrap_ratio;
pub use bootstrap_exact::{ExactInterval, bootstrap_mean_i128, bootstrap_sum_i128};
pub use chi_square::chi_square_survival;
pub use difference::{difference, newcombe};
pub use incidence::{Competing, Incidence, IncidenceStep, Outcome, aalen_johansen};
pub use interval::{Estimate, Interval, Z_95};
pub use log_rank::{LogRank, log_rank};
pub use odds_ratio::{OddsRatio, odds_ratio};
pub use proportion::wilson;
pub use random::Random;
pub use resample::RESAMPLES;
pub use slope::slope_least_squares;
pub use summary::{mean, median, quantile};
pub use survival::{Case, Survival, SurvivalStep, kaplan_meier};
pub use trend_of_shares::{TrendOfShares, trend_of_shares};
