//! The preview of an import row by row: what each row of each file comes to, and what it would change.
//!
//! Files are compared with the workspace as if those before them were in it already, so the numbers add up.

use std::collections::HashMap;

use super::ledger::{Ledger, Providers};
use super::merge::{FileDelta, Kind, Scale, TableDelta, Weighed, merge, ordinals};
use super::word::{Choice, Files};
use super::workspace::{FileRecord, Workspace};
use crate::facts::{FieldType, FileFacts, MISSING, Repeat, Sym, TableId, text_to_cell};
use crate::metrics::Statuses;

/// What a file of an import says, and of which things it says different things itself.
pub type Incoming<'a> = (&'a FileFacts, &'a [Repeat]);

/// An import looked at row by row, before anything is changed.
#[derive(Debug, Default)]
pub struct Review {
    files: Vec<FileReview>,
    /// Tables that several files of the import speak of: the workspace's versions and theirs.
    ledgers: HashMap<TableId, Ledger>,
    sets: Providers,
    weights: Files,
    first: u32,
}

/// One file of it.
#[derive(Debug, Default)]
struct FileReview {
    tables: Vec<TableReview>,
}

#[derive(Debug)]
struct TableReview {
    table: TableId,
    kinds: Vec<Kind>,
    ordinals: Vec<u32>,
}

/// One row of a preview.
#[derive(Clone, Debug, PartialEq)]
pub struct RowDetail {
    /// Which table.
    pub table: TableId,
    /// The row's number in its file.
    pub line: u32,
    /// What it comes to.
    pub kind: Kind,
    /// Identity of the thing, texts by the workspace's numbers.
    pub identity: Vec<i64>,
    /// What stands for the thing among those of its table, as a person reads it.
    pub thing: String,
    /// The thing before, texts by the workspace's numbers; empty for a new one.
    pub before: Vec<i64>,
    /// The thing after.
    pub after: Vec<i64>,
    /// The words that speak against each other, in their order; empty where nothing is in conflict.
    pub options: Vec<Word>,
    /// Number of the file that said what was known, and the row's line there (0 where not known).
    pub said_by: Option<(u32, u32)>,
}

/// One of several words about a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Number of the file that says it.
    pub file: u32,
    /// The row's line there; 0 where not known.
    pub line: u32,
    /// What the thing is if it counts.
    pub cells: Vec<i64>,
}

impl Review {
    /// What a file would change.
    pub fn delta(&self, file: usize) -> FileDelta {
        let tables = self.files.get(file).map_or(&[][..], |file| &file.tables);
        FileDelta { tables: tables.iter().map(|table| TableDelta::of(table.table, &table.kinds)).collect() }
    }

    /// Number that a file of the import will have.
    pub fn number(&self, file: usize) -> u32 {
        self.first.saturating_add(u32::try_from(file).unwrap_or(u32::MAX))
    }

    /// How many rows of a file are of some kinds, and the places of a page of them.
    pub fn rows(
        &self,
        file: usize,
        kinds: &[Kind],
        skip: usize,
        take: usize,
    ) -> (usize, Vec<(TableId, usize)>) {
        let tables = self.files.get(file).map_or(&[][..], |file| &file.tables);
        let all = tables.iter().flat_map(|review| {
            let rows = review.kinds.iter().enumerate().filter(|(_, kind)| kinds.contains(kind));
            rows.map(|(row, _)| (review.table, row))
        });
        let all: Vec<(TableId, usize)> = all.collect();
        let page = all.iter().skip(skip).take(take).copied().collect();
        (all.len(), page)
    }
}

