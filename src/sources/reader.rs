//! The one reader of declared tables: columns by name, cells by kind, an account of every row.
//!
//! What a declaration cannot say hooks in through [`Special`], visibly, in the source's own file.

use std::borrow::Cow;

use super::declaration::{Column, RowRule, Source, Value};
use super::long_rows::LongRows;
use super::mapped::MappedRow;
use super::owner::Owner;
use super::progress::Meter;
use crate::facts::{FileFacts, LeftOutRow, MISSING, Names, Notice, Reason, text_to_cell};
use crate::intake::{Cell, Header, IntakeError, Record, Rows};

/// A second look at a row that was read as a mapped one: sets further fields or says why it is left out.
pub type SecondLook = fn(&mut MappedRow<'_>) -> Result<(), Reason>;

/// What a source needs beyond its declaration.
#[derive(Clone, Copy)]
pub enum Special {
    /// Nothing.
    None,
    /// Every row, after its columns were read: sets further fields or says why the row is left out.
    Row(fn(&mut RowView<'_>) -> Result<(), Reason>),
    /// The whole table, row by row.
    Table(fn(Job<'_, '_>) -> Result<FileFacts, IntakeError>),
    /// Its columns are read as a mapped table's: number styles and the order of dates are decided over whole
    /// columns and asked where they are open. Every row that was read may be looked at again.
    Mapped(Option<SecondLook>),
    /// A file that is no single table: `read` hands its parts over itself.
    File,
}

impl std::fmt::Debug for Special {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Special::None => "None",
            Special::Row(_) => "Row",
            Special::Table(_) => "Table",
            Special::Mapped(_) => "Mapped",
            Special::File => "File",
        })
    }
}

/// One recognised table about to be read. Its rows stand after the header.
pub struct Job<'a, 'm> {
    /// What it is.
    pub source: &'static Source,
    /// Name of the file.
    pub file: &'a str,
    /// Its rows.
    pub rows: &'a mut dyn PacedRows,
    /// Where its declared columns are.
    pub columns: Columns,
    /// Whose archive it belongs to, as far as known; what the table says of it is added.
    pub owner: &'a mut Owner,
    /// Who is told how far it is.
    pub meter: &'a mut Meter<'m>,
}

/// Rows that know how many bytes of the file they have passed.
pub trait PacedRows: Rows {
    /// Bytes passed.
    fn passed(&self) -> u64;
}

impl PacedRows for crate::intake::TextRows<'_> {
    fn passed(&self) -> u64 {
        u64::try_from(self.position()).unwrap_or(u64::MAX)
    }
}

/// Where the declared columns of a source stand in one file.
#[derive(Clone, Debug)]
pub struct Columns {
    positions: Vec<Option<usize>>,
    hidden: Vec<usize>,
    names: Vec<String>,
}

impl Columns {
    /// Looks every declared column up by its names, the first that is there.
    pub fn find(source: &Source, header: &Header) -> Columns {
        let positions = source
            .columns
            .iter()
            .map(|column| column.names.iter().find_map(|name| header.position(name)))
            .collect();
        let hidden = source.hidden.iter().flat_map(|name| header.positions(name)).collect();
        Columns { positions, hidden, names: header.names.clone() }
    }

    /// The names of all columns as the file writes them.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The place of a column by its first declared name.
    pub fn of(&self, source: &Source, name: &str) -> Option<usize> {
        let at = source.columns.iter().position(|column| column.names.first() == Some(&name))?;
        self.positions.get(at).copied().flatten()
    }

    /// A row's cells for the account of left-out rows: shortened, without the texts of people.
    pub fn cells(&self, record: &Record) -> Vec<String> {
        const LONGEST: usize = 60;
        const MOST: usize = 24;
        (0..record.width().min(MOST))
            .map(|column| {
                if self.hidden.contains(&column) {
                    return String::from("…");
                }
                let text = record.text(column);
                match text.char_indices().nth(LONGEST) {
                    Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
                    None => text.into_owned(),
                }
            })
            .collect()
    }
}

