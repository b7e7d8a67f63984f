//! The one shape all readers yield: a stream of rows of typed cells.

use std::borrow::Cow;

use super::civil::CivilDateTime;
use super::error::IntakeError;

/// One cell, borrowed from its [`Record`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing there: an empty field, an empty cell, or a column the row does not reach.
    Missing,
    /// Text as written, not trimmed.
    Text(&'a str),
    /// A number of a workbook cell. Delimited text has no numbers, only text.
    Number(f64),
    /// A truth value of a workbook cell.
    Bool(bool),
    /// A workbook number shown as a date, or as a date with a time.
    DateTime(CivilDateTime),
    /// A workbook number shown as a time of day, in seconds from midnight.
    TimeOfDay {
        /// Seconds from midnight, 0 to 86,399.
        second: u32,
    },
    /// A workbook number shown as elapsed time.
    Duration {
        /// Length in seconds.
        seconds: f64,
    },
    /// A workbook error value such as `#N/A`.
    Error(&'static str),
}

/// A cell as stored: text is a range of the record's buffer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Slot {
    Missing,
    Text { start: usize, end: usize },
    Number(f64),
    Bool(bool),
    DateTime(CivilDateTime),
    TimeOfDay { second: u32 },
    Duration { seconds: f64 },
    Error(&'static str),
}

/// One row. Made once and filled again for every row, so that reading allocates nothing per row.
#[derive(Debug, Clone, Default)]
pub struct Record {
    line: u64,
    buffer: String,
    slots: Vec<Slot>,
    /// Column of each slot, ascending; empty when slot i is column i.
    columns: Vec<usize>,
    field_start: usize,
}

impl Record {
    /// Line or sheet row the record begins on, from 1, as an editor or a spreadsheet shows it.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Columns the row reaches: one more than the last column present.
    pub fn width(&self) -> usize {
        self.columns.last().map_or(self.slots.len(), |last| last + 1)
    }

    /// The cell of a column, from 0.
    pub fn cell(&self, column: usize) -> Cell<'_> {
        let position =
            if self.columns.is_empty() { Some(column) } else { self.columns.binary_search(&column).ok() };
        position.and_then(|at| self.slots.get(at)).map_or(Cell::Missing, |slot| self.view(*slot))
    }

    /// The cells that are present, with their columns from 0, left to right.
    pub fn cells(&self) -> impl Iterator<Item = (usize, Cell<'_>)> {
        self.slots.iter().enumerate().map(|(position, slot)| {
            (self.columns.get(position).copied().unwrap_or(position), self.view(*slot))
        })
    }

    /// A cell as text without the white space around it; empty when missing. Numbers are in their
    /// shortest exact form, dates in ISO 8601, truth values `true` and `false`.
    pub fn text(&self, column: usize) -> Cow<'_, str> {
        match self.cell(column) {
            Cell::Missing => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text.trim_matches(is_space)),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Bool(true) => Cow::Borrowed("true"),
            Cell::Bool(false) => Cow::Borrowed("false"),
            Cell::DateTime(date) => Cow::Owned(date.to_iso()),
            Cell::TimeOfDay { second } => {
                Cow::Owned(format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60))
            }
            Cell::Duration { seconds } => Cow::Owned(seconds.to_string()),
            Cell::Error(name) => Cow::Borrowed(name),
        }
    }

    /// True if no cell holds anything but white space.
    pub fn is_blank(&self) -> bool {
        self.slots.iter().all(|slot| match self.view(*slot) {
            Cell::Missing => true,
            Cell::Text(text) => text.chars().all(is_space),
            _ => false,
        })
    }

    /// Puts other text in the place of a cell; empty text is missing.
    pub fn replace(&mut self, column: usize, text: &str) {
        if self.columns.is_empty() {
            // Until now slot i was column i.
            self.columns = (0..self.slots.len()).collect();
        }
        self.put_text(column, text);
    }

    /// Gives a blank cell inside the row a text, as a report means that shows what several rows share
    /// only once. A cell that holds something stays as it is.
    pub fn fill_blank(&mut self, column: usize, text: &str) {
        if column >= self.width() || self.cell(column) != Cell::Missing {
            return;
        }
        if !self.columns.is_empty() {
            return self.put_text(column, text);
        }
        let start = self.buffer.len();
        self.buffer.push_str(text);
        if let Some(slot) = self.slots.get_mut(column) {
            *slot = Slot::Text { start, end: self.buffer.len() };
        }
    }

    fn view(&self, slot: Slot) -> Cell<'_> {
        match slot {
            Slot::Missing => Cell::Missing,
            Slot::Text { start, end } => self.buffer.get(start..end).map_or(Cell::Missing, Cell::Text),
            Slot::Number(number) => Cell::Number(number),
            Slot::Bool(value) => Cell::Bool(value),
            Slot::DateTime(date) => Cell::DateTime(date),
            Slot::TimeOfDay { second } => Cell::TimeOfDay { second },
            Slot::Duration { seconds } => Cell::Duration { seconds },
            Slot::Error(name) => Cell::Error(name),
        }
    }

    /// Empties the record for the row that begins on `line`.
    pub(super) fn begin(&mut self, line: u64) {
        self.line = line;
        self.buffer.clear();
        self.slots.clear();
        self.columns.clear();
        self.field_start = 0;
    }

    /// Adds to the text of the field under way.
    pub(super) fn push_str(&mut self, part: &str) {
        self.buffer.push_str(part);
    }

    /// Bytes of the field under way.
    pub(super) fn field_bytes(&self) -> usize {
        self.buffer.len().saturating_sub(self.field_start)
    }

    /// Bytes of all text in the record.
    pub(super) fn bytes(&self) -> usize {
        self.buffer.len()
    }

    /// Fields finished so far.
    pub(super) fn fields(&self) -> usize {
        self.slots.len()
    }

    /// Places a cell at its column. Columns come in order but for odd files.
    pub(super) fn put(&mut self, column: usize, slot: Slot) {
        if self.columns.last().is_none_or(|last| *last < column) {
            self.columns.push(column);
            self.slots.push(slot);
            return;
        }
        match self.columns.binary_search(&column) {
            Ok(at) => {
                if let Some(place) = self.slots.get_mut(at) {
                    *place = slot;
                }
            }
            Err(at) => {
                self.columns.insert(at, column);
                self.slots.insert(at, slot);
            }
        }
    }

    /// Places a text cell at its column; empty text is missing.
    pub(super) fn put_text(&mut self, column: usize, text: &str) {
        let start = self.buffer.len();
        self.buffer.push_str(text);
        let end = self.buffer.len();
        self.put(column, if text.is_empty() { Slot::Missing } else { Slot::Text { start, end } });
    }

    /// Finishes the field under way as the next column; an empty one is missing.
    pub(super) fn end_field(&mut self) {
        let (start, end) = (self.field_start, self.buffer.len());
        self.slots.push(if start == end { Slot::Missing } else { Slot::Text { start, end } });
        self.field_start = end;
    }
}

