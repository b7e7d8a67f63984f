//! What a person types in: entries with numbers of their own, and the steps that changed them.
//!
//! An entry is a row of a canonical table. The entries of a table together are a file that the workspace makes
//! itself, under a number that no import ever gets: a provider like any other, so that figures, breakdowns, the
//! rows behind a number and backups need to know nothing of it. A change makes that file anew.
//!
//! A step is one command: an entry, or a pasted batch. It remembers each entry before and after, so taking it
//! back is exact whatever was imported meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::merge::{merge, ordinals};
use super::workspace::{FileRecord, Workspace};
use crate::facts::{Day, FieldType, FileSummary, MISSING, Moment, Repeats, Span, Sym, Table, TableId, Zone};

/// Number of an entry; never used twice in a workspace.
pub type EntryId = u32;

/// Steps that can be taken back. Older ones are forgotten; their entries stay.
const MOST_STEPS: usize = 100;

/// The first of the file numbers that are kept for what is typed in, one a table.
const FIRST_TYPED_FILE: u32 = u32::MAX - 255;

/// Whether a file's number is that of what is typed in.
pub fn is_typed_file(file: u32) -> bool {
    file >= FIRST_TYPED_FILE
}

fn typed_file(table: TableId) -> u32 {
    FIRST_TYPED_FILE + u32::try_from(table.index()).unwrap_or(0)
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number.
    pub id: EntryId,
    /// Where it belongs.
    pub table: TableId,
    /// Its cells as stored integers, texts numbered as the workspace's.
    pub cells: Vec<i64>,
    /// The day on which it was typed.
    pub on: Day,
}

/// One change of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new entry. Where the table has one entry a thing and the thing has one, it takes its place.
    Add {
        /// Where it belongs.
        table: TableId,
        /// Its cells.
        cells: Vec<i64>,
    },
    /// Other cells for an entry.
    Edit {
        /// Which.
        id: EntryId,
        /// Its cells.
        cells: Vec<i64>,
    },
    /// No such entry any more.
    Delete {
        /// Which.
        id: EntryId,
    },
}

/// An entry before and after a step; none where there was or is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Turned {
    before: Option<Entry>,
    after: Option<Entry>,
}

/// All that was typed in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    entries: BTreeMap<EntryId, Entry>,
    last: EntryId,
    done: Vec<Vec<Turned>>,
    undone: Vec<Vec<Turned>>,
}

impl Typed {
    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The same without what speaks of texts that do not exist, as only a damaged body does.
    pub(super) fn fitting(mut self, names: usize) -> Typed {
        let fits = |entry: &Entry| {
            entry.table.schema().fields.iter().zip(&entry.cells).all(|(field, cell)| {
                field.kind != FieldType::Text
                    || *cell == MISSING
                    || usize::try_from(*cell).is_ok_and(|cell| cell < names)
            })
        };
        self.entries.retain(|_, entry| fits(entry));
        let whole = |step: &Vec<Turned>| {
            step.iter().flat_map(|turned| [&turned.before, &turned.after]).flatten().all(fits)
        };
        self.done.retain(whole);
        self.undone.retain(whole);
        self
    }

    /// Another entry of the thing that cells speak of, in a table that has one entry a thing.
    fn same_thing(&self, table: TableId, cells: &[i64], but: Option<EntryId>) -> Option<EntryId> {
        if table.schema().repeats != Repeats::AreTheSame {
            return None;
        }
        let wanted = identity(table, cells);
        let others = self.entries.values().filter(|entry| entry.table == table && Some(entry.id) != but);
        others.filter(|entry| identity(table, &entry.cells) == wanted).map(|entry| entry.id).next()
    }

    fn put(&mut self, id: EntryId, after: Option<Entry>) -> Turned {
        let before = match after.clone() {
            Some(entry) => self.entries.insert(id, entry),
            None => self.entries.remove(&id),
        };
        Turned { before, after }
    }

    /// Makes a change; none where it speaks of an entry that there is not.
    fn make(&mut self, change: Change, on: Day) -> Option<Vec<Turned>> {
        match change {
            Change::Add { table, cells } => {
                let id = self.same_thing(table, &cells, None).unwrap_or_else(|| {
                    self.last += 1;
                    self.last
                });
                Some(vec![self.put(id, Some(Entry { id, table, cells, on }))])
            }
            Change::Edit { id, cells } => {
                let table = self.entries.get(&id)?.table;
                // Made to speak of another entry's thing, it takes that one's place.
                let replaced = self.same_thing(table, &cells, Some(id)).map(|other| self.put(other, None));
                let edited = self.put(id, Some(Entry { id, table, cells, on }));
                Some(replaced.into_iter().chain([edited]).collect())
            }
            Change::Delete { id } => {
                self.entries.get(&id)?;
                Some(vec![self.put(id, None)])
            }
        }
    }
}

fn identity(table: TableId, cells: &[i64]) -> Vec<i64> {
    let mut row = Table::new(table);
    row.push(cells, 0, 0);
    row.identity(0)
}