/// A row while it is read.
pub struct RowView<'a> {
    source: &'static Source,
    record: &'a Record,
    columns: &'a Columns,
    names: &'a mut Names,
    cells: &'a mut [i64],
    owner: &'a mut Owner,
}

impl RowView<'_> {
    /// Whose archive it is, as far as known: the row may say more.
    pub fn owner(&mut self) -> &mut Owner {
        self.owner
    }

    /// The text of a column by its first declared name; blank where the file has no such column.
    pub fn text(&self, column: &str) -> Cow<'_, str> {
        self.columns.of(self.source, column).map_or(Cow::Borrowed(""), |at| self.record.text(at))
    }

    /// Sets a text field of the source's table.
    pub fn set_text(&mut self, field: &str, text: &str) {
        let place = self.source.tables.first().and_then(|table| table.schema().column(field));
        if let Some(cell) = place.and_then(|at| self.cells.get_mut(at)) {
            *cell = text_to_cell(self.names.intern(text));
        }
    }
}

/// One column of a file with what it fills.
struct Bound {
    column: &'static Column,
    at: usize,
    field: usize,
}

/// Reads a declared table.
///
/// # Errors
/// Anything wrong with the file.
pub fn read_table(job: Job<'_, '_>) -> Result<FileFacts, IntakeError> {
    if let Special::Table(read) = job.source.special {
        return read(job);
    }
    let Some(&table_id) = job.source.tables.first() else { return read_unused(job) };
    let Job { source, file, rows, columns, owner, meter } = job;
    let schema = table_id.schema();
    let bound: Vec<Bound> = source
        .columns
        .iter()
        .zip(&columns.positions)
        .filter_map(|(column, at)| Some(Bound { column, at: (*at)?, field: schema.column(column.field)? }))
        .collect();
    let mut out = start(source, file);
    let mut constants = vec![MISSING; schema.fields.len()];
    for (field, words) in source.constants {
        if let Some(cell) = schema.column(field).and_then(|at| constants.get_mut(at)) {
            *cell = out.facts.text_cell(words);
        }
    }
    let mut record = Record::default();
    let mut cells = constants.clone();
    let mut joined = String::new();
    let mut long_rows = LongRows::beyond(columns.names.len());
    while rows.read(&mut record)? {
        out.summary.rows += 1;
        long_rows.see(&record);
        meter.row(out.summary.rows, rows.passed());
        cells.copy_from_slice(&constants);
        let mut fault = by_rule(source, &columns, &record).map(|reason| (reason, None));
        for bound in &bound {
            if fault.is_none() {
                fault =
                    read_cell(bound, &record, &mut out.facts.names, &mut cells, &mut joined, schema.fields)
                        .err()
                        .map(|reason| (reason, Some(bound.column)));
            }
        }
        if let (None, Special::Row(finish)) = (&fault, source.special) {
            let names = &mut out.facts.names;
            let (record, columns, cells) = (&record, &columns, &mut cells);
            let mut view = RowView { source, record, columns, names, cells, owner };
            fault = finish(&mut view).err().map(|reason| (reason, None));
        }
        if fault.is_none() {
            let blank =
                schema.fields.iter().zip(&cells).find(|(field, cell)| field.needed && **cell == MISSING);
            fault = blank.map(|(field, _)| {
                (Reason::NeededBlank, source.columns.iter().find(|column| column.field == field.name))
            });
        }
        match fault {
            None => out.facts.table_mut(table_id).push(&cells, 0, line(&record)),
            Some((reason, column)) => out.summary.leave_out(LeftOutRow {
                line: line(&record),
                reason,
                column: column.and_then(|column| column.names.first()).map(|name| (*name).to_owned()),
                cells: columns.cells(&record),
            }),
        }
    }
    note_tally(&mut out, rows);
    out.summary.notices.extend(long_rows.notice());
    Ok(out)
}

