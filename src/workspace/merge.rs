//! What a file would change, and the change itself.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::ledger::{Ledger, Providers};
use crate::facts::{Repeats, Table, TableId};

/// What a file would change, table by table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileDelta {
    /// In the order of the tables.
    pub tables: Vec<TableDelta>,
}

/// What a file would change in one table. The three add up to its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableDelta {
    /// Which table.
    pub table: TableId,
    /// Rows about things not known yet.
    pub new: u32,
    /// Rows that say something else about a known thing.
    pub changed: u32,
    /// Rows that say what is known.
    pub same: u32,
}

/// Numbers the look-alikes of a file's table: which of several equal-looking events each row is. A table
/// whose repeats are the same thing has 0 throughout.
fn ordinals(table: &Table) -> Vec<u32> {
    if table.schema().repeats == Repeats::AreTheSame {
        return vec![0; table.len()];
    }
    let mut seen: HashMap<Vec<i64>, u32> = HashMap::with_capacity(table.len());
    (0..table.len())
        .map(|row| {
            let count = seen.entry(table.identity(row)).or_insert(0);
            let ordinal = *count;
            *count += 1;
            ordinal
        })
        .collect()
}

/// Whether a version says exactly what a row says.
fn says_same(ledger: &Ledger, version: u32, table: &Table, row: usize) -> bool {
    ledger.versions.cells(version as usize).eq(table.cells(row))
}

/// What a file's table would change.
pub fn compare(ledger: &Ledger, table: &Table) -> TableDelta {
    let mut delta = TableDelta { table: table.id, new: 0, changed: 0, same: 0 };
    for (row, ordinal) in ordinals(table).into_iter().enumerate() {
        let known = ledger.versions_of(table, row, ordinal);
        if known.is_empty() {
            delta.new += 1;
        } else if known.iter().any(|&version| says_same(ledger, version, table, row)) {
            delta.same += 1;
        } else {
            delta.changed += 1;
        }
    }
    delta
}

/// Merges a file's table, whose texts are numbered as the ledger's.
pub fn merge(ledger: &mut Ledger, sets: &mut Providers, table: &Table, file: u32) {
    let alone = sets.number(vec![file]);
    for (row, ordinal) in ordinals(table).into_iter().enumerate() {
        let known = ledger.versions_of(table, row, ordinal);
        match known.iter().find(|&&version| says_same(ledger, version, table, row)) {
            Some(&version) => {
                if let Some(set) = ledger.providers.get_mut(version as usize) {
                    *set = sets.with(*set, file);
                }
            }
            None => ledger.push(table, row, ordinal, alone, file),
        }
    }
}
