//! Sprout Social: posts of all connected profiles.

use crate::facts::TableId;
use crate::sources::DateOrder;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// Sprout Social, Post Performance (CSV).
pub static POSTS: Source = Source {
    id: "sprout.posts",
    name: "Sprout Social · Post Performance",
    bring: "sprout",
    files: &["Post Performance*.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2020–2026",
        needs: &["Date", "Post ID", "Network", "Post Type", "Profile", "Sent by", "Link"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[
        Column::field("published_at", &["Date"]),
        Column::field("post_id", &["Post ID"]),
        Column::field("seller", &["Profile"]),
        Column::field("url", &["Link"]),
        Column::field("shared_url", &["Linked Content"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("reach", &["Reach"]),
        Column::field("engagements", &["Engagements"]),
        Column::field("reactions", &["Reactions"]),
        Column::field("reactions", &["Likes"]),
        Column::field("comments", &["Comments"]),
        Column::field("shares", &["Shares"]),
        Column::field("clicks", &["Post Link Clicks"]),
        Column::own(&["Network"]),
        Column::own(&["Post Type"]),
        Column::own(&["Sent by"]),
    ],
    constants: &[],
    values: &[],
    dates: Some(DateOrder::Mdy),
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Post"],
    quirks: &[
        "Dates are `03/15/2024 10:05 am`, counts have commas, rates are `6.5%`; a figure that a network does not give is blank.",
        "The seller is the profile. Whether a profile is a brand's is only said where the network's name says so (`LinkedIn Page`).",
    ],
    cites: "layouts as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(name_post)),
};

/// The network under one name, and the number of the post.
#[cfg(feature = "engine")]
fn name_post(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    super::networks::name_network(row, "Network");
    super::post_numbers::number_post(row, "Post ID", "Link");
    Ok(())
}
