//! Meta Business Suite: posts of an Instagram account.

use crate::facts::TableId;
use crate::sources::DateOrder;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// Meta Business Suite, content of an Instagram account.
pub static POSTS: Source = Source {
    id: "meta.instagram_posts",
    name: "Meta Business Suite · Instagram posts",
    bring: "meta",
    files: &["*-*-*_*-*-*_*.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2025–2026",
        needs: &["Post ID", "Account ID", "Account username", "Publish time", "Permalink", "Reach"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[
        Column::field("published_at", &["Publish time"]),
        Column::field("post_id", &["Post ID"]),
        Column::field("url", &["Permalink"]),
        Column::field("impressions", &["Impressions", "Views"]),
        Column::field("reach", &["Reach"]),
        Column::field("reactions", &["Likes"]),
        Column::field("comments", &["Comments"]),
        Column::field("shares", &["Shares"]),
        Column::own(&["Account ID"]),
        Column::own(&["Account username"]),
        Column::own(&["Date"]),
    ],
    constants: &[("platform", "Instagram")],
    values: &[],
    dates: Some(DateOrder::Mdy),
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Title", "Description"],
    quirks: &[
        "UTF-8 with a byte-order mark; 32 to 34 columns, for those of negative feedback come and go.",
        "Figures are totals of the post's whole life: a later export replaces them. An export by day has a row per post and day, which would count a post many times: those rows are left out.",
        "The last day of the period is in the file's name; the hour is that of the account, without a zone.",
        "Whether the account is a seller's or a brand's is not said: it is asked.",
    ],
    cites: "layouts as measured on exports of 2025 by a public reader",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(keep_lifetimes)),
};

/// A row of one day is not the whole of a post.
#[cfg(feature = "engine")]
fn keep_lifetimes(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    use crate::sources::values::looks_like_date;
    if looks_like_date(&row.text("Date")) {
        return Err(crate::facts::Reason::NoMetric);
    }
    super::post_numbers::number_post(row, "Post ID", "Permalink");
    Ok(())
}
