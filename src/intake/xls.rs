//! Workbooks of 1997 to 2003 (.xls, BIFF8): page analytics are still exported as such.
//!
//! Read here rather than by the workbook crate, which fills the whole rectangle between a sheet's
//! outermost cells: one stray cell would cost gigabytes. Cells are streamed instead.

use std::borrow::Cow;

use super::biff::{Record, Records, Segments, short_string, string};
use super::compound::{Compound, u16_at, u32_at};
use super::error::{Cause, IntakeError, LooksLike};
use super::limits::{self, count};
use super::sheet_rows::{Cells, NumberKind, SheetCell, Value};
use super::table::Slot;
use super::workbook::{Book, Sheet, Workbook};

/// The part of a binary workbook that all sheets share, and where each sheet begins.
pub(super) struct XlsBook {
    stream: Vec<u8>,
    strings: Vec<String>,
    /// How a cell's number is to be read, by its format record.
    kinds: Vec<NumberKind>,
    is_1904: bool,
    starts: Vec<usize>,
}

/// Opens a compound file that may hold a workbook.
pub(super) fn open_xls(name: String, bytes: &[u8]) -> Result<Workbook, IntakeError> {
    match read(bytes) {
        Ok((sheets, book)) => Ok(Workbook::new(name, sheets, Book::Xls(book))),
        Err(cause) => Err(IntakeError::new(name, cause)),
    }
}

fn read(bytes: &[u8]) -> Result<(Vec<Sheet>, XlsBook), Cause> {
    let size_bytes = count(bytes.len());
    if size_bytes > limits::XLS_BYTES {
        return Err(Cause::WorkbookTooLarge { size_bytes, limit_bytes: limits::XLS_BYTES });
    }
    let file = Compound::new(bytes)?;
    let Some(stream) = file.stream("Workbook") else {
        return Err(without_workbook(&file));
    };
    globals(stream)
}

/// What a compound file without a workbook of this age holds.
fn without_workbook(file: &Compound<'_>) -> Cause {
    let other = |looks_like| Cause::NotATable { looks_like };
    if file.has("EncryptedPackage") {
        Cause::WorkbookEncrypted
    } else if file.has("Book") {
        Cause::OldOffice
    } else if file.has("WordDocument") {
        other(LooksLike::Word)
    } else if file.has("PowerPoint Document") {
        other(LooksLike::Slides)
    } else if file.has("__properties_version1.0") {
        other(LooksLike::Mail)
    } else {
        other(LooksLike::Binary)
    }
}

/// Reads what stands before the first sheet.
fn globals(stream: Vec<u8>) -> Result<(Vec<Sheet>, XlsBook), Cause> {
    let mut sheets = Vec::new();
    let mut starts = Vec::new();
    let mut strings = Vec::new();
    let mut is_1904 = false;
    let mut formats = Vec::new();
    let mut used_formats = Vec::new();
    let mut records = Records::new(&stream, 0);
    match records.clone().next().map(|first| (first.kind, u16_at(first.data, 0))) {
        Some((0x0809, Some(0x0600))) => {}
        Some(_) => return Err(Cause::OldOffice),
        None => return Err(Cause::WorkbookCorrupt { detail: "nothing is left of its cells".to_owned() }),
    }
    while let Some(Record { kind, data }) = records.next() {
        match kind {
            0x000a => break,
            // FilePass
            0x002f => return Err(Cause::WorkbookEncrypted),
            // Date1904
            0x0022 => is_1904 = u16_at(data, 0) == Some(1),
            // Format
            0x041e => {
                let code = data.get(2..).and_then(string).unwrap_or_default();
                formats.push((u16_at(data, 0), kind_of_format(&code)));
            }
            // XF: the format of a cell
            0x00e0 => used_formats.push(u16_at(data, 2)),
            // BoundSheet8 of a worksheet (charts and macros are of other types)
            0x0085 if data.get(5) == Some(&0) => {
                let start = u32_at(data, 0).and_then(|start| usize::try_from(start).ok());
                let name = data.get(6..).and_then(short_string);
                let (Some(start), Some(name)) = (start, name) else { continue };
                let hidden = data.get(4).is_some_and(|state| state & 3 != 0);
                sheets.push(Sheet { name, hidden });
                starts.push(start);
            }
            // SST: the strings all sheets share
            0x00fc => {
                let mut parts = vec![data.get(8..).unwrap_or_default()];
                parts.extend(records.continuations());
                let mut segments = Segments::new(parts);
                strings = std::iter::from_fn(|| segments.string()).collect();
            }
            _ => {}
        }
    }
    if sheets.is_empty() {
        return Err(Cause::WorkbookCorrupt { detail: "no sheet".to_owned() });
    }
    let kind_of = |used: Option<u16>| {
        let custom = formats.iter().find(|(number, _)| *number == used).map(|(_, kind)| *kind);
        custom.unwrap_or_else(|| kind_of_builtin(used.unwrap_or_default()))
    };
    let kinds = used_formats.into_iter().map(kind_of).collect();
    Ok((sheets, XlsBook { stream, strings, kinds, is_1904, starts }))
}

