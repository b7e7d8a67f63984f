//! A row that a declared source looks at again: what its columns say beyond one field each.

use super::Heading;
use super::plan::Plan;
use crate::facts::{Facts, MISSING, Sym, TableId, text_to_cell};
use crate::intake::Record;
use crate::sources::values::{NumberStyle, is_missing, parse_number};

/// A row after its columns were read and before it is counted.
pub struct MappedRow<'a> {
    pub(super) file: &'a str,
    pub(super) heading: &'a Heading,
    pub(super) record: &'a Record,
    pub(super) line: u32,
    pub(super) plan: &'a Plan,
    pub(super) cells: &'a mut [i64],
    pub(super) facts: &'a mut Facts,
    pub(super) is_moved: bool,
}

impl MappedRow<'_> {
    /// The columns with the text of the row's cells.
    pub fn cells(&self) -> impl Iterator<Item = (&str, std::borrow::Cow<'_, str>)> {
        self.heading.names.iter().enumerate().map(|(at, name)| (name.as_str(), self.record.text(at)))
    }

    /// The text of a column by its name; blank where the file has no such column.
    pub fn text(&self, column: &str) -> String {
        self.heading.column(column).map(|at| self.record.text(at).into_owned()).unwrap_or_default()
    }

    /// A field of the row as stored; `MISSING` where it is not known.
    pub fn stored(&self, field: &str) -> i64 {
        let at = self.plan.schema.column(field);
        at.and_then(|at| self.cells.get(at)).copied().unwrap_or(MISSING)
    }

    /// Sets a field of the row as stored.
    pub fn set(&mut self, field: &str, stored: i64) {
        let at = self.plan.schema.column(field);
        if let Some(cell) = at.and_then(|at| self.cells.get_mut(at)) {
            *cell = stored;
        }
    }

    /// Sets a text field of the row; blank is not known.
    pub fn set_text(&mut self, field: &str, text: &str) {
        let stored = self.text_cell(text);
        self.set(field, stored);
    }

    /// A text as stored.
    pub fn text_cell(&mut self, text: &str) -> i64 {
        text_to_cell(self.facts.names.intern(text))
    }

    /// Name of the file.
    pub fn file(&self) -> &str {
        self.file
    }

    /// Whether the file has a column.
    pub fn has(&self, column: &str) -> bool {
        self.heading.column(column).is_some()
    }

    /// The words of a text field of the row; blank where it is not known.
    pub fn text_of(&self, field: &str) -> String {
        let number = u32::try_from(self.stored(field)).unwrap_or(0);
        self.facts.names.text(Sym(number)).to_owned()
    }

    /// The number in a column; `None` where it is blank or none. The decimal mark is a point.
    pub fn number(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        if is_missing(&text) { None } else { parse_number(&text, NumberStyle::Point) }
    }

    /// Makes the row one of another table instead of its own: fields as stored.
    pub fn move_to(&mut self, table: TableId, fields: &[(&str, i64)]) {
        self.push(table, fields);
        self.is_moved = true;
    }

    /// Adds a row to another table that this row tells of too: fields as stored.
    pub fn push(&mut self, table: TableId, fields: &[(&str, i64)]) {
        let schema = table.schema();
        let mut cells = vec![MISSING; schema.fields.len()];
        for (field, stored) in fields {
            if let Some(cell) = schema.column(field).and_then(|at| cells.get_mut(at)) {
                *cell = *stored;
            }
        }
        self.facts.table_mut(table).push(&cells, 0, self.line);
    }
}
