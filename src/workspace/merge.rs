//! What a file's rows would change, and the change itself.

use serde::{Deserialize, Serialize};

use super::joined::version;
use super::ledger::{Ledger, Providers};
use super::row_index::{IdentityColumns, RowIndex, hash_of};
use super::word::{Files, Said, newest_word};
use crate::facts::{Day, MISSING, Moment, Repeats, Sym, Table, TableId, Zone};
use crate::metrics::{DealState, Statuses};

/// What a file would change, table by table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileDelta {
    /// In the order of the tables.
    pub tables: Vec<TableDelta>,
}

/// What a file would change in one table. All but `older` add up to its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableDelta {
    /// Which table.
    pub table: TableId,
    /// Rows about things not known yet.
    pub new: u32,
    /// Rows that change what is known of a thing.
    pub changed: u32,
    /// Rows after which everything known is as before.
    pub same: u32,
    /// Of those, the ones that say something else which newer words overrule.
    #[serde(default)]
    pub older: u32,
    /// Rows that speak against another word with nothing to decide between the two.
    #[serde(default)]
    pub conflicts: u32,
}

/// What a row comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// About a thing not known yet.
    New,
    /// It changes what is known.
    Changed,
    /// It says what is known.
    Same,
    /// It says something else, but a newer word stands.
    Older,
    /// It speaks against another word with nothing to decide between the two.
    Conflict,
}

impl TableDelta {
    /// Counts what rows come to.
    pub fn of(table: TableId, kinds: &[Kind]) -> TableDelta {
        let count = |wanted: &[Kind]| {
            u32::try_from(kinds.iter().filter(|kind| wanted.contains(kind)).count()).unwrap_or(u32::MAX)
        };
        TableDelta {
            table,
            new: count(&[Kind::New]),
            changed: count(&[Kind::Changed]),
            same: count(&[Kind::Same, Kind::Older]),
            older: count(&[Kind::Older]),
            conflicts: count(&[Kind::Conflict]),
        }
    }
}

/// Numbers the look-alikes of a file's table: which of several equal-looking events each row is. A table
/// whose repeats are the same thing has 0 throughout.
pub fn ordinals(table: &Table) -> Vec<u32> {
    if table.schema().repeats == Repeats::AreTheSame {
        return vec![0; table.len()];
    }
    let identity = IdentityColumns::new(table.schema());
    let mut index = RowIndex::with_capacity(table.len());
    // The first row of each thing, and how many speak of it.
    let mut things: Vec<(usize, u32)> = Vec::with_capacity(table.len());
    (0..table.len())
        .map(|row| {
            let hash = hash_of(identity.cells(table, row), 0);
            let known = index.of(hash).map(|thing| thing as usize).find(|thing| {
                let first = things.get(*thing).map_or(row, |(first, _)| *first);
                identity.cells(table, first).eq(identity.cells(table, row))
            });
            match known.and_then(|thing| things.get_mut(thing)) {
                Some((_, count)) => {
                    *count += 1;
                    *count - 1
                }
                None => {
                    index.push(hash);
                    things.push((row, 1));
                    0
                }
            }
        })
        .collect()
}

/// A file's rows are weighed against what was known before it.
pub struct Scale<'a> {
    /// What is known of the table, the file itself aside.
    pub ledger: &'a Ledger,
    /// Which files say what of it.
    pub sets: &'a Providers,
    /// How much their words weigh.
    pub files: &'a Files,
    /// When a deal is closed.
    pub statuses: &'a Statuses,
    /// Number of the first file of this import.
    pub first: u32,
    /// Number of the file; those after it are not looked at.
    pub number: u32,
}

/// A row against what was known before it.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// What it comes to.
    pub kind: Kind,
    /// The cells of the thing before; empty for a new one.
    pub before: Vec<i64>,
    /// The cells after it.
    pub after: Vec<i64>,
    /// Of a conflict: the cells if the other word counts.
    pub otherwise: Vec<i64>,
    /// The file that said what was known, and the row's line there (0 where not known).
    pub said_by: Option<(u32, u32)>,
}

