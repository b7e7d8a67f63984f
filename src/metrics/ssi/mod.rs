//! Social Selling Index: activity, never part of a result.
//!
//! One file per metric; `readings` walks the rows.

mod readings;
#[allow(clippy::module_inception)]
mod ssi;
mod ssi_brand;
mod ssi_industry_rank;
mod ssi_insights;
mod ssi_network_rank;
mod ssi_people;
mod ssi_relationships;
mod ssi_slope;

use super::Metric;

pub use ssi::SSI;
pub use ssi_brand::SSI_BRAND;
pub use ssi_industry_rank::SSI_INDUSTRY_RANK;
pub use ssi_insights::SSI_INSIGHTS;
pub use ssi_network_rank::SSI_NETWORK_RANK;
pub use ssi_people::SSI_PEOPLE;
pub use ssi_relationships::SSI_RELATIONSHIPS;
pub use ssi_slope::SSI_SLOPE;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[
    &SSI,
    &SSI_BRAND,
    &SSI_PEOPLE,
    &SSI_INSIGHTS,
    &SSI_RELATIONSHIPS,
    &SSI_SLOPE,
    &SSI_INDUSTRY_RANK,
    &SSI_NETWORK_RANK,
];
