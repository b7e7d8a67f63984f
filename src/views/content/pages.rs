//! Visits of pages that sellers shared or sent.

use serde::{Deserialize, Serialize};

use super::super::ScoreRow;
use crate::metrics::Figure;

/// One page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageLine {
    /// Its address as the web analytics have it.
    pub url: String,
    /// Share of its sessions that bounced.
    pub bounce: Figure,
    /// Mean seconds per session.
    pub seconds: Figure,
    /// Sellers who shared it in posts of any time.
    pub sellers: Vec<String>,
}

/// Visits of pages that sellers shared or sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PagesView {
    /// Bounce rate and time over all pages.
    pub figures: Vec<ScoreRow>,
    /// The pages, most sessions first.
    pub lines: Vec<PageLine>,
}
