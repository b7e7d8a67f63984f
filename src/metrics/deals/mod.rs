//! Deals and revenue: results.
//!
//! One file per metric; `cases` holds the deals with what they take from their leads and how they ended.

mod average_deal_value;
mod cases;
mod close_rate;
mod deals_created;
mod deals_lost;
mod deals_won;
#[cfg(test)]
mod example;
mod pipeline_deals;
mod pipeline_value;
mod referral_odds_ratio;
mod retention_rate;
mod sales_cycle;
mod social_revenue;
mod social_revenue_share;
mod win_rate;
mod win_rate_value;
mod won_value;

pub(in crate::metrics) use cases::{BY, DealCase, DealCases, Ending, money};

use super::Metric;

pub use average_deal_value::AVERAGE_DEAL_VALUE;
pub use close_rate::CLOSE_RATE;
pub use deals_created::DEALS_CREATED;
pub use deals_lost::DEALS_LOST;
pub use deals_won::DEALS_WON;
pub use pipeline_deals::PIPELINE_DEALS;
pub use pipeline_value::PIPELINE_VALUE;
pub use referral_odds_ratio::REFERRAL_ODDS_RATIO;
pub use retention_rate::RETENTION_RATE;
pub use sales_cycle::SALES_CYCLE;
pub use social_revenue::SOCIAL_REVENUE;
pub use social_revenue_share::SOCIAL_REVENUE_SHARE;
pub use win_rate::WIN_RATE;
pub use win_rate_value::WIN_RATE_VALUE;
pub use won_value::WON_VALUE;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[
    &DEALS_CREATED,
    &DEALS_WON,
    &DEALS_LOST,
    &WON_VALUE,
    &AVERAGE_DEAL_VALUE,
    &PIPELINE_DEALS,
    &PIPELINE_VALUE,
    &WIN_RATE,
    &WIN_RATE_VALUE,
    &CLOSE_RATE,
    &SALES_CYCLE,
    &REFERRAL_ODDS_RATIO,
    &SOCIAL_REVENUE,
    &SOCIAL_REVENUE_SHARE,
    &RETENTION_RATE,
];
