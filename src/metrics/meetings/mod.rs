//! Referrals and meetings: activity.
//!
//! One file per metric; `outcome` says whether a meeting counts, `with_person` finds those with somebody,
//! `first_messages` holds what came of first messages.

mod first_messages;
mod meeting_set_rate;
#[allow(clippy::module_inception)]
mod meetings;
mod outcome;
mod referrals;
mod with_person;

use super::{Context, Metric};
use crate::facts::{Day, MeetingRow};
pub use first_messages::{FirstMessage, first_messages};
pub use meeting_set_rate::MEETING_SET_RATE;
pub use meetings::MEETINGS;
pub(in crate::metrics) use outcome::outcome;
pub use referrals::REFERRALS;
pub(super) use with_person::Meetings;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[&REFERRALS, &MEETINGS, &MEETING_SET_RATE];

/// Whether a meeting was booked or held, and not after today.
pub(in crate::metrics) fn took_place(ctx: &Context<'_>, meeting: &MeetingRow, day: Day) -> bool {
    outcome::outcome(ctx, meeting, day).is_ok()
}
