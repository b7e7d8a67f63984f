//! Buffer: posts of all connected channels.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// Buffer, posts (CSV).
pub static POSTS: Source = Source {
    id: "buffer.posts",
    name: "Buffer · Posts",
    bring: "buffer",
    files: &["*buffer*.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2024–2026",
        needs: &["Date", "Update", "Service", "Service Link", "Type"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[
        Column::field("published_at", &["Date"]),
        Column::field("url", &["Service Link"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("reach", &["Reach"]),
        Column::field("engagements", &["Engagements"]),
        Column::field("reactions", &["Likes"]),
        Column::field("comments", &["Comments"]),
        Column::field("shares", &["Shares"]),
        Column::field("clicks", &["Clicks"]),
        Column::own(&["Update"]),
        Column::own(&["Service"]),
        Column::own(&["Type"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Update"],
    quirks: &["Times are ISO 8601 in UTC.", "There is no number of the post: it is taken from its link."],
    cites: super::READER_SAMPLES,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(name_post)),
};

/// The network under one name, and the number of the post.
#[cfg(feature = "engine")]
fn name_post(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    super::networks::name_network(row, "Service");
    let link = row.text("Service Link");
    row.set_text("post_id", super::post_numbers::post_number("", &link));
    Ok(())
}
