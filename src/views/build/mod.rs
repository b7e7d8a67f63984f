//! From facts to what a page shows.

mod data;
mod details;
mod frame;
mod friends;
mod heat;
mod log;
mod matches;
mod meanings;
mod metric;
mod own;
mod person;
mod rows;
mod scorecard;
mod talk_hours;
mod talks;
mod team;
#[cfg(test)]
mod team_tests;
mod trend;

pub use data::{data_view, totals};
pub use details::staged_rows;
pub use frame::{Asked, frame};
pub use friends::friends_view;
pub use log::{log_view, people_like};
pub use matches::matches_view;
pub use meanings::guess_meanings;
pub use metric::metric_view;
pub use own::{own_rows, own_scores, own_try, own_view};
pub use person::person_view;
pub use rows::row_list;
pub use scorecard::scorecard_view;
pub use talk_hours::talk_hours_view;
pub use talks::talks_view;
pub use team::team_view;
