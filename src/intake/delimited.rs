//! Delimited text to rows: RFC 4180 read leniently, straight from the decoded text.
//!
//! The reader is our own because a forgotten quote must be an error with a place: general CSV
//! readers take the rest of such a file for one cell and say nothing. It agrees with the `csv`
//! crate on every input without an open quote (a property test holds it to that).

use super::dialect::{Delimiter, Dialect, RecordStart};
use super::error::{Cause, IntakeError};
use super::limits::{self, count};
use super::table::{Record, Rows, Tally};

/// The rows of delimited text.
#[derive(Debug, Clone)]
pub struct TextRows<'a> {
    file: &'a str,
    text: &'a str,
    dialect: Dialect,
    /// True for the bytes a plain field can end at.
    stops: [bool; 256],
    at: usize,
    line: u64,
    tally: Tally,
}

/// What a field ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Field,
    Row,
}

impl<'a> TextRows<'a> {
    /// Reads `text`, whose first line is `first_line` of `file`.
    pub(super) fn new(file: &'a str, text: &'a str, first_line: u64, dialect: Dialect) -> Self {
        let mut stops = [false; 256];
        for byte in [b'\r', b'\n', dialect.delimiter.byte()] {
            if let Some(stop) = stops.get_mut(usize::from(byte)) {
                *stop = true;
            }
        }
        Self { file, text, dialect, stops, at: 0, line: first_line, tally: Tally::default() }
    }

    /// Bytes of the text read so far, for showing progress.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The line that the next row begins on, or the blank lines before it.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    pub(super) fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Length of the line break at `at`, 0 if there is none.
    fn line_break(&self, at: usize) -> usize {
        match self.byte(at) {
            Some(b'\n') => 1,
            Some(b'\r') if self.byte(at + 1) == Some(b'\n') => 2,
            Some(b'\r') => 1,
            _ => 0,
        }
    }

    fn record(&mut self, record: &mut Record) -> Result<(), Cause> {
        let first_line = self.line;
        let anchored = self.dialect.record_start == RecordStart::LinesBeginningWithTimestamp
            && self.begins_record(self.at);
        record.begin(first_line);
        if self.dialect.delimiter == Delimiter::Spaces {
            self.skip_spaces();
        }
        loop {
            if record.fields() == limits::COLUMNS {
                return Err(Cause::TooManyColumns { line: first_line, limit: count(limits::COLUMNS) });
            }
            if self.dialect.blanks_before_quotes {
                self.skip_to_quote();
            }
            let end = if self.dialect.quotes && self.byte(self.at) == Some(b'"') {
                self.quoted_field(record, anchored)?
            } else {
                self.plain_field(record, anchored)?
            };
            record.end_field();
            if record.bytes() > limits::ROW_BYTES {
                return Err(Cause::RowTooLong { line: first_line, limit_bytes: count(limits::ROW_BYTES) });
            }
            if end == End::Row
                || (self.dialect.delimiter == Delimiter::Spaces && self.row_ends_after_spaces())
            {
                return Ok(());
            }
        }
    }

    fn plain_field(&mut self, record: &mut Record, anchored: bool) -> Result<End, Cause> {
        loop {
            let start = self.at;
            let rest = self.text.as_bytes().get(start..).unwrap_or_default();
            let found =
                rest.iter().position(|byte| self.stops.get(usize::from(*byte)).copied().unwrap_or(false));
            let stop = found.map_or(self.text.len(), |length| start + length);
            self.push(record, start, stop)?;
            self.at = stop;
            let line_break = self.line_break(stop);
            if line_break > 0 {
                self.at += line_break;
                self.line += 1;
                if anchored && !self.at_end() && !self.begins_record(self.at) {
                    self.push(record, stop, self.at)?;
                    continue;
                }
                return Ok(End::Row);
            }
            if found.is_none() {
                return Ok(End::Row);
            }
            if self.dialect.delimiter == Delimiter::Spaces {
                self.skip_spaces();
                return Ok(End::Field);
            }
            self.at = stop + 1;
            return Ok(End::Field);
        }
    }

    fn quoted_field(&mut self, record: &mut Record, anchored: bool) -> Result<End, Cause> {
        let open_line = self.line;
        let column = count(record.fields()) + 1;
        let backslash = self.dialect.backslash_quotes;
        self.at += 1;
        loop {
            let start = self.at;
            let rest = self.text.as_bytes().get(start..).unwrap_or_default();
            let found = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\n' | b'\r') || (backslash && *byte == b'\\'));
            let stop = found.map_or(self.text.len(), |length| start + length);
            if let Err(cause) = self.push(record, start, stop) {
                return Err(if self.line - open_line >= limits::QUOTED_LINES {
                    Cause::UnclosedQuote { line: open_line, column }
                } else {
                    cause
                });
            }
            self.at = stop;
            match self.byte(stop) {
                None if anchored => {
                    self.stray_quote(open_line);
                    return Ok(End::Row);
                }
                None => return Err(Cause::UnclosedQuote { line: open_line, column }),
                Some(b'"') => {
                    if self.byte(stop + 1) == Some(b'"') {
                        self.at = stop + 2;
                        record.push_str("\"");
                    } else if let Some(end) = self.closing_quote(record, anchored)? {
                        return Ok(end);
                    }
                }
                Some(b'\\') => self.backslash(record),
                Some(_) => {
                    self.at += self.line_break(stop);
                    self.line += 1;
                    if anchored && self.begins_record(self.at) {
                        self.stray_quote(open_line);
                        return Ok(End::Row);
                    }
                    self.push(record, stop, self.at)?;
                }
            }
        }
    }

