//! Google Analytics 4: sessions by page.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, RowRule, Source};

/// Names of the dimension that is a page.
const PAGES_BY: &[&str] = &[
    "Landing page",
    "Landing page + query string",
    "Page path and screen class",
    "Page path + query string and screen class",
    "Page path",
    "Page location",
    "Full page URL",
];

macro_rules! layouts {
    ($( $page:literal, )*) => {
        &[$( Layout { seen: "2023–2026", needs: &[$page, "Sessions"], alone: false, proof: None }, )*]
    };
}

/// Google Analytics 4, a report whose rows are pages (CSV).
pub static PAGES: Source = Source {
    id: "ga4.pages",
    name: "Google Analytics 4 · Pages",
    bring: "ga4",
    files: &["download*.csv"],
    form: Form::Table,
    layouts: layouts![
        "Landing page",
        "Landing page + query string",
        "Page path and screen class",
        "Page path + query string and screen class",
        "Page path",
        "Page location",
        "Full page URL",
    ],
    tables: &[TableId::Pages],
    feeds: &["content"],
    columns: &[
        Column::field("url", PAGES_BY),
        Column::field("date", &["Date"]),
        Column::field("sessions", &["Sessions"]),
        Column::field("bounce_rate", &["Bounce rate"]),
        Column::field("seconds", &["Average engagement time per session", "Average session duration"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[RowRule::Total(PAGES_BY)],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "Above each table a block of `#` lines names the report and its period; several tables may stand in one file.",
        "Rates are fractions. A session that is not engaged bounced: where there is no bounce rate it is 1 − engagement rate.",
        "The dimension `Date` is `YYYYMMDD`; without it a row stands for the whole period and is dated by its first day, so that files of whole months add up.",
        "A comparison adds the column `Date range`; a row of totals has an empty first cell.",
        "With a further dimension the rows are parts of pages: they are left out.",
    ],
    cites: "https://support.google.com/analytics/answer/9317657; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    use crate::facts::{MISSING, Reason, number_to_cell};
    use crate::sources::values::{NumberStyle, parse_fraction};
    if has_further_dimension(row) {
        return Err(Reason::NoMetric);
    }
    let path = row.text_of("url");
    if path == "(not set)" {
        return Err(Reason::Unknown);
    }
    let host = row.first_text(&["Hostname", "Host name"]);
    if path.starts_with('/') && !host.is_empty() {
        row.set_text("url", &format!("https://{host}{path}"));
    }
    if row.stored("bounce_rate") == MISSING
        && let Some(engaged) = parse_fraction(&row.text("Engagement rate"), NumberStyle::Point)
    {
        // Rates are printed with a few decimals; what subtracting adds behind them is noise.
        let bounced = ((1.0 - engaged) * 1e9).round() / 1e9;
        row.set("bounce_rate", number_to_cell(bounced));
    }
    let (from, to) = period(&row.text("Date range"), row.above());
    if row.stored("date") == MISSING {
        row.set("date", from);
    }
    row.reaches(to);
    Ok(())
}

/// Whether a column that is neither known nor a number parts the page's row.
#[cfg(feature = "engine")]
fn has_further_dimension(row: &crate::sources::mapped::MappedRow<'_>) -> bool {
    use crate::intake::normalise;
    use crate::sources::values::{NumberStyle, is_missing, parse_amount, parse_number};
    const KNOWN: [&str; 4] = ["date", "date range", "hostname", "host name"];
    let mut others = row.cells().filter(|(name, _)| {
        let name = normalise(name);
        !KNOWN.contains(&name.as_str()) && !PAGES_BY.iter().any(|page| normalise(page) == name)
    });
    others.any(|(_, cell)| {
        !is_missing(&cell)
            && parse_number(&cell, NumberStyle::Point).is_none()
            && parse_amount(&cell, NumberStyle::Point).is_none()
    })
}

/// First and last day of a row as stored: of its own period in a comparison, else of the block above.
#[cfg(feature = "engine")]
fn period(range: &str, above: &[String]) -> (i64, i64) {
    use crate::facts::{MISSING, Moment};
    use crate::sources::DateOrder;
    use crate::sources::values::parse_date;
    let day = |text: &str| parse_date(text.trim(), DateOrder::Iso).map_or(MISSING, Moment::raw);
    if let Some((from, to)) = range.split_once(" - ") {
        return (day(from), day(to));
    }
    let stated = |label: &str| {
        let line = above.iter().find_map(|line| line.trim_start_matches('#').trim().strip_prefix(label));
        line.map_or(MISSING, day)
    };
    (stated("Start date:"), stated("End date:"))
}

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::*;
    use crate::facts::Moment;
    use rstest::rstest;

    #[rstest]
    #[case("", &["# ---", "# Start date: 20260901", "# End date: 20260930"], "2026-09-01", "2026-09-30")]
    #[case("Aug 1, 2026 - Aug 31, 2026", &["# Start date: 20260901"], "2026-08-01", "2026-08-31")]
    fn periods(#[case] range: &str, #[case] above: &[&str], #[case] from: &str, #[case] to: &str) {
        let above: Vec<String> = above.iter().map(|line| (*line).to_owned()).collect();
        let (first, last) = period(range, &above);
        assert_eq!((Moment::from_raw(first).iso(), Moment::from_raw(last).iso()), (from.into(), to.into()));
    }
}
