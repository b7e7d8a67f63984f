//! A creator's analytics workbook: impressions and followers day by day, and the best posts.

use crate::facts::TableId;
use crate::sources::declaration::{Form, Quoting, Source};

/// LinkedIn, creator analytics, XLSX.
pub static CREATOR_ANALYTICS: Source = Source {
    id: "linkedin.creator_analytics",
    name: "LinkedIn · Creator analytics (XLSX)",
    bring: "linkedin_analytics",
    files: &["AggregateAnalytics_*.xlsx", "Content_*.xlsx"],
    form: Form::Workbook,
    layouts: &[],
    tables: &[TableId::Audience, TableId::Posts],
    feeds: &["content", "network"],
    columns: &[],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "Names of sheets and columns, the order of dates and \"< 1%\" follow the language of the page: sheets are told apart by their shape.",
        "Older workbooks hold numbers, newer ones text; dates are always text.",
        "Two independent rankings of posts stand side by side; a post missing from one has an unknown value there, not 0.",
        "A day can have negative engagements.",
        "The exact time of a post is in its number.",
    ],
    cites: "https://www.linkedin.com/help/linkedin/answer/a1340353; workbooks of 2023 and 2026",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::File,
};
