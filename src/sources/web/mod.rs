//! Exports of web analytics, short links and booking tools, one file each.
//!
//! | file | holds |
//! |---|---|
//! | `ga4_pages`, `ga4_channels` | reports of Google Analytics 4 |
//! | `bitly` | short links |
//! | `calendly` | booked meetings |

mod bitly;
mod calendly;
mod ga4_channels;
mod ga4_pages;

pub use bitly::LINKS as BITLY_LINKS;
pub use calendly::EVENTS as CALENDLY_EVENTS;
pub use ga4_channels::CHANNELS as GA4_CHANNELS;
pub use ga4_pages::PAGES as GA4_PAGES;
