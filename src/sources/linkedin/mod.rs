//! LinkedIn: the archive ("Get a copy of your data"), a creator's analytics workbook, the Social Selling
//! Index.
//!
//! | file | holds |
//! |---|---|
//! | `profile` … `reactions` | the archive's exports, one file each |
//! | `messages`, `message_sides`, `message_owner` | messages: streaming, whose they are, who is on which side |
//! | `creator_analytics`, `creator_sheets`, `creator_read` | the workbook of impressions, followers and best posts |
//! | `single_post`, `single_post_read` | the analytics of one post |
//! | `page_content`, `page_posts` … `page_demographics` | a LinkedIn Page's exports, one table each |
//! | `ssi`, `ssi_page`, `ssi_json` | the Social Selling Index, as pasted text and as JSON |
//! | `dates`, `post_link` | LinkedIn's forms of dates, and the numbers in links of posts |

mod comments;
mod connections;
mod creator_analytics;
#[cfg(feature = "engine")]
mod creator_read;
#[cfg(feature = "engine")]
mod creator_sheets;
mod dates;
mod instant_reposts;
mod invitations;
#[cfg(feature = "engine")]
mod message_owner;
#[cfg(feature = "engine")]
mod message_sides;
mod messages;
mod page_competitors;
mod page_content;
mod page_demographics;
mod page_followers;
mod page_posts;
mod page_visitors;
mod post_link;
mod profile;
mod reactions;
mod shares;
mod single_post;
#[cfg(feature = "engine")]
mod single_post_read;
mod ssi_json;
mod ssi_page;

pub use comments::COMMENTS;
pub use connections::CONNECTIONS;
pub use creator_analytics::CREATOR_ANALYTICS;
pub use instant_reposts::INSTANT_REPOSTS;
pub use invitations::INVITATIONS;
pub use messages::MESSAGES;
pub use page_competitors::PAGE_COMPETITORS;
pub use page_content::PAGE_CONTENT;
pub use page_demographics::PAGE_DEMOGRAPHICS;
pub use page_followers::PAGE_FOLLOWERS;
pub use page_posts::PAGE_POSTS;
pub use page_visitors::PAGE_VISITORS;
pub use profile::PROFILE;
pub use reactions::REACTIONS;
pub use shares::SHARES;
pub use single_post::SINGLE_POST;
pub use ssi_json::SSI_JSON;
pub use ssi_page::SSI_PAGE;

/// Where the archive's formats are known from.
const ARCHIVE_SEEN: &str = "https://www.linkedin.com/help/linkedin/answer/a1339364 for the archive; layouts seen in real archives of 2018, 2022, 2023 and 2026";

/// Where the formats of a LinkedIn Page's exports are known from.
const PAGE_SEEN: &str = "workbooks of 2020; later layouts as in public readers of its exports, 2022 to 2026";

/// What a person brings to have all of the archive's files.
#[cfg(feature = "engine")]
pub(super) const ARCHIVE_GROUP: &str = "linkedin_archive";

#[cfg(feature = "engine")]
mod archive_files;
#[cfg(feature = "engine")]
pub(super) use archive_files::{archive_day, is_talk_with_a_machine, layout_unknown, says_nothing_found};
#[cfg(feature = "engine")]
pub(super) use creator_read::{is_creator_workbook, read_creator_workbook};
#[cfg(feature = "engine")]
pub(super) use post_link::post_id;
#[cfg(feature = "engine")]
pub(super) use single_post_read::{is_single_post_workbook, read_single_post};
#[cfg(feature = "engine")]
mod ssi;
#[cfg(feature = "engine")]
pub(super) use ssi::ssi_reading;
#[cfg(feature = "engine")]
pub use ssi::{Reading as SsiReading, ssi_of_text};
