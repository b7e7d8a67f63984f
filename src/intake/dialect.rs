//! How one delimited file writes its rows, guessed from its first rows or declared.

use std::collections::BTreeMap;

use super::delimited::TextRows;
use super::table::{Record, Rows};

/// What stands between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// A tab.
    Tab,
    /// `;`, as spreadsheets write where the comma marks decimals.
    Semicolon,
    /// `|`
    Pipe,
    /// Any run of spaces, as in aligned columns; a field with a space in it has to be quoted.
    /// Guessed only where every column lines up.
    Spaces,
}

impl Delimiter {
    /// The byte a field ends at.
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Pipe => b'|',
            Self::Spaces => b' ',
        }
    }

    /// Stable name, for messages and for keeping a choice.
    pub fn code(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Tab => "tab",
            Self::Semicolon => "semicolon",
            Self::Pipe => "pipe",
            Self::Spaces => "spaces",
        }
    }
}

/// Where a record may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordStart {
    /// After any line break outside quotes.
    AnyLine,
    /// Only at a line that begins `YYYY-MM-DD HH:MM:SS,`, or with an empty date and a link
    /// (`,https://`). For files whose quoting cannot be trusted: a quote left open ends at the
    /// next such line, and a line break outside quotes belongs to the field.
    /// Lines before the first such line (preamble, header) are read as usual.
    LinesBeginningWithTimestamp,
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between two fields.
    pub delimiter: Delimiter,
    /// Quotes enclose fields; `false` takes them as ordinary characters.
    pub quotes: bool,
    /// Inside quotes `\"` is a quote. Off unless declared: a backslash may end an ordinary field.
    pub backslash_quotes: bool,
    /// A blank stands behind every delimiter: a quote behind it opens a field all the same.
    pub blanks_before_quotes: bool,
    /// Where a record may begin.
    pub record_start: RecordStart,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            delimiter: Delimiter::Comma,
            quotes: true,
            backslash_quotes: false,
            blanks_before_quotes: false,
            record_start: RecordStart::AnyLine,
        }
    }
}

/// Bytes of text a delimiter is guessed from.
const SAMPLE_BYTES: usize = 64 << 10;
/// Rows a delimiter is guessed from.
const SAMPLE_ROWS: usize = 100;

/// The delimiter named by a first line `sep=;`, with the bytes of that line.
pub(super) fn separator_line(text: &str) -> Option<(Delimiter, usize)> {
    let line = text.split(['\r', '\n']).next()?;
    let named = line.trim_matches('"');
    let named = named.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and(named.get(4..))?;
    let delimiter = match named {
        "," => Delimiter::Comma,
        "\t" => Delimiter::Tab,
        ";" => Delimiter::Semicolon,
        "|" => Delimiter::Pipe,
        _ => return None,
    };
    let rest = text.get(line.len()..)?;
    let line_break = if rest.starts_with("\r\n") { 2 } else { rest.len().min(1) };
    Some((delimiter, line.len() + line_break))
}

/// The delimiter under which the first rows agree best on a number of columns above one; blanks where no
/// delimiter parts more than a decimal comma would and the columns stand one below the other.
pub(super) fn guess_delimiter(text: &str) -> Delimiter {
    let end =
        (0..=SAMPLE_BYTES.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let sample = text.get(..end).unwrap_or_default();
    let cut = end < text.len();
    let mut best = (Delimiter::Comma, Score::default());
    for delimiter in [Delimiter::Comma, Delimiter::Tab, Delimiter::Semicolon, Delimiter::Pipe] {
        let score = score(sample, cut, delimiter);
        if score.beats(&best.1) {
            best = (delimiter, score);
        }
    }
    let width = best.1.width;
    if width <= 2 && aligned_columns(sample, cut).is_some_and(|aligned| aligned > width) {
        return Delimiter::Spaces;
    }
    best.0
}

/// Whether the first line with delimiters has a blank behind each of them, as people write lists by hand.
pub(super) fn has_blanks(text: &str, delimiter: Delimiter) -> bool {
    let mark = char::from(delimiter.byte());
    let mut lines = text.split(['\r', '\n']).take(super::limits::HEADER_ROWS);
    let Some(line) = lines.find(|line| line.contains(mark)) else { return false };
    delimiter != Delimiter::Spaces && line.split(mark).skip(1).all(|field| field.starts_with(' '))
}

/// Fewest lines that show how columns are aligned: two may be alike by chance.
const ALIGNED_LINES: usize = 3;

/// The number of columns (three or more) if lines have their words one below the other, as old programs print
/// tables: as many in every line, each column even on one side, and one of them of numbers. The first line may be names,
/// which need not line up with what is below.
fn aligned_columns(sample: &str, cut: bool) -> Option<usize> {
    let mut lines: Vec<&str> =
        sample.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_ROWS).collect();
    if cut && lines.len() < SAMPLE_ROWS {
        lines.pop();
    }
    if lines.len() < ALIGNED_LINES {
        return None;
    }
    // A single blank also stands between a day and its clock: aligning takes more.
    if !lines.iter().any(|line| line.trim().contains("  ")) {
        return None;
    }
    let lines: Vec<Vec<Word>> = lines.into_iter().map(words).collect();
    let (first, rest) = lines.split_first()?;
    let width = first.len();
    if width < 3 || rest.iter().any(|line| line.len() != width) {
        return None;
    }
    let column = |at: usize| rest.iter().filter_map(move |line| line.get(at));
    let is_even = |at: usize| {
        let mut each = column(at);
        each.next().is_some_and(|top| {
            let (mut left, mut right) = (true, true);
            each.for_each(|word| {
                left &= word.start == top.start;
                right &= word.end == top.end;
            });
            left || right
        })
    };
    let has_numbers = (0..width).any(|at| column(at).all(|word| word.is_number));
    (has_numbers && (0..width).all(is_even)).then_some(width)
}