/// Reads a table that no metric uses: it is known, so nobody is asked what it is, and every row says why it
/// is left out.
///
/// # Errors
/// Anything wrong with the file.
pub(super) fn read_unused(job: Job<'_, '_>) -> Result<FileFacts, IntakeError> {
    let Job { source, file, rows, columns, meter, .. } = job;
    let mut out = start(source, file);
    let mut record = Record::default();
    while rows.read(&mut record)? {
        out.summary.rows += 1;
        meter.row(out.summary.rows, rows.passed());
        let cells = columns.cells(&record);
        let row = LeftOutRow { line: line(&record), reason: Reason::NoMetric, column: None, cells };
        out.summary.leave_out(row);
    }
    note_tally(&mut out, rows);
    Ok(out)
}

/// An empty account.
pub fn start(source: &Source, file: &str) -> FileFacts {
    let mut out = FileFacts::default();
    out.summary.file = file.to_owned();
    out.summary.source = source.id.to_owned();
    out
}

/// The line of a record as facts keep it.
pub fn line(record: &Record) -> u32 {
    u32::try_from(record.line()).unwrap_or(u32::MAX)
}

/// Says that quotes stood where the format has none, if so.
pub fn note_tally(out: &mut FileFacts, rows: &dyn PacedRows) {
    let tally = rows.tally();
    if tally.stray_quotes > 0 {
        let line = tally.first_stray_quote_line.unwrap_or_default();
        out.summary.notices.push(Notice {
            code: "stray_quotes".into(),
            args: vec![("count".into(), tally.stray_quotes.to_string()), ("line".into(), line.to_string())],
        });
    }
}

fn read_cell(
    bound: &Bound,
    record: &Record,
    names: &mut Names,
    cells: &mut [i64],
    joined: &mut String,
    fields: &[crate::facts::Field],
) -> Result<(), Reason> {
    let Some(cell) = cells.get_mut(bound.field) else { return Ok(()) };
    let text = record.text(bound.at);
    if let Value::IsFilled = bound.column.value {
        *cell = i64::from(!text.is_empty());
        return Ok(());
    }
    if text.is_empty() {
        return Ok(());
    }
    *cell = match bound.column.value {
        Value::Text if *cell != MISSING => {
            // A second column of one text field: a last name after a first name.
            joined.clear();
            let before = crate::facts::Sym(u32::try_from(*cell).unwrap_or(0));
            joined.push_str(names.text(before));
            joined.push(' ');
            joined.push_str(&text);
            text_to_cell(names.intern(joined))
        }
        Value::Text => text_to_cell(names.intern(&text)),
        Value::TextIn(take) => text_to_cell(names.intern(take(&text))),
        Value::Moment(read) => match read(&text) {
            Some(moment) => moment.raw(),
            // An optional date that cannot be read is unknown; a needed one loses the row.
            None if fields.get(bound.field).is_some_and(|field| field.needed) => return Err(Reason::BadDate),
            None => MISSING,
        },
        Value::Choice(list) => match list.iter().find(|(from, _)| from.eq_ignore_ascii_case(&text)) {
            Some((_, to)) => text_to_cell(names.intern(to)),
            None => return Err(Reason::BadChoice),
        },
        Value::AsField | Value::IsFilled => MISSING,
    };
    Ok(())
}

/// Why a declared rule leaves the row out.
fn by_rule(source: &Source, columns: &Columns, record: &Record) -> Option<Reason> {
    source.rules.iter().find_map(|rule| match rule {
        RowRule::Footer(starts) => {
            let (at, _) = record.cells().find(|(_, cell)| *cell != Cell::Missing)?;
            let first = record.text(at);
            starts.iter().any(|start| first.starts_with(start)).then_some(Reason::Footer)
        }
        // Rules of reports, which are read as mapped tables.
        RowRule::LoneCell | RowRule::Total(_) | RowRule::Grouped => None,
        RowRule::ClosedAccount(fields) => source
            .columns
            .iter()
            .zip(&columns.positions)
            .filter(|(column, _)| fields.contains(&column.field))
            .all(|(_, at)| at.is_none_or(|at| record.text(at).is_empty()))
            .then_some(Reason::ClosedAccount),
    })
}
