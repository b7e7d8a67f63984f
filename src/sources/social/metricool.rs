//! Metricool: an account day by day.

use crate::facts::TableId;
use crate::sources::DateOrder;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// Metricool, account day by day (CSV).
pub static DAYS: Source = Source {
    id: "metricool.days",
    name: "Metricool · Account day by day",
    bring: "metricool",
    files: &["*metricool*.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2024–2026",
        needs: &["Date", "Followers", "Gained followers", "Lost followers", "Interactions"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Audience],
    feeds: &["content", "network"],
    columns: &[
        Column::field("date", &["Date"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("engagements", &["Interactions"]),
        Column::field("followers_total", &["Followers"]),
        Column::field("followers_new", &["Gained followers"]),
        Column::own(&["Lost followers"]),
    ],
    constants: &[],
    values: &[],
    dates: Some(DateOrder::Dmy),
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "Parted by semicolons, day first, `.` before thousands.",
        "Lost followers are negative and are not taken off: only those gained are counted.",
        "The rows do not say of which network they are: it is taken from the file's name; where that is silent they go under the tool's own name, never under LinkedIn.",
    ],
    cites: super::READER_SAMPLES,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(name_network)),
};

/// The network that the file is named after.
#[cfg(feature = "engine")]
fn name_network(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    let file = row.file().to_lowercase();
    let mut words = file.split(|c: char| !c.is_alphanumeric());
    let named = words.find_map(super::networks::known_network);
    super::networks::set_network(row, named.unwrap_or("Metricool"));
    Ok(())
}
