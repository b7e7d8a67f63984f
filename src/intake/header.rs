//! Finding the row of column names, which is rarely the first.

use super::limits;
use super::table::{Cell, Record, Sample, is_space};

/// A row of column names and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Line or sheet row of the header, from 1: give it to [`skip_through`](super::skip_through).
    pub line: u64,
    /// Rows before it that hold something.
    pub preamble_rows: usize,
    /// The names as written, white space around them cut; one per column.
    pub names: Vec<String>,
    normalised: Vec<String>,
    /// Places of the normalised names, in the order of the names: tables can have thousands of columns.
    sorted: Vec<usize>,
}

impl Header {
    fn of(record: &Record, preamble_rows: usize) -> Self {
        let names: Vec<String> = (0..record.width()).map(|column| record.text(column).into_owned()).collect();
        let normalised: Vec<String> = names.iter().map(|name| normalise(name)).collect();
        let mut sorted: Vec<usize> = (0..normalised.len()).collect();
        sorted.sort_by(|a, b| normalised.get(*a).cmp(&normalised.get(*b)));
        Self { line: record.line(), preamble_rows, names, normalised, sorted }
    }

    /// The normalised names, one per column.
    pub fn normalised(&self) -> &[String] {
        &self.normalised
    }

    /// Every column of a name, from 0, left to right. The name need not be normalised.
    pub fn positions(&self, name: &str) -> Vec<usize> {
        let wanted = normalise(name);
        let columns = self.normalised.iter().enumerate();
        columns.filter(|(_, name)| **name == wanted).map(|(column, _)| column).collect()
    }

    /// The first column of a name.
    pub fn position(&self, name: &str) -> Option<usize> {
        let wanted = Some(normalise(name));
        let name_at = |at: &usize| self.normalised.get(*at);
        let first = self.sorted.partition_point(|at| name_at(at) < wanted.as_ref());
        self.sorted.get(first).copied().filter(|at| name_at(at) == wanted.as_ref())
    }

    /// True if every name has a column.
    pub fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.position(name).is_some())
    }
}

/// A column name in the form names are compared in: lower case; white space of every kind, line
/// breaks and `_` as one space; marks that take no room, and quotes around the whole, removed;
/// full-width letters and digits as ordinary ones.
pub fn normalise(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut space = false;
    for c in name.chars() {
        let c = narrow(c);
        if c.is_whitespace() || c == '_' {
            space = true;
        } else if !is_space(c) {
            if space && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            out.extend(c.to_lowercase());
        }
    }
    let mut bare = out.as_str();
    // A quote at one end only belongs to the name: `Date entered "Demo"`.
    while let Some(inner) = bare.strip_prefix(['"', '\'']).and_then(|rest| rest.strip_suffix(['"', '\''])) {
        bare = inner.trim();
    }
    if bare.len() == out.len() { out } else { bare.to_owned() }
}

/// Full-width forms of ASCII as their plain forms: the part of
/// compatibility normalisation that column names meet.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + u32::from('!')).unwrap_or(c),
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        '↑' | '↓' | '▲' | '▼' => '\u{200b}',
        _ => c,
    }
}

/// The rows, within [`limits::HEADER_ROWS`], each read as a row of names.
pub fn candidates(sample: &Sample) -> Vec<Header> {
    let rows = sample.records.iter().take(limits::HEADER_ROWS).enumerate();
    rows.map(|(index, record)| Header::of(record, index)).collect()
}

/// The first row that has a column for every required name.
pub fn find<'a>(candidates: &'a [Header], required: &[&str]) -> Option<&'a Header> {
    candidates.iter().find(|header| header.has_all(required))
}

/// The row that looks most like a header when nothing is known of the names: the first row of the
/// widest block of rows, if its cells are text, distinct, short, and no values, or are words above columns
/// of values. Where that row looks like data, a row before it that has nearly as many names: a blank name or
/// a delimiter too many in the rows must not make a row of the names. `None` if there is none.
pub fn guess(sample: &Sample) -> Option<Header> {
    let records: Vec<&Record> = sample.records.iter().take(limits::HEADER_ROWS).collect();
    let filled = |record: &Record| record.cells().filter(|(_, cell)| *cell != Cell::Missing).count();
    // Data rows have gaps, headers hardly any: the header fills at least as many cells as most rows.
    let mut widths: Vec<usize> = records.iter().map(|record| filled(record)).collect();
    widths.sort_unstable();
    let typical = widths.get(widths.len() / 2).copied()?;
    let (index, record) =
        records.iter().enumerate().find(|(_, record)| filled(record) >= typical && filled(record) > 0)?;
    let below = |index: usize| records.get(index + 1..).unwrap_or_default();
    let header = Header::of(record, index);
    if is_header_like(&header, record) || is_above_values(&header, record, below(index)) {
        return Some(header);
    }
    let mut nearly = records.iter().take(index + 1).enumerate();
    let (index, record) =
        nearly.find(|(_, record)| filled(record) >= 2 && filled(record) * 4 >= typical * 3)?;
    let header = Header::of(record, index);
    let names = is_header_like(&header, record) || is_above_values(&header, record, below(index));
    (!below(index).is_empty() && names).then_some(header)
}

