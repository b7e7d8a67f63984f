//! The breakdowns in a LinkedIn Page's followers and visitors exports, which no metric uses.

use crate::sources::declaration::{Form, Layout, Quoting, Source};
/// LinkedIn Page, breakdowns of followers and visitors (XLS).
pub static PAGE_DEMOGRAPHICS: Source = Source {
    id: "linkedin.page_demographics",
    name: "LinkedIn Page · Breakdowns",
    bring: "linkedin_page",
    files: &["*_followers_*.xls", "*_visitors_*.xls"],
    form: Form::Table,
    layouts: &[
        Layout { seen: "2020–2026", needs: &["Location", "Total followers"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Job function", "Total followers"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Seniority", "Total followers"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Industry", "Total followers"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Company size", "Total followers"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Location", "Total views"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Job function", "Total views"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Seniority", "Total views"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Industry", "Total views"], alone: true, proof: None },
        Layout { seen: "2020–2026", needs: &["Company size", "Total views"], alone: true, proof: None },
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
        "One sheet each for location, function, seniority, industry and size: totals without a date, so no metric uses them.",
    ],
    cites: super::PAGE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
