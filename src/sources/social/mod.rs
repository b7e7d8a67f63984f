//! Exports of social networks other than LinkedIn, and of tools that post to several.
//!
//! | file | holds |
//! |---|---|
//! | `x_posts`, `x_days`, `x_videos` | X (Twitter): posts, days, videos |
//! | `meta_facebook`, `meta_instagram` | Meta Business Suite: posts of a page, posts of an account |
//! | `sprout_posts`, `sprout_profiles` | Sprout Social: posts, profiles day by day |
//! | `metricool`, `hootsuite`, `buffer`, `later` | one export each |
//! | `networks` | one name for a network, whatever a tool calls it |
//! | `post_numbers` | the number that a post goes by, and the time in it |

mod buffer;
mod hootsuite;
mod later;
mod meta_facebook;
mod meta_instagram;
mod metricool;
#[cfg(feature = "engine")]
mod networks;
#[cfg(feature = "engine")]
mod post_numbers;
mod sprout_posts;
mod sprout_profiles;
mod x_days;
mod x_posts;
mod x_videos;

pub use buffer::POSTS as BUFFER_POSTS;
pub use hootsuite::POSTS as HOOTSUITE_POSTS;
pub use later::POSTS as LATER_POSTS;
pub use meta_facebook::POSTS as META_FACEBOOK;
pub use meta_instagram::POSTS as META_INSTAGRAM;
pub use metricool::DAYS as METRICOOL_DAYS;
pub use sprout_posts::POSTS as SPROUT_POSTS;
pub use sprout_profiles::PROFILES as SPROUT_PROFILES;
pub use x_days::DAYS as X_DAYS;
pub use x_posts::POSTS as X_POSTS;
pub use x_videos::VIDEOS as X_VIDEOS;

/// Where the formats of tools that are known from one reader's samples are known from.
const READER_SAMPLES: &str =
    "layouts as in public readers of its exports; not checked against a file of our own";
