//! Clicks: posts that few click, links sent to persons, short links.

use serde::{Deserialize, Serialize};

use super::PostDetail;
use crate::metrics::Figure;

/// A post and its click rate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClickLine {
    /// The post.
    pub post: PostDetail,
    /// Clicks per impression.
    pub rate: Figure,
    /// Clicks per person reached.
    pub of_reach: Figure,
}

/// A link or a seller, and how often what was sent was opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentLink {
    /// Address or seller.
    pub name: String,
    /// Persons who opened it of those it was sent to.
    pub opened: Figure,
    /// Clicks per sending, over the sendings whose clicks are known.
    pub per_send: Figure,
}

/// An address that a list of short links names, and where it was used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShortLink {
    /// The address that it leads to, or the short one where the list names no other.
    pub link: String,
    /// Clicks; none where the list does not tell.
    pub clicks: Option<f64>,
    /// Sellers who shared the address in posts, each once.
    pub sellers: Vec<String>,
    /// Posts that share it.
    pub posts: u32,
    /// Times it was sent to a named person.
    pub sends: u32,
}

/// Clicks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClicksView {
    /// The click rate of all posts, as the catalogue has it.
    pub all: Option<Figure>,
    /// Posts whose whole interval lies below it, farthest below first.
    pub low: Vec<ClickLine>,
    /// Posts whose click rate is known and which were shown often enough.
    pub compared: u32,
    /// Sent links, by link.
    pub by_link: Vec<SentLink>,
    /// The same by seller.
    pub by_seller: Vec<SentLink>,
    /// Short links.
    pub short: Vec<ShortLink>,
}
