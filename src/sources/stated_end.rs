//! The day up to which a file says that it tells: in its name, or in the rows above its header.
//!
//! A quiet last week is known to be quiet only if the export says that it covers it.

use super::DateOrder;
use super::declaration::Source;
use super::values::{OrderDecision, OrderEvidence, looks_like_date, parse_date};
use crate::facts::{Day, FileFacts, Sym, TableId};
use crate::intake::{Record, normalise};

/// Months as names of files have them.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The last date in a file's name: `2026-06-30`, `2026_06_30`, `20260630`, `Jun-30-2026`. `None` when there
/// is none; short and ambiguous forms are no dates here.
pub fn in_name(file: &str) -> Option<Day> {
    let name = file.rsplit('/').next().unwrap_or(file).to_ascii_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let parts: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    (0..parts.len()).rev().find_map(|at| day_at(parts.get(at..).unwrap_or_default()))
}

/// The date that a list of words begins with.
fn day_at(parts: &[&str]) -> Option<Day> {
    if let Some(day) = parts.first().and_then(|part| compact(part)) {
        return Some(day);
    }
    let [first, second, third, ..] = parts else { return None };
    if let Some(month) = MONTHS.iter().position(|month| first == month || month.get(..3) == Some(first)) {
        return Day::from_ymd(year(third)?, u32::try_from(month).ok()? + 1, short(second)?);
    }
    Day::from_ymd(year(first)?, short(second)?, short(third)?)
}

fn compact(part: &str) -> Option<Day> {
    let part = Some(part).filter(|part| part.len() == 8)?;
    Day::from_ymd(year(part.get(..4)?)?, short(part.get(4..6)?)?, short(part.get(6..)?)?)
}

fn year(part: &str) -> Option<i32> {
    let is_year = part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|year| is_year && (2000..=2100).contains(year))
}

fn short(part: &str) -> Option<u32> {
    let is_short = matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| is_short)
}

/// Whether a file goes by one of a source's names, in which `*` stands for any text; a browser's ` (1)` does
/// not count.
pub fn is_named_as_declared(source: &Source, file: &str) -> bool {
    let name = normalise(file.rsplit('/').next().unwrap_or(file));
    source.files.iter().any(|declared| matches(&normalise(declared), &without_count(&name)))
}

/// A name without the ` (1)` that a browser puts before the extension of a second download.
fn without_count(name: &str) -> String {
    let Some((stem, extension)) = name.rsplit_once('.') else { return name.to_owned() };
    let counted = stem.rsplit_once(" (").filter(|(_, count)| {
        count.strip_suffix(')').is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()))
    });
    counted.map_or_else(|| name.to_owned(), |(stem, _)| format!("{stem}.{extension}"))
}

fn matches(pattern: &str, name: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|start| name.strip_prefix(start)) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    let Some((end, between)) = pieces.split_last() else { return rest.is_empty() };
    for piece in between {
        let Some(at) = rest.find(piece) else { return false };
        rest = rest.get(at + piece.len()..).unwrap_or_default();
    }
    rest.ends_with(end)
}

/// The last day of a period above the header: the second date of a cell such as `Mar 1, 2024 - Mar 31, 2024`,
/// or of two cells side by side. `said` is the order in which the tool writes dates, where it is known.
pub fn in_preamble<'a>(above: impl Iterator<Item = &'a Record>, said: Option<DateOrder>) -> Option<Day> {
    let mut ends: Vec<(String, String)> = Vec::new();
    for record in above {
        let dates: Vec<String> = (0..record.width()).flat_map(|at| dates_in(&record.text(at))).collect();
        if let [from, to] = dates.as_slice() {
            ends.push((from.clone(), to.clone()));
        }
    }
    let (from, to) = ends.last()?;
    let mut evidence = OrderEvidence::default();
    evidence.add(from);
    evidence.add(to);
    let order = match (said, evidence.decide()) {
        (_, OrderDecision::Decided(order)) | (Some(order), _) => order,
        (None, OrderDecision::Any) => DateOrder::Iso,
        // Either order may be meant: the last row says more.
        (None, OrderDecision::Open { .. }) => return None,
    };
    parse_date(to, order).map(|moment| moment.day(&crate::facts::Zone::utc()))
}

