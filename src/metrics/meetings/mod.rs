//! Referrals and meetings: activity.
//!
//! One file per metric; `outcome` says whether a meeting counts, `with_person` finds those with somebody.

mod meeting_set_rate;
#[allow(clippy::module_inception)]
mod meetings;
mod outcome;
mod referrals;
mod with_person;

use super::Metric;

pub(super) use with_person::Meetings;

pub use meeting_set_rate::MEETING_SET_RATE;
pub use meetings::MEETINGS;
pub use referrals::REFERRALS;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[&REFERRALS, &MEETINGS, &MEETING_SET_RATE];
