//! What is said of one thing, and which word counts.
//!
//! The later export wins, by the day to which it tells, else by the order of import; where two of them had
//! nothing between them to decide by, a person's choice does. A blank of the winner takes a known value away
//! only where the winner's source has that column and says that the cell is blank: a column that an export
//! does not have says nothing, and what one source leaves blank another may fill. What a person typed in stands
//! above every file, until they take it back.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::typed::is_typed_file;
use super::workspace::FileRecord;
use crate::facts::{Day, MISSING, Table, TableId, sort_list};

/// A person's choice between two files that say different things of one thing. It is part of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which table.
    pub table: TableId,
    /// Identity of the thing, texts by the workspace's numbers.
    pub identity: Vec<i64>,
    /// The file whose word counts.
    pub preferred: u32,
    /// The file over whose word it counts.
    pub over: u32,
}

/// A thing by its table and identity.
type Thing = (TableId, Vec<i64>);

/// Choices by the thing they are about.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The file whose word counts and the one over which it does.
    by_thing: HashMap<Thing, Vec<(u32, u32)>>,
}

impl Choices {
    /// Adds a choice.
    pub fn add(&mut self, choice: &Choice) {
        let thing = (choice.table, choice.identity.clone());
        self.by_thing.entry(thing).or_default().push((choice.preferred, choice.over));
    }

    fn about(&self, table: TableId, identity: &[i64]) -> &[(u32, u32)] {
        if self.by_thing.is_empty() {
            return &[];
        }
        self.by_thing.get(&(table, identity.to_vec())).map_or(&[], Vec::as_slice)
    }
}

/// How new a word is: the day to which its file tells, the file's number, and whether a person preferred it
/// to that file.
pub type Rank = (Option<Day>, u32, bool);

/// What is known of the files whose words are weighed.
#[derive(Clone, Debug, Default)]
pub struct Files {
    known: BTreeMap<u32, FileWord>,
    choices: Choices,
}

/// How much the words of one file weigh.
#[derive(Clone, Debug, Default)]
struct FileWord {
    end: Option<Day>,
    source: String,
    columns: Vec<(TableId, u32)>,
}

impl Files {
    /// Files by number with what a person chose between them.
    pub fn new<'a>(
        records: impl Iterator<Item = (u32, &'a FileRecord)>,
        choices: impl Iterator<Item = &'a Choice>,
    ) -> Files {
        let mut files = Files::default();
        for (number, record) in records {
            files.add(number, record);
        }
        for choice in choices {
            files.choices.add(choice);
        }
        files
    }

    /// Adds a file.
    pub fn add(&mut self, number: u32, record: &FileRecord) {
        let word = FileWord {
            end: record.summary.data_end,
            source: record.summary.source.clone(),
            columns: record.columns.clone(),
        };
        self.known.insert(number, word);
    }

    /// Adds a choice.
    pub fn choose(&mut self, choice: &Choice) {
        self.choices.add(choice);
    }

    /// How new the word of a file about a thing is.
    pub fn rank(&self, table: TableId, identity: &[i64], file: u32) -> Rank {
        let end = if is_typed_file(file) { Some(Day(i32::MAX)) } else { self.end(file) };
        let own = (end, file, false);
        let about = self.choices.about(table, identity).iter();
        let chosen = about.filter(|(preferred, over)| *preferred == file && self.known.contains_key(over));
        chosen.map(|(_, over)| (self.end(*over), *over, true)).fold(own, Rank::max)
    }

    /// The day to which a file tells.
    pub fn end(&self, file: u32) -> Option<Day> {
        self.known.get(&file).and_then(|word| word.end)
    }

    /// The source of a file.
    pub fn source(&self, file: u32) -> &str {
        self.known.get(&file).map_or("", |word| word.source.as_str())
    }

    /// The columns of a table that a file has, as bits. Of files imported before that was kept: all.
    pub fn columns(&self, file: u32, table: TableId) -> u32 {
        let columns = self.known.get(&file).and_then(|word| word.columns.iter().find(|(id, _)| *id == table));
        columns.map_or(u32::MAX, |(_, bits)| *bits)
    }
}

/// One version of what is said of a thing.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// Its cells.
    pub cells: Vec<i64>,
    /// How new it is.
    pub rank: Rank,
    /// The newest file that says it.
    pub file: u32,
    /// The source that says it.
    pub source: &'a str,
    /// The columns that its file has, as bits.
    pub columns: u32,
}

/// The cells of a thing, and which version gave most of them.
pub fn newest_word(said: &[Said<'_>]) -> (Vec<i64>, usize) {
    let mut order: Vec<usize> = (0..said.len()).collect();
    let rank = |at: usize| said.get(at).map(|said| Reverse((said.rank, at)));
    sort_list(&mut order, |&a, &b| rank(a).cmp(&rank(b)));
    let ranked: Vec<&Said<'_>> = order.iter().filter_map(|&at| said.get(at)).collect();
    let winner = order.first().copied().unwrap_or(0);
    let mut cells = ranked.first().map_or_else(Vec::new, |said| said.cells.clone());
    for (field, cell) in cells.iter_mut().enumerate().filter(|(_, cell)| **cell == MISSING) {
        // The sources whose newest word with this column leaves it blank: their older words are gone.
        let mut blank: Vec<&str> = Vec::new();
        for said in &ranked {
            if blank.contains(&said.source) {
                continue;
            }
            match said.cells.get(field) {
                Some(&value) if value != MISSING => {
                    *cell = value;
                    break;
                }
                _ if said.columns >> field & 1 == 1 => blank.push(said.source),
                _ => {}
            }
        }
    }
    (cells, winner)
}

/// The columns of a table that hold anything, as bits.
pub fn filled_columns(table: &Table) -> u32 {
    let fields = 0..table.schema().fields.len();
    let filled = fields.filter(|field| table.column(*field).iter().any(|cell| *cell != MISSING));
    filled.fold(0, |bits, field| bits | 1 << field)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: u32 = u32::MAX;

    fn said(source: &'static str, end: i32, columns: u32, cells: &[i64]) -> Said<'static> {
        Said {
            cells: cells.to_vec(),
            rank: (Some(Day(end)), end as u32, false),
            file: end as u32,
            source,
            columns,
        }
    }

    #[test]
    fn a_blank_takes_away_only_what_its_source_can_say() {
        let old = said("crm", 1, ALL, &[1, 7, 8]);
        let blank = newest_word(&[old.clone(), said("crm", 2, ALL, &[1, MISSING, 9])]);
        assert_eq!(blank, (vec![1, MISSING, 9], 1));
        let without_column = newest_word(&[old.clone(), said("crm", 2, 0b101, &[1, MISSING, 9])]);
        assert_eq!(without_column, (vec![1, 7, 9], 1));
        let other = newest_word(&[old.clone(), said("billing", 2, ALL, &[1, MISSING, 9])]);
        assert_eq!(other, (vec![1, 7, 9], 1));
        // Another source's blank does not bring back what the own source took away.
        let three = [old, said("crm", 2, ALL, &[1, MISSING, 8]), said("billing", 3, ALL, &[1, MISSING, 9])];
        assert_eq!(newest_word(&three), (vec![1, MISSING, 9], 2));
    }

    #[test]
    fn no_table_has_more_fields_than_bits() {
        assert!(TableId::ALL.iter().all(|id| id.schema().fields.len() <= 32));
    }
}
