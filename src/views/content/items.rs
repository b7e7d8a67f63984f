//! Content items: the same address or the same name of content in several posts.

use serde::{Deserialize, Serialize};

use super::{Counts, PostDetail};
use crate::metrics::Figure;

/// A post of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemPost {
    /// The post.
    pub post: PostDetail,
    /// Its engagement rate.
    pub figure: Figure,
    /// Its numbers.
    pub counts: Counts,
}

/// What several posts share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Name of the content, else the address without UTM parameters.
    pub name: String,
    /// Sellers who shared it.
    pub shared: Vec<String>,
    /// Sellers whose posts are known and who did not.
    pub not_shared: Vec<String>,
    /// Its engagement rate over all its posts.
    pub figure: Figure,
    /// The numbers of all its posts.
    pub counts: Counts,
    /// Its posts, newest first.
    pub posts: Vec<ItemPost>,
}

/// Content items.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ItemsView {
    /// Those that more than one post shares; most sellers first, then most posts.
    pub items: Vec<Item>,
    /// Posts that share an address or name a content that no other post does.
    pub single: u32,
    /// Posts that name neither.
    pub unnamed: u32,
}
