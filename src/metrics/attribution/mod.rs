//! Attribution, cost and return: results.
//!
//! One file per metric; `costs` says what a cost is worth and which channel it belongs to, `journeys` which touches
//! lead to which deal, `paths` where social networks stand on them, `roles` what the metrics of these four roles share. `credit` is an output of its own: what seven
//! models say of the same paths.

mod cost;
mod cost_per_customer;
mod cost_per_lead;
mod costs;
mod credit;
mod deal_paths;
#[cfg(test)]
mod example;
mod journeys;
mod paths;
mod roi;
mod roi_by_model;
mod roles;
mod social_assisted;
mod social_assisted_value;
mod social_converted;
mod social_converted_value;
mod social_involved;
mod social_involved_value;
mod social_sourced;
mod social_sourced_value;
mod stage_values;

pub(in crate::metrics) use costs::money_of_cost;
pub(in crate::metrics) use journeys::Journeys;
pub(in crate::metrics) use paths::SocialPaths;

use super::Metric;

pub use cost::COST;
pub use cost_per_customer::COST_PER_CUSTOMER;
pub use cost_per_lead::COST_PER_LEAD;
pub use credit::{
    Attribution, Credit, LEAST_CONVERSIONS, ModelAnswer, PathCoverage, UNKNOWN_CHANNEL, Withheld,
    attribution, credit_rules, model_id, rule_of,
};
pub use deal_paths::{DealPath, PathTouch, deal_paths};
pub use journeys::TouchCounts;
pub use roi::ROI;
pub use roi_by_model::{returned, roi_by_model, social_cost};
pub use social_assisted::SOCIAL_ASSISTED;
pub use social_assisted_value::SOCIAL_ASSISTED_VALUE;
pub use social_converted::SOCIAL_CONVERTED;
pub use social_converted_value::SOCIAL_CONVERTED_VALUE;
pub use social_involved::SOCIAL_INVOLVED;
pub use social_involved_value::SOCIAL_INVOLVED_VALUE;
pub use social_sourced::SOCIAL_SOURCED;
pub use social_sourced_value::SOCIAL_SOURCED_VALUE;
pub use stage_values::{StageValue, stage_values};

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[
    &SOCIAL_SOURCED,
    &SOCIAL_SOURCED_VALUE,
    &SOCIAL_CONVERTED,
    &SOCIAL_CONVERTED_VALUE,
    &SOCIAL_ASSISTED,
    &SOCIAL_ASSISTED_VALUE,
    &SOCIAL_INVOLVED,
    &SOCIAL_INVOLVED_VALUE,
    &COST,
    &COST_PER_LEAD,
    &COST_PER_CUSTOMER,
    &ROI,
];
