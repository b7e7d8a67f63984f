//! The sheets of a creator's workbook, told apart by their shape: names, headers and the order of dates
//! follow the language of the page, the shapes do not.

use crate::facts::{Day, Moment, Zone};
use crate::intake::{Cell, IntakeError, Record, Rows, Workbook};
use crate::sources::DateOrder;
use crate::sources::values::{
    NumberStyle, OrderDecision, OrderEvidence, looks_like_date, parse_date, parse_number,
};

/// A row as text; cells that hold an empty text are blank.
#[derive(Clone, Debug, Default)]
pub(super) struct GridRow {
    pub line: u32,
    pub cells: Vec<String>,
}

impl GridRow {
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// A sheet with its rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub name: String,
    pub rows: Vec<GridRow>,
}

/// What a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetKind {
    /// Two figures a day: impressions, engagements.
    Engagement,
    /// One figure a day: new followers; the total above.
    Followers,
    /// Links of posts with a date and a figure.
    TopPosts,
    /// The period of the whole workbook.
    Discovery,
    /// Anything else: demographics.
    Other,
}

/// Rows that are looked at to tell what a sheet is.
const LOOKED_AT: usize = 40;
/// Most rows of a sheet that is read: three years of days.
const MOST_ROWS: usize = 1_200;

/// Reads the first rows of every sheet, or all of those that are needed.
pub(super) fn grids(book: &mut Workbook, whole: bool) -> Result<Vec<Grid>, IntakeError> {
    let names: Vec<String> = book.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    let most = if whole { MOST_ROWS } else { LOOKED_AT };
    let mut grids = Vec::with_capacity(names.len());
    for (index, name) in names.into_iter().enumerate() {
        let mut rows = book.rows(index)?;
        grids.push(Grid { name, rows: rows_of(rows.as_mut(), most)? });
    }
    Ok(grids)
}

fn rows_of(rows: &mut dyn Rows, most: usize) -> Result<Vec<GridRow>, IntakeError> {
    let mut record = Record::default();
    let mut read = Vec::new();
    while read.len() < most && rows.read(&mut record)? {
        let cells = (0..record.width().min(16))
            .map(|column| match record.cell(column) {
                // A workbook's own date is as certain as a text in ISO form.
                Cell::DateTime(date) => date.to_iso(),
                _ => record.text(column).into_owned(),
            })
            .collect();
        read.push(GridRow { line: u32::try_from(record.line()).unwrap_or(u32::MAX), cells });
    }
    Ok(read)
}

/// What a sheet is, by its first rows.
pub(super) fn kind(grid: &Grid) -> SheetKind {
    if grid.rows.iter().any(|row| row.cells.iter().any(|cell| is_post_link(cell))) {
        return SheetKind::TopPosts;
    }
    let days = || grid.rows.iter().filter(|row| looks_like_date(row.cell(0)));
    let with_figures = |count: usize| {
        days().filter(|row| (1..=count).all(|column| count_in(row.cell(column)).is_some())).count()
    };
    let days_in_all = days().count();
    if days_in_all > 0 {
        if with_figures(2) * 2 > days_in_all {
            return SheetKind::Engagement;
        }
        if with_figures(1) * 2 > days_in_all {
            return SheetKind::Followers;
        }
    }
    if range(grid).is_some() { SheetKind::Discovery } else { SheetKind::Other }
}

/// Whether a cell is the link of a post.
pub(super) fn is_post_link(cell: &str) -> bool {
    cell.contains("linkedin.com/") && (cell.contains("/feed/update/") || cell.contains("/posts/"))
}

/// The two dates of a cell such as `1/1/2026 - 6/30/2026`, as text.
pub(super) fn range(grid: &Grid) -> Option<(&str, &str)> {
    let cells = grid.rows.iter().take(3).flat_map(|row| &row.cells);
    cells.into_iter().find_map(|cell| {
        let (from, to) = cell.split_once(" - ").or_else(|| cell.split_once(" – "))?;
        let (from, to) = (from.trim(), to.trim());
        (looks_like_date(from) && looks_like_date(to)).then_some((from, to))
    })
}

/// A whole number, negative ones included; `None` for anything else. Counts have no decimals, so a mark
/// before exactly three last digits parts thousands, whichever mark it is.
pub(super) fn count_in(text: &str) -> Option<f64> {
    let mark = text.rfind(['.', ',']).and_then(|at| Some((text.get(at..=at)?, text.get(at + 1..)?)));
    let style = match mark {
        Some((mark, after)) if after.trim_end().len() == 3 => {
            if mark == "." {
                NumberStyle::Comma
            } else {
                NumberStyle::Point
            }
        }
        Some((",", _)) => NumberStyle::Comma,
        _ => NumberStyle::Point,
    };
    parse_number(text, style).filter(|number| number.fract() == 0.0)
}