/// A word of a line: its first character and the one behind it, counted from 0.
struct Word {
    start: usize,
    end: usize,
    is_number: bool,
}

fn words(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut was_space = true;
    for (at, c) in line.chars().enumerate() {
        let is_space = c == ' ';
        if !is_space && was_space {
            words.push(Word { start: at, end: at, is_number: true });
        }
        if let (false, Some(word)) = (is_space, words.last_mut()) {
            word.end = at + 1;
            word.is_number &= !c.is_alphabetic();
        }
        was_space = is_space;
    }
    words
}

/// How well rows agree: rows with the commonest width of all rows, and that width.
#[derive(Debug, Default)]
struct Score {
    agreeing: usize,
    rows: usize,
    width: usize,
}

impl Score {
    fn beats(&self, other: &Self) -> bool {
        if self.width < 2 || other.width < 2 {
            return self.width >= 2;
        }
        let (mine, theirs) = (self.agreeing * other.rows, other.agreeing * self.rows);
        mine > theirs || (mine == theirs && self.width > other.width)
    }
}

fn score(sample: &str, cut: bool, delimiter: Delimiter) -> Score {
    let dialect = Dialect { delimiter, ..Dialect::default() };
    let mut rows = TextRows::new("", sample, 1, dialect);
    let mut record = Record::default();
    let mut widths = Vec::new();
    // A quote left open ends the evidence, not the guess.
    while widths.len() < SAMPLE_ROWS && rows.read(&mut record).unwrap_or(false) {
        widths.push(record.width());
    }
    if cut && rows.at_end() {
        widths.pop();
    }
    let mut frequency: BTreeMap<usize, usize> = BTreeMap::new();
    for width in widths.iter().filter(|width| **width > 1) {
        *frequency.entry(*width).or_default() += 1;
    }
    let (width, agreeing) =
        frequency.into_iter().max_by_key(|(width, agreeing)| (*agreeing, *width)).unwrap_or_default();
    Score { agreeing, rows: widths.len(), width }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("a,b\n1,2\n", Delimiter::Comma)]
    #[case("a\tb\n1,5\t2,5\n", Delimiter::Tab)]
    #[case("Deal;Amount\nA;1.234,56\nB;2,50\nC;3\n", Delimiter::Semicolon)]
    #[case("a|b|c\n1|2,2|3\n", Delimiter::Pipe)]
    #[case("name\nx\ny\n", Delimiter::Comma)]
    #[case("Name,Tags\nAda,\"a;b;c\"\nBen,\"d;e;f\"\nCas,\"g;h;i\"\n", Delimiter::Comma)]
    #[case("Notes:\n\"one, two, three; four\"\n\nFirst,Last,Email\nA,B,C\nD,E,F\n", Delimiter::Comma)]
    #[case("", Delimiter::Comma)]
    #[case(
        " 0004 19970101  2   29.33\r\n 0021 19970118 11    9.73\r\n 0021 19970118  1  100.00\r\n",
        Delimiter::Spaces
    )]
    #[case(
        " 0004 19970101  2   29,33\n 0021 19970118 11    9,73\n 0021 19970118  1  100,00\n",
        Delimiter::Spaces
    )]
    #[case(
        "Name    Day        Sum\nBo      2026-01-02   5\nCecilia 2026-01-03  50\nAda     2026-01-04 500\n",
        Delimiter::Spaces
    )]
    #[case("Bo Ek\nIda Berg\nAda Granit\n", Delimiter::Comma)]
    #[case("Bo Ek\nBo Al\nBo Ur\n", Delimiter::Comma)]
    #[case("Dear all,\nhere is the list,\nat last.\nBye,\nBo\n", Delimiter::Comma)]
    #[case("2026-01-02 09:30,won\n2026-01-03 09:45,won\n2026-01-04 10:45,lost\n", Delimiter::Comma)]
    #[case("2026-01-02 09:30\n2026-01-03 09:45\n2026-01-04 10:45\n", Delimiter::Comma)]
    #[case("x\ty\n\"open,\n", Delimiter::Tab)]
    fn delimiters(#[case] text: &str, #[case] expected: Delimiter) {
        assert_eq!(guess_delimiter(text), expected);
    }

    #[rstest]
    #[case("sep=;\na;b", Some((Delimiter::Semicolon, 6)))]
    #[case("SEP=,\r\na,b", Some((Delimiter::Comma, 7)))]
    #[case("\"sep=\t\"\na", Some((Delimiter::Tab, 8)))]
    #[case("separate,b\n", None)]
    #[case("sep=;;\n", None)]
    #[case("é", None)]
    fn separator_lines(#[case] text: &str, #[case] expected: Option<(Delimiter, usize)>) {
        assert_eq!(separator_line(text), expected);
    }
}
