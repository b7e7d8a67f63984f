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
    /// Any run of spaces, as in aligned columns; a field with a space in it has to be quoted. Never guessed.
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
    /// Where a record may begin.
    pub record_start: RecordStart,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            delimiter: Delimiter::Comma,
            quotes: true,
            backslash_quotes: false,
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

/// The delimiter under which the first rows agree best on a number of columns above one.
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
    best.0
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
