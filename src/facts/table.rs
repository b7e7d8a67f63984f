//! One table as columns of integers, and all tables together.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::notes::PeopleTag;
use super::roster::SellerRoles;
use super::rows::Row;
use super::schema::{FieldType, TableId, TableSchema};
use super::{Amount, Day, Moment, Names, Sym};

/// The stored integer of a missing cell. No text, moment, amount or flag has this value, and a number
/// is stored with `-0.0` made `0.0`, so no number has it either.
pub const MISSING: i64 = i64::MIN;

/// One table: a column of integers per field, and where each row came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Which table.
    pub id: TableId,
    columns: Vec<Vec<i64>>,
    /// Number of the file each row came from.
    files: Vec<u32>,
    /// The row's number in that file as a person sees it there (1 = first line).
    lines: Vec<u32>,
}

impl Table {
    /// An empty table.
    pub fn new(id: TableId) -> Table {
        Table {
            id,
            columns: vec![Vec::new(); id.schema().fields.len()],
            files: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Its schema.
    pub fn schema(&self) -> &'static TableSchema {
        self.id.schema()
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Adds a row of stored integers in field order; missing ones at the end may be left off.
    pub fn push(&mut self, cells: &[i64], file: u32, line: u32) {
        for (position, column) in self.columns.iter_mut().enumerate() {
            column.push(cells.get(position).copied().unwrap_or(MISSING));
        }
        self.files.push(file);
        self.lines.push(line);
    }

    /// Adds a row of another table of the same kind, which came from a file of this number.
    pub fn push_row(&mut self, other: &Table, row: usize, file: u32) {
        for (position, column) in self.columns.iter_mut().enumerate() {
            column.push(other.cell(position, row));
        }
        self.files.push(file);
        self.lines.push(other.line(row));
    }

    /// The stored integer of a cell; `MISSING` outside the table.
    pub fn cell(&self, column: usize, row: usize) -> i64 {
        self.columns.get(column).and_then(|cells| cells.get(row)).copied().unwrap_or(MISSING)
    }

    /// Replaces the stored integer of a cell that exists.
    pub fn set_cell(&mut self, column: usize, row: usize, value: i64) {
        if let Some(cell) = self.columns.get_mut(column).and_then(|cells| cells.get_mut(row)) {
            *cell = value;
        }
    }

    /// The stored integers of a row.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = i64> + '_ {
        self.columns.iter().map(move |cells| cells.get(row).copied().unwrap_or(MISSING))
    }

    /// The cells that say which thing a row speaks of: of each part of the identity the first that is filled.
    pub fn identity(&self, row: usize) -> Vec<i64> {
        self.schema().identity_of(|column| self.cell(column, row))
    }

    /// A whole column.
    pub fn column(&self, column: usize) -> &[i64] {
        self.columns.get(column).map_or(&[], Vec::as_slice)
    }

    /// File number of a row.
    pub fn file(&self, row: usize) -> u32 {
        self.files.get(row).copied().unwrap_or(0)
    }

    /// Line of a row in its file.
    pub fn line(&self, row: usize) -> u32 {
        self.lines.get(row).copied().unwrap_or(0)
    }

    /// Says that a row came from another place.
    pub fn set_origin(&mut self, row: usize, file: u32, line: u32) {
        if let (Some(f), Some(l)) = (self.files.get_mut(row), self.lines.get_mut(row)) {
            (*f, *l) = (file, line);
        }
    }

    /// Keeps the rows for which `keep` says so.
    pub fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        let kept: Vec<usize> = (0..self.len()).filter(|&row| keep(row)).collect();
        for column in &mut self.columns {
            *column = kept.iter().filter_map(|&row| column.get(row).copied()).collect();
        }
        self.files = kept.iter().filter_map(|&row| self.files.get(row).copied()).collect();
        self.lines = kept.iter().filter_map(|&row| self.lines.get(row).copied()).collect();
    }

    /// Replaces every text by its number elsewhere: `translate[old]` is the new number.
    pub fn renumber(&mut self, translate: &[Sym]) {
        for (field, column) in self.id.schema().fields.iter().zip(&mut self.columns) {
            if field.kind != FieldType::Text {
                continue;
            }
            for cell in column.iter_mut().filter(|cell| **cell != MISSING) {
                let old = usize::try_from(*cell).unwrap_or(usize::MAX);
                *cell = translate.get(old).map_or(MISSING, |sym| i64::from(sym.0));
            }
        }
    }

    /// Builds a table from whole columns, as read back from bytes; `None` when their lengths differ.
    pub fn from_columns(
        id: TableId,
        columns: Vec<Vec<i64>>,
        files: Vec<u32>,
        lines: Vec<u32>,
    ) -> Option<Table> {
        let whole = columns.len() == id.schema().fields.len()
            && files.len() == lines.len()
            && columns.iter().all(|column| column.len() == files.len());
        whole.then_some(Table { id, columns, files, lines })
    }

    pub(super) fn text(&self, column: usize, row: usize) -> Sym {
        match self.cell(column, row) {
            MISSING => Sym::BLANK,
            number => Sym(u32::try_from(number).unwrap_or(0)),
        }
    }

    pub(super) fn moment(&self, column: usize, row: usize) -> Option<Moment> {
        Some(self.cell(column, row)).filter(|cell| *cell != MISSING).map(Moment::from_raw)
    }

    pub(super) fn number(&self, column: usize, row: usize) -> Option<f64> {
        Some(self.cell(column, row)).filter(|cell| *cell != MISSING).map(number_from_cell)
    }

    pub(super) fn amount(&self, column: usize, row: usize) -> Option<Amount> {
        Some(self.cell(column, row)).filter(|cell| *cell != MISSING).map(Amount)
    }