    /// Decides what a single quote inside a quoted field means by what follows it. `None`: it was
    /// part of the text, and the field goes on.
    fn closing_quote(&mut self, record: &mut Record, anchored: bool) -> Result<Option<End>, Cause> {
        let quote = self.at;
        self.at += 1;
        let line_break = self.line_break(self.at);
        if self.at_end() {
            return Ok(Some(End::Row));
        }
        if line_break > 0 {
            let next = self.at + line_break;
            if anchored && next < self.text.len() && !self.begins_record(next) {
                record.push_str("\"");
                return Ok(None);
            }
            self.at = next;
            self.line += 1;
            return Ok(Some(End::Row));
        }
        if self.byte(self.at) == Some(self.dialect.delimiter.byte()) {
            if self.dialect.delimiter == Delimiter::Spaces {
                self.skip_spaces();
            } else {
                self.at += 1;
            }
            return Ok(Some(End::Field));
        }
        self.stray_quote(self.line);
        if anchored {
            self.push(record, quote, self.at)?;
            return Ok(None);
        }
        self.plain_field(record, anchored).map(Some)
    }

    /// A backslash inside a quoted field: `\"` is a quote, unless the quote ends the record.
    fn backslash(&mut self, record: &mut Record) {
        let after = self.at + 2;
        let quote_follows = self.byte(self.at + 1) == Some(b'"');
        let line_break = self.line_break(after);
        let record_ends = after >= self.text.len()
            || (line_break > 0
                && (after + line_break >= self.text.len() || self.begins_record(after + line_break)));
        if quote_follows && !record_ends {
            record.push_str("\"");
            self.at = after;
        } else {
            record.push_str("\\");
            self.at += 1;
        }
    }

    /// Adds text to the field, held against the cap.
    fn push(&self, record: &mut Record, start: usize, end: usize) -> Result<(), Cause> {
        if record.field_bytes() + (end - start) > limits::FIELD_BYTES {
            return Err(Cause::FieldTooLong {
                line: record.line(),
                column: count(record.fields()) + 1,
                limit_bytes: count(limits::FIELD_BYTES),
            });
        }
        record.push_str(self.slice(start, end));
        Ok(())
    }

    fn stray_quote(&mut self, line: u64) {
        self.tally.stray_quotes += 1;
        self.tally.first_stray_quote_line.get_or_insert(line);
    }

    fn skip_spaces(&mut self) {
        while self.byte(self.at) == Some(b' ') {
            self.at += 1;
        }
    }

    /// Passes blanks that a quote follows.
    fn skip_to_quote(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let blanks = rest.iter().position(|byte| *byte != b' ').unwrap_or_default();
        if rest.get(blanks) == Some(&b'"') {
            self.at += blanks;
        }
    }

    /// With spaces between fields, spaces before a line break end the row: no empty last field.
    fn row_ends_after_spaces(&mut self) -> bool {
        let line_break = self.line_break(self.at);
        self.at += line_break;
        self.line += u64::from(line_break > 0);
        line_break > 0 || self.at_end()
    }

    /// True if a line at `at` begins `YYYY-MM-DD HH:MM:SS,` or `,https://` (a quote before it is fine).
    fn begins_record(&self, at: usize) -> bool {
        const SHAPE: &[u8] = b"0000-00-00 00:00:00";
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let delimiter = self.dialect.delimiter.byte();
        if rest.first() == Some(&delimiter) {
            return rest
                .get(1..)
                .is_some_and(|link| link.starts_with(b"https://") || link.starts_with(b"\"https://"));
        }
        let (quoted, rest) = rest.strip_prefix(b"\"").map_or((false, rest), |inner| (true, inner));
        let stamp = rest.get(..SHAPE.len()).unwrap_or_default();
        let after = rest.get(SHAPE.len()..).unwrap_or_default();
        let after = if quoted { after.strip_prefix(b"\"").unwrap_or_default() } else { after };
        stamp.len() == SHAPE.len()
            && stamp.iter().zip(SHAPE).all(|(byte, shape)| match shape {
                b'0' => byte.is_ascii_digit(),
                _ => byte == shape,
            })
            && after.first() == Some(&delimiter)
    }
}

impl Rows for TextRows<'_> {
    fn read(&mut self, record: &mut Record) -> Result<bool, IntakeError> {
        while !self.at_end() {
            if let Err(cause) = self.record(record) {
                self.at = self.text.len();
                return Err(IntakeError::new(self.file, cause));
            }
            self.tally.rows_seen += 1;
            if !record.is_blank() {
                return Ok(true);
            }
            self.tally.blank_rows += 1;
        }
        Ok(false)
    }

    fn tally(&self) -> Tally {
        self.tally
    }
}

#[cfg(test)]
#[path = "delimited_tests.rs"]
mod tests;
