//! A creator's workbook to facts: one row a day, one row a post.

use std::collections::BTreeMap;

use super::creator_sheets::{
    Grid, GridRow, SheetKind, count_in, date_order, day_in, grids, is_post_link, kind, range, total_followers,
};
use super::{CREATOR_ANALYTICS, post_link};
use crate::facts::{Day, FileFacts, LeftOutRow, MISSING, Moment, Notice, Reason, TableId, number_to_cell};
use crate::intake::{IntakeError, Workbook};
use crate::sources::DateOrder;
use crate::sources::owner::{Owner, tidy_name};
use crate::sources::reader::start;
use crate::sources::values::looks_like_date;

/// What a workbook's own name says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::sources) struct FileName {
    /// First and last name with a blank between.
    pub spaced: Option<String>,
    /// The name as one word, of which the parts can only be guessed.
    pub joined: Option<String>,
    /// Last day of the period.
    pub to: Option<Day>,
}

/// Reads a file's name: `AggregateAnalytics_First Last_YYYY-MM-DD_YYYY-MM-DD.xlsx`, before 2026
/// `Content_YYYY-MM-DD_YYYY-MM-DD_FirstLast.xlsx`.
pub(in crate::sources) fn file_name(file: &str) -> FileName {
    let last = file.rsplit('/').next().unwrap_or(file);
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let stem = stem.split(" (").next().unwrap_or(stem);
    let mut parts = stem.split('_');
    let kind = parts.next().unwrap_or_default();
    let (days, names): (Vec<&str>, Vec<&str>) = parts.partition(|part| Day::parse_iso(part).is_some());
    let name = tidy_name(&names.join(" "));
    let name = Some(name).filter(|name| !name.is_empty());
    match kind {
        "AggregateAnalytics" => FileName { spaced: name, joined: None, to: last_day(&days) },
        "Content" => FileName { spaced: None, joined: name, to: last_day(&days) },
        _ => FileName::default(),
    }
}

fn last_day(days: &[&str]) -> Option<Day> {
    days.iter().filter_map(|day| Day::parse_iso(day)).max()
}

/// `AdaEk` as `Ada Ek`: where a small letter meets a capital one.
pub(in crate::sources) fn parted(joined: &str) -> String {
    let mut name = String::with_capacity(joined.len() + 2);
    let mut before = None::<char>;
    for c in joined.chars() {
        if before.is_some_and(char::is_lowercase) && c.is_uppercase() {
            name.push(' ');
        }
        name.push(c);
        before = Some(c);
    }
    name
}

/// Whether a workbook is a creator's analytics: two of its shapes, or one and its name.
pub(in crate::sources) fn is_creator_workbook(book: &mut Workbook) -> Result<bool, IntakeError> {
    let named = file_name(book.name()) != FileName::default();
    let kinds: Vec<SheetKind> = grids(book, false)?.iter().map(kind).collect();
    let has = |kind| kinds.contains(&kind);
    let daily = has(SheetKind::Engagement) || has(SheetKind::Followers);
    let beside = has(SheetKind::TopPosts) || has(SheetKind::Discovery);
    Ok((daily
        && (beside || named || kinds.len() > 2 && has(SheetKind::Engagement) && has(SheetKind::Followers)))
        || (named && beside))
}