impl Scale<'_> {
    /// What each row of the file comes to.
    pub fn kinds(&self, table: &Table, ordinals: &[u32], names: &dyn Fn(Sym) -> String) -> Vec<Kind> {
        (0..table.len())
            .map(|row| {
                let ordinal = ordinals.get(row).copied().unwrap_or(0);
                let mut known = self.ledger.versions_of(table, row, ordinal);
                let identity = || table.identity(row);
                match (known.next(), known.next()) {
                    (None, _) => Kind::New,
                    // Most rows of a re-export: said once before, and said the same.
                    (Some(only), None)
                        if self.ledger.versions.cells(only as usize).eq(table.cells(row))
                            && self.is_earlier(only) =>
                    {
                        Kind::Same
                    }
                    _ => self.weigh(table.id, &identity(), ordinal, table.cells(row).collect(), names).kind,
                }
            })
            .collect()
    }

    fn is_earlier(&self, version: u32) -> bool {
        let set = self.ledger.providers.get(version as usize).copied().unwrap_or(0);
        self.sets.files(set).iter().any(|file| *file < self.number)
    }

    /// What a row comes to, with what was known before it and what is after it.
    pub fn weigh(
        &self,
        table: TableId,
        identity: &[i64],
        ordinal: u32,
        cells: Vec<i64>,
        names: &dyn Fn(Sym) -> String,
    ) -> Weighed {
        let rows = self.ledger.versions_by(identity, ordinal);
        let known: Vec<(Said<'_>, u32)> = rows
            .into_iter()
            .filter_map(|row| {
                let at = row as usize;
                let said = version(self.ledger, self.sets, self.files, identity, at, self.number)?;
                let line = if self.ledger.versions.file(at) == said.file {
                    self.ledger.versions.line(at)
                } else {
                    0
                };
                Some((said, line))
            })
            .collect();
        let words: Vec<Said<'_>> = known.iter().map(|(said, _)| said.clone()).collect();
        if words.is_empty() {
            return Weighed {
                kind: Kind::New,
                before: Vec::new(),
                after: cells,
                otherwise: Vec::new(),
                said_by: None,
            };
        }
        let (before, winner) = newest_word(&words);
        let said_by = known.get(winner).map(|(said, line)| (said.file, *line));
        let end = self.files.end(self.number);
        let with = |rank| {
            let mut all = words.clone();
            // Who says again what was said is one more that says it.
            all.retain(|said| said.cells != cells || said.rank > rank);
            all.push(Said {
                cells: cells.clone(),
                rank,
                file: self.number,
                source: self.files.source(self.number),
                columns: self.files.columns(self.number, table),
            });
            newest_word(&all).0
        };
        let after = with(self.files.rank(table, identity, self.number));
        let (first, last) = (with((end, self.number, true)), with((end, 0, false)));
        let mut kind = if after == before {
            if words.iter().any(|said| said.cells == cells) || before == cells {
                Kind::Same
            } else {
                Kind::Older
            }
        } else {
            Kind::Changed
        };
        let mut otherwise = Vec::new();
        // Two files of one import that tell up to the same day, and it matters which of them comes last.
        let is_even = first != last
            && words.iter().any(|said| said.file >= self.first && self.files.end(said.file) == end);
        let goes_back = first != before && said_by.is_some_and(|(file, _)| end > self.files.end(file)) && {
            let own = self.statement_day(table, &cells, names);
            own.zip(self.statement_day(table, &before, names)).is_some_and(|(own, known)| own < known)
        };
        if is_even || goes_back {
            kind = Kind::Conflict;
            otherwise = if is_even { last } else { before.clone() };
        }
        let after = if kind == Kind::Conflict { first } else { after };
        Weighed { kind, before, after, otherwise, said_by }
    }

    /// The day of the last thing that a lead's or deal's row tells of. The closing date of an open deal is an
    /// expectation.
    fn statement_day(&self, table: TableId, cells: &[i64], names: &dyn Fn(Sym) -> String) -> Option<Day> {
        if !matches!(table, TableId::Leads | TableId::Deals) {
            return None;
        }
        let cell = |field: &str| {
            table.schema().column(field).and_then(|at| cells.get(at)).copied().filter(|cell| *cell != MISSING)
        };
        let is_open = table == TableId::Deals && {
            let status = cell("status").and_then(|cell| u32::try_from(cell).ok());
            let status = status.map_or_else(String::new, |number| names(Sym(number)));
            self.statuses.deal(&status) == DealState::Open
        };
        let dated = table.schema().dated_by.iter().filter(|field| !(is_open && **field == "closed"));
        dated.filter_map(|field| cell(field)).map(|cell| Moment::from_raw(cell).day(&Zone::utc())).max()
    }
}

/// Merges a file's table, whose texts are numbered as the ledger's.
pub fn merge(ledger: &mut Ledger, sets: &mut Providers, table: &Table, ordinals: &[u32], file: u32) {
    let alone = sets.number(vec![file]);
    for row in 0..table.len() {
        let ordinal = ordinals.get(row).copied().unwrap_or(0);
        let mut known = ledger.versions_of(table, row, ordinal);
        let same = known.find(|version| ledger.versions.cells(*version as usize).eq(table.cells(row)));
        drop(known);
        match same {
            Some(version) => {
                if let Some(set) = ledger.providers.get_mut(version as usize) {
                    *set = sets.with(*set, file);
                }
            }
            None => ledger.push(table, row, ordinal, alone, file),
        }
    }
}
