//! Rank in the network: among the top x per cent.
//!
//! Formula: newest reading on or before the day, as read; lower is better; of a team the median of its sellers.

use super::readings;
use crate::metrics::{Context, Metric, Samples};

/// Rank in the network: among the top x per cent.
pub static SSI_NETWORK_RANK: Metric = readings::rank("ssi_network_rank", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.network_rank);
}