/// Reads the workbook: facts, and the day up to which it tells.
pub(in crate::sources) fn read_creator_workbook(
    file: &str,
    book: &mut Workbook,
    dates: Option<DateOrder>,
    owner: &mut Owner,
) -> Result<(FileFacts, Option<Day>), IntakeError> {
    let grids = grids(book, true)?;
    let order = dates.unwrap_or_else(|| date_order(&grids));
    let named = file_name(file);
    owner.file_name = named.spaced.or_else(|| named.joined.as_deref().map(parted));
    owner.file_name_joined = named.joined;
    let mut reading =
        Reading { out: start(&CREATOR_ANALYTICS, file), order, days: BTreeMap::new(), posts: Vec::new() };
    let mut stated_end = named.to;
    let mut unused = Vec::new();
    let impressions = impressions_word(&grids);
    for grid in &grids {
        match kind(grid) {
            SheetKind::Engagement => reading.daily(grid, &[IMPRESSIONS, ENGAGEMENTS]),
            SheetKind::Followers => reading.daily(grid, &[NEW_FOLLOWERS]),
            SheetKind::TopPosts => reading.posts(grid, &impressions),
            SheetKind::Discovery => {
                stated_end = stated_end.or_else(|| range(grid).and_then(|(_, to)| day_in(to, order)));
            }
            SheetKind::Other => unused.push(grid.name.clone()),
        }
    }
    // The total stands for the day it names, else for the last day of the workbook.
    for grid in grids.iter().filter(|grid| kind(grid) == SheetKind::Followers) {
        let last = stated_end.or_else(|| reading.days.keys().next_back().copied());
        if let Some((total, day)) = total_followers(grid, order)
            && let Some(day) = day.or(last)
        {
            let line = grid.rows.first().map_or(1, |row| row.line);
            reading.figure(day, TOTAL_FOLLOWERS, total, line);
        }
    }
    let mut out = reading.finish();
    if !unused.is_empty() {
        let args = vec![("sheets".into(), unused.join(", "))];
        out.summary.notices.push(Notice { code: "sheets_not_used".into(), args });
    }
    Ok((out, stated_end))
}

/// Places of a day's figures.
const IMPRESSIONS: usize = 0;
const ENGAGEMENTS: usize = 1;
const TOTAL_FOLLOWERS: usize = 2;
const NEW_FOLLOWERS: usize = 3;

/// One post out of both rankings.
struct Post {
    url: String,
    id: String,
    day: Option<Day>,
    impressions: Option<f64>,
    engagements: Option<f64>,
    line: u32,
}

struct Reading {
    out: FileFacts,
    order: DateOrder,
    /// Figures by day, with the line of the first.
    days: BTreeMap<Day, ([Option<f64>; 4], u32)>,
    posts: Vec<Post>,
}

impl Reading {
    fn figure(&mut self, day: Day, place: usize, value: f64, line: u32) {
        let (figures, _) = self.days.entry(day).or_insert(([None; 4], line));
        if let Some(figure) = figures.get_mut(place) {
            *figure = Some(value);
        }
    }

    /// Daily rows: a date, then a figure for each place.
    fn daily(&mut self, grid: &Grid, places: &[usize]) {
        let first = grid.rows.iter().position(|row| looks_like_date(row.cell(0))).unwrap_or(grid.rows.len());
        for row in grid.rows.iter().skip(first) {
            let Some(day) = day_in(row.cell(0), self.order) else {
                self.leave_out(row, Reason::BadDate);
                continue;
            };
            let figures: Vec<(usize, f64)> = places
                .iter()
                .zip(1..)
                .filter_map(|(place, column)| Some((*place, count_in(row.cell(column))?)))
                .collect();
            if figures.is_empty() {
                self.leave_out(row, Reason::BadNumber);
            }
            for (place, value) in figures {
                self.figure(day, place, value, row.line);
            }
        }
    }

    /// Two rankings side by side: engagements on the left, impressions on the right, unless the headers
    /// say otherwise in the words of the daily sheet.
    fn posts(&mut self, grid: &Grid, impressions: &str) {
        let mut says_impressions = [None::<bool>; 16];
        for row in &grid.rows {
            for column in 0..row.cells.len() {
                let cell = row.cell(column);
                if !is_post_link(cell) {
                    let is_heading = !impressions.is_empty() && cell.to_lowercase() == impressions;
                    // The figure stands two columns after its link.
                    let link_column = column.checked_sub(2).filter(|_| is_heading);
                    if let Some(said) = link_column.and_then(|at| says_impressions.get_mut(at)) {
                        *said = Some(true);
                    }
                    continue;
                }
                let by_header = says_impressions.iter().any(Option::is_some);
                let is_impressions = match says_impressions.get(column).copied().flatten() {
                    Some(said) => said,
                    None if by_header => false,
                    None => column >= 3,
                };
                self.post(row, column, is_impressions);
            }
        }
    }

