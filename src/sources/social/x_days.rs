//! X (Twitter): the account day by day, in the old and the new export.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};
/// X, days: the old `daily_tweet_activity_metrics_…` and the new `account_overview_analytics`.
pub static DAYS: Source = Source {
    id: "x.days",
    name: "X · Account day by day",
    bring: "x",
    files: &["account_overview_analytics*.csv", "daily_tweet_activity_metrics_*.csv"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "2024–2026",
            needs: &["Date", "Impressions", "Engagements", "New follows", "Unfollows"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2015–2024",
            needs: &["Date", "Tweets published", "Impressions", "Engagements", "engagement rate"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::Audience],
    feeds: &["content", "network"],
    columns: &[
        Column::field("date", &["Date"]),
        Column::field("impressions", &["Impressions"]),
        Column::field("engagements", &["Engagements"]),
        Column::field("followers_new", &["New follows"]),
        Column::own(&["Unfollows"]),
        Column::own(&["Tweets published"]),
        Column::own(&["engagement rate"]),
    ],
    constants: &[("platform", "X")],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "Newest day first.",
        "New follows are those gained; unfollows are not taken off, as in the other exports of followers.",
        "The old `follows` count only those who followed from a post, so they are not taken.",
        "The old promoted columns are all `-`.",
    ],
    cites: "layouts as in public readers of its exports, 2020 to 2026",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(None),
};
