//! From facts to what a page shows.

mod data;
mod details;
mod frame;
mod heat;
mod matches;
mod metric;
mod rows;
mod scorecard;
mod trend;

pub use data::{data_view, totals};
pub use details::staged_rows;
pub use frame::{Asked, frame};
pub use matches::matches_view;
pub use metric::metric_view;
pub use rows::row_list;
pub use scorecard::scorecard_view;
