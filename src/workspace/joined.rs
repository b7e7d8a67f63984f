//! The facts as those see them who compute: one row per thing, with the newest word on it (see `word`).

use std::collections::HashMap;
use std::sync::Arc;

use super::ledger::{Ledger, Providers};
use super::word::{Files, Said, newest_word};
use crate::facts::{Table, sort_list};

/// The ledger's table with one row per thing; the ledger's own table where nothing has two versions.
pub fn join(ledger: &Ledger, sets: &Providers, files: &Files) -> Arc<Table> {
    if ledger.has_one_version_each() {
        return ledger.versions.clone();
    }
    let groups = groups(ledger);
    let mut order: Vec<(&Vec<i64>, &Vec<usize>)> =
        groups.iter().map(|((identity, _), rows)| (identity, rows)).collect();
    // In the order in which things first appeared, never in the order of a hash map.
    sort_list(&mut order, |(_, a), (_, b)| a.first().cmp(&b.first()));
    let mut table = Table::new(ledger.versions.id);
    for (identity, rows) in order {
        let version = |row: &usize| version(ledger, sets, files, identity, *row, u32::MAX);
        let said: Vec<Said<'_>> = rows.iter().filter_map(version).collect();
        let (cells, winner) = newest_word(&said);
        let from = rows.get(winner).copied().unwrap_or(0);
        table.push(&cells, ledger.versions.file(from), ledger.versions.line(from));
    }
    Arc::new(table)
}

/// One version as a word, as far as files below a number say it; none where none does. The newest of its
/// files decides how new it is.
pub fn version<'a>(
    ledger: &Ledger,
    sets: &Providers,
    files: &'a Files,
    identity: &[i64],
    row: usize,
    below: u32,
) -> Option<Said<'a>> {
    let table = ledger.versions.id;
    let set = ledger.providers.get(row).copied().unwrap_or(0);
    let earlier = sets.files(set).iter().copied().filter(|file| *file < below);
    let (rank, file) = earlier.map(|file| (files.rank(table, identity, file), file)).max()?;
    Some(Said {
        cells: ledger.versions.cells(row).collect(),
        rank,
        file,
        source: files.source(file),
        columns: files.columns(file, table),
    })
}

fn groups(ledger: &Ledger) -> HashMap<(Vec<i64>, u32), Vec<usize>> {
    let mut groups: HashMap<(Vec<i64>, u32), Vec<usize>> = HashMap::with_capacity(ledger.versions.len());
    for row in 0..ledger.versions.len() {
        let ordinal = ledger.ordinals.get(row).copied().unwrap_or(0);
        groups.entry((ledger.versions.identity(row), ordinal)).or_default().push(row);
    }
    groups
}
