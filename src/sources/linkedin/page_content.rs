//! A LinkedIn Page's content export: its days.

use crate::facts::TableId;
use crate::sources::DateOrder;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// LinkedIn Page, content: daily metrics (XLS).
pub static PAGE_CONTENT: Source = Source {
    id: "linkedin.page_content",
    name: "LinkedIn Page · Content, day by day",
    bring: "linkedin_page",
    files: &["*_content_*.xls", "*_updates_*.xls"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2020–2026",
        needs: &[
            "Date",
            "Impressions (organic)",
            "Impressions (total)",
            "Clicks (total)",
            "Reactions (total)",
            "Comments (total)",
        ],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Audience],
    feeds: &["content"],
    columns: &[
        Column::field("date", &["Date"]),
        Column::field("impressions", &["Impressions (total)"]),
        Column::own(&["Impressions (organic)"]),
        Column::own(&["Clicks (total)"]),
        Column::own(&["Reactions (total)"]),
        Column::own(&["Comments (total)"]),
        Column::own(&["Reposts (total)", "Shares (total)"]),
    ],
    constants: &[("account", "brand")],
    values: &[],
    dates: Some(DateOrder::Mdy),
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "One sentence stands above the header; the sheet was `Update metrics (aggregated)` in 2020, `Metrics` since.",
        "Engagements are clicks, reactions, comments and reposts together, sponsored ones included; un-likes make them negative.",
        "Dates are texts, month first, in UTC; numbers are up to two days late.",
        "A page is a brand's account: it counts only where brand pages are chosen.",
    ],
    cites: super::PAGE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(add_up_engagements)),
};

/// The day's engagements: all of their parts, or none where one is not known.
#[cfg(feature = "engine")]
fn add_up_engagements(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    let reposts = if row.has("Reposts (total)") { "Reposts (total)" } else { "Shares (total)" };
    let parts =
        ["Clicks (total)", "Reactions (total)", "Comments (total)", reposts].map(|part| row.number(part));
    if let Some(sum) = parts.into_iter().try_fold(0.0, |sum, part| part.map(|part| sum + part)) {
        row.set("engagements", crate::facts::number_to_cell(sum));
    }
    Ok(())
}
