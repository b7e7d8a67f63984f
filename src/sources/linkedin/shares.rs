//! Shares.csv: the owner's posts, and reposts made through "share".

use super::{ARCHIVE_SEEN, dates, post_link};
use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source, Value};

/// LinkedIn archive, Shares.csv.
pub static SHARES: Source = Source {
    id: "linkedin.shares",
    name: "LinkedIn · Shares.csv",
    bring: "linkedin_archive",
    files: &["Shares.csv"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "2022–2026",
            needs: &["Date", "ShareLink", "ShareCommentary"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2018",
            needs: &["Date", "Share Link", "Share Commentary"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[
        Column::of("published_at", &["Date"], Value::Moment(dates::timestamp)),
        Column::text("url", &["ShareLink", "Share Link"]),
        Column::of("post_id", &["ShareLink", "Share Link"], Value::TextIn(post_link::post_id)),
        Column::text("shared_url", &["SharedUrl", "Shared URL"]),
        Column::own(&["ShareCommentary", "Share Commentary"]),
        Column::own(&["MediaUrl", "Media URL"]),
    ],
    constants: &[("kind", "post")],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::LinesBeginWithTime { backslash: false },
    hidden: &["ShareCommentary", "Share Commentary", "Share Title", "Share Description"],
    quirks: &[
        "Named `Shares_<member id>.csv` in complete archives since 2025.",
        "Each line of a longer post stands in quotes of its own inside the field; the text itself is never kept.",
        "2018: UTF-16 with tabs, and `2017/06/08 08:15:44 UTC`.",
        "No figures: impressions come from the analytics workbook, joined by the time in the post's number.",
        "A repost without own words has neither commentary nor media.",
    ],
    cites: ARCHIVE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Row(tell_reposts),
};

/// A repost has no words and no media of its own; a bare link to another site is still a post.
#[cfg(feature = "engine")]
fn tell_reposts(row: &mut crate::sources::reader::RowView<'_>) -> Result<(), crate::facts::Reason> {
    let shares_another_site = {
        let shared = row.text("SharedUrl");
        !shared.is_empty() && !shared.contains("linkedin.com/")
    };
    if row.text("ShareCommentary").is_empty() && row.text("MediaUrl").is_empty() && !shares_another_site {
        row.set_text("kind", "repost");
    }
    Ok(())
}
