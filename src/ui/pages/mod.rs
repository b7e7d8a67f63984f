//! One file or folder per page.

mod conversations;
mod data;
mod figure;
mod import;
mod log;
mod matches;
mod metric;
mod own;
mod person;
mod personas;
mod scorecard;
mod setup;
mod start;
mod team;

pub use conversations::ConversationsPage;
pub use data::DataPage;
pub use import::{ImportPage, provide_desk};
pub use log::{CheckinPage, LogPage};
pub use matches::MatchesPage;
pub use metric::MetricPage;
pub use own::OwnPage;
pub use person::PersonPage;
pub use personas::PersonasPage;
pub use scorecard::ScorecardPage;
pub use start::{StartPage, bring, privacy};
pub use team::TeamPage;
