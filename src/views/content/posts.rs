//! Rates of posts and of groups of posts.

use serde::{Deserialize, Serialize};

use crate::facts::Day;
use crate::metrics::{Attribute, Figure};

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A team.
    Team,
    /// A seller.
    Seller,
    /// A post.
    #[default]
    Post,
    /// A platform.
    Platform,
    /// A campaign.
    Campaign,
    /// Post or repost.
    Kind,
}

impl Level {
    /// Its name in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Level::Team => "team",
            Level::Seller => "seller",
            Level::Post => "post",
            Level::Platform => "platform",
            Level::Campaign => "campaign",
            Level::Kind => "kind",
        }
    }
}

/// A sum over posts of which some may not tell the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sum {
    /// Over those that tell it; none where no post does.
    pub value: Option<f64>,
    /// Posts that tell it.
    pub known: u32,
    /// Posts that do not.
    pub unknown: u32,
}

/// The numbers of some posts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Counts {
    /// Reactions.
    pub reactions: Sum,
    /// Comments.
    pub comments: Sum,
    /// Shares by the audience.
    pub shares: Sum,
    /// Clicks.
    pub clicks: Sum,
    /// Times shown.
    pub impressions: Sum,
}

/// One attribute of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostTag {
    /// Which.
    pub attribute: Attribute,
    /// Whether it has it.
    pub is_on: bool,
    /// Whether a person said so, and no words.
    pub is_by_hand: bool,
}

/// What a post is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PostDetail {
    /// Stands for the post; blank where the files give it neither number nor address, so that nothing can be said
    /// of it.
    pub key: String,
    /// When.
    pub day: Day,
    /// Whose.
    pub seller: String,
    /// Where.
    pub platform: String,
    /// `post` or `repost`, or as the file has it.
    pub kind: String,
    /// Campaign; blank for none.
    pub campaign: String,
    /// Content item, else the address that it shares; blank for neither.
    pub about: String,
    /// Its address; blank where not known.
    pub url: String,
    /// Its attributes.
    pub tags: Vec<PostTag>,
}

/// A post or a group of posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankRow {
    /// Name as the files have it; blank where they give none.
    pub name: String,
    /// Posts.
    pub posts: u32,
    /// Engagement rate, ranked by the lower end of its interval.
    pub figure: Figure,
    /// The same with weights, where there are any.
    pub weighted: Option<Figure>,
    /// The numbers behind it.
    pub counts: Counts,
    /// Whether its interval overlaps that of the first row.
    pub is_like_first: bool,
    /// Whether it has far more engagements than the others (of a group: how many of its posts do).
    pub outliers: u32,
    /// Of a post.
    pub post: Option<PostDetail>,
}

/// The rows of one level.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LevelRows {
    /// Which.
    pub level: Level,
    /// Those that are ranked, best first.
    pub rows: Vec<RankRow>,
    /// Upper end of the axis that they share.
    pub axis_top: Option<f64>,
    /// Ranked rows beyond those listed.
    pub more: u32,
    /// Rows whose posts were shown too seldom to be ranked.
    pub too_small: u32,
    /// Rows of which no rate is known.
    pub unknown: u32,
}

/// A rate with and without the posts that have far more engagements than the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Without {
    /// Engagements beyond which a post stands out.
    pub fence: f64,
    /// Posts beyond it.
    pub posts: u32,
    /// The rate of all posts.
    pub with: Figure,
    /// The rate without them.
    pub without: Figure,
    /// Engagements per follower without them, where the catalogue's figure is made of posts.
    pub followers_without: Option<Figure>,
    /// Engagements per follower, as the catalogue has it.
    pub followers: Figure,
}

/// Rates of posts and of groups of posts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PostsView {
    /// Posts of the selection.
    pub posts: u32,
    /// The rate of them all.
    pub all: Option<Figure>,
    /// The same with weights, where there are any.
    pub weighted: Option<Figure>,
    /// Posts that tell only the sum of their engagements, which no weight can be put on.
    pub without_kinds: u32,
    /// The levels with anything to show, in the order in which they open into each other.
    pub levels: Vec<LevelRows>,
    /// Where posts stand out; none where none does, or there are too few posts to say.
    pub without: Option<Without>,
}
