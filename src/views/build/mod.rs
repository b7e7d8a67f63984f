//! From facts to what a page shows.

mod attribution;
mod before_after;
mod breadth;
mod content;
mod data;
mod details;
mod frame;
mod friends;
mod goals;
mod heat;
mod high_low;
mod log;
mod markers;
mod matches;
mod meanings;
mod metric;
mod network;
#[cfg(test)]
mod network_tests;
mod own;
mod person;
mod pipeline;
mod rows;
mod scorecard;
mod ssi;
mod talk_hours;
mod talks;
#[cfg(test)]
mod talks_tests;
mod team;
#[cfg(test)]
mod team_tests;
mod trend;

pub use attribution::attribution_view;
pub use before_after::before_after_view;
pub use content::content_view;
pub use data::{data_view, totals};
pub use details::staged_rows;
pub use frame::{Asked, frame};
pub use friends::friends_view;
pub use goals::{goal_lines, goals_view};
pub use log::{log_view, people_like};
pub use matches::matches_view;
pub use meanings::guess_meanings;
pub use metric::metric_view;
pub use network::network_view;
pub use own::{own_rows, own_scores, own_try, own_view};
pub use person::person_view;
pub use pipeline::pipeline_view;
pub use rows::row_list;
pub use scorecard::scorecard_view;
pub use ssi::ssi_view;
pub use talk_hours::talk_hours_view;
pub use talks::talks_view;
pub use team::team_view;
