//! A workbook of either kind: its sheets, and the rows of each.

use std::io::Cursor;

use calamine::Xlsx;

use super::error::{Cause, IntakeError};
use super::limits::count;
use super::sheet_rows::SheetRows;
use super::table::Rows;
use super::xls::XlsBook;
use super::xlsx::XlsxCells;

/// One sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name as on the tab.
    pub name: String,
    /// True if the workbook does not show it.
    pub hidden: bool,
}

/// A workbook with its sheets in order.
pub struct Workbook {
    name: String,
    sheets: Vec<Sheet>,
    book: Book,
}

pub(super) enum Book {
    Xlsx(Box<Xlsx<Cursor<Vec<u8>>>>),
    Xls(XlsBook),
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook")
            .field("name", &self.name)
            .field("sheets", &self.sheets)
            .finish_non_exhaustive()
    }
}

impl Workbook {
    pub(super) fn new(name: String, sheets: Vec<Sheet>, book: Book) -> Self {
        Self { name, sheets, book }
    }

    /// Name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The sheets that hold cells, in the order of their tabs.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The rows of one sheet, by its place in [`sheets`](Self::sheets), from the first.
    ///
    /// # Errors
    /// A sheet that is not there or whose part is damaged.
    pub fn rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, IntakeError> {
        let Self { name, sheets, book } = self;
        let Some(found) = sheets.get(sheet) else {
            return Err(IntakeError::new(name.as_str(), Cause::NoSuchSheet { index: count(sheet) }));
        };
        match book {
            Book::Xlsx(xlsx) => {
                let cells = XlsxCells::new(&found.name, xlsx);
                let cells = cells.map_err(|cause| IntakeError::new(name.as_str(), cause))?;
                Ok(Box::new(SheetRows::new(name, &found.name, cells)))
            }
            Book::Xls(xls) => Ok(Box::new(SheetRows::new(name, &found.name, xls.cells(sheet)))),
        }
    }
}

/// The address of a cell from its row and column, both from 0: `XFD1048576`.
pub(super) fn address(row: u32, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, 0, "A1")]
    #[case(9, 25, "Z10")]
    #[case(0, 26, "AA1")]
    #[case(1_048_575, 16_383, "XFD1048576")]
    fn addresses(#[case] row: u32, #[case] column: usize, #[case] expected: &str) {
        assert_eq!(address(row, column), expected);
    }
}
