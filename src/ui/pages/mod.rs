//! One file or folder per page.

mod data;
mod figure;
mod import;
mod log;
mod matches;
mod metric;
mod network;
mod personas;
mod referrals;
mod scorecard;
mod setup;
mod shown;
mod ssi;
mod start;
mod team;

pub use data::DataPage;
pub use import::{ImportPage, provide_desk};
pub use log::{CheckinPage, LogPage};
pub use matches::MatchesPage;
pub use metric::MetricPage;
pub use network::NetworkPage;
pub use personas::PersonasPage;
pub use referrals::ReferralsPage;
pub use scorecard::ScorecardPage;
pub use ssi::SsiPage;
pub use start::{StartPage, bring, privacy};
pub use team::TeamPage;
