//! A LinkedIn Page's followers export: new followers day by day.

use crate::facts::TableId;
use crate::sources::DateOrder;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// LinkedIn Page, followers (XLS).
pub static PAGE_FOLLOWERS: Source = Source {
    id: "linkedin.page_followers",
    name: "LinkedIn Page · Followers",
    bring: "linkedin_page",
    files: &["*_followers_*.xls"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2020–2026",
        needs: &["Date", "Sponsored followers", "Organic followers", "Total followers"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Audience],
    feeds: &["network"],
    columns: &[
        Column::field("date", &["Date"]),
        Column::field("followers_new", &["Total followers"]),
        Column::own(&["Sponsored followers"]),
        Column::own(&["Organic followers"]),
    ],
    constants: &[("account", "brand")],
    values: &[],
    dates: Some(DateOrder::Mdy),
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "`Total followers` are the day's new followers, sponsored and organic together, not how many there are.",
        "`Auto-invited followers` came later.",
        "A page is a brand's account: it counts only where brand pages are chosen.",
    ],
    cites: super::PAGE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(None),
};
