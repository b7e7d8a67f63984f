//! X (Twitter): views of videos, which no metric uses.

use crate::sources::declaration::{Form, Layout, Quoting, Source};
/// X, video overview.
pub static VIDEOS: Source = Source {
    id: "x.videos",
    name: "X · Video overview",
    bring: "x",
    files: &["video_overview_analytics*.csv"],
    form: Form::Table,
    // Title rows, each alone in its row.
    layouts: &[
        Layout { seen: "2025–2026", needs: &["Video overview"], alone: true, proof: None },
        Layout { seen: "2025–2026", needs: &["Your videos"], alone: true, proof: None },
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
        "Two tables in one file, each below a title row of its own: watch time day by day, then the videos. Neither holds a figure that a metric uses, so every row is left out and says so.",
    ],
    cites: "layout as in public readers of its exports, 2026",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};
