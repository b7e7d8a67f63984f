//! A LinkedIn Page's competitors export, which no metric uses.

use crate::sources::declaration::{Form, Layout, Quoting, Source};
/// LinkedIn Page, competitors (XLSX).
pub static PAGE_COMPETITORS: Source = Source {
    id: "linkedin.page_competitors",
    name: "LinkedIn Page · Competitors",
    bring: "linkedin_page",
    files: &["*_competitor_analytics_*.xlsx"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "2024–2026",
            needs: &["Page", "Total Followers", "New Followers", "Total Post Engagements", "Total Posts"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2022–2023",
            needs: &["Page", "New Followers", "Posts", "Comments", "Comments per day", "Reactions"],
            alone: false,
            proof: None,
        },
    ],
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
        "The period stands above the header. Figures of other companies feed no metric: every row is left out and says so.",
    ],
    cites: super::PAGE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
