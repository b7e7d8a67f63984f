//! The index: total, pillars, ranks, who rises, what the weakest pillar lacks, and whether it goes with more deals.

use serde::{Deserialize, Serialize};

use super::{Frame, QuotaTest, ScoreRow};
use crate::charts::ChartSpec;
use crate::facts::{Bucket, CheckItem, Day};
use crate::metrics::Figure;

/// The pillars, by the ids of their metrics.
pub const PILLARS: [&str; 4] = ["ssi_brand", "ssi_people", "ssi_insights", "ssi_relationships"];

/// Above this, LinkedIn said in 2015, an index is higher than that of 98 % of its users.
pub const HIGH_SSI: f64 = 70.0;

/// What counts as a high index in the test.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HighFrom {
    /// The median of the own seller-months.
    #[default]
    OwnMedian,
    /// 70.
    Seventy,
}

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SsiView {
    /// The selection.
    pub frame: Frame,
    /// How the trends are cut.
    pub bucket: Option<Bucket>,
    /// The index.
    pub total: Option<ScoreRow>,
    /// The index of each seller, with the line at 70.
    pub chart: Option<ChartSpec>,
    /// Sellers at or above 70.
    pub high: u32,
    /// Sellers with a reading.
    pub read: u32,
    /// The pillars in their order.
    pub pillars: Vec<PillarView>,
    /// The pillar with the lowest value, by its metric; none where pillars are not known.
    pub weakest: Option<String>,
    /// Each seller.
    pub sellers: Vec<SsiLine>,
    /// Rank in the industry and in the network over time.
    pub ranks: Vec<(String, ChartSpec)>,
    /// Weeks from one reading to the next, as chosen.
    pub every_weeks: u32,
    /// High against low index.
    pub test: HighLow,
    /// Quotas reached at a high and at a low index.
    pub quota: QuotaTest,
}

/// One pillar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PillarView {
    /// Its figure.
    pub row: ScoreRow,
    /// Over time.
    pub chart: Option<ChartSpec>,
}

/// One seller's index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SsiLine {
    /// Who.
    pub seller: String,
    /// The newest reading, with its age.
    pub index: Figure,
    /// Against the reading before it.
    pub step: Option<f64>,
    /// Against the last one by the baseline's day.
    pub since_baseline: Option<f64>,
    /// Points a week over the last eight weeks.
    pub slope: Figure,
    /// The pillars in their order.
    pub pillars: Vec<Figure>,
    /// The lowest of them, by its metric.
    pub weakest: Option<String>,
    /// What the pillars add up to, where it is not the total.
    pub adds_up_to: Option<f64>,
    /// Rank in the industry.
    pub industry: Figure,
    /// Rank in the network.
    pub network: Figure,
    /// Whether a new reading is due.
    pub is_due: bool,
    /// The questions for the weakest pillar.
    pub checks: Vec<CheckView>,
}

/// A question for a pillar, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    /// The question.
    pub item: CheckItem,
    /// Yes or no, and the day.
    pub answer: Option<(bool, Day)>,
}

/// Deals per seller-month at a high and at a low index.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HighLow {
    /// What counts as high.
    pub high_from: HighFrom,
    /// The value of it; none where no seller-month has a reading.
    pub border: Option<f64>,
    /// Seller-months at or above it.
    pub high: MonthGroup,
    /// Those below.
    pub low: MonthGroup,
    /// High minus low in deals a month, with its interval; none below the needed number of seller-months.
    pub difference: Option<(f64, f64, f64)>,
    /// So many seller-months are needed on either side.
    pub need: u32,
}

/// Seller-months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthGroup {
    /// How many.
    pub months: u32,
    /// Deals created in them.
    pub deals: u32,
    /// Deals in one, and its interval.
    pub rate: Option<(f64, f64, f64)>,
}
