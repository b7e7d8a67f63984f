//! Statistics as pure functions over slices: no facts, no dates, no words.
//!
//! Map: `interval` (the shapes of an answer), `proportion` (Wilson), `difference` (Newcombe, MOVER),
//! `odds_ratio` (exact conditional), `risk_ratio` (Katz), `survival` (Kaplan–Meier), `incidence` (Aalen–Johansen),
//! `log_rank` with `singular` and `chi_square`, `random` (seeded generator), `resample` with
//! `bootstrap` (ratios) and `bootstrap_exact` (sums and means of integers), `summary` (mean, quantiles),
//! `slope` (least squares), `restricted_mean` (within a horizon), `lead_lag` (which series runs ahead, by shifting),
//! `benjamini_hochberg` (many tests at once), `credit` (attribution by seven models), `growth` (of counts).
//! `benjamini_hochberg` (many tests at once), `credit` (attribution by seven models), `growth` (of counts),
//! `median_limits` (limits of a median, product of two figures), `ratio` (of two figures, MOVER-R).
//! `bootstrap` (ratios), `bootstrap_means` (difference of means) and `bootstrap_exact` (sums and means of integers), `summary` (mean, quantiles),
//! `slope` (least squares), `student` (t), `drift` (where steps lead).
//! `slope` (least squares), `trend_of_shares` (Cochran–Armitage).
//!
//! Every function is total: it answers `None` where the question has no finite answer, and no NaN or
//! infinity ever leaves this room. Intervals are two-sided with a confidence of 95 %.

mod benjamini_hochberg;
mod bootstrap;
mod bootstrap_exact;
mod bootstrap_means;
mod chi_square;
mod credit;
mod difference;
mod drift;
mod growth;
mod incidence;
mod interval;
mod lead_lag;
mod log_rank;
mod median_limits;
mod odds_ratio;
mod proportion;
mod random;
mod ratio;
mod resample;
mod restricted_mean;
mod risk_ratio;
mod singular;
mod slope;
mod student;
mod summary;
mod survival;
mod trend_of_shares;

pub use benjamini_hochberg::benjamini_hochberg;
pub use bootstrap::bootstrap_ratio;
pub use bootstrap_exact::{ExactInterval, bootstrap_mean_i128, bootstrap_sum_i128};
pub use bootstrap_means::bootstrap_mean_difference;
pub use chi_square::chi_square_survival;
pub use credit::{
    ChannelCredit, Court, CreditModel, CreditRules, ModelCredit, Walk, apportion, court, court_resamples,
    removal_effects, step_shares,
};
pub use difference::{difference, newcombe};
pub use drift::{Drift, Move, drift};
pub use growth::count_growth;
pub use incidence::{Competing, Incidence, IncidenceStep, Outcome, aalen_johansen};
pub use interval::{Estimate, Interval, Z_95};
pub use lead_lag::{LagCurve, LagPoint, Pair, lag_curve};
pub use log_rank::{LogRank, log_rank};
pub use median_limits::{median_limits, product};
pub use odds_ratio::{OddsRatio, odds_ratio};
pub use proportion::wilson;
pub use random::Random;
pub use ratio::ratio;
pub use resample::RESAMPLES;
pub use restricted_mean::{MeanDifference, RestrictedMean, mean_difference, restricted_mean};
pub use risk_ratio::risk_ratio;
pub use slope::slope_least_squares;
pub use student::student_95;
pub use summary::{mean, median, quantile};
pub use survival::{Case, Survival, SurvivalStep, kaplan_meier};
pub use trend_of_shares::{TrendOfShares, trend_of_shares};
