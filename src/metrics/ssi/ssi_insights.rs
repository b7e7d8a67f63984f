//! Pillar of the Social Selling Index: engage with insights.
//!
//! Formula: newest reading on or before the day that has the pillar; of a team the median of its sellers.

use super::readings;
use crate::metrics::{Context, Metric, Samples};

/// Pillar of the Social Selling Index: engage with insights.
pub static SSI_INSIGHTS: Metric = readings::pillar("ssi_insights", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.insights);
}
