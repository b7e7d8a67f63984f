//! Referrals and meetings: activity.
//!
//! One file per metric; `outcome` says whether a meeting counts.

mod meeting_set_rate;
#[allow(clippy::module_inception)]
mod meetings;
mod outcome;
mod referrals;

use super::Metric;

pub(in crate::metrics) use outcome::outcome;

pub use meeting_set_rate::MEETING_SET_RATE;
pub use meetings::MEETINGS;
pub use referrals::REFERRALS;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[&REFERRALS, &MEETINGS, &MEETING_SET_RATE];
