//! The facts as those see them who compute: one row per thing, with the newest word on it.
//!
//! Of several versions of one thing the one of the later export wins: by data end, else by the order of
//! import. Versions from different kinds of source complete each other: a cell that the winner leaves
//! blank is filled by the newest version of another source, never by an older export of the same one
//! (there, a blank means that the value is gone). What a person typed in stands above every file, until they
//! take it back.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::ledger::{Ledger, Providers};
use super::typed::is_typed_file;
use super::workspace::FileRecord;
use crate::facts::{Day, MISSING, Table};

/// The ledger's table with one row per thing; the ledger's own table where nothing has two versions.
pub fn join(ledger: &Ledger, sets: &Providers, files: &BTreeMap<u32, FileRecord>) -> Arc<Table> {
    let groups = groups(ledger);
    if groups.values().all(|rows| rows.len() == 1) {
        return ledger.versions.clone();
    }
    let mut order: Vec<&Vec<usize>> = groups.values().collect();
    // In the order in which things first appeared, never in the order of a hash map.
    order.sort_unstable_by_key(|rows| rows.first().copied());
    let mut table = Table::new(ledger.versions.id);
    for rows in order {
        let (cells, from) = newest_word(ledger, sets, files, rows);
        table.push(&cells, ledger.versions.file(from), ledger.versions.line(from));
    }
    Arc::new(table)
}

fn groups(ledger: &Ledger) -> HashMap<(Vec<i64>, u32), Vec<usize>> {
    let mut groups: HashMap<(Vec<i64>, u32), Vec<usize>> = HashMap::with_capacity(ledger.versions.len());
    for row in 0..ledger.versions.len() {
        let ordinal = ledger.ordinals.get(row).copied().unwrap_or(0);
        groups.entry((ledger.versions.identity(row), ordinal)).or_default().push(row);
    }
    groups
}

/// The cells of a thing and the version that gave most of them.
fn newest_word(
    ledger: &Ledger,
    sets: &Providers,
    files: &BTreeMap<u32, FileRecord>,
    rows: &[usize],
) -> (Vec<i64>, usize) {
    // The newest provider of each version decides its rank; a file says each thing once.
    let rank = |row: usize| -> (bool, Option<Day>, u32, usize) {
        let set = ledger.providers.get(row).copied().unwrap_or(0);
        sets.files(set)
            .iter()
            .map(|file| {
                let end = files.get(file).and_then(|record| record.summary.data_end);
                (is_typed_file(*file), end, *file, row)
            })
            .max()
            .unwrap_or((false, None, 0, row))
    };
    let source =
        |row: usize| -> &str { files.get(&rank(row).2).map_or("", |record| record.summary.source.as_str()) };
    let mut ranked: Vec<usize> = rows.to_vec();
    ranked.sort_by_key(|&row| std::cmp::Reverse(rank(row)));
    let winner = ranked.first().copied().unwrap_or(0);
    let mut cells: Vec<i64> = ledger.versions.cells(winner).collect();
    let mut heard = vec![source(winner)];
    for row in ranked.into_iter().skip(1) {
        if heard.contains(&source(row)) {
            continue;
        }
        heard.push(source(row));
        for (cell, other) in cells.iter_mut().zip(ledger.versions.cells(row)) {
            if *cell == MISSING {
                *cell = other;
            }
        }
    }
    (cells, winner)
}
