//! Reactions.csv: the owner's reactions.

use super::{ARCHIVE_SEEN, dates};
use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source, Value};

/// LinkedIn archive, Reactions.csv.
pub static REACTIONS: Source = Source {
    id: "linkedin.reactions",
    name: "LinkedIn · Reactions.csv",
    bring: "linkedin_archive",
    files: &["Reactions.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2022–2026",
        needs: &["Date", "Type", "Link"],
        alone: true,
        proof: Some(("Link", "linkedin.com")),
    }],
    tables: &[TableId::Activity],
    feeds: &["content"],
    columns: &[
        Column::of("date", &["Date"], Value::Moment(dates::timestamp)),
        Column::own(&["Type"]),
        Column::own(&["Link"]),
    ],
    constants: &[("kind", "reaction")],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &["The kind of reaction (LIKE, PRAISE, …) is not told apart."],
    cites: ARCHIVE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
