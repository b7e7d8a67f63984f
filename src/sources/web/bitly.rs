//! Bitly: the list of short links.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// Bitly, links (CSV).
pub static LINKS: Source = Source {
    id: "bitly.links",
    name: "Bitly · Links",
    bring: "bitly",
    files: &["bitly*.csv"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "2023–2026",
            needs: &["Bitlink", "Long URL", "Total Clicks"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2023–2026, without clicks",
            needs: &["Bitlink", "Long URL", "Title", "Tags"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::LinkSends],
    feeds: &["content"],
    columns: &[
        // The page that was shared is what posts and pages know.
        Column::field("link", &["Long URL"]),
        Column::field("link", &["Bitlink"]),
        Column::field("sent_at", &["Created"]),
        Column::field("clicks", &["Total Clicks"]),
        Column::own(&["Title"]),
        Column::own(&["Tags"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "A link counts as sent when it was made.",
        "The list without clicks has no dates either: its rows are left out.",
    ],
    cites: "https://support.bitly.com/hc/en-us/articles/360000582352; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(None),
};
