//! Workbooks of the XML kind (.xlsx): every part is counted and checked before the parser sees it,
//! and cells are streamed, so that one stray cell far away costs one cell.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::archive::{Zip, zip_cause};
use super::error::{Cause, IntakeError};
use super::sheet_rows::{Cells, NumberKind, SheetCell, Value};
use super::table::Slot;
use super::workbook::{Book, Sheet, Workbook};
use super::xlsx_guard::check_parts;

/// Opens a ZIP known to hold a workbook.
pub(super) fn open_xlsx(name: String, mut zip: Zip) -> Result<Workbook, IntakeError> {
    let opened = check_parts(&mut zip).and_then(|()| {
        let mut bytes = zip.into_inner();
        bytes.set_position(0);
        Xlsx::new(bytes).map_err(|error| cause_of(&error))
    });
    let xlsx = opened.map_err(|cause| match cause {
        // Unpacking a workbook is no advice.
        Cause::ZipTooLarge { member, limit_bytes } => Cause::PartTooLarge { member, limit_bytes },
        other => other,
    });
    let xlsx = xlsx.map_err(|cause| IntakeError::new(name.as_str(), cause))?;
    let sheets = xlsx.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<Sheet> = sheets
        .map(|sheet| Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
        .collect();
    if sheets.is_empty() {
        return Err(IntakeError::new(name, Cause::Empty));
    }
    Ok(Workbook::new(name, sheets, Book::Xlsx(Box::new(xlsx))))
}

/// The cells of one sheet, in the order of the file.
pub(super) struct XlsxCells<'a> {
    reader: XlsxCellReader<'a, Cursor<Vec<u8>>>,
    is_1904: bool,
}

impl<'a> XlsxCells<'a> {
    pub(super) fn new(sheet: &str, xlsx: &'a mut Xlsx<Cursor<Vec<u8>>>) -> Result<Self, Cause> {
        let is_1904 = xlsx.has_1904_epoch();
        let reader = xlsx.worksheet_cells_reader(sheet).map_err(|error| cause_of(&error))?;
        Ok(Self { reader, is_1904 })
    }
}

impl<'a> Cells<'a> for XlsxCells<'a> {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, Cause> {
        loop {
            let cell = match self.reader.next_cell() {
                Ok(None) => return Ok(None),
                Ok(Some(cell)) => cell,
                // An error value newer than the parser (`#SPILL!`): the cell has no value either way.
                Err(XlsxError::CellError(_)) => continue,
                Err(error) => return Err(cause_of(&error)),
            };
            let (row, column) = cell.get_position();
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            return Ok(Some(SheetCell { row, column, value: value(cell.get_value(), self.is_1904) }));
        }
    }
}

fn value<'a>(value: &DataRef<'a>, is_1904: bool) -> Value<'a> {
    let slot = match value {
        DataRef::SharedString(text) => return Value::Text(Cow::Borrowed(text)),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            return Value::Text(Cow::Owned(text.clone()));
        }
        DataRef::Empty => Slot::Missing,
        DataRef::Float(number) => Slot::Number(*number),
        // Up to 2^53 exactly; a spreadsheet holds no other whole numbers.
        #[allow(clippy::cast_precision_loss)]
        DataRef::Int(number) => Slot::Number(*number as f64),
        DataRef::Bool(value) => Slot::Bool(*value),
        DataRef::DateTime(date) if date.is_duration() => NumberKind::Elapsed.slot(date.as_f64(), is_1904),
        DataRef::DateTime(date) => NumberKind::Date.slot(date.as_f64(), is_1904),
        DataRef::Error(kind) => Slot::Error(error_name(kind)),
    };
    Value::Slot(slot)
}

fn error_name(kind: &CellErrorType) -> &'static str {
    match kind {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

fn cause_of(error: &XlsxError) -> Cause {
    match error {
        XlsxError::Password => Cause::WorkbookEncrypted,
        XlsxError::Zip(error) => zip_cause(error, "", 0),
        other => Cause::WorkbookCorrupt { detail: other.to_string() },
    }
}
