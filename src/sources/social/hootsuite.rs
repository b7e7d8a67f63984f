//! Hootsuite: posts of all connected networks.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// Hootsuite, post performance (CSV).
pub static POSTS: Source = Source {
    id: "hootsuite.posts",
    name: "Hootsuite · Post performance",
    bring: "hootsuite",
    files: &["*post*performance*.csv", "*hootsuite*.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2024–2026",
        needs: &["Date (GMT)", "Post ID", "Post Permalink", "Social Network"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[
        Column::field("published_at", &["Date (GMT)"]),
        Column::field("post_id", &["Post ID"]),
        Column::field("url", &["Post Permalink"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("reach", &["Reach"]),
        Column::field("engagements", &["Engagement"]),
        Column::field("reactions", &["Likes"]),
        Column::field("comments", &["Comments"]),
        Column::field("shares", &["Shares"]),
        Column::field("clicks", &["Post Link Clicks"]),
        Column::own(&["Social Network"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Post Message"],
    quirks: &[
        "Two rows above the header: a title, and the period, whose last day is the end of the data.",
        "Times are GMT without saying so in the cell.",
    ],
    cites: super::READER_SAMPLES,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(name_post)),
};

/// The network under one name, the number of the post, and the zone of its time.
#[cfg(feature = "engine")]
fn name_post(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    use crate::facts::{Moment, Zone};
    super::networks::name_network(row, "Social Network");
    super::post_numbers::number_post(row, "Post ID", "Post Permalink");
    let stated = Moment::from_raw(row.stored("published_at"));
    if !stated.is_bare_date() {
        row.set("published_at", Moment::instant(stated.utc_seconds(&Zone::utc())).raw());
    }
    Ok(())
}
