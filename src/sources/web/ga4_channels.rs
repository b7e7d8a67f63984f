//! Google Analytics 4: traffic by channel or source, which no metric uses.

use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

macro_rules! layouts {
    ($( $channel:literal, )*) => {
        &[$( Layout { seen: "2023–2026", needs: &[$channel, "Sessions"], alone: false, proof: None }, )*]
    };
}

/// Google Analytics 4, a report whose rows are channels (CSV): known, so that nobody is asked what it is.
pub static CHANNELS: Source = Source {
    id: "ga4.channels",
    name: "Google Analytics 4 · Channels",
    bring: "ga4",
    files: &["download*.csv"],
    form: Form::Table,
    layouts: layouts![
        "Session primary channel group (Default Channel Group)",
        "Session default channel group",
        "Session source / medium",
        "Session source",
        "Session medium",
        "Session campaign",
    ],
    tables: &[],
    feeds: &[],
    columns: &[
        Column::own(&["Session primary channel group (Default Channel Group)"]),
        Column::own(&["Session default channel group"]),
        Column::own(&["Session source / medium"]),
        Column::own(&["Session source"]),
        Column::own(&["Session medium"]),
        Column::own(&["Session campaign"]),
        Column::own(&["Sessions"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "Sessions by channel belong to no page and to no deal: every row is accounted for and none is used.",
    ],
    cites: "https://support.google.com/analytics/answer/9317657; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
