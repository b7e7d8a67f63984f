//! The files of Google Trends to facts.

use std::collections::BTreeSet;

use super::shape::{Searched, bare, is_partial_mark, searched};
use crate::facts::{
    Day, FileFacts, LeftOutRow, MISSING, Moment, Notice, Reason, TableId, Zone, number_to_cell,
};
use crate::intake::{IntakeError, Record};
use crate::sources::DateOrder;
use crate::sources::reader::{Job, line, note_tally, read_unused, start};
use crate::sources::values::{
    NumberStyle, OrderDecision, OrderEvidence, flag, is_missing, parse_date, parse_number,
};

/// The list by region: known and not used, with the way to the right file.
pub(super) fn regions(job: Job<'_, '_>) -> Result<FileFacts, IntakeError> {
    unused(job, "trends_regions")
}

/// The related searches, likewise.
pub(super) fn related(job: Job<'_, '_>) -> Result<FileFacts, IntakeError> {
    unused(job, "trends_related")
}

fn unused(job: Job<'_, '_>, code: &str) -> Result<FileFacts, IntakeError> {
    let mut out = read_unused(job)?;
    out.summary.notices.push(Notice { code: code.to_owned(), args: Vec::new() });
    Ok(out)
}

/// How the start of a stretch is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateForm {
    /// With an hour.
    Hour,
    /// A whole date: of a day, or the first of a week.
    Date,
    /// A year and a month.
    Month,
}

/// When a stretch starts.
pub(super) fn started(text: &str, order: DateOrder) -> Option<(Moment, DateForm)> {
    let text = text.trim();
    if let Some((year, month)) = text.split_once('-')
        && year.len() == 4
        && month.len() == 2
    {
        let day = Day::from_ymd(year.parse().ok()?, month.parse().ok()?, 1)?;
        return Some((Moment::date(day), DateForm::Month));
    }
    if let Some((date, clock)) = text.split_once('T')
        && let Some(day) = Day::parse_iso(date)
    {
        // What follows the minutes is the zone that the page was shown in, as the hours are.
        let mut parts = clock.split([':', '+', '-', 'Z']);
        let hour: i64 = parts.next()?.parse().ok().filter(|hour| (0..24).contains(hour))?;
        let has_minutes = clock.get(2..3) == Some(":");
        let minute = parts.next().filter(|_| has_minutes).and_then(|minute| minute.parse().ok()).unwrap_or(0);
        return Some((Moment::wall(day, hour * 3600 + minute * 60), DateForm::Hour));
    }
    parse_date(text, order).map(|moment| (moment, DateForm::Date))
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Interest {
    Unknown,
    BelowOne,
    Of(f64),
}

/// Reads a cell; none where it is no interest.
fn interest(text: &str) -> Option<Interest> {
    let text = bare(text);
    if let Some(bound) = text.strip_prefix(['<', '＜']) {
        let is_one = parse_number(bare(bound), NumberStyle::Point) == Some(1.0);
        return is_one.then_some(Interest::BelowOne);
    }
    if is_missing(text) {
        return Some(Interest::Unknown);
    }
    let number = parse_number(text, NumberStyle::Point)?;
    (0.0..=100.0).contains(&number).then_some(Interest::Of(number))
}

/// A line of the file.
struct Line {
    number: u32,
    start: String,
    cells: Vec<String>,
    is_partial: bool,
    shown: Vec<String>,
}

/// A column of a term.
struct TermColumn<'a> {
    at: usize,
    name: &'a str,
    searched: Searched<'a>,
}