/// Whether words stand above columns of values, in at least half of the columns, and no value does.
fn is_above_values(header: &Header, record: &Record, below: &[&Record]) -> bool {
    let (mut named, mut above_values) = (0, 0);
    for (column, cell) in record.cells().filter(|(_, cell)| *cell != Cell::Missing) {
        if is_value(cell) {
            return false;
        }
        let cells = below.iter().map(|row| row.cell(column)).filter(|cell| *cell != Cell::Missing);
        let (values, all) =
            cells.fold((0, 0), |(values, all), cell| (values + usize::from(is_value(cell)), all + 1));
        named += 1;
        above_values += usize::from(all > 0 && values * 10 >= all * 8);
    }
    let mut names: Vec<&String> = header.normalised.iter().filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    above_values > 0 && above_values * 2 >= named && names.len() * 2 > named
}

/// Whether a cell measures: a number, a date, or text of digits and marks without a letter.
fn is_value(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Missing | Cell::Error(_) => false,
        Cell::Text(text) => {
            text.chars().any(|c| c.is_ascii_digit()) && !text.chars().any(char::is_alphabetic)
        }
        _ => true,
    }
}

/// Whether a row names columns rather than holds values.
pub(super) fn names_columns(record: &Record) -> bool {
    is_header_like(&Header::of(record, 0), record)
}

fn is_header_like(header: &Header, record: &Record) -> bool {
    let mut names: Vec<&String> = header.normalised.iter().filter(|name| !name.is_empty()).collect();
    let present = names.len();
    names.sort_unstable();
    names.dedup();
    let worded =
        record.cells().filter(|(_, cell)| matches!(cell, Cell::Text(text) if is_name_like(text))).count();
    // A few repeated names are normal in real files; mostly repeated ones are data.
    present > 0 && worded * 10 >= present * 8 && names.len() * 2 > present
}

/// True for text that names rather than measures: letters, not too long, no link or address.
fn is_name_like(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    letters > digits && text.chars().count() <= 120 && !text.contains("://") && !text.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Text, peek};
    use rstest::rstest;

    fn sample(text: &str) -> Sample {
        peek(&mut Text::from_text("t.csv", text.to_owned()).unwrap().rows(), 30).unwrap()
    }

    #[rstest]
    #[case("First Name", "first name")]
    #[case("  FIRST_name ", "first name")]
    #[case("First\u{a0}\n Name", "first name")]
    #[case("\u{feff}\"Date\"", "date")]
    #[case("Ｄａｔｅ", "date")]
    #[case("Zoom\u{200b}Id", "zoomid")]
    #[case("Impressions (organic)", "impressions (organic)")]
    #[case("Date entered \"Demo (Sales)\"", "date entered \"demo (sales)\"")]
    #[case("Date entered “Demo”", "date entered \"demo\"")]
    #[case("Opportunity Owner  ↑", "opportunity owner")]
    #[case("\"'Quoted'\"", "quoted")]
    #[case("\"", "\"")]
    #[case("", "")]
    fn names_are_normalised(#[case] name: &str, #[case] expected: &str) {
        assert_eq!(normalise(name), expected);
        assert_eq!(normalise(expected), expected);
    }

    #[test]
    fn a_header_is_found_below_a_preamble() {
        let text = "Notes:\n\"When exporting, some fields may be missing, see below\"\n\nFirst Name,Last Name,Company\nAda,Byron,Engine\n";
        let candidates = candidates(&sample(text));
        let header = find(&candidates, &["last_name", "FIRST NAME"]).unwrap();
        assert_eq!((header.line, header.preamble_rows, header.position("company")), (4, 2, Some(2)));
        assert_eq!(find(&candidates, &["email"]), None);
    }

    #[test]
    fn every_column_of_a_name_is_kept() {
        let candidates = candidates(&sample("Post URL,Date,,Post URL,Likes\na,b,,c,d\n"));
        let header = find(&candidates, &["Post URL"]).unwrap();
        assert_eq!((header.position("post_url"), header.position("Link")), (Some(0), None));
        assert_eq!(header.positions("post url"), [0, 3]);
        assert_eq!(header.names.len(), 5);
    }

    #[rstest]
    #[case::plain("Deal,Amount,Closed\nA,1,2024-01-01\nB,2,2024-01-02\n", Some(1))]
    #[case::preamble(
        "Report of May\nfor: the team\nDeal,Amount,Closed\nA,1,2024-01-01\nB,2,2024-01-02\n",
        Some(3)
    )]
    #[case::none("1,2024-01-01,5\n2,2024-01-02,6\n", None)]
    #[case::one_column("Name\nAda\nBen\n", Some(1))]
    #[case::header_only("Name,Date\n", Some(1))]
    #[case::rows_with_a_delimiter_too_many("Deal,Amount,Owner\nA,1,000,Bo\nB,2,500,Bo\n", Some(1))]
    #[case::names_of_quarters("Q1,Q2,Q3\n1,2,3\n4,5,6\n", Some(1))]
    #[case::a_long_name_among_them("a,b,c,d9999999999\n1,2,3,4\n", Some(1))]
    #[case::a_name_of_kilobytes("a,b,,d7,xx9999999999\n1,2,3,4,5\n6,7,8,9,10\n", Some(1))]
    #[case::years("2024,2025,2026\n1,2,3\n4,5,6\n", None)]
    fn headers_of_unknown_tables(#[case] text: &str, #[case] line: Option<u64>) {
        assert_eq!(guess(&sample(text)).map(|header| header.line), line);
    }
}
