//! Pillar of the Social Selling Index: build relationships.
//!
//! Formula: newest reading on or before the day that has the pillar; of a team the median of its sellers.

use super::readings;
use crate::metrics::{Context, Metric, Samples};

/// Pillar of the Social Selling Index: build relationships.
pub static SSI_RELATIONSHIPS: Metric = readings::pillar("ssi_relationships", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.relationships);
}
