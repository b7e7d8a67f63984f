//! Tables of HTML that CRM systems save under the name of a workbook (`report.xls`).
//!
//! The cells are written out as delimited text, one row of the table a line, and read as any other text
//! is: so a line is the row that a spreadsheet shows. A page with a script is a page, not a report.

use super::dialect::Delimiter;
use super::encoding::{Encoding, decode};
use super::error::{Cause, IntakeError, LooksLike};
use super::limits::{self, count};
use super::text::Text;

/// Bytes at the start within which a page names its encoding.
const NAMED_WITHIN: usize = 2_048;
/// Columns that one cell may span: a report's title spans its table, a hostile cell spans millions.
const MOST_SPANNED: usize = 256;

/// Opens HTML as the table that it holds.
///
/// # Errors
/// [`Cause::NotATable`] for a page without rows of cells.
pub(super) fn open_html(name: String, bytes: Vec<u8>) -> Result<Text, IntakeError> {
    let size_bytes = count(bytes.len());
    if size_bytes > limits::HTML_BYTES {
        let limit_bytes = limits::HTML_BYTES;
        return Err(IntakeError::new(name, Cause::WorkbookTooLarge { size_bytes, limit_bytes }));
    }
    let named = named_encoding(&bytes);
    let (html, encoding, notices) = decode(bytes, named);
    match rows_as_text(&html) {
        Some(text) => Text::of_table(name, text, Delimiter::Tab, encoding, notices),
        None => Err(IntakeError::new(name, Cause::NotATable { looks_like: LooksLike::Html })),
    }
}

/// The code page that a page names. Unicode shows by its bytes.
fn named_encoding(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..NAMED_WITHIN.min(bytes.len()))?;
    if start.starts_with(b"\xef\xbb\xbf") || start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff")
    {
        return None;
    }
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let (_, after) = start.split_once("charset=")?;
    let label = after.trim_start_matches(['"', '\'']);
    let end =
        label.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(label.len());
    let unicode = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be];
    Encoding::from_label(label.get(..end)?).filter(|encoding| !unicode.contains(encoding))
}

/// The rows of all tables as tab-delimited text; `None` where there is no table of two rows and columns.
fn rows_as_text(html: &str) -> Option<String> {
    if html.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("mime-")) {
        return None;
    }
    let mut table = Table::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        table.text(rest.get(..at)?);
        rest = rest.get(at..)?;
        let Some((tag, after)) = tag(rest) else {
            // A lone `<` is text.
            table.text("<");
            rest = rest.get(1..)?;
            continue;
        };
        rest = match tag.name.as_str() {
            "script" => return None,
            "style" => past(after, &format!("</{}", tag.name)),
            _ => after,
        };
        if !table.tag(&tag) {
            return None;
        }
    }
    table.text(rest);
    table.end_row();
    (table.wide_rows > 1).then_some(table.out)
}

/// A tag: its name in lower case with `/` before an end, and its attributes.
struct Tag<'a> {
    name: String,
    attributes: &'a str,
}

/// The tag that `rest` begins with, and what follows it. Comments and declarations are tags of no name.
fn tag(rest: &str) -> Option<(Tag<'_>, &str)> {
    let inside = rest.get(1..)?;
    if let Some(comment) = inside.strip_prefix("!--") {
        let after = comment.find("-->").and_then(|at| comment.get(at + 3..)).unwrap_or_default();
        return Some((Tag { name: String::new(), attributes: "" }, after));
    }
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        return None;
    }
    let mut quote = None;
    let end = inside.bytes().position(|byte| match (byte, quote) {
        (b'"' | b'\'', None) => {
            quote = Some(byte);
            false
        }
        (_, Some(open)) => {
            if byte == open {
                quote = None;
            }
            false
        }
        (byte, None) => byte == b'>',
    });
    // A quote that is left open must not swallow the rest.
    let end = end.or_else(|| inside.find('>'))?;
    let body = inside.get(..end)?;
    let name_end = body
        .char_indices()
        .find(|(at, c)| !(c.is_ascii_alphanumeric() || (*at == 0 && *c == '/')))
        .map_or(body.len(), |(at, _)| at);
    let (name, attributes) = body.split_at_checked(name_end)?;
    Some((Tag { name: name.to_ascii_lowercase(), attributes }, inside.get(end + 1..)?))
}

