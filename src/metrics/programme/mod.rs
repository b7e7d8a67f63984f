//! The programme: how well it is told of, on which all other figures rest.
//!
//! One file per metric.

mod checkins_received;
mod data_coverage;

use super::Metric;

pub use checkins_received::CHECKINS_RECEIVED;
pub use data_coverage::DATA_COVERAGE;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[&CHECKINS_RECEIVED, &DATA_COVERAGE];