    fn post(&mut self, row: &GridRow, column: usize, is_impressions: bool) {
        let url = row.cell(column);
        let id = post_link::post_id(url);
        let same = |post: &Post| if id.is_empty() { post.url == url } else { post.id == id };
        let at = self.posts.iter().position(same).unwrap_or_else(|| {
            let (url, id) = (url.to_owned(), id.to_owned());
            self.posts.push(Post {
                url,
                id,
                day: None,
                impressions: None,
                engagements: None,
                line: row.line,
            });
            self.posts.len() - 1
        });
        let day = day_in(row.cell(column + 1), self.order);
        let figure = count_in(row.cell(column + 2));
        if let Some(post) = self.posts.get_mut(at) {
            post.day = post.day.or(day);
            let place = if is_impressions { &mut post.impressions } else { &mut post.engagements };
            *place = place.or(figure);
        }
    }

    fn leave_out(&mut self, row: &GridRow, reason: Reason) {
        self.out.summary.rows += 1;
        let cells = row.cells.iter().map(|cell| cell.chars().take(60).collect()).collect();
        self.out.summary.leave_out(LeftOutRow { line: row.line, reason, column: None, cells });
    }

    /// Days and posts as facts: a row each, whichever sheets they stood on.
    fn finish(mut self) -> FileFacts {
        let cell = |value: Option<f64>| value.map_or(MISSING, number_to_cell);
        for (day, (figures, line)) in &self.days {
            let mut row = vec![MISSING, MISSING, MISSING, Moment::date(*day).raw()];
            row.extend(figures.iter().map(|figure| cell(*figure)));
            self.out.facts.table_mut(TableId::Audience).push(&row, 0, *line);
            self.out.summary.rows += 1;
        }
        for post in std::mem::take(&mut self.posts) {
            self.out.summary.rows += 1;
            let Some(published_at) = post_link::published_at(&post.id, post.day) else {
                let row = LeftOutRow {
                    line: post.line,
                    reason: Reason::BadDate,
                    column: None,
                    cells: vec![post.url],
                };
                self.out.summary.leave_out(row);
                continue;
            };
            let facts = &mut self.out.facts;
            let (id, url) = (facts.text_cell(&post.id), facts.text_cell(&post.url));
            let mut row = vec![MISSING, MISSING, MISSING, published_at.raw(), id, url];
            // kind, campaign, content, shared_url
            row.extend([MISSING; 4]);
            row.extend([cell(post.impressions), MISSING, cell(post.engagements)]);
            facts.table_mut(TableId::Posts).push(&row, 0, post.line);
        }
        self.out
    }
}

/// How this workbook's language heads impressions, lower case: the second column of the daily sheet.
fn impressions_word(grids: &[Grid]) -> String {
    let daily = grids.iter().find(|grid| kind(grid) == SheetKind::Engagement);
    let header = daily.and_then(|grid| grid.rows.iter().find(|row| !row.cell(1).is_empty()));
    let word = header.map(|row| row.cell(1)).filter(|word| count_in(word).is_none());
    word.unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        "AggregateAnalytics_Ada Ek_2025-11-01_2026-10-31 (1).xlsx",
        Some("Ada Ek"),
        None,
        Some("2026-10-31")
    )]
    #[case("Content_2022-04-24_2023-04-23_AdaEk.xlsx", None, Some("AdaEk"), Some("2023-04-23"))]
    #[case("report.xlsx", None, None, None)]
    fn names(
        #[case] file: &str,
        #[case] spaced: Option<&str>,
        #[case] joined: Option<&str>,
        #[case] to: Option<&str>,
    ) {
        let expected = FileName {
            spaced: spaced.map(str::to_owned),
            joined: joined.map(str::to_owned),
            to: to.and_then(Day::parse_iso),
        };
        assert_eq!(file_name(file), expected);
    }

    #[rstest]
    #[case("AdaEk", "Ada Ek")]
    #[case("ÅsaŁuczak", "Åsa Łuczak")]
    #[case("Ada", "Ada")]
    fn joined_names_are_parted(#[case] joined: &str, #[case] name: &str) {
        assert_eq!(parted(joined), name);
    }
}
