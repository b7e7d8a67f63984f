//! Leads: results.
//!
//! One file per metric; `cases` says where leads came from and whether they became customers.

mod cases;
mod lead_conversion_rate;
#[allow(clippy::module_inception)]
mod leads;

use super::Metric;

pub use lead_conversion_rate::LEAD_CONVERSION_RATE;
pub use leads::LEADS;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[&LEADS, &LEAD_CONVERSION_RATE];
