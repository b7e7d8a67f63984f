//! One file or folder per page.

mod data;
mod delay;
mod figure;
mod funnel;
mod honesty;
mod import;
mod log;
mod matches;
mod metric;
mod personas;
mod scorecard;
mod setup;
mod start;
mod team;

pub use data::DataPage;
pub use delay::DelayPage;
pub use funnel::FunnelPage;
pub use honesty::HonestyPage;
pub use import::{ImportPage, provide_desk};
pub use log::{CheckinPage, LogPage};
pub use matches::MatchesPage;
pub use metric::MetricPage;
pub use personas::PersonasPage;
pub use scorecard::ScorecardPage;
pub use start::{StartPage, bring, privacy};
pub use team::TeamPage;
