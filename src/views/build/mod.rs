//! From facts to what a page shows.

mod breadth;
mod data;
mod details;
mod frame;
mod heat;
mod high_low;
mod log;
mod matches;
mod meanings;
mod metric;
mod mutual;
mod network;
#[cfg(test)]
mod network_tests;
mod paths;
mod referrals;
#[cfg(test)]
mod referrals_tests;
mod rows;
mod scorecard;
mod ssi;
mod team;
#[cfg(test)]
mod team_tests;
mod trend;

pub use data::{data_view, totals};
pub use details::staged_rows;
pub use frame::{Asked, frame};
pub use log::{log_view, people_like};
pub use matches::matches_view;
pub use meanings::guess_meanings;
pub use metric::metric_view;
pub use network::network_view;
pub use referrals::referrals_view;
pub use rows::row_list;
pub use scorecard::scorecard_view;
pub use ssi::ssi_view;
pub use team::team_view;