impl Workspace {
    /// Looks at an import row by row, without changing anything. `&mut` only because texts are numbered among
    /// the workspace's.
    pub fn review(&mut self, incoming: &[Incoming<'_>], choices: &[Choice]) -> Review {
        let statuses = Statuses::new(&self.definitions);
        let first = self.next.1;
        let mut review = Review { weights: self.files_known(), first, ..Review::default() };
        for choice in choices {
            review.weights.choose(choice);
        }
        review.sets = self.providers.clone();
        for (at, (file, repeats)) in incoming.iter().enumerate() {
            let number = review.number(at);
            let record = FileRecord::of(file);
            review.weights.add(number, &record);
            let mut reviewed = FileReview::default();
            for id in TableId::ALL.into_iter().filter(|id| !file.facts.table(*id).is_empty()) {
                let table = self.renumbered(file, id);
                let ordinals = ordinals(&table);
                let Some(own) = self.ledgers.get(id.index()) else { continue };
                let names = |sym: Sym| self.names.text(sym).to_owned();
                let scale = Scale {
                    ledger: review.ledgers.get(&id).unwrap_or(own),
                    sets: &review.sets,
                    files: &review.weights,
                    statuses: &statuses,
                    first,
                    number,
                };
                let mut kinds = scale.kinds(&table, &ordinals, &names);
                for repeat in repeats.iter().filter(|repeat| repeat.table == id) {
                    let line = repeat.statements.get(repeat.kept).map(|said| said.line);
                    let row = (0..table.len()).find(|&row| Some(table.line(row)) == line);
                    if let Some(kind) = row.and_then(|row| kinds.get_mut(row)) {
                        *kind = Kind::Conflict;
                    }
                }
                let is_spoken_of_again =
                    incoming.iter().skip(at + 1).any(|(later, _)| !later.facts.table(id).is_empty());
                if is_spoken_of_again {
                    let ledger = review.ledgers.entry(id).or_insert_with(|| own.clone());
                    merge(ledger, &mut review.sets, &table, &ordinals, number);
                }
                reviewed.tables.push(TableReview { table: id, kinds, ordinals });
            }
            review.files.push(reviewed);
        }
        review
    }

    /// One row of an import that was reviewed.
    pub fn row_detail(
        &self,
        review: &Review,
        at: usize,
        (file, repeats): Incoming<'_>,
        (id, row): (TableId, usize),
    ) -> Option<RowDetail> {
        let reviewed = review.files.get(at)?.tables.iter().find(|review| review.table == id)?;
        let ordinal = reviewed.ordinals.get(row).copied()?;
        let table = file.facts.table(id);
        let cells = self.numbered(file, id, &table.cells(row).collect::<Vec<_>>());
        let identity = id.schema().identity_of(|column| cells.get(column).copied().unwrap_or(MISSING));
        let thing = id.schema().thing(|column| cells.get(column).copied().unwrap_or(MISSING), &self.names);
        let statuses = Statuses::new(&self.definitions);
        let scale = Scale {
            ledger: review.ledgers.get(&id).or_else(|| self.ledgers.get(id.index()))?,
            sets: &review.sets,
            files: &review.weights,
            statuses: &statuses,
            first: review.first,
            number: review.number(at),
        };
        let names = |sym: Sym| self.names.text(sym).to_owned();
        let weighed = scale.weigh(id, &identity, ordinal, cells, &names);
        let line = table.line(row);
        let repeat = repeats.iter().find(|repeat| {
            repeat.table == id && repeat.statements.get(repeat.kept).is_some_and(|said| said.line == line)
        });
        let options = match repeat {
            Some(repeat) => {
                let word = |said: &crate::facts::Statement| Word {
                    file: scale.number,
                    line: said.line,
                    cells: self.numbered(file, id, &said.cells),
                };
                repeat.statements.iter().map(word).collect()
            }
            None => options(&weighed, scale.number, line),
        };
        let kind = if repeat.is_some() { Kind::Conflict } else { weighed.kind };
        let (before, after, said_by) = (weighed.before, weighed.after, weighed.said_by);
        Some(RowDetail { table: id, line, kind, identity, thing, before, after, options, said_by })
    }

    /// A file's cells with their texts by the workspace's numbers.
    fn numbered(&self, file: &FileFacts, id: TableId, cells: &[i64]) -> Vec<i64> {
        let fields = id.schema().fields.iter().zip(cells);
        fields
            .map(|(field, cell)| match (field.kind, u32::try_from(*cell)) {
                (FieldType::Text, Ok(number)) => {
                    let text = file.facts.names.text(Sym(number));
                    self.names.find(text).map_or(MISSING, text_to_cell)
                }
                _ => *cell,
            })
            .collect()
    }
}

fn options(weighed: &Weighed, number: u32, line: u32) -> Vec<Word> {
    let Some((file, known_line)) = weighed.said_by.filter(|_| weighed.kind == Kind::Conflict) else {
        return Vec::new();
    };
    vec![
        Word { file, line: known_line, cells: weighed.otherwise.clone() },
        Word { file: number, line, cells: weighed.after.clone() },
    ]
}
