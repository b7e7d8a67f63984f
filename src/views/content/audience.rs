//! What the audience passed on, whom posts could reach, and where they were shared.

use serde::{Deserialize, Serialize};

use crate::metrics::Figure;

/// One platform, or all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AudienceLine {
    /// The platform; blank for all of them.
    pub platform: String,
    /// Posts.
    pub posts: Figure,
    /// Shares by the audience.
    pub shares: Figure,
    /// Shares per post, over those whose shares are known.
    pub per_post: Option<f64>,
    /// Shares per 1,000 impressions.
    pub per_1000: Figure,
    /// People whom the posts could have reached, overlaps not removed.
    pub reach: Figure,
}

/// A platform's part of all posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Channel {
    /// The platform.
    pub platform: String,
    /// Its posts of all posts.
    pub share: Figure,
}

/// Where posts were shared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelMix {
    /// By platform, most posts first.
    pub channels: Vec<Channel>,
}

/// What the audience passed on, whom posts could reach, and where they were shared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AudienceView {
    /// All platforms, then each, most posts first.
    pub lines: Vec<AudienceLine>,
    /// Where posts were shared.
    pub mix: ChannelMix,
}
