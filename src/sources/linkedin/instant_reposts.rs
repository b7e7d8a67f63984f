//! InstantReposts.csv: reposts made with one click.

use super::{ARCHIVE_SEEN, dates, post_link};
use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source, Value};

/// LinkedIn archive, InstantReposts.csv.
pub static INSTANT_REPOSTS: Source = Source {
    id: "linkedin.instant_reposts",
    name: "LinkedIn · InstantReposts.csv",
    bring: "linkedin_archive",
    files: &["InstantReposts.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2022–2026",
        needs: &["Date", "Link"],
        alone: true,
        proof: Some(("Link", "linkedin.com")),
    }],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[
        Column::of("published_at", &["Date"], Value::Moment(dates::timestamp)),
        Column::text("url", &["Link"]),
        Column::of("post_id", &["Link"], Value::TextIn(post_link::post_id)),
    ],
    constants: &[("kind", "repost")],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &["Named `InstantReposts_<member id>.csv` in complete archives since 2025."],
    cites: ARCHIVE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