/// The dates of a cell that holds one, or two with a dash between, and nothing else.
fn dates_in(cell: &str) -> Vec<String> {
    let parts: Vec<&str> = [" - ", " – ", " to "]
        .into_iter()
        .find_map(|mark| cell.split_once(mark).map(|(from, to)| vec![from.trim(), to.trim()]))
        .unwrap_or_else(|| vec![cell]);
    let are_dates = parts.iter().all(|part| looks_like_date(part));
    if are_dates { parts.into_iter().map(str::to_owned).collect() } else { Vec::new() }
}

/// Lets a file tell up to a day, unless its rows go further.
pub fn tells_until(out: &mut FileFacts, end: Day) {
    let last = out.summary.data_end.map_or(end, |last| last.max(end));
    out.summary.data_end = Some(last);
    for id in TableId::ALL {
        let table = out.facts.share(id);
        if table.is_empty() {
            continue;
        }
        let mut sellers = vec![Sym::BLANK];
        if let Some(column) = id.schema().column("seller") {
            sellers =
                table.column(column).iter().map(|cell| Sym(u32::try_from(*cell).unwrap_or(0))).collect();
            sellers.sort_unstable();
            sellers.dedup();
        }
        for seller in sellers {
            out.facts.extend_data_end(id, seller, last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Text, peek};
    use rstest::rstest;

    #[rstest]
    #[case("account_analytics_content_2026-06-01_2026-06-30.csv", Some("2026-06-30"))]
    #[case("Aug-01-2025_Aug-31-2025_1039829308656930.csv", Some("2025-08-31"))]
    #[case("tweet_activity_metrics_adaek_20200201_20200301_en.csv", Some("2020-03-01"))]
    #[case("Deals_2026_05_28.csv", Some("2026-05-28"))]
    #[case("hubspot-crm-exports-all-deals-2026-03-04-1.csv", Some("2026-03-04"))]
    #[case("export 2026-02-30.csv", None)]
    #[case("market-12-2026.csv", None)]
    #[case("deals-4711-1.csv", None)]
    #[case("03-04-2026.csv", None)]
    #[case("page_content_1770000000000.xls", None)]
    #[case("2026-06-30/posts.csv", None)]
    #[case("", None)]
    fn names(#[case] file: &str, #[case] day: Option<&str>) {
        assert_eq!(in_name(file).map(Day::iso).as_deref(), day);
    }

    #[rstest]
    #[case("deals-*.csv", "deals-4711-1.csv", true)]
    #[case("deals-*.csv", "deals-4711-1 (2).csv", true)]
    #[case("*_content_*.xls", "granit ab_content_17.xls", true)]
    #[case("*_content_*.xls", "granit ab_content_17.csv", false)]
    #[case("deals.csv", "deals.csv", true)]
    #[case("deals.csv", "my deals.csv", false)]
    fn patterns(#[case] declared: &str, #[case] file: &str, #[case] expected: bool) {
        assert_eq!(matches(&normalise(declared), &without_count(&normalise(file))), expected);
    }

    #[rstest]
    #[case("Post performance,\n\"Mar 1, 2024 - Mar 31, 2024\",\n", None, Some("2024-03-31"))]
    #[case("1/1/2026,1/31/2026\n", None, Some("2026-01-31"))]
    #[case("1/1/2026,2/3/2026\n", None, None)]
    #[case("1/1/2026,2/3/2026\n", Some(DateOrder::Mdy), Some("2026-02-03"))]
    #[case("As of 2026-01-31,\n", None, None)]
    fn preambles(#[case] above: &str, #[case] said: Option<DateOrder>, #[case] day: Option<&str>) {
        let sample = peek(&mut Text::from_text("t.csv", above.to_owned()).unwrap().rows(), 30).unwrap();
        assert_eq!(in_preamble(sample.records.iter(), said).map(Day::iso).as_deref(), day);
    }
}
