//! Who shared lately, and who did not.

use serde::{Deserialize, Serialize};

use super::super::GoalLine;
use crate::charts::ChartSpec;
use crate::facts::{Bucket, Day};
use crate::metrics::Figure;

/// One seller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharerLine {
    /// Name.
    pub seller: String,
    /// Posts of the last 28 days of the period.
    pub lately: Figure,
    /// Posts of the period.
    pub posts: Figure,
    /// Weeks with a post.
    pub regularity: Figure,
    /// Day of the newest post in the period.
    pub last: Option<Day>,
    /// Own comments and reactions in the period.
    pub comments: Figure,
    /// Own reactions in the period.
    pub reactions: Figure,
}

/// Who shared lately, and who did not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SharersView {
    /// The 28 days, first and last.
    pub window: Option<(Day, Day)>,
    /// Sellers whose posts are known, most posts of the last 28 days first.
    pub sellers: Vec<SharerLine>,
    /// How many of them shared in the last 28 days.
    pub active: u32,
    /// The share of active sharers over time.
    pub adoption: Option<ChartSpec>,
    /// How it is cut.
    pub bucket: Option<Bucket>,
    /// Posts of those chosen by week, with the line of their goal.
    pub weekly: Option<ChartSpec>,
    /// The goals that are set for posts, of everyone, teams and sellers.
    pub goals: Vec<GoalLine>,
}
