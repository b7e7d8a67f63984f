//! One file or folder per page.

mod data;
mod figure;
mod import;
mod metric;
mod personas;
mod scorecard;
mod start;

pub use data::DataPage;
pub use import::{ImportPage, provide_desk};
pub use metric::MetricPage;
pub use personas::PersonasPage;
pub use scorecard::ScorecardPage;
pub use start::{StartPage, bring, privacy};