/// The calendar day of a date.
pub(super) fn day_in(text: &str, order: DateOrder) -> Option<Day> {
    parse_date(text, order).map(|moment: Moment| moment.day(&Zone::utc()))
}

/// The total above the daily followers with the date in its label: the first number that stands alone
/// in a row before the days.
pub(super) fn total_followers(grid: &Grid, order: DateOrder) -> Option<(f64, Option<Day>)> {
    let above = || grid.rows.iter().take_while(|row| !looks_like_date(row.cell(0)));
    let total = above().find_map(|row| row.cells.iter().skip(1).find_map(|cell| count_in(cell)))?;
    let words = above().flat_map(|row| row.cells.iter().flat_map(|cell| cell.split_whitespace()));
    let mut dates =
        words.map(|word| word.trim_end_matches([':', '：', ',', '.'])).filter(|word| looks_like_date(word));
    Some((total, dates.next().and_then(|word| day_in(word, order))))
}

/// Day or month first, over the whole workbook; where no date settles it, the order in which the daily
/// rows run day by day.
pub(super) fn date_order(grids: &[Grid]) -> DateOrder {
    let mut evidence = OrderEvidence::default();
    let mut daily: Vec<&str> = Vec::new();
    for grid in grids {
        if let Some((from, to)) = range(grid) {
            evidence.add(from);
            evidence.add(to);
        }
        for row in &grid.rows {
            for cell in row.cells.iter().filter(|cell| looks_like_date(cell)) {
                evidence.add(cell);
            }
            if kind(grid) == SheetKind::Engagement && looks_like_date(row.cell(0)) {
                daily.push(row.cell(0));
            }
        }
    }
    match evidence.decide() {
        OrderDecision::Decided(order) => order,
        OrderDecision::Any => DateOrder::Iso,
        OrderDecision::Open { .. } => {
            let steps = |order: DateOrder| {
                let days: Vec<Day> = daily.iter().filter_map(|text| day_in(text, order)).collect();
                days.windows(2)
                    .filter(|pair| matches!(pair, [one, next] if (next.0 - one.0).abs() == 1))
                    .count()
            };
            // The page is English, and so month-first, for most.
            if steps(DateOrder::Dmy) > steps(DateOrder::Mdy) { DateOrder::Dmy } else { DateOrder::Mdy }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// A sheet from lines of cells parted by `|`.
    fn grid(text: &str) -> Grid {
        let rows = text
            .lines()
            .zip(1..)
            .map(|(row, line)| GridRow { line, cells: row.split('|').map(str::to_owned).collect() });
        Grid { name: "Sheet".into(), rows: rows.collect() }
    }

    #[rstest]
    #[case("Date|Impressions|Engagements\n1/2/2026|1,200|-3", SheetKind::Engagement)]
    #[case("Total de seguidores em 02/01/2026|812\nData|Novos\n02/01/2026|4", SheetKind::Followers)]
    #[case(
        "x\nhttps://www.linkedin.com/feed/update/urn:li:activity:7100000000000000001|1/2/2026|5",
        SheetKind::TopPosts
    )]
    #[case("Overall Performance|1/1/2026 - 6/30/2026\nImpressions|5,000", SheetKind::Discovery)]
    #[case("Top Demographics|Value|Percentage\nJob title|Buyer|< 1%", SheetKind::Other)]
    fn sheets_by_shape(#[case] text: &str, #[case] expected: SheetKind) {
        assert_eq!(kind(&grid(text)), expected);
    }

    #[rstest]
    #[case("3.000", Some(3000.0))]
    #[case("3,000", Some(3000.0))]
    #[case("1.234.567", Some(1_234_567.0))]
    #[case("-28", Some(-28.0))]
    #[case("12.0", Some(12.0))]
    #[case("0.5", None)]
    #[case("-", None)]
    #[case("", None)]
    fn counts(#[case] text: &str, #[case] count: Option<f64>) {
        assert_eq!(count_in(text), count);
    }

    #[rstest]
    #[case("3/1/2026|1|1\n3/2/2026|1|1\n3/3/2026|1|1", DateOrder::Mdy)]
    #[case("01/03/2026|1|1\n02/03/2026|1|1\n03/03/2026|1|1", DateOrder::Dmy)]
    #[case("x|1/1/2026 - 1/31/2026", DateOrder::Mdy)]
    fn daily_rows_settle_the_order(#[case] text: &str, #[case] order: DateOrder) {
        assert_eq!(date_order(&[grid(text)]), order);
    }

    #[rstest]
    #[case("Total followers on 4/23/2023:|1,234\nDate|New followers\n4/23/2023|2", 1234.0)]
    #[case("Total followers on 4/23/2023|\nTotal followers|812\nDate|New followers", 812.0)]
    fn the_total_is_searched_for(#[case] text: &str, #[case] total: f64) {
        assert_eq!(total_followers(&grid(text), DateOrder::Mdy), Some((total, Day::from_ymd(2023, 4, 23))));
    }
}