/// What stands from an end tag on; nothing where it is missing.
fn past<'a>(rest: &'a str, end: &str) -> &'a str {
    let found =
        rest.as_bytes().windows(end.len()).position(|window| window.eq_ignore_ascii_case(end.as_bytes()));
    found.and_then(|at| rest.get(at..)).unwrap_or_default()
}

impl Tag<'_> {
    /// A number among the attributes, such as `colspan="2"`.
    fn number(&self, attribute: &str) -> Option<usize> {
        let lower = self.attributes.to_ascii_lowercase();
        let (_, value) = lower.split_once(attribute)?;
        let digits = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        digits.get(..end)?.parse().ok()
    }
}

/// The rows so far.
#[derive(Default)]
struct Table {
    out: String,
    cell: Option<String>,
    spanned: usize,
    rows_spanned: usize,
    /// Cells of the row under way.
    columns: usize,
    in_row: bool,
    /// Cells of rows above that reach into this one and the next ones, by column.
    reaching: Vec<usize>,
    filled: usize,
    wide_rows: usize,
    cells_seen: u64,
}

impl Table {
    fn text(&mut self, text: &str) {
        let Some(cell) = &mut self.cell else { return };
        let mut rest = text;
        while let Some(at) = rest.find('&') {
            push_words(cell, rest.get(..at).unwrap_or_default());
            rest = rest.get(at..).unwrap_or_default();
            let (decoded, length) = entity(rest).unwrap_or(('&', 1));
            if decoded.is_control() {
                push_words(cell, " ")
            } else {
                cell.push(decoded)
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        push_words(cell, rest);
    }

    /// Takes a tag; `false` when the table is larger than any report.
    fn tag(&mut self, tag: &Tag<'_>) -> bool {
        match tag.name.as_str() {
            "tr" | "/tr" | "table" | "/table" => {
                self.end_row();
                self.in_row = tag.name == "tr";
            }
            "td" | "th" => {
                self.end_cell();
                self.in_row = true;
                self.cell = Some(String::new());
                self.spanned = tag.number("colspan").unwrap_or(1).clamp(1, MOST_SPANNED);
                self.rows_spanned = tag.number("rowspan").unwrap_or(1).clamp(1, limits::COLUMNS);
            }
            "/td" | "/th" => self.end_cell(),
            "br" | "p" | "div" | "li" => self.text(" "),
            _ => {}
        }
        self.cells_seen <= limits::SHEET_CELLS && self.columns < limits::COLUMNS
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        while self.reaching.get(self.columns).is_some_and(|rows| *rows > 0) {
            self.put("");
        }
        let (spanned, rows) = (self.spanned, self.rows_spanned);
        for at in 0..spanned {
            if rows > 1 {
                let needed = self.reaching.len().max(self.columns + 1);
                self.reaching.resize(needed, 0);
                if let Some(reaching) = self.reaching.get_mut(self.columns) {
                    // One more, since the row under way takes one off at its end.
                    *reaching = rows;
                }
            }
            self.put(if at == 0 { cell.trim() } else { "" });
        }
    }

    /// Writes a cell. Line breaks and tabs were made blanks, so that only quotes need quoting.
    fn put(&mut self, text: &str) {
        if self.columns > 0 {
            self.out.push('\t');
        }
        if text.contains('"') {
            self.out.push('"');
            self.out.push_str(&text.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(text);
        }
        self.columns += 1;
        self.cells_seen += 1;
        self.filled += usize::from(!text.is_empty());
    }

    fn end_row(&mut self) {
        self.end_cell();
        if !self.in_row {
            return;
        }
        self.out.push('\n');
        self.wide_rows += usize::from(self.filled > 1);
        for rows in &mut self.reaching {
            *rows = rows.saturating_sub(1);
        }
        (self.columns, self.filled, self.in_row) = (0, 0, false);
    }
}

/// Adds text with every run of white space as one blank.
fn push_words(cell: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_ascii_whitespace() || c.is_control() {
            if !cell.is_empty() && !cell.ends_with(' ') {
                cell.push(' ');
            }
        } else {
            cell.push(c);
        }
    }
}

/// Named characters: those of markup, of typography, and the letters of Western Europe in their order
/// from U+00C0 (a blank name has none).
const NAMED: [(&str, char); 16] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("copy", '©'),
    ("reg", '®'),
    ("euro", '€'),
    ("pound", '£'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("middot", '·'),
];
const LETTERS: &str = "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
    eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// The character that an entity stands for, and its bytes.
fn entity(rest: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 12;
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let found = if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let code =
            hexadecimal.map_or_else(|| number.parse().ok(), |digits| u32::from_str_radix(digits, 16).ok())?;
        char::from_u32(code)?
    } else if let Some((_, c)) = NAMED.iter().find(|(known, _)| *known == name) {
        *c
    } else {
        let at = LETTERS.split_whitespace().position(|known| known == name)?;
        char::from_u32(0xc0 + u32::try_from(at).ok()?)?
    };
    Some((found, end + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::intake::{Record, Rows};

    fn rows(html: &str) -> Option<Vec<String>> {
        rows_as_text(html).map(|text| text.lines().map(str::to_owned).collect())
    }

    #[rstest]
    #[case::plain("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", &["A\tB", "1\t2"])]
    #[case::no_end_tags("<TABLE><TR><TD>A<TD>B<TR><TD>1<TD>2</TABLE>", &["A\tB", "1\t2"])]
    #[case::entities(
        "<table><tr><td>R&amp;D</td><td>Malm&ouml; &#8211; &#x20AC;5&nbsp;</td></tr><tr><td>&copy; a</td><td>&bogus; &</td></tr></table>",
        &["R&D\tMalmö – €5", "© a\t&bogus; &"]
    )]
    #[case::breaks("<table><tr><td>a<br>b\n  c</td><td>say \"hi\"</td></tr><tr><td>1</td><td>2</td></tr></table>",
        &["a b c\t\"say \"\"hi\"\"\"", "1\t2"])]
    #[case::spans(
        "<table><tr><td colspan=\"2\">Title</td></tr><tr><td rowspan='2'>x</td><td>1</td></tr><tr><td>2</td></tr><tr><td>y</td><td>3</td></tr></table>",
        &["Title\t", "x\t1", "\t2", "y\t3"]
    )]
    #[case::attributes("<table><tr><td title=\"a > b\">1</td><td>2</td></tr><tr><td>3 < 4</td><td>5</td></tr></table>",
        &["1\t2", "3 < 4\t5"])]
    #[case::comments("<html><head><style>td{}</style></head><!-- <td> --><table><tr><td>1</td><td>2</td></tr><tr></tr><tr><td>3</td><td>4</td></tr></table>",
        &["1\t2", "", "3\t4"])]
    fn tables(#[case] html: &str, #[case] expected: &[&str]) {
        assert_eq!(rows(html).unwrap(), expected);
    }

    #[rstest]
    #[case::one_cell("<html><table><tr><td>Deal</td></tr></table></html>")]
    #[case::no_table("<html><body><p>Log in, please</p></body></html>")]
    #[case::a_page(
        "<html><script>x()</script><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )]
    #[case::mail(
        "MIME-Version: 1.0\n<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )]
    fn no_tables(#[case] html: &str) {
        assert_eq!(rows(html), None);
    }

    #[test]
    fn the_encoding_is_the_one_that_the_page_names() {
        let html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\"></head>\
            <table><tr><td>Name</td><td>City</td></tr><tr><td>Bo</td><td>Malmö</td></tr></table>";
        let bytes: Vec<u8> = html.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let text = open_html("r.xls".into(), bytes).unwrap();
        let mut rows = text.rows();
        let mut record = Record::default();
        assert!(rows.read(&mut record).unwrap() && rows.read(&mut record).unwrap());
        assert_eq!((record.text(1).into_owned(), record.line()), ("Malmö".to_owned(), 2));
        assert!(text.notices().is_empty());
    }

    #[test]
    fn a_cell_that_spans_millions_is_held_to_what_tables_have() {
        let cell = "<td colspan=99999999 rowspan=99999999>x</td>".repeat(200);
        assert_eq!(rows_as_text(&format!("<table><tr>{cell}</tr></table>")), None);
    }

    proptest! {
        #[test]
        fn no_markup_stops_the_reader(html in "(<table>|<tr>|<td|colspan=|rowspan=9|>|</tr>|&amp|;|&#|\"|'|<|é|!--|-->|[a-z ]{0,3}){0,40}") {
            let _ = rows_as_text(&html);
        }
    }
}
