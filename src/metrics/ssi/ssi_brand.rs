//! Pillar of the Social Selling Index: establish a professional brand.
//!
//! Formula: newest reading on or before the day that has the pillar; of a team the median of its sellers.

use super::readings;
use crate::metrics::{Context, Metric, Samples};

/// Pillar of the Social Selling Index: establish a professional brand.
pub static SSI_BRAND: Metric = readings::pillar("ssi_brand", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.brand);
}
