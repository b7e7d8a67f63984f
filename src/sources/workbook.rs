//! Workbooks: a known one as a whole, any other sheet by sheet, each a table of its own.

use super::Outcome;
use super::corrected::{CorrectedRows, Corrections};
use super::linkedin;
use super::read::{Import, Slot, refusal};
use super::reader::{Columns, Job, PacedRows, Special, read_table};
use super::recognise::{Recognised, in_sample};
use super::unrecognised::{SheetTable, sheet_tables};
use crate::facts::TableId;
use crate::intake::{IntakeError, Record, Rows, Tally, Workbook, limits, peek, skip_through};

impl Import<'_, '_> {
    /// Reads a workbook.
    pub(super) fn take_workbook(&mut self, mut book: Workbook, file: String, bytes: u64) {
        self.meter.begin(&file, bytes);
        let outcome = match kind(&mut book) {
            Ok(Kind::SinglePost) => self.read_post(&mut book, &file),
            Ok(Kind::Creator) => self.read_creator(&mut book, &file),
            Ok(Kind::Sheets) => self.read_sheets(&mut book, &file),
            Err(error) => Err(error),
        };
        self.meter.end(0);
        if let Err(error) = outcome {
            self.refuse(&file, &error);
        }
    }

    fn read_creator(&mut self, book: &mut Workbook, file: &str) -> Result<(), IntakeError> {
        let dates = self.mapping(file).and_then(|mapping| mapping.dates);
        // A workbook names its own seller, so each is a group of its own.
        let group = self.group(file);
        let Some(owner) = self.owner(group) else { return Ok(()) };
        let (facts, stated_end) = linkedin::read_creator_workbook(file, book, dates, owner)?;
        let source = &linkedin::CREATOR_ANALYTICS;
        self.push(Slot::Read { source, facts, group, stated_end, silent: Vec::new() });
        Ok(())
    }

    fn read_post(&mut self, book: &mut Workbook, file: &str) -> Result<(), IntakeError> {
        let dates = self.mapping(file).and_then(|mapping| mapping.dates);
        let group = self.group(file);
        let Some(owner) = self.owner(group) else { return Ok(()) };
        let facts = linkedin::read_single_post(file, book, dates, owner)?;
        let source = &linkedin::SINGLE_POST;
        self.push(Slot::Read { source, facts, group, stated_end: None, silent: Vec::new() });
        Ok(())
    }

    fn read_sheets(&mut self, book: &mut Workbook, file: &str) -> Result<(), IntakeError> {
        let first = self.tables_so_far();
        for (index, name) in sheet_tables(book) {
            let sample = peek(book.rows(index)?.as_mut(), limits::HEADER_ROWS)?;
            if sample.records.is_empty() {
                continue;
            }
            if self.options.as_tables.contains(&name) && !self.is_mapped(&name) {
                self.show_table(&mut SheetTable { book: &mut *book, sheet: index }, &name);
                continue;
            }
            match in_sample(&sample, &name, None).filter(|_| !self.is_mapped(&name)) {
                Some(found) if matches!(found.source.special, Special::Mapped(_)) => {
                    self.take_declared(&mut SheetTable { book: &mut *book, sheet: index }, &found, &name);
                }
                Some(found) => self.read_sheet(book, index, &name, &found)?,
                None => self.take_table(&mut SheetTable { book: &mut *book, sheet: index }, &name),
            }
        }
        self.end_workbook(file, first, hidden_sheets(book)?);
        Ok(())
    }

    fn read_sheet(
        &mut self,
        book: &mut Workbook,
        index: usize,
        name: &str,
        found: &Recognised,
    ) -> Result<(), IntakeError> {
        let group = self.group(name);
        let columns = Columns::find(found.source, &found.header);
        let corrections = Corrections::of(name, self.corrections);
        let mut rows =
            CorrectedRows { rows: SheetRows { rows: book.rows(index)? }, corrections: &corrections };
        skip_through(&mut rows, found.header.line)?;
        let Some((owner, meter)) = self.owner_and_meter(group) else { return Ok(()) };
        let job = Job { source: found.source, file: name, rows: &mut rows, columns, owner, meter };
        match read_table(job) {
            Ok(mut facts) => {
                facts.summary.name_columns(&found.header.names);
                corrections.note(&mut facts.summary, TableId::ALL.iter().map(|id| facts.facts.table(*id)));
                let source = found.source;
                self.push(Slot::Read { source, facts, group, stated_end: None, silent: Vec::new() });
            }
            Err(error) => {
                let refusal = refusal(&error);
                self.done(Outcome::Refused { file: name.to_owned(), refusal }, None);
            }
        }
        Ok(())
    }
}

/// The names of hidden sheets that hold something.
fn hidden_sheets(book: &mut Workbook) -> Result<Vec<String>, IntakeError> {
    let mut names = Vec::new();
    for index in 0..book.sheets().len() {
        let hidden = book.sheets().get(index).filter(|sheet| sheet.hidden).map(|sheet| sheet.name.clone());
        if let Some(name) = hidden
            && !peek(book.rows(index)?.as_mut(), 1)?.records.is_empty()
        {
            names.push(name);
        }
    }
    Ok(names)
}

/// What a workbook is.
enum Kind {
    /// The analytics of one post.
    SinglePost,
    /// A creator's analytics.
    Creator,
    /// Tables, each on a sheet of its own.
    Sheets,
}

/// What a workbook is. Sheets with a declared header come first: days of a company's page have the shape of
/// a creator's.
fn kind(book: &mut Workbook) -> Result<Kind, IntakeError> {
    for (index, name) in sheet_tables(book) {
        let sample = peek(book.rows(index)?.as_mut(), limits::HEADER_ROWS)?;
        if in_sample(&sample, &name, None).is_some() {
            return Ok(Kind::Sheets);
        }
    }
    Ok(if linkedin::is_single_post_workbook(book)? {
        Kind::SinglePost
    } else if linkedin::is_creator_workbook(book)? {
        Kind::Creator
    } else {
        Kind::Sheets
    })
}

/// A sheet's rows: how many bytes they are is not known.
struct SheetRows<'a> {
    rows: Box<dyn Rows + 'a>,
}

impl Rows for SheetRows<'_> {
    fn read(&mut self, record: &mut Record) -> Result<bool, IntakeError> {
        self.rows.read(record)
    }

    fn tally(&self) -> Tally {
        self.rows.tally()
    }
}

impl PacedRows for SheetRows<'_> {
    fn passed(&self) -> u64 {
        0
    }
}
