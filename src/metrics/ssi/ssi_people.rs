//! Pillar of the Social Selling Index: find the right people.
//!
//! Formula: newest reading on or before the day that has the pillar; of a team the median of its sellers.

use super::readings;
use crate::metrics::{Context, Metric, Samples};

/// Pillar of the Social Selling Index: find the right people.
pub static SSI_PEOPLE: Metric = readings::pillar("ssi_people", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.people);
}
