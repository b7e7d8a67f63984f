//! Content: activity.
//!
//! One file per metric; `joined` holds each post once, `engagement` what counts as such, `activity` own comments
//! and reactions, `shared_pages` the visits of pages that sellers shared,
//! `content_posts` the posts one by one, `engagers` who of those who engaged is a connection. Brand pages are
//! left out throughout.

mod active_sharer_share;
mod activity;
mod audience_shares;
mod audience_shares_per_1000;
mod bounce_rate;
mod collateral_ctr;
mod comments_given;
mod content_posts;
mod engagement;
mod engagement_rate;
mod engagements;
mod engagers;
#[cfg(test)]
mod example;
mod follower_engagement_rate;
mod impressions;
mod joined;
mod link_ctr;
mod posting_regularity;
mod posts_shared;
mod reactions_given;
mod shared_pages;
mod time_on_page;

pub(in crate::metrics) use joined::JoinedPosts;

use super::Metric;

pub use active_sharer_share::ACTIVE_SHARER_SHARE;
pub use audience_shares::AUDIENCE_SHARES;
pub use audience_shares_per_1000::AUDIENCE_SHARES_PER_1000;
pub use bounce_rate::BOUNCE_RATE;
pub use collateral_ctr::COLLATERAL_CTR;
pub use comments_given::COMMENTS_GIVEN;
pub use content_posts::{ContentPost, Counting};
pub use engagement_rate::ENGAGEMENT_RATE;
pub use engagements::ENGAGEMENTS;
pub use engagers::{Engagers, engagers};
pub use follower_engagement_rate::FOLLOWER_ENGAGEMENT_RATE;
pub use impressions::IMPRESSIONS;
pub use link_ctr::LINK_CTR;
pub use posting_regularity::POSTING_REGULARITY;
pub use posts_shared::POSTS_SHARED;
pub use reactions_given::REACTIONS_GIVEN;
pub use shared_pages::address;
pub use time_on_page::TIME_ON_PAGE;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[
    &POSTS_SHARED,
    &ACTIVE_SHARER_SHARE,
    &POSTING_REGULARITY,
    &IMPRESSIONS,
    &ENGAGEMENTS,
    &ENGAGEMENT_RATE,
    &FOLLOWER_ENGAGEMENT_RATE,
    &AUDIENCE_SHARES,
    &AUDIENCE_SHARES_PER_1000,
    &LINK_CTR,
    &COLLATERAL_CTR,
    &BOUNCE_RATE,
    &TIME_ON_PAGE,
    &COMMENTS_GIVEN,
    &REACTIONS_GIVEN,
];
