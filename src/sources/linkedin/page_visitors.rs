//! A LinkedIn Page's visitors export, which no metric uses.

use crate::sources::declaration::{Form, Layout, Quoting, Source};
/// LinkedIn Page, visitors (XLS).
pub static PAGE_VISITORS: Source = Source {
    id: "linkedin.page_visitors",
    name: "LinkedIn Page · Visitors",
    bring: "linkedin_page",
    files: &["*_visitors_*.xls"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2020–2026",
        needs: &[
            "Date",
            "Overview page views (total)",
            "Overview unique visitors (total)",
            "Total page views (total)",
        ],
        alone: false,
        proof: None,
    }],
    tables: &[],
    feeds: &[],
    columns: &[],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "25 columns: views and visitors of each part of the page, by device.",
        "Visits of the page on LinkedIn itself are not visits of the pages that posts lead to, so no metric uses them: every row is left out and says so.",
    ],
    cites: super::PAGE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
