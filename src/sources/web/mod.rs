//! Exports of web analytics, short links and booking tools, one file each.
//!
//! | file | holds |
//! |---|---|
//! | `ga4_pages`, `ga4_channels` | reports of Google Analytics 4 |
//! | `bitly` | short links |
//! | `calendly` | booked meetings |
//! | `google_trends` | how much a term was searched for |

mod bitly;
mod calendly;
mod ga4_channels;
mod ga4_pages;
mod google_trends;

pub use bitly::LINKS as BITLY_LINKS;
pub use calendly::EVENTS as CALENDLY_EVENTS;
pub use ga4_channels::CHANNELS as GA4_CHANNELS;
pub use ga4_pages::PAGES as GA4_PAGES;
#[cfg(feature = "engine")]
pub(super) use google_trends::by_shape as trends_by_shape;
pub use google_trends::{REGIONS as TRENDS_REGIONS, RELATED as TRENDS_RELATED, TIMELINE as TRENDS_TIMELINE};