/// Interest over time. What an export is called by is its first and last stretch, so the lines wait until all are
/// there.
pub(super) fn timeline(job: Job<'_, '_>) -> Result<FileFacts, IntakeError> {
    let Job { source, file, rows, columns, meter, .. } = job;
    let mut out = start(source, file);
    let partial = columns.names().iter().position(|name| is_partial_mark(name));
    let terms = terms(columns.names(), partial);
    let mut record = Record::default();
    let mut lines = Vec::new();
    while rows.read(&mut record)? {
        out.summary.rows += 1;
        meter.row(out.summary.rows, rows.passed());
        lines.push(Line {
            number: line(&record),
            start: record.text(0).into_owned(),
            cells: terms.iter().map(|term| record.text(term.at).into_owned()).collect(),
            is_partial: partial.is_some_and(|at| flag(&record.text(at)) == Some(true)),
            shown: columns.cells(&record),
        });
    }
    let used = used(&mut out, &lines, &terms, columns.names());
    push(&mut out, &used, &terms);
    note_tally(&mut out, rows);
    Ok(out)
}

/// The columns that hold terms.
fn terms(names: &[String], partial: Option<usize>) -> Vec<TermColumn<'_>> {
    let mut terms = Vec::new();
    for (at, name) in names.iter().enumerate().skip(1) {
        if !name.is_empty() && Some(at) != partial {
            let searched = searched(name).unwrap_or(Searched { term: name.trim(), place: "" });
            terms.push(TermColumn { at, name, searched });
        }
    }
    terms
}

/// The order of day and month where a spreadsheet wrote the dates anew; dates that can be read both ways are not
/// read at all.
fn order_of(lines: &[Line]) -> DateOrder {
    let mut orders = OrderEvidence::default();
    for line in lines {
        if started(&line.start, DateOrder::Iso).is_none() && !line.start.is_empty() {
            orders.add(&line.start);
        }
    }
    match orders.decide() {
        OrderDecision::Decided(order) => order,
        OrderDecision::Any | OrderDecision::Open { .. } => DateOrder::Iso,
    }
}

/// A line that says something.
struct UsedLine {
    number: u32,
    start: Moment,
    form: DateForm,
    cells: Vec<Interest>,
}

