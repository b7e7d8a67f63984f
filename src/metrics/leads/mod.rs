//! Leads: results.
//!
//! One file per metric; `cases` says where leads came from and whether they became customers, `bands` how warm they
//! are by their score, `way` which touches they had and which bands they went through.

mod band_conversion_cost;
mod band_growth;
mod bands;
mod cases;
mod lead_conversion_rate;
#[allow(clippy::module_inception)]
mod leads;
mod leads_in_band;
mod time_to_conversion;
mod way;

use super::Metric;
pub use band_conversion_cost::BAND_CONVERSION_COST;
pub use band_growth::BAND_GROWTH;
pub use bands::Band;
pub(in crate::metrics) use cases::{BY, Conversion, Outcomes};
pub use lead_conversion_rate::LEAD_CONVERSION_RATE;
pub use leads::LEADS;
pub use leads_in_band::LEADS_IN_BAND;
pub use time_to_conversion::TIME_TO_CONVERSION;
pub(in crate::metrics) use time_to_conversion::emit_ways;
pub(super) use way::LeadTouches;
pub use way::{LeadTouch, LeadWay, ScoreLine, Stay, lead_ways};

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[
    &LEADS,
    &LEAD_CONVERSION_RATE,
    &TIME_TO_CONVERSION,
    &LEADS_IN_BAND,
    &BAND_GROWTH,
    &BAND_CONVERSION_COST,
];
