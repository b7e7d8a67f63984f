//! Calendly: booked events.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// Calendly, events (CSV).
pub static EVENTS: Source = Source {
    id: "calendly.events",
    name: "Calendly · Events",
    bring: "calendly",
    files: &["events-export*.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2022–2026",
        needs: &["Invitee Name", "Event Type Name", "Start Date & Time", "Canceled"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Meetings],
    feeds: &["meetings"],
    columns: &[
        Column::field("date", &["Start Date & Time"]),
        Column::field("seller", &["User Name"]),
        Column::field("person", &["Invitee Name"]),
        Column::field("email", &["Invitee Email"]),
        Column::field("source", &["UTM Source"]),
        Column::own(&["Event Type Name"]),
        Column::own(&["Canceled"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[
        "Question *",
        "Response *",
        "Meeting Notes",
        "Cancellation reason",
        "Text Reminder Number",
        "Guest Email(s)",
    ],
    quirks: &[
        "`Canceled` and `Marked as No-Show` say what became of an event; the others were booked, and those before the last booking of their host in all files together were held.",
        "Events still to come stand in the file: its end is the last booking, not the last event.",
        "Any number of `Question n`, `Response n` pairs; they are not kept.",
        "The UTM columns tell where a booking came from.",
    ],
    cites: "https://calendly.com/help/how-to-export-your-calendly-event-data; header of a real export",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    if row.flag(&["Canceled"]) == Some(true) {
        row.set_text("status", "cancelled");
    } else if row.flag(&["Marked as No-Show"]) == Some(true) {
        row.set_text("status", "no-show");
    } else {
        row.set_text("status", "booked");
    }
    row.reaches(row.moment("Event Created Date & Time"));
    Ok(())
}
