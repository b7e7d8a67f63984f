//! Comments.csv: the owner's comments.

use super::{ARCHIVE_SEEN, dates};
use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source, Value};

/// LinkedIn archive, Comments.csv.
pub static COMMENTS: Source = Source {
    id: "linkedin.comments",
    name: "LinkedIn · Comments.csv",
    bring: "linkedin_archive",
    files: &["Comments.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2018–2026",
        needs: &["Date", "Link", "Message"],
        alone: true,
        proof: Some(("Link", "linkedin.com")),
    }],
    tables: &[TableId::Activity],
    feeds: &["content"],
    columns: &[
        Column::of("date", &["Date"], Value::Moment(dates::timestamp)),
        Column::own(&["Link"]),
        Column::own(&["Message"]),
    ],
    constants: &[("kind", "comment")],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::LinesBeginWithTime { backslash: true },
    hidden: &["Message"],
    quirks: &[
        "Since 2026 a quote inside a comment is written `\\\"`.",
        "A comment may have no date; several comments share one link.",
    ],
    cites: ARCHIVE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
