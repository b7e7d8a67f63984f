//! Google Trends: how much a term was searched for, over time; and the lists that come beside it.
//!
//! Its columns are named after the terms, and the words around them are in the language of whoever exports. So the
//! files are told by their shape: a line for the category, names like `term: (place)`, and below them the starts of
//! stretches, the names of regions, or searches with their rank.

use crate::facts::TableId;
use crate::sources::declaration::{Form, Quoting, Source};

#[cfg(feature = "engine")]
mod read;
#[cfg(feature = "engine")]
mod shape;

#[cfg(feature = "engine")]
pub(in crate::sources) use shape::by_shape;

/// Google's own words on the figures, and files that people published.
const SEEN: &str = "https://support.google.com/trends/answer/4365533; https://support.google.com/trends/answer/4365538; files as published by their owners";

/// What the three files have in common.
const OF_TRENDS: Source = Source {
    id: "",
    name: "",
    bring: "google_trends",
    files: &[],
    form: Form::Table,
    layouts: &[],
    tables: &[],
    feeds: &[],
    columns: &[],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[],
    cites: SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::None,
};

/// Google Trends, interest over time (CSV).
pub static TIMELINE: Source = Source {
    id: "google_trends.timeline",
    name: "Google Trends · Interest over time",
    files: &["multiTimeline*.csv"],
    tables: &[TableId::SearchInterest],
    quirks: &[
        "Above the names stand the category and an empty line; the category's words, the name of the first column and the place are in the language of the page.",
        "Up to five terms, or one term in up to five places, stand side by side; a line is one row, and a fact for each of them.",
        "A stretch is an hour (`2026-11-15T13`), a day, a week from Sunday on (both by their first day) or a month (`2026-11`): Google chooses by the length of the period.",
        "100 is the peak of all terms of that one file, so figures of two files do not compare: each export is kept apart by its first and last stretch and its terms.",
        "`<1` is more than nothing and less than 1: it is kept as that bound. 0 means too few searches to be measured.",
        "The last stretch may be under way without being marked. Files written by programs mark it in the column `isPartial`: it is left out.",
    ],
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Table(read::timeline),
    ..OF_TRENDS
};

/// Google Trends, interest by region (CSV): known, so that nobody is asked what it is.
pub static REGIONS: Source = Source {
    id: "google_trends.regions",
    name: "Google Trends · Interest by region",
    files: &["geoMap*.csv"],
    quirks: &["Shares by region have no dates: every row is accounted for and none is used."],
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Table(read::regions),
    ..OF_TRENDS
};

/// Google Trends, related searches (CSV): known, so that nobody is asked what it is.
pub static RELATED: Source = Source {
    id: "google_trends.related",
    name: "Google Trends · Related searches",
    files: &["relatedQueries*.csv", "relatedEntities*.csv"],
    quirks: &[
        "Two lists below each other, the most frequent and the fastest rising, without dates: none is used.",
    ],
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Table(read::related),
    ..OF_TRENDS
};
