//! Cells of a sheet, in the order of the file, put together as rows: the same for every kind of
//! workbook, with the caps every sheet is held to.

use std::borrow::Cow;

use super::civil::CivilDateTime;
use super::error::{Cause, IntakeError};
use super::limits::{self, count};
use super::table::{Record, Rows, Slot, Tally};
use super::workbook::address;

/// One cell as a file gives it, row and column from 0.
#[derive(Debug, Clone)]
pub(super) struct SheetCell<'a> {
    pub(super) row: u32,
    pub(super) column: usize,
    pub(super) value: Value<'a>,
}

/// What a cell holds.
#[derive(Debug, Clone)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Slot(Slot),
}

/// A stream of the cells of one sheet.
pub(super) trait Cells<'a> {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, Cause>;
}

/// How a number is to be understood by its cell's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberKind {
    Plain,
    Date,
    Elapsed,
}

impl NumberKind {
    /// The cell a number of this kind makes. Numbers no date stands for stay numbers.
    pub(super) fn slot(self, number: f64, is_1904: bool) -> Slot {
        match self {
            Self::Plain => Slot::Number(number),
            Self::Elapsed => Slot::Duration { seconds: number * 86_400.0 },
            Self::Date if (0.0..1.0).contains(&number) => {
                // In range, so at most 86,400: exact as an integer.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let second = (number * 86_400.0).round() as u32;
                Slot::TimeOfDay { second: second.min(86_399) }
            }
            Self::Date => {
                CivilDateTime::from_serial(number, is_1904).map_or(Slot::Number(number), Slot::DateTime)
            }
        }
    }
}

/// The rows of one sheet.
pub(super) struct SheetRows<'a, C> {
    file: &'a str,
    sheet: &'a str,
    cells: C,
    /// The first cell of the row to come, met while ending the one before.
    held: Option<SheetCell<'a>>,
    cells_seen: u64,
    /// No cell is left; asking a reader again past its end is an error to some.
    exhausted: bool,
    ended: bool,
    tally: Tally,
}

impl<'a, C: Cells<'a>> SheetRows<'a, C> {
    pub(super) fn new(file: &'a str, sheet: &'a str, cells: C) -> Self {
        Self {
            file,
            sheet,
            cells,
            held: None,
            cells_seen: 0,
            exhausted: false,
            ended: false,
            tally: Tally::default(),
        }
    }

    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, Cause> {
        if self.exhausted {
            return Ok(None);
        }
        let Some(cell) = self.cells.next_cell()? else {
            self.exhausted = true;
            return Ok(None);
        };
        self.cells_seen += 1;
        let beyond = cell.row >= limits::SHEET_ROWS || cell.column >= limits::COLUMNS;
        if beyond || self.cells_seen > limits::SHEET_CELLS {
            let cell = address(cell.row, cell.column.min(limits::COLUMNS));
            return Err(Cause::SheetTooLarge { sheet: self.sheet.to_owned(), cell });
        }
        Ok(Some(cell))
    }

    fn record(&mut self, record: &mut Record) -> Result<bool, Cause> {
        let held = self.held.take();
        let Some(first) = held.map_or_else(|| self.next_cell(), |cell| Ok(Some(cell)))? else {
            return Ok(false);
        };
        let row = first.row;
        record.begin(u64::from(row) + 1);
        self.add(record, first)?;
        while let Some(cell) = self.next_cell()? {
            if cell.row != row {
                self.held = Some(cell);
                break;
            }
            self.add(record, cell)?;
        }
        Ok(true)
    }

    fn add(&self, record: &mut Record, cell: SheetCell<'a>) -> Result<(), Cause> {
        match cell.value {
            Value::Slot(slot) => record.put(cell.column, slot),
            Value::Text(text) => {
                if text.len() > limits::CELL_CHARACTERS && text.chars().count() > limits::CELL_CHARACTERS {
                    return Err(Cause::CellTooLong {
                        sheet: self.sheet.to_owned(),
                        cell: address(cell.row, cell.column),
                        limit: count(limits::CELL_CHARACTERS),
                    });
                }
                record.put_text(cell.column, &text);
            }
        }
        Ok(())
    }
}

impl<'a, C: Cells<'a>> Rows for SheetRows<'a, C> {
    fn read(&mut self, record: &mut Record) -> Result<bool, IntakeError> {
        while !self.ended {
            match self.record(record) {
                Ok(true) => self.tally.rows_seen += 1,
                Ok(false) => break,
                Err(cause) => {
                    self.ended = true;
                    return Err(IntakeError::new(self.file, cause));
                }
            }
            if !record.is_blank() {
                return Ok(true);
            }
            self.tally.blank_rows += 1;
        }
        self.ended = true;
        Ok(false)
    }

    fn tally(&self) -> Tally {
        self.tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::table::Cell;

    struct Given(Vec<(u32, usize, Slot)>);

    impl Cells<'static> for Given {
        fn next_cell(&mut self) -> Result<Option<SheetCell<'static>>, Cause> {
            if self.0.is_empty() {
                return Ok(None);
            }
            let (row, column, slot) = self.0.remove(0);
            Ok(Some(SheetCell { row, column, value: Value::Slot(slot) }))
        }
    }

    #[test]
    fn cells_become_rows_whatever_their_order_inside_one() {
        let cells = vec![
            (0, 1, Slot::Number(2.0)),
            (0, 0, Slot::Number(1.0)),
            (2, 0, Slot::Missing),
            (4, 9, Slot::Bool(true)),
        ];
        let mut rows = SheetRows::new("f", "s", Given(cells));
        let mut record = Record::default();
        assert_eq!(rows.read(&mut record), Ok(true));
        assert_eq!(
            (record.line(), record.cell(0), record.cell(1)),
            (1, Cell::Number(1.0), Cell::Number(2.0))
        );
        assert_eq!(rows.read(&mut record), Ok(true));
        assert_eq!((record.line(), record.width(), record.cell(9)), (5, 10, Cell::Bool(true)));
        assert_eq!(record.cell(3), Cell::Missing);
        assert_eq!(rows.read(&mut record), Ok(false));
        assert_eq!(rows.tally(), Tally { rows_seen: 3, blank_rows: 1, ..Tally::default() });
    }

    #[test]
    fn cells_beyond_the_format_are_refused() {
        let mut rows = SheetRows::new("f", "s", Given(vec![(0, 16_384, Slot::Bool(true))]));
        let error = rows.read(&mut Record::default()).unwrap_err();
        assert_eq!(error.cause, Cause::SheetTooLarge { sheet: "s".into(), cell: "XFE1".into() });
    }

    #[test]
    fn date_numbers_show_as_spreadsheets_show_them() {
        assert!(matches!(NumberKind::Date.slot(0.5, false), Slot::TimeOfDay { second: 43_200 }));
        assert!(
            matches!(NumberKind::Date.slot(45_507.0, false), Slot::DateTime(date) if date.to_iso() == "2024-08-03")
        );
        assert!(matches!(NumberKind::Date.slot(-3.0, false), Slot::Number(number) if number == -3.0));
        assert!(
            matches!(NumberKind::Elapsed.slot(1.5, false), Slot::Duration { seconds } if seconds == 129_600.0)
        );
    }
}
