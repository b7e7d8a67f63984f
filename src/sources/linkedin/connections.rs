//! Connections.csv: everyone the owner is still connected with.

use super::{ARCHIVE_SEEN, dates};
use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, RowRule, Source, Value};

/// LinkedIn archive, Connections.csv.
pub static CONNECTIONS: Source = Source {
    id: "linkedin.connections",
    name: "LinkedIn · Connections.csv",
    bring: "linkedin_archive",
    files: &["Connections.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2018–2026",
        needs: &["First Name", "Last Name", "Connected On"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Connections],
    feeds: &["network", "funnel"],
    columns: &[
        Column::text("name", &["First Name"]),
        Column::text("name", &["Last Name"]),
        Column::text("profile_url", &["URL", "Profile URL"]),
        Column::text("email", &["Email Address"]),
        Column::text("company", &["Company"]),
        Column::text("position", &["Position"]),
        Column::of("connected_on", &["Connected On"], Value::Moment(dates::date)),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[RowRule::ClosedAccount(&["name", "profile_url"])],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "A preamble of `Notes:`, one long line and a blank line stands before the header since 2022; the header is searched for.",
        "No profile address before 2023; the e-mail address is mostly blank.",
        "`Connected On` is `09 Sep 2022`, in 2018 `1/8/18, 6:14 PM`, after Excel `9-Sep-22`.",
        "Closed accounts leave rows with neither name nor address.",
    ],
    cites: ARCHIVE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
