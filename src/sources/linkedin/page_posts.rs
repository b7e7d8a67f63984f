//! A LinkedIn Page's content export: its posts.

use crate::facts::TableId;
use crate::sources::DateOrder;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// LinkedIn Page, content: all posts (XLS).
pub static PAGE_POSTS: Source = Source {
    id: "linkedin.page_posts",
    name: "LinkedIn Page · Posts",
    bring: "linkedin_page",
    files: &["*_content_*.xls", "*_updates_*.xls"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "2023–2026",
            needs: &["Post title", "Post link", "Created date", "Impressions", "Clicks", "Likes"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2020–2022",
            needs: &["Update title", "Update link", "Created date", "Impressions", "Clicks", "Likes"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[
        Column::field("published_at", &["Created date"]),
        Column::field("url", &["Post link", "Update link"]),
        Column::field("campaign", &["Campaign name"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("reactions", &["Likes"]),
        Column::field("comments", &["Comments"]),
        Column::field("shares", &["Reposts", "Shares"]),
        Column::field("clicks", &["Clicks"]),
        Column::own(&["Post title", "Update title"]),
    ],
    constants: &[("account", "brand")],
    values: &[],
    dates: Some(DateOrder::Mdy),
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Post title", "Update title", "Posted by"],
    quirks: &[
        "18 columns and `Update …` in 2020, 20 columns and `Post …` since; the sheet was `Update engagement`, now `All posts`.",
        "The created date is a text, month first, or a day number once a spreadsheet saved the file again.",
        "Titles hold line breaks; rates are fractions; video views are blank without a video.",
        "A page is a brand's account: it counts only where brand pages are chosen.",
    ],
    cites: super::PAGE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(number_post)),
};

/// The number and the exact time that the link holds.
#[cfg(feature = "engine")]
fn number_post(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    use crate::facts::{MISSING, Moment, Zone};
    let link = row.text(if row.has("Post link") { "Post link" } else { "Update link" });
    let number = super::post_link::post_id(&link);
    let stated = row.stored("published_at");
    row.set_text("post_id", number);
    let day = (stated != MISSING).then(|| Moment::from_raw(stated).day(&Zone::utc()));
    if let Some(exact) = super::post_link::published_at(number, day) {
        row.set("published_at", exact.raw());
    }
    Ok(())
}
