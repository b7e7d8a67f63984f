//! Later: posts of all connected profiles.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// Later, posts (CSV).
pub static POSTS: Source = Source {
    id: "later.posts",
    name: "Later · Posts",
    bring: "later",
    files: &["*later*.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2024–2026",
        needs: &["Posted At", "Caption", "Media Type", "Post URL"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[
        Column::field("published_at", &["Posted At"]),
        Column::field("url", &["Post URL"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("reach", &["Reach"]),
        Column::field("reactions", &["Likes"]),
        Column::field("comments", &["Comments"]),
        Column::field("shares", &["Shares"]),
        Column::own(&["Caption"]),
        Column::own(&["Media Type"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Caption"],
    quirks: &[
        "Times are `Apr 5, 2024 6:15 PM`, without a zone.",
        "The network is that of the post's link; without a link the row goes under the tool's own name, never under LinkedIn.",
    ],
    cites: super::READER_SAMPLES,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(name_post)),
};

/// The network of the link, and the number of the post.
#[cfg(feature = "engine")]
fn name_post(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    let link = row.text("Post URL");
    let network = super::networks::network_of_link(&link);
    super::networks::set_network(row, if network.is_empty() { "Later" } else { network });
    row.set_text("post_id", super::post_numbers::post_number("", &link));
    Ok(())
}
