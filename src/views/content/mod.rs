//! The content page: what was shared, by whom, and what came of it.
//!
//! | file | holds |
//! |---|---|
//! | `posts` | rates of posts, sellers, teams, platforms, campaigns, kinds |
//! | `stacks` | reactions, comments, shares and clicks by week and by kind |
//! | `sharers` | who shared lately and who did not |
//! | `audience` | shares by the audience, potential reach, channel mix |
//! | `clicks` | low click rates, sent links, short links |
//! | `tags` | posts with an attribute against those without |
//! | `items` | what several posts share |
//! | `pages` | visits of shared pages |
//! | `engagers` | connections among those who engaged |
//! | `followers` | engagement of followers, and where it is low |

mod audience;
mod clicks;
mod engagers;
mod followers;
mod items;
mod pages;
mod posts;
mod sharers;
mod stacks;
mod tags;

use serde::{Deserialize, Serialize};

use super::{Frame, ScoreRow};
use crate::metrics::{Attribute, ContentRules, Dim};

pub use audience::{AudienceLine, AudienceView, Channel, ChannelMix};
pub use clicks::{ClickLine, ClicksView, SentLink, ShortLink};
pub use engagers::EngagersView;
pub use followers::{FollowersView, LowKind, LowPost, LowSeller};
pub use items::{Item, ItemPost, ItemsView};
pub use pages::{PageLine, PagesView};
pub use posts::{Counts, Level, LevelRows, PostDetail, PostTag, PostsView, RankRow, Sum, Without};
pub use sharers::{SharerLine, SharersView};
pub use stacks::{Stack, StackOf, StacksView};
pub use tags::{TagLine, TagsView};

/// Which clicks count as engagements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clicks {
    /// As the catalogue counts them.
    #[default]
    Catalogue,
    /// Not.
    Without,
    /// All.
    With,
}

/// What a person changes on the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentChange {
    /// How content is counted.
    Rules {
        /// All of it.
        rules: ContentRules,
    },
    /// Say of one post whether it has an attribute.
    Tag {
        /// The post, as [`PostDetail::key`] has it.
        post: String,
        /// What.
        attribute: Attribute,
        /// Whether it has it; none leaves it to the words.
        is_on: Option<bool>,
    },
}

/// The content page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContentView {
    /// The selection.
    pub frame: Frame,
    /// How content is counted.
    pub rules: ContentRules,
    /// Dimensions of the selection that posts do not carry: with one of them nothing can be shown.
    pub not_by: Vec<Dim>,
    /// Key figures, as on the scorecard.
    pub figures: Vec<ScoreRow>,
    /// Rates.
    pub posts: PostsView,
    /// Kinds of engagement.
    pub stacks: StacksView,
    /// Who shared.
    pub sharers: SharersView,
    /// The audience.
    pub audience: AudienceView,
    /// Clicks.
    pub clicks: ClicksView,
    /// Tags.
    pub tags: TagsView,
    /// Content items.
    pub items: ItemsView,
    /// Shared pages.
    pub pages: PagesView,
    /// Followers.
    pub followers: FollowersView,
    /// Connections among those who engaged.
    pub engagers: EngagersView,
}
