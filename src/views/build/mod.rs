//! From facts to what a page shows.

mod before_after;
mod data;
mod details;
mod frame;
mod goals;
mod heat;
mod log;
mod markers;
mod matches;
mod meanings;
mod metric;
mod programme;
mod programme_team;
mod rows;
mod scorecard;
mod team;
#[cfg(test)]
mod team_tests;
mod trend;

pub use before_after::before_after_view;
pub use data::{data_view, totals};
pub use details::staged_rows;
pub use frame::{Asked, frame};
pub use goals::{goal_lines, goals_view};
pub use log::{log_view, people_like};
pub use matches::matches_view;
pub use meanings::guess_meanings;
pub use metric::metric_view;
pub use programme::programme_view;
pub use rows::row_list;
pub use scorecard::scorecard_view;
pub use team::team_view;
