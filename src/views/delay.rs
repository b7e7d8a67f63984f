//! The delay page: does activity come before results, and how long does a result take?

use serde::{Deserialize, Serialize};

use super::{Frame, ScoreRow};
use crate::facts::{Day, Span};
use crate::metrics::Figure;

/// The delay page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DelayView {
    /// The selection.
    pub frame: Frame,
    /// All days of the data: the test looks at them whatever period is chosen.
    pub span: Option<Span>,
    /// Every leading series against every outcome.
    pub lags: Vec<LagView>,
    /// The longest lag, in weeks.
    pub most_lag: u32,
    /// How old the programme is against its own cycle.
    pub clock: ClockView,
}

/// One leading series against one outcome.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LagView {
    /// Metric id of the leading series.
    pub series: String,
    /// Metric id of the outcome.
    pub outcome: String,
    /// Weeks of all sellers together.
    pub seller_weeks: u64,
    /// Correlation by lag from 0 on; empty where there is too little to compare.
    pub points: Vec<LagDot>,
    /// Half of the height of the picture's axis.
    pub reach: f64,
    /// The lag that chance is least likely to bring.
    pub best: u32,
    /// What is found; none where nothing is visible yet.
    pub finding: Option<FindingView>,
}

/// The correlation at one lag.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LagDot {
    /// Correlation.
    pub correlation: f64,
    /// Lower end of what chance brings.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Pairs of weeks compared.
    pub pairs: u64,
}

/// By how many weeks a series runs ahead.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// Weeks.
    pub weeks: u32,
    /// First of the lags that cannot be told apart from it.
    pub low: u32,
    /// Last of them.
    pub high: u32,
    /// Probability that chance does as well, corrected for all series and lags.
    pub p: f64,
    /// Pairs of weeks compared.
    pub pairs: u64,
}

/// How old the programme is against its own cycle.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClockView {
    /// The baseline; none where those chosen share none, and then nothing is judged.
    pub since: Option<Day>,
    /// Days from then to the end of the data.
    pub age_days: Option<u32>,
    /// Days from a deal's creation to its winning, over all days of the data.
    pub cycle: Option<Figure>,
    /// Whether the programme is older than the median cycle.
    pub is_ripe: bool,
    /// The results whose changes wait for that.
    pub results: Vec<ScoreRow>,
}
