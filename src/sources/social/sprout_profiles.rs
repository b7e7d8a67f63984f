//! Sprout Social: profiles day by day.

use crate::facts::TableId;
use crate::sources::DateOrder;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// Sprout Social, Profile Performance (CSV).
pub static PROFILES: Source = Source {
    id: "sprout.profiles",
    name: "Sprout Social · Profile Performance",
    bring: "sprout",
    files: &["Profile Performance*.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2020–2026",
        needs: &["Date", "Network", "Profile", "Audience", "Net Audience Growth"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Audience],
    feeds: &["content", "network"],
    columns: &[
        Column::field("date", &["Date"]),
        Column::field("seller", &["Profile"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("engagements", &["Engagements"]),
        Column::field("followers_total", &["Audience"]),
        Column::field("followers_new", &["Audience Gained"]),
        Column::own(&["Network"]),
        Column::own(&["Net Audience Growth"]),
    ],
    constants: &[],
    values: &[],
    dates: Some(DateOrder::Mdy),
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "Dates are `03-01-2024` or `03/01/2024`, month first; one row per profile and day.",
        "Followers gained are taken, not the net growth, as in the other exports of followers.",
    ],
    cites: "layouts as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(name_profile)),
};

/// The network under one name.
#[cfg(feature = "engine")]
fn name_profile(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    super::networks::name_network(row, "Network");
    Ok(())
}
