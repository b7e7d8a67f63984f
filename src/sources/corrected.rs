//! Rows with a person's corrections put in, for the same reader that read them before.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Correction;
use super::mapped::TableSource;
use super::reader::PacedRows;
use crate::facts::{CorrectedRow, FileSummary, Notice, Table};
use crate::intake::{Delimiter, IntakeError, Record, Rows, Tally};

/// The corrections of one file, and what stood in their places.
#[derive(Debug, Default)]
pub struct Corrections {
    by_line: BTreeMap<u32, Vec<(u32, String)>>,
    made: RefCell<BTreeMap<u32, CorrectedRow>>,
}

impl Corrections {
    /// Those of a file.
    pub fn of(file: &str, all: &[Correction]) -> Corrections {
        let own = all.iter().filter(|correction| correction.file == file && !correction.cells.is_empty());
        let by_line = own.map(|correction| (correction.line, correction.cells.clone())).collect();
        Corrections { by_line, made: RefCell::default() }
    }

    fn apply(&self, record: &mut Record) {
        if self.by_line.is_empty() {
            return;
        }
        let Ok(line) = u32::try_from(record.line()) else { return };
        let Some(cells) = self.by_line.get(&line) else { return };
        let mut made = CorrectedRow { line, cells: Vec::with_capacity(cells.len()) };
        for (column, text) in cells {
            let place = *column as usize;
            made.cells.push((*column, record.text(place).into_owned(), text.clone()));
            record.replace(place, text);
        }
        self.made.borrow_mut().insert(line, made);
    }

    /// Notes in a file's account which rows are used as corrected.
    pub fn note<'t>(&self, summary: &mut FileSummary, tables: impl Iterator<Item = &'t Table>) {
        let mut made = self.made.borrow().clone();
        if made.is_empty() {
            return;
        }
        for table in tables {
            for row in 0..table.len() {
                if let Some(corrected) = made.remove(&table.line(row)) {
                    summary.corrected.push(corrected);
                }
            }
        }
        summary.corrected.sort_by_key(|row| row.line);
    }
}

/// A stream of rows with corrections put in.
pub struct CorrectedRows<'c, R> {
    /// The rows as they stand in the file.
    pub rows: R,
    /// What is put in.
    pub corrections: &'c Corrections,
}

impl<R: Rows> Rows for CorrectedRows<'_, R> {
    fn read(&mut self, record: &mut Record) -> Result<bool, IntakeError> {
        let is_there = self.rows.read(record)?;
        if is_there {
            self.corrections.apply(record);
        }
        Ok(is_there)
    }

    fn tally(&self) -> Tally {
        self.rows.tally()
    }
}

impl<R: PacedRows> PacedRows for CorrectedRows<'_, R> {
    fn passed(&self) -> u64 {
        self.rows.passed()
    }
}

/// A stream of rows of any kind.
struct AnyRows<'a>(Box<dyn Rows + 'a>);

impl Rows for AnyRows<'_> {
    fn read(&mut self, record: &mut Record) -> Result<bool, IntakeError> {
        self.0.read(record)
    }

    fn tally(&self) -> Tally {
        self.0.tally()
    }
}

/// A table with corrections put in, however often it is read.
pub struct CorrectedTable<'a> {
    /// The table as it stands in the file.
    pub table: &'a mut dyn TableSource,
    /// What is put in.
    pub corrections: &'a Corrections,
}

impl TableSource for CorrectedTable<'_> {
    fn rows(&mut self) -> Result<Box<dyn Rows + '_>, IntakeError> {
        let rows = AnyRows(self.table.rows()?);
        Ok(Box::new(CorrectedRows { rows, corrections: self.corrections }))
    }

    fn set_delimiter(&mut self, delimiter: Delimiter) {
        self.table.set_delimiter(delimiter);
    }

    fn delimiter(&self) -> Option<Delimiter> {
        self.table.delimiter()
    }

    fn encoding(&self) -> Option<&'static str> {
        self.table.encoding()
    }

    fn notices(&self) -> Vec<Notice> {
        self.table.notices()
    }
}
