//! X (Twitter): posts with their figures, in the old and the new export.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// X, posts: the old `tweet_activity_metrics_…` and the new `account_analytics_content_…`.
pub static POSTS: Source = Source {
    id: "x.posts",
    name: "X · Posts",
    bring: "x",
    files: &["account_analytics_content_*.csv", "tweet_activity_metrics_*.csv"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "2024–2026",
            needs: &["Post id", "Date", "Post text", "Post Link", "Impressions", "Engagements"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2015–2024",
            needs: &["Tweet id", "Tweet permalink", "Tweet text", "time", "Impressions", "Engagements"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::Posts, TableId::Activity],
    feeds: &["content"],
    columns: &[
        Column::field("published_at", &["Date", "time"]),
        Column::field("post_id", &["Post id", "Tweet id"]),
        Column::field("url", &["Post Link", "Tweet permalink"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("engagements", &["Engagements"]),
        Column::field("reactions", &["Likes", "favorites"]),
        Column::field("comments", &["Replies"]),
        Column::field("shares", &["Reposts", "retweets"]),
        Column::field("clicks", &["URL Clicks"]),
        Column::own(&["Post text", "Tweet text"]),
    ],
    constants: &[("platform", "X")],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Post text", "Tweet text"],
    quirks: &[
        "The old export has 40 columns, all quoted, times such as `2020-02-10 18:00 +0000`, numbers such as `1203.0`, and `-` for what was not promoted; in 2015 likes were `favorites`.",
        "The new export states the day only, as `Tue, Jul 14, 2026`; the exact time is in the post's number.",
        "Replies stand among the posts: a text that begins with `@` is a comment given, not a post of one's own. No text is kept.",
        "`Shares` are links copied by readers; posts passed on are `Reposts`.",
        "Headers follow the language of the page; those of other languages are mapped by hand.",
    ],
    cites: "layouts as in public readers of its exports, 2015 to 2026",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(tell_replies)),
};

/// Replies go to the comments given; posts get their number and its time.
#[cfg(feature = "engine")]
fn tell_replies(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    use super::post_numbers::{number_post, time_of_x_post};
    let column = |new, old| if row.has(new) { new } else { old };
    let (text, number, link) = (
        column("Post text", "Tweet text"),
        column("Post id", "Tweet id"),
        column("Post Link", "Tweet permalink"),
    );
    number_post(row, number, link);
    if let Some(exact) = time_of_x_post(row.stored("published_at"), &row.text_of("post_id")) {
        row.set("published_at", exact.raw());
    }
    if row.text(text).trim_start().starts_with('@') {
        let comment = row.text_cell("comment");
        let (seller, date) = (row.stored("seller"), row.stored("published_at"));
        row.move_to(TableId::Activity, &[("seller", seller), ("date", date), ("kind", comment)]);
    }
    Ok(())
}
