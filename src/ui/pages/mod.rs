//! One file or folder per page.

mod attribution;
mod data;
mod figure;
mod import;
mod log;
mod matches;
mod metric;
mod personas;
mod returns;
mod scorecard;
mod setup;
mod start;
mod team;

pub use attribution::AttributionPage;
pub use data::DataPage;
pub use import::{ImportPage, provide_desk};
pub use log::{CheckinPage, LogPage};
pub use matches::MatchesPage;
pub use metric::MetricPage;
pub use personas::PersonasPage;
pub use returns::ReturnPage;
pub use scorecard::ScorecardPage;
pub use start::{StartPage, bring, privacy};
pub use team::TeamPage;
