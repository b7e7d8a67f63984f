//! Engagement of followers, and what is behind it where it is low.

use serde::{Deserialize, Serialize};

use super::PostDetail;
use crate::metrics::Figure;

/// A post that brought less than the seller's posts used to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LowPost {
    /// The post.
    pub post: PostDetail,
    /// Its engagement rate.
    pub figure: Figure,
    /// Engagements that it lacks against the seller's earlier rate.
    pub lacks: f64,
}

/// A kind of post that brought less.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LowKind {
    /// `post` or `repost`, or as the file has it.
    pub kind: String,
    /// Posts.
    pub posts: u32,
    /// Engagements that they lack together.
    pub lacks: f64,
}

/// A seller whose engagements per follower are compared with the seller's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LowSeller {
    /// Name.
    pub seller: String,
    /// The last 28 days of the period.
    pub now: Figure,
    /// The median of the windows of 28 days before; none where fewer than three are known.
    pub usual: Option<f64>,
    /// Windows before that are known.
    pub windows: u32,
    /// Whether it lies below the margin.
    pub is_low: bool,
    /// Posts in the last 28 days.
    pub posts: u32,
    /// Posts per 28 days before.
    pub usual_posts: Option<f64>,
    /// The posts that lack most, where it is low.
    pub responsible: Vec<LowPost>,
    /// Their kinds.
    pub kinds: Vec<LowKind>,
}

/// Engagement of followers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FollowersView {
    /// Sellers whose followers are known, lowest against their own first.
    pub sellers: Vec<LowSeller>,
}
