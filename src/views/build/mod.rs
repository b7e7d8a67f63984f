//! From facts to what a page shows.

mod choices;
mod content;
mod data;
mod details;
mod frame;
mod heat;
mod log;
mod matches;
mod meanings;
mod metric;
mod rows;
mod scorecard;
mod team;
#[cfg(test)]
mod team_tests;
mod trend;

pub use choices::choices;
pub use content::content_view;
pub use data::{data_view, totals};
pub use details::staged_rows;
pub use frame::{Asked, frame};
pub use log::{log_view, people_like};
pub use matches::matches_view;
pub use meanings::guess_meanings;
pub use metric::metric_view;
pub use rows::row_list;
pub use scorecard::scorecard_view;
pub use team::team_view;
