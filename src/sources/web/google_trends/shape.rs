//! Which of the files of Google Trends a table is, by its first rows.

use super::read::{DateForm, started};
use super::{REGIONS, RELATED, TIMELINE};
use crate::intake::{Header, Record, Sample, normalise};
use crate::sources::DateOrder;
use crate::sources::declaration::Source;
use crate::sources::values::{NumberStyle, looks_like_date, parse_number};

/// What a column's name says: what was searched for, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Searched<'a> {
    pub term: &'a str,
    /// Blank where a program wrote the file.
    pub place: &'a str,
}

/// Reads `term: (place)`.
pub(super) fn searched(name: &str) -> Option<Searched<'_>> {
    let inner = bare(name).strip_suffix([')', '）'])?;
    let open = inner.rfind(['(', '（'])?;
    let (term, place) = inner.split_at_checked(open)?;
    let term = bare(bare(term).strip_suffix([':', '：'])?);
    let place = bare(place.trim_start_matches(['(', '（']));
    (!term.is_empty() && !place.is_empty()).then_some(Searched { term, place })
}

/// A text without white space and marks of direction around it.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// Whether a column says that a stretch was still under way.
pub(super) fn is_partial_mark(name: &str) -> bool {
    normalise(name) == "ispartial"
}

/// Which file a table is, with the row of its names; none for any other table.
pub(in crate::sources) fn by_shape(
    sample: &Sample,
    candidates: &[Header],
) -> Option<(&'static Source, Header)> {
    let first_below = |header: &Header| sample.records.iter().find(|record| record.line() > header.line);
    if let Some(header) = candidates.iter().find(|header| names_terms(header)) {
        let first = first_below(header).map(|record| record.text(0).into_owned());
        if first.is_some_and(|text| is_start(&text)) {
            return Some((&TIMELINE, header.clone()));
        }
        let is_below_category = sample.records.first().is_some_and(is_category);
        return is_below_category.then(|| (&REGIONS, header.clone()));
    }
    match (sample.records.as_slice(), candidates) {
        ([category, list, top, ..], [_, header, ..])
            if is_category(category) && filled(list) == 1 && is_ranked(top) =>
        {
            Some((&RELATED, header.clone()))
        }
        _ => None,
    }
}

/// Whether every column after the first is a term in a place; or, of a file that a program wrote, whether the last
/// one marks what is under way.
fn names_terms(header: &Header) -> bool {
    let Some((first, rest)) = header.names.split_first() else { return false };
    let mut rest: Vec<&String> = rest.iter().filter(|name| !name.is_empty()).collect();
    let is_programs = rest.len() > 1 && rest.last().is_some_and(|name| is_partial_mark(name));
    if is_programs {
        rest.pop();
        return normalise(first) == "date" && rest.len() <= MOST_TERMS;
    }
    let is_term = |name: &&String| searched(name).is_some();
    !rest.is_empty() && rest.len() <= MOST_TERMS && searched(first).is_none() && rest.iter().all(is_term)
}

/// Google compares no more terms at once.
const MOST_TERMS: usize = 5;

/// Whether a cell is the start of a stretch.
fn is_start(text: &str) -> bool {
    let form = started(text, DateOrder::Iso).map(|(_, form)| form);
    matches!(form, Some(DateForm::Month | DateForm::Hour)) || looks_like_date(text)
}

/// A line that names a category, in whichever language: alone, with a colon.
fn is_category(record: &Record) -> bool {
    filled(record) == 1 && record.text(0).contains([':', '：'])
}

/// A search with its rank, of which the first has 100, or with its growth.
fn is_ranked(record: &Record) -> bool {
    let rank = record.text(1);
    filled(record) == 2 && (rank.contains('%') || parse_number(&rank, NumberStyle::Point) == Some(100.0))
}

fn filled(record: &Record) -> usize {
    (0..record.width()).filter(|column| !record.text(*column).is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Text;
    use crate::sources::recognise::recognise;
    use rstest::rstest;

    #[rstest]
    #[case("social selling: (Worldwide)", Some(("social selling", "Worldwide")))]
    #[case("python (language): (Hela världen)", Some(("python (language)", "Hela världen")))]
    #[case("燒肉：（全球）", Some(("燒肉", "全球")))]
    #[case("البيع: (جميع أنحاء العالم)\u{200f}", Some(("البيع", "جميع أنحاء العالم")))]
    #[case("a: b: (Sweden)", Some(("a: b", "Sweden")))]
    #[case("Amount (EUR)", None)]
    #[case(": (Sweden)", None)]
    #[case("Week", None)]
    fn names_of_columns(#[case] name: &str, #[case] expected: Option<(&str, &str)>) {
        assert_eq!(searched(name).map(|found| (found.term, found.place)), expected);
    }

    #[rstest]
    #[case::weeks("Category: All categories\n\nWeek,a: (Worldwide)\n2026-11-01,3\n", Some("timeline"))]
    #[case::swedish(
        "Kategori: Alla kategorier\n\nVecka,a: (Sverige),b: (Sverige)\n2026-11-01,3,<1\n",
        Some("timeline")
    )]
    #[case::polish("Kategoria: Wszystkie kategorie\n\nTydzień,a: (Polska)\n2026-11-01,3\n", Some("timeline"))]
    #[case::chinese("类别：所有类别\n\n周,a: (全球)\n2026-11-01,3\n", Some("timeline"))]
    #[case::arabic("الفئة: جميع الفئات\n\nالأسبوع,a: (جميع أنحاء العالم)\n2026-11-01,3\n", Some("timeline"))]
    #[case::months("カテゴリ: すべてのカテゴリ\n\n月,a: (すべての国)\n2004-01,5\n", Some("timeline"))]
    #[case::hours("Category: Business\n\nTime,a: (Sweden)\n2026-11-15T00,12\n", Some("timeline"))]
    #[case::without_a_category("Week,a: (Worldwide)\n2026-11-01,3\n", Some("timeline"))]
    #[case::saved_again(
        "Category: All categories;\n;\nWeek;a: (Worldwide)\n01.11.2026;3\n08.11.2026;4\n",
        Some("timeline")
    )]
    #[case::by_a_program("date,a,isPartial\n2026-11-01,45,False\n", Some("timeline"))]
    #[case::regions(
        "Category: All categories\n\nRegion,a: (6/6/25 - 6/6/26)\nUppsala,100\nSkåne,\n",
        Some("regions")
    )]
    #[case::related(
        "Category: All categories\n\nTOP\na b,100\na c,41\n\nRISING\na d,\"+250%\"\na e,Breakout\na f,+90%\n",
        Some("related")
    )]
    #[case::only_rising("Kategori: Alla kategorier\n\nÖKAR\na d,\"+250%\"\n", Some("related"))]
    #[case::a_table_with_places("Name,Value: (EUR)\nAda,3\n", None)]
    #[case::a_note_above_a_list("Made by: Ada\nName,Points\nBo,100\n", None)]
    fn files_by_their_shape(#[case] csv: &str, #[case] expected: Option<&str>) {
        let mut text = Text::from_text("file.csv", csv.to_owned()).unwrap();
        let found =
            recognise(&mut text, None).and_then(|found| found.source.id.strip_prefix("google_trends."));
        assert_eq!(found, expected);
    }
}