/// True for white space, no-break spaces and the marks that take no room.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

/// What a reader passed on its way, for an account of every row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows met so far: those handed out and those left out as blank.
    pub rows_seen: u64,
    /// Rows left out because they hold nothing.
    pub blank_rows: u64,
    /// Fields with a quote in a place where the format has none.
    pub stray_quotes: u64,
    /// Line of the first such field.
    pub first_stray_quote_line: Option<u64>,
}

/// A stream of rows from any kind of file.
pub trait Rows {
    /// Fills `record` with the next row that is not blank; `false` at the end.
    ///
    /// # Errors
    /// Anything wrong with the file at this place. After an error the stream has ended.
    fn read(&mut self, record: &mut Record) -> Result<bool, IntakeError>;

    /// What was met so far.
    fn tally(&self) -> Tally;
}

/// The first rows of a table, for finding its header and for showing it.
#[derive(Debug, Clone, Default)]
pub struct Sample {
    /// The first rows, blank ones left out.
    pub records: Vec<Record>,
    /// True if the table has no more rows than these.
    pub complete: bool,
}

/// Reads up to `limit` rows. How many the table has in all is unknown until it is read.
///
/// # Errors
/// As [`Rows::read`].
pub fn peek(rows: &mut dyn Rows, limit: usize) -> Result<Sample, IntakeError> {
    let mut sample = Sample::default();
    while sample.records.len() < limit {
        let mut record = Record::default();
        if !rows.read(&mut record)? {
            sample.complete = true;
            break;
        }
        sample.records.push(record);
    }
    Ok(sample)
}

/// Reads past the row that begins on `line`, usually a header; returns how many rows were passed.
///
/// # Errors
/// As [`Rows::read`].
pub fn skip_through(rows: &mut dyn Rows, line: u64) -> Result<u64, IntakeError> {
    let mut record = Record::default();
    let mut passed = 0;
    while rows.read(&mut record)? {
        passed += 1;
        if record.line() >= line {
            break;
        }
    }
    Ok(passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_replaced_within_and_beyond_the_row() {
        let mut record = Record::default();
        record.begin(7);
        for field in ["a", "", "c"] {
            record.push_str(field);
            record.end_field();
        }
        record.replace(1, "b");
        record.replace(4, "e");
        record.replace(0, "");
        let texts: Vec<String> = (0..record.width()).map(|column| record.text(column).into_owned()).collect();
        assert_eq!(texts, ["", "b", "c", "", "e"]);
        assert_eq!(record.line(), 7);
    }
}