/// The lines that say something; the others are left out with their reason.
fn used(out: &mut FileFacts, lines: &[Line], terms: &[TermColumn<'_>], names: &[String]) -> Vec<UsedLine> {
    let order = order_of(lines);
    let mut used = Vec::new();
    let mut seen = BTreeSet::new();
    for line in lines {
        let (reason, column) = match read_line(line, order, terms) {
            Ok((start, form, cells)) if seen.insert(start.raw()) => {
                used.push(UsedLine { number: line.number, start, form, cells });
                continue;
            }
            Ok(_) => (Reason::Repeated, None),
            Err((Reason::BadDate, _)) => (Reason::BadDate, names.first().map(String::as_str)),
            Err((reason, term)) => (reason, term.and_then(|at| terms.get(at)).map(|term| term.name)),
        };
        out.summary.leave_out(LeftOutRow {
            line: line.number,
            reason,
            column: column.map(str::to_owned),
            cells: line.shown.clone(),
        });
    }
    used
}

/// A row for each cell of the used lines that says something.
fn push(out: &mut FileFacts, used: &[UsedLine], terms: &[TermColumn<'_>]) {
    let starts: Vec<(Moment, DateForm)> = used.iter().map(|line| (line.start, line.form)).collect();
    let export = out.facts.text_cell(&export_name(&starts, terms));
    let step = step(&starts).map_or(MISSING, |step| out.facts.text_cell(step));
    for line in used {
        for (term, cell) in terms.iter().zip(&line.cells) {
            let (number, below_one) = match *cell {
                Interest::Unknown => continue,
                Interest::BelowOne => (MISSING, 1),
                Interest::Of(number) => (number_to_cell(number), MISSING),
            };
            let Searched { term, place } = term.searched;
            let place = if place.is_empty() { MISSING } else { out.facts.text_cell(place) };
            let term = out.facts.text_cell(term);
            let row = [line.start.raw(), term, number, below_one, place, step, export];
            out.facts.table_mut(TableId::SearchInterest).push(&row, 0, line.number);
        }
    }
}

type ReadLine = (Moment, DateForm, Vec<Interest>);

/// A line's start and cells, or why it is left out and the term to blame.
fn read_line(
    line: &Line,
    order: DateOrder,
    terms: &[TermColumn<'_>],
) -> Result<ReadLine, (Reason, Option<usize>)> {
    let (moment, form) = started(&line.start, order).ok_or((Reason::BadDate, None))?;
    if line.is_partial {
        return Err((Reason::TooYoung, None));
    }
    let mut cells = Vec::with_capacity(terms.len());
    for (at, cell) in line.cells.iter().enumerate() {
        cells.push(interest(cell).ok_or((Reason::BadNumber, Some(at)))?);
    }
    if cells.iter().all(|cell| *cell == Interest::Unknown) {
        return Err((Reason::NeededBlank, Some(0)));
    }
    Ok((moment, form, cells))
}

/// What an export is called by: its first and last stretch and its terms, which together decide what 100 is.
fn export_name(starts: &[(Moment, DateForm)], terms: &[TermColumn<'_>]) -> String {
    let end = |pick: Option<Moment>| pick.map(Moment::iso).unwrap_or_default();
    let moments = || starts.iter().map(|(moment, _)| *moment);
    let first = end(moments().min_by_key(|moment| moment.raw()));
    let last = end(moments().max_by_key(|moment| moment.raw()));
    let names: Vec<&str> = terms.iter().map(|term| term.name.trim()).collect();
    format!("{first}/{last} {}", names.join("; "))
}

/// How long a stretch is: as the dates are written, else by the shortest way from one to the next.
fn step(starts: &[(Moment, DateForm)]) -> Option<&'static str> {
    match starts.first()?.1 {
        DateForm::Hour => return Some("hour"),
        DateForm::Month => return Some("month"),
        DateForm::Date => {}
    }
    let days: BTreeSet<i32> = starts.iter().map(|(moment, _)| moment.day(&Zone::utc()).0).collect();
    let days: Vec<i32> = days.into_iter().collect();
    let shortest = days.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).min()?;
    match shortest {
        1..=3 => Some("day"),
        4..=8 => Some("week"),
        28..=31 => Some("month"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-11-01", Some(("2026-11-01", DateForm::Date)))]
    #[case("2004-01", Some(("2004-01-01", DateForm::Month)))]
    #[case("2026-11-15T13", Some(("2026-11-15 13:00:00", DateForm::Hour)))]
    #[case("2026-11-15T13:04:00+01", Some(("2026-11-15 13:04:00", DateForm::Hour)))]
    #[case("2026-13", None)]
    #[case("2026-11-15T99", None)]
    #[case("Uppsala", None)]
    fn starts_of_stretches(#[case] text: &str, #[case] expected: Option<(&str, DateForm)>) {
        let found = started(text, DateOrder::Iso).map(|(moment, form)| (moment.iso(), form));
        assert_eq!(found, expected.map(|(iso, form)| (iso.to_owned(), form)));
    }

    #[rstest]
    #[case("37", Some(Interest::Of(37.0)))]
    #[case("0", Some(Interest::Of(0.0)))]
    #[case("<1", Some(Interest::BelowOne))]
    #[case("< 1", Some(Interest::BelowOne))]
    #[case("\u{200e}<1", Some(Interest::BelowOne))]
    #[case("", Some(Interest::Unknown))]
    #[case("<5", None)]
    #[case("101", None)]
    #[case("-3", None)]
    #[case("many", None)]
    fn cells(#[case] text: &str, #[case] expected: Option<Interest>) {
        assert_eq!(interest(text), expected);
    }

    #[rstest]
    #[case(&["2026-11-01", "2026-11-08"], Some("week"))]
    #[case(&["2026-11-01", "2026-11-02", "2026-11-09"], Some("day"))]
    #[case(&["2026-01-01", "2026-02-01"], Some("month"))]
    #[case(&["2026-01", "2026-02"], Some("month"))]
    #[case(&["2026-11-01T05"], Some("hour"))]
    #[case(&["2026-11-01"], None)]
    fn lengths_of_stretches(#[case] texts: &[&str], #[case] expected: Option<&str>) {
        let starts: Vec<_> = texts.iter().filter_map(|text| started(text, DateOrder::Iso)).collect();
        assert_eq!(step(&starts), expected);
    }
}