/// Formats every workbook has without saying so (MS-XLS 2.4.126, ECMA-376 part 1, 18.8.30).
fn kind_of_builtin(number: u16) -> NumberKind {
    match number {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => NumberKind::Date,
        46 => NumberKind::Elapsed,
        _ => NumberKind::Plain,
    }
}

/// A format is one of dates if its first section has a letter for a part of a date or time outside
/// quotes, brackets and escapes; `[h]` and its like mean elapsed time.
fn kind_of_format(code: &str) -> NumberKind {
    let mut chars = code.chars();
    let mut date = false;
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '\\' | '_' | '*' => {
                chars.next();
            }
            '"' => {
                chars.by_ref().find(|c| *c == '"');
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if !inside.is_empty()
                    && inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S'))
                {
                    return NumberKind::Elapsed;
                }
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => date = true,
            _ => {}
        }
    }
    if date && !code.eq_ignore_ascii_case("standard") { NumberKind::Date } else { NumberKind::Plain }
}

impl XlsBook {
    /// The cells of a sheet, by its place among the sheets.
    pub(super) fn cells(&self, sheet: usize) -> XlsCells<'_> {
        let start = self.starts.get(sheet).copied().unwrap_or(usize::MAX);
        XlsCells {
            book: self,
            records: Records::new(&self.stream, start),
            run: None,
            formula: None,
            depth: 0,
        }
    }
}

/// The cells of one sheet, in the order of the file.
pub(super) struct XlsCells<'a> {
    book: &'a XlsBook,
    records: Records<'a>,
    /// A record of several numbers under way.
    run: Option<Run<'a>>,
    /// Place of the formula whose text result comes in the next record.
    formula: Option<(u32, usize)>,
    /// How many sheets inside sheets (charts) deep.
    depth: u32,
}

/// Numbers of neighbouring cells: format and number, six bytes each.
#[derive(Debug, Clone, Copy)]
struct Run<'a> {
    row: u32,
    column: usize,
    rest: &'a [u8],
}

