//! One file or folder per page.

mod data;
mod import;
mod metric;
mod personas;
mod scorecard;
mod start;

pub use data::DataPage;
pub use import::ImportPage;
pub use metric::MetricPage;
pub use personas::PersonasPage;
pub use scorecard::ScorecardPage;
pub use start::StartPage;
