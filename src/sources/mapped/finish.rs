//! A row that a declared source looks at again: what its columns say beyond one field each.

use std::collections::BTreeMap;

use super::Heading;
use super::cells::{Kind, read_cell};
use super::plan::{Plan, made_id};
use crate::facts::{Day, Facts, MISSING, Moment, Names, Sym, TableId, Zone, text_to_cell};
use crate::intake::Record;
use crate::sources::values::{NumberStyle, flag, is_missing, parse_number};

/// A row after its columns were read and before it is counted.
pub struct MappedRow<'a> {
    pub(super) file: &'a str,
    pub(super) heading: &'a Heading,
    pub(super) record: &'a Record,
    pub(super) plan: &'a Plan,
    pub(super) cells: &'a mut [i64],
    pub(super) facts: &'a mut Facts,
    pub(super) is_moved: bool,
    /// Rows of other tables, kept until this one is known to count.
    pub(super) further: &'a mut Vec<(TableId, Vec<i64>)>,
    /// First cells of the rows above the header.
    pub(super) above: &'a [String],
    /// How far the file is known to reach.
    pub(super) reached: &'a mut Reached,
}

/// How far a file is known to reach by what no field holds: the last of its days.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// Of all of its rows.
    pub(super) last: Option<Day>,
    /// Of the rows of each seller.
    pub(super) by_seller: BTreeMap<Sym, Day>,
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

    /// The text of the first of several columns that is filled: one column under its names in different
    /// layouts.
    pub fn first_text(&self, columns: &[&str]) -> String {
        columns.iter().map(|column| self.text(column)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The identity that a list of deals gives one whose identity it does not state.
    pub fn made_id(&self, name: &str, created: i64) -> String {
        made_id(name, created)
    }

    /// A column's point in time as stored, read in the order of the table's dates; `MISSING` where there is
    /// none.
    pub fn moment(&self, column: &str) -> i64 {
        let Some(at) = self.heading.column(column) else { return MISSING };
        let kind = Kind::Moment(self.plan.date_order());
        // A point in time needs no names.
        read_cell(kind, self.record, at, &mut Names::default()).map_or(MISSING, |stored| stored.value)
    }

    /// Whether a column, by one of its names, says yes or no.
    pub fn flag(&self, columns: &[&str]) -> Option<bool> {
        flag(&self.first_text(columns))
    }

    /// The first cells of the rows above the header, as a report writes what it is about.
    pub fn above(&self) -> &[String] {
        self.above
    }

    /// Says that the file tells at least up to a point in time that no field holds, such as the last change
    /// of a row.
    pub fn reaches(&mut self, stored: i64) {
        if stored != MISSING {
            let day = Moment::from_raw(stored).day(&Zone::utc());
            self.reached.last = self.reached.last.max(Some(day));
            let seller = Sym(u32::try_from(self.stored("seller")).unwrap_or(0));
            let known = self.reached.by_seller.entry(seller).or_insert(day);
            *known = day.max(*known);
        }
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
        self.further.push((table, cells));
    }
}
