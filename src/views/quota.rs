//! Whether quotas are reached more often at a high index than at a low one.

use serde::{Deserialize, Serialize};

use super::HighFrom;

/// Seller-months and seller-quarters with a quota at a high and at a low index.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QuotaTest {
    /// Whether any quota is set.
    pub has_quotas: bool,
    /// What counts as high.
    pub high_from: HighFrom,
    /// The value of it; none where nothing can be compared.
    pub border: Option<f64>,
    /// Those at or above it.
    pub high: QuotaGroup,
    /// Those below.
    pub low: QuotaGroup,
    /// Share of the high ones that reached their quota minus that of the low ones, with its interval; none below
    /// the needed number on either side.
    pub difference: Option<(f64, f64, f64)>,
    /// So many are needed on either side.
    pub need: u32,
    /// Months and quarters with a quota of which the index or what was won is not known.
    pub unknown: u32,
}

/// Months and quarters of sellers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QuotaGroup {
    /// Those in which the quota was reached.
    pub reached: u32,
    /// All.
    pub cases: u32,
    /// Their share, and its interval; none below the needed number.
    pub share: Option<(f64, f64, f64)>,
}
