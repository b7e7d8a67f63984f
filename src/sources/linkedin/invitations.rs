//! Invitations.csv: recent invitations to connect, sent and received.

use super::{ARCHIVE_SEEN, dates};
use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source, Value};

/// LinkedIn archive, Invitations.csv.
pub static INVITATIONS: Source = Source {
    id: "linkedin.invitations",
    name: "LinkedIn · Invitations.csv",
    bring: "linkedin_archive",
    files: &["Invitations.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2018–2026",
        needs: &["From", "To", "Sent At", "Direction"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Invitations],
    feeds: &["network", "funnel"],
    columns: &[
        Column::of(
            "direction",
            &["Direction"],
            Value::Choice(&[("INCOMING", "incoming"), ("OUTGOING", "outgoing")]),
        ),
        Column::of("sent_at", &["Sent At"], Value::Moment(dates::timestamp)),
        Column::of("has_note", &["Message"], Value::IsFilled),
        Column::own(&["From"]),
        Column::own(&["To"]),
        Column::own(&["inviterProfileUrl"]),
        Column::own(&["inviteeProfileUrl"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Message"],
    quirks: &[
        "Recent ones only, and no word on acceptance: that follows from the connections.",
        "`Sent At` is `8/26/22, 8:56 PM`, month first, without a zone.",
        "Profile addresses since 2023.",
    ],
    cites: ARCHIVE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Row(tell_sides),
};

/// The person of the row is the other one; the owner is whoever sent the outgoing ones.
#[cfg(feature = "engine")]
fn tell_sides(row: &mut crate::sources::reader::RowView<'_>) -> Result<(), crate::facts::Reason> {
    use crate::sources::owner::tidy_name;
    let is_outgoing = row.text("Direction").eq_ignore_ascii_case("OUTGOING");
    let (inviter, invitee) = (row.text("From").into_owned(), row.text("To").into_owned());
    let inviter_url = row.text("inviterProfileUrl").into_owned();
    let invitee_url = row.text("inviteeProfileUrl").into_owned();
    let (mine, my_url, theirs, their_url) = if is_outgoing {
        (inviter, inviter_url, invitee, invitee_url)
    } else {
        (invitee, invitee_url, inviter, inviter_url)
    };
    row.set_text("name", &tidy_name(&theirs));
    row.set_text("profile_url", &their_url);
    let owner = row.owner();
    if !mine.is_empty() && owner.invitation_name.is_none() {
        owner.invitation_name = Some(tidy_name(&mine));
    }
    if is_outgoing && !my_url.is_empty() && owner.invitation_url.is_none() {
        owner.invitation_url = Some(my_url);
    }
    Ok(())
}