impl<'a> XlsCells<'a> {
    fn number(&self, format: Option<u16>, number: f64) -> Value<'a> {
        let kind = format.and_then(|format| self.book.kinds.get(usize::from(format)));
        Value::Slot(kind.copied().unwrap_or(NumberKind::Plain).slot(number, self.book.is_1904))
    }

    fn next_of_run(&mut self) -> Option<SheetCell<'a>> {
        let run = self.run?;
        let number = u32_at(run.rest, 2).map(packed_number);
        let (Some(number), Some(rest)) = (number, run.rest.get(6..)) else {
            self.run = None;
            return None;
        };
        self.run = Some(Run { column: run.column + 1, rest, ..run });
        let value = self.number(u16_at(run.rest, 0), number);
        Some(SheetCell { row: run.row, column: run.column, value })
    }

    fn lacks_string(&self, data: &[u8]) -> bool {
        let index = u32_at(data, 6).and_then(|index| usize::try_from(index).ok());
        index.is_none_or(|index| index >= self.book.strings.len())
    }

    /// The cell of a record, if it is one of a cell with a value.
    fn cell(&mut self, record: Record<'a>) -> Option<SheetCell<'a>> {
        let data = record.data;
        if record.kind == 0x0207 {
            let (row, column) = self.formula.take()?;
            return Some(SheetCell { row, column, value: Value::Text(Cow::Owned(string(data)?)) });
        }
        if !matches!(record.kind, 0x0203 | 0x027e | 0x00bd | 0x00fd | 0x0204 | 0x00d6 | 0x0205 | 0x0006) {
            return None;
        }
        let row = u32::from(u16_at(data, 0)?);
        let column = usize::from(u16_at(data, 2)?);
        let format = u16_at(data, 4);
        let value = match record.kind {
            // Number
            0x0203 => self.number(format, f64_at(data, 6)?),
            // RK: a number in 32 bits
            0x027e => self.number(format, packed_number(u32_at(data, 6)?)),
            // MulRk: a run of them; the last two bytes repeat the last column
            0x00bd => {
                let rest = data.get(4..data.len().saturating_sub(2))?;
                self.run = Some(Run { row, column, rest });
                return self.next_of_run();
            }
            // LabelSst: a shared string
            0x00fd => {
                let index = usize::try_from(u32_at(data, 6)?).ok()?;
                Value::Text(Cow::Borrowed(self.book.strings.get(index)?))
            }
            // Label and RString: text in the cell itself
            0x0204 | 0x00d6 => Value::Text(Cow::Owned(string(data.get(6..)?)?)),
            // BoolErr
            0x0205 => Value::Slot(truth_or_error(*data.get(6)?, *data.get(7)?)),
            // Formula, with the result it had when saved
            _ => match data.get(6..14)? {
                [0, .., 0xff, 0xff] => {
                    self.formula = Some((row, column));
                    return None;
                }
                [1, _, value, .., 0xff, 0xff] => Value::Slot(truth_or_error(*value, 0)),
                [2, _, value, .., 0xff, 0xff] => Value::Slot(truth_or_error(*value, 1)),
                [.., 0xff, 0xff] => Value::Slot(Slot::Missing),
                _ => self.number(format, f64_at(data, 6)?),
            },
        };
        Some(SheetCell { row, column, value })
    }
}

impl<'a> Cells<'a> for XlsCells<'a> {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, Cause> {
        loop {
            if let Some(cell) = self.next_of_run() {
                return Ok(Some(cell));
            }
            let Some(record) = self.records.next() else {
                return if self.depth == 0 { Err(cut_short()) } else { Ok(None) };
            };
            match (record.kind, self.depth) {
                (0x0809, _) => self.depth += 1,
                (0x000a, 0 | 1) => {
                    // Nothing after the end of the sheet is part of it.
                    self.records = Records::new(&[], 0);
                    self.depth = 1;
                    return Ok(None);
                }
                (0x000a, _) => self.depth -= 1,
                (_, 0) => return Err(cut_short()),
                (0x00fd, 1) if self.lacks_string(record.data) => {
                    return Err(Cause::WorkbookCorrupt { detail: "a shared string is missing".to_owned() });
                }
                (_, 1) => {
                    if let Some(cell) = self.cell(record) {
                        return Ok(Some(cell));
                    }
                }
                _ => {}
            }
        }
    }
}

fn cut_short() -> Cause {
    Cause::WorkbookCorrupt { detail: "a sheet is not where the workbook says".to_owned() }
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    bytes.get(at..at.checked_add(8)?)?.try_into().ok().map(f64::from_le_bytes)
}

/// A number packed in 32 bits (MS-XLS 2.5.217): a whole number of 30 bits or the upper 30 bits of a
/// float, either perhaps in hundredths.
fn packed_number(packed: u32) -> f64 {
    let number = if packed & 2 == 2 {
        f64::from(packed.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 == 1 { number / 100.0 } else { number }
}

fn truth_or_error(value: u8, is_error: u8) -> Slot {
    if is_error == 0 {
        return Slot::Bool(value != 0);
    }
    Slot::Error(match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    })
}

#[cfg(test)]
#[path = "xls_tests.rs"]
mod tests;