fn tables(step: &[Turned]) -> BTreeSet<TableId> {
    step.iter()
        .flat_map(|turned| [&turned.before, &turned.after])
        .flatten()
        .map(|entry| entry.table)
        .collect()
}

impl Workspace {
    /// Every entry, in the order in which they were first typed.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.typed.entries.values()
    }

    /// One entry.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.typed.entries.get(&id)
    }

    /// The number of a text, added when new: for the cells of an entry.
    pub fn names_mut(&mut self) -> &mut crate::facts::Names {
        &mut self.names
    }

    /// Makes changes as one step. Gives the numbers of the entries that are there now; none, and nothing is
    /// changed, where one speaks of an entry that there is not.
    pub fn change_entries(&mut self, changes: Vec<Change>, on: Day) -> Option<Vec<EntryId>> {
        let before = self.typed.clone();
        let mut step = Vec::with_capacity(changes.len());
        for change in changes {
            match self.typed.make(change, on) {
                Some(turned) => step.extend(turned),
                None => {
                    self.typed = before;
                    return None;
                }
            }
        }
        let ids = step.iter().filter_map(|turned| turned.after.as_ref()).map(|entry| entry.id).collect();
        self.make_files(&tables(&step));
        if !step.is_empty() {
            self.typed.undone.clear();
            self.typed.done.push(step);
            let surplus = self.typed.done.len().saturating_sub(MOST_STEPS);
            self.typed.done.drain(..surplus);
        }
        Some(ids)
    }

    /// Takes the last step back; false where there is none.
    pub fn undo_entries(&mut self) -> bool {
        let Some(step) = self.typed.done.pop() else { return false };
        for turned in step.iter().rev() {
            let id = turned.before.as_ref().or(turned.after.as_ref()).map_or(0, |entry| entry.id);
            self.typed.put(id, turned.before.clone());
        }
        self.make_files(&tables(&step));
        self.typed.undone.push(step);
        true
    }

    /// Makes the step again that was taken back last; false where there is none.
    pub fn redo_entries(&mut self) -> bool {
        let Some(step) = self.typed.undone.pop() else { return false };
        for turned in &step {
            let id = turned.before.as_ref().or(turned.after.as_ref()).map_or(0, |entry| entry.id);
            self.typed.put(id, turned.after.clone());
        }
        self.make_files(&tables(&step));
        self.typed.done.push(step);
        true
    }

    /// Whether a step can be taken back, and whether one can be made again.
    pub fn entry_steps(&self) -> (bool, bool) {
        (!self.typed.done.is_empty(), !self.typed.undone.is_empty())
    }

    /// Makes the files of typed entries of some tables anew.
    fn make_files(&mut self, tables: &BTreeSet<TableId>) {
        for table in tables {
            let number = typed_file(*table);
            let Some(ledger) = self.ledgers.get_mut(table.index()) else { continue };
            ledger.remove_files(&[number], &mut self.providers);
            self.files.remove(&number);
            let mut rows = Table::new(*table);
            let mut extent = Extent::default();
            for entry in self.typed.entries.values().filter(|entry| entry.table == *table) {
                rows.push(&entry.cells, 0, entry.id);
                extent.see(entry);
            }
            if rows.is_empty() {
                continue;
            }
            merge(ledger, &mut self.providers, &rows, &ordinals(&rows), number);
            let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            let summary = FileSummary {
                source: format!("typed.{}", table.name()),
                rows: count,
                facts: vec![(*table, count)],
                data_end: extent.end,
                period: extent.period,
                ..FileSummary::default()
            };
            let sellers = extent.sellers.iter().map(|seller| (*table, self.names.text(*seller).to_owned()));
            let record = FileRecord { summary, sellers: sellers.collect(), ..FileRecord::default() };
            self.files.insert(number, record);
        }
    }
}

/// What the entries of a table tell of and until when.
#[derive(Default)]
struct Extent {
    period: Option<Span>,
    end: Option<Day>,
    sellers: BTreeSet<Sym>,
}

impl Extent {
    fn see(&mut self, entry: &Entry) {
        let schema = entry.table.schema();
        let cell = |field: &str| {
            let cell = schema.column(field).and_then(|at| entry.cells.get(at)).copied();
            cell.filter(|cell| *cell != MISSING)
        };
        let seller = cell("seller").and_then(|cell| u32::try_from(cell).ok()).map_or(Sym::BLANK, Sym);
        self.sellers.insert(seller);
        for day in schema.dated_by.iter().filter_map(|field| cell(field)) {
            let day = Moment::from_raw(day).day(&Zone::utc());
            self.period = Some(self.period.map_or(Span { from: day, to: day }, |span| Span {
                from: span.from.min(day),
                to: span.to.max(day),
            }));
            // A meeting booked ahead says nothing of the days until then.
            self.end = self.end.max(Some(day.min(entry.on)));
        }
    }
}

#[cfg(test)]
#[path = "typed_tests.rs"]
mod tests;
