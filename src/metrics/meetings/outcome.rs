//! Whether a meeting counts.

use crate::facts::{Day, MeetingRow, Reason};
use crate::metrics::Context;

/// Whether a meeting on a day was booked or held, and not only expected; else why it does not count. One without
/// a status may have been cancelled: nobody knows.
pub(in crate::metrics) fn outcome(ctx: &Context<'_>, meeting: &MeetingRow, day: Day) -> Result<(), Reason> {
    match ctx.text(meeting.status) {
        "cancelled" => Err(Reason::Cancelled),
        "no-show" => Err(Reason::NoShow),
        _ if day > ctx.today => Err(Reason::AfterToday),
        "booked" | "held" => Ok(()),
        _ => Err(Reason::Unknown),
    }
}
