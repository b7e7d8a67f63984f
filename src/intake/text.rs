//! A file of delimited text: decoded, with the dialect its rows are read in.

use super::blocks::{self, Cut};
use super::delimited::TextRows;
use super::dialect::{Delimiter, Dialect, guess_delimiter, has_blanks, separator_line};
use super::encoding::{Encoding, decode};
use super::error::{Cause, IntakeError};
use super::limits;
use super::notice::Notice;

/// Delimited text, decoded, with the dialect it is read in.
#[derive(Debug, Clone)]
pub struct Text {
    name: String,
    text: String,
    body: usize,
    first_line: u64,
    encoding: Encoding,
    dialect: Dialect,
    notices: Vec<Notice>,
}

impl Text {
    /// Decodes bytes and guesses the dialect; `forced` overrides the encoding.
    ///
    /// # Errors
    /// [`Cause::Empty`] if there is nothing but marks, padding and white space.
    pub fn from_bytes(
        name: impl Into<String>,
        bytes: Vec<u8>,
        forced: Option<Encoding>,
    ) -> Result<Self, IntakeError> {
        let (text, encoding, notices) = decode(bytes, forced);
        Self::with_text(name.into(), text, encoding, notices)
    }

    /// Takes text that is already decoded, such as a paste.
    ///
    /// # Errors
    /// [`Cause::Empty`] if there is nothing but white space.
    pub fn from_text(name: impl Into<String>, text: String) -> Result<Self, IntakeError> {
        Self::with_text(name.into(), text, Encoding::Utf8, Vec::new())
    }

    /// Takes the rows of a table of another form, written out as delimited text.
    pub(super) fn of_table(
        name: String,
        text: String,
        delimiter: Delimiter,
        encoding: Encoding,
        notices: Vec<Notice>,
    ) -> Result<Self, IntakeError> {
        let mut table = Self::with_text(name, text, encoding, notices)?;
        (table.body, table.first_line) = (0, 1);
        table.dialect.delimiter = delimiter;
        Ok(table)
    }

    fn with_text(
        name: String,
        text: String,
        encoding: Encoding,
        notices: Vec<Notice>,
    ) -> Result<Self, IntakeError> {
        if text.chars().all(super::table::is_space) {
            return Err(IntakeError::new(name, Cause::Empty));
        }
        let named = separator_line(&text);
        let (body, first_line) = named.map_or((0, 1), |(_, bytes)| (bytes, 2));
        let delimiter = named.map_or_else(|| guess_delimiter(&text), |(delimiter, _)| delimiter);
        let blanks_before_quotes = has_blanks(text.get(body..).unwrap_or_default(), delimiter);
        let dialect = Dialect { delimiter, blanks_before_quotes, ..Dialect::default() };
        Ok(Self { name, text, body, first_line, encoding, dialect, notices })
    }

    /// Name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How the text was written as bytes.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What was decided or repaired while decoding.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The dialect rows are read in: guessed until set.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Sets the dialect rows are read in.
    pub fn set_dialect(&mut self, dialect: Dialect) {
        self.dialect = dialect;
    }

    /// Bytes of the decoded text, for showing progress.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The tables that the text holds, in their order: itself where it is one, else each with its place
    /// behind its name from the second on, `report.csv#2`.
    pub fn tables(self) -> Vec<Text> {
        let cuts =
            if self.text.len() > limits::PARTED_BYTES { Vec::new() } else { blocks::cuts(&self.rows()) };
        if cuts.is_empty() {
            return vec![self];
        }
        let starts = std::iter::once(Cut { at: 0, line: self.first_line }).chain(cuts.iter().copied());
        let ends = cuts.iter().map(|cut| self.body + cut.at).chain([self.text.len()]);
        starts
            .zip(ends)
            .enumerate()
            .map(|(number, (start, end))| Text {
                name: if number == 0 { self.name.clone() } else { format!("{}#{}", self.name, number + 1) },
                text: self.text.get(self.body + start.at..end).unwrap_or_default().to_owned(),
                body: 0,
                first_line: start.line,
                // What was odd about the bytes is said once, with the first table.
                notices: if number == 0 { self.notices.clone() } else { Vec::new() },
                ..self
            })
            .collect()
    }

    /// The rows, from the first.
    pub fn rows(&self) -> TextRows<'_> {
        TextRows::new(
            &self.name,
            self.text.get(self.body..).unwrap_or_default(),
            self.first_line,
            self.dialect,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Record, Rows};

    #[test]
    fn a_separator_line_is_no_data_but_counts_as_a_line() {
        let text = Text::from_text("t.csv", "sep=;\na;b\n1;2\n".into()).unwrap();
        assert_eq!(text.dialect().delimiter, Delimiter::Semicolon);
        let mut record = Record::default();
        assert!(text.rows().read(&mut record).unwrap());
        assert_eq!((record.line(), record.text(1).into_owned()), (2, "b".to_owned()));
    }

    #[test]
    fn a_quote_behind_a_blank_opens_a_field_where_every_delimiter_has_one() {
        let cells = |text: &str| {
            let text = Text::from_text("t.csv", text.into()).unwrap();
            let (mut rows, mut record) = (text.rows(), Record::default());
            assert!(rows.read(&mut record).unwrap() && rows.read(&mut record).unwrap());
            (0..record.width()).map(|column| record.text(column).into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(cells("a, b, c\n1, \"Ek, Bo\", \"x\"\n"), ["1", "Ek, Bo", "x"]);
        assert_eq!(cells("a,b\n1, \"Ek\n"), ["1", "\"Ek"]);
    }

    #[test]
    fn a_dialect_can_be_forced() {
        let mut text = Text::from_text("t.csv", "a,b;c\n".into()).unwrap();
        text.set_dialect(Dialect { delimiter: Delimiter::Semicolon, ..text.dialect() });
        let mut record = Record::default();
        assert!(text.rows().read(&mut record).unwrap());
        assert_eq!((record.width(), record.text(0).into_owned()), (2, "a,b".to_owned()));
    }
}