    pub(super) fn flag(&self, column: usize, row: usize) -> Option<bool> {
        Some(self.cell(column, row)).filter(|cell| *cell != MISSING).map(|cell| cell != 0)
    }
}

/// The stored integer of a number; `MISSING` for one that is not finite.
pub fn number_to_cell(number: f64) -> i64 {
    if !number.is_finite() {
        return MISSING;
    }
    // Adding 0.0 turns -0.0, whose bits are those of MISSING, into 0.0.
    (number + 0.0).to_bits().cast_signed()
}

fn number_from_cell(cell: i64) -> f64 {
    f64::from_bits(cell.cast_unsigned())
}

/// A row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowRef {
    /// Which table.
    pub table: TableId,
    /// Position in it.
    pub row: u32,
}

/// All tables with their texts, as those see them who compute: one row per thing, newest word on it.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Every text.
    pub names: Names,
    /// Teams and brand pages of their sellers.
    pub roles: SellerRoles,
    pub(super) tables: Vec<Arc<Table>>,
    pub(super) data_ends: BTreeMap<(TableId, Sym), Day>,
    /// Where people were found, as a person says.
    pub tags: Arc<Vec<PeopleTag>>,
    /// What a person said of who is who.
    #[cfg(feature = "engine")]
    pub acquainted: Arc<super::Acquainted>,
}

impl Default for Facts {
    fn default() -> Facts {
        Facts {
            names: Names::default(),
            roles: SellerRoles::default(),
            tables: TableId::ALL.into_iter().map(|id| Arc::new(Table::new(id))).collect(),
            data_ends: BTreeMap::new(),
            tags: Arc::default(),
            #[cfg(feature = "engine")]
            acquainted: Arc::default(),
        }
    }
}

impl Facts {
    /// A table.
    pub fn table(&self, id: TableId) -> &Table {
        // There is one table per id, in the order of the ids.
        &self.tables[id.index()]
    }

    /// A table to be changed; copied first if someone else holds it.
    pub fn table_mut(&mut self, id: TableId) -> &mut Table {
        Arc::make_mut(&mut self.tables[id.index()])
    }

    /// Replaces a table.
    pub fn set_table(&mut self, table: Arc<Table>) {
        let index = table.id.index();
        self.tables[index] = table;
    }

    /// A shared handle of a table.
    pub fn share(&self, id: TableId) -> Arc<Table> {
        self.tables[id.index()].clone()
    }

    /// The rows of a table with their references.
    pub fn rows<R: Row>(&self) -> impl Iterator<Item = (RowRef, R)> + '_ {
        let table = self.table(R::TABLE);
        (0..table.len()).map(move |row| {
            (RowRef { table: R::TABLE, row: u32::try_from(row).unwrap_or(u32::MAX) }, R::read(table, row))
        })
    }

    /// Adds a row from values by field name; for tests and samples.
    pub fn add(&mut self, id: TableId, cells: &[i64], file: u32, line: u32) {
        self.table_mut(id).push(cells, file, line);
    }

    /// Says how far a table's data goes for a seller; a later day replaces an earlier one.
    pub fn extend_data_end(&mut self, table: TableId, seller: Sym, end: Day) {
        let known = self.data_ends.entry((table, seller)).or_insert(end);
        *known = (*known).max(end);
    }

    /// How far a table's data goes for a seller: the latest data end of a file that holds rows of
    /// theirs. What happened later is unknown, not zero.
    pub fn data_end(&self, table: TableId, seller: Sym) -> Option<Day> {
        self.data_ends.get(&(table, seller)).copied()
    }

    /// How far a table's data goes for anyone.
    pub fn table_data_end(&self, table: TableId) -> Option<Day> {
        self.data_ends.range((table, Sym(0))..=(table, Sym(u32::MAX))).map(|(_, end)| *end).max()
    }

    /// Every known data end.
    pub fn data_ends(&self) -> impl Iterator<Item = (TableId, Sym, Day)> + '_ {
        self.data_ends.iter().map(|((table, seller), end)| (*table, *seller, *end))
    }

    /// How far any data goes: the day that stands for "today" where none is given.
    pub fn latest_data_end(&self) -> Option<Day> {
        self.data_ends.values().max().copied()
    }

    /// The stored integer of a text, added to the names when new.
    pub fn text_cell(&mut self, text: &str) -> i64 {
        text_to_cell(self.names.intern(text))
    }
}

/// The stored integer of a text; a blank one is missing.
pub fn text_to_cell(sym: Sym) -> i64 {
    if sym.is_blank() { MISSING } else { i64::from(sym.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{DealRow, SsiRow};

    #[test]
    fn rows_read_back_what_was_stored() {
        let mut facts = Facts::default();
        let ada = facts.text_cell("Ada");
        let day = Day::from_ymd(2026, 3, 4).unwrap();
        facts.add(TableId::Ssi, &[ada, Moment::date(day).raw(), number_to_cell(61.5)], 1, 2);
        let (reference, row) = facts.rows::<SsiRow>().next().unwrap();
        assert_eq!(reference, RowRef { table: TableId::Ssi, row: 0 });
        assert_eq!(facts.names.text(row.seller), "Ada");
        assert_eq!(row.date, Some(Moment::date(day)));
        assert_eq!(row.total, Some(61.5));
        assert_eq!(row.brand, None);
        assert_eq!(DealRow::read(facts.table(TableId::Deals), 7).amount, None);
    }

    #[test]
    fn zero_is_not_missing_whatever_its_sign() {
        assert_ne!(number_to_cell(-0.0), MISSING);
        assert_eq!(number_to_cell(f64::NAN), MISSING);
    }
}
