//! The roster applied: facts in which every seller goes by the name that is shown.
//!
//! Where several names of one table belong to one seller, the files are merged anew under the one name, as if
//! they had come with it: what two exports say of one thing under two names is then one thing, with the newest
//! word on it. (Of a file that says one thing twice under both names the order of its lines is not known any
//! more where an earlier file said one of them; the name met first in the workspace counts as the earlier line.)

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::joined::join;
use super::ledger::{Ledger, Providers};
use super::merge::{merge, ordinals};
use super::roster::Roster;
use super::word::Files;
use super::workspace::Workspace;
use crate::facts::{
    Facts, MISSING, Names, Repeats, SellerKind, SellerRoles, Sym, Table, TableId, gather, text_to_cell,
};

/// Where a seller's name stands in the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameRecord {
    /// Rows under that name, every version counted.
    pub rows: u32,
    /// Numbers of the files that have it.
    pub files: BTreeSet<u32>,
}

/// What has to be written in the place of a seller's name.
pub(super) struct Renaming {
    /// By the stored integer of the file's name; names that stay are not in it.
    cells: HashMap<i64, i64>,
}

impl Renaming {
    /// From a roster; names to show are added to the texts.
    pub(super) fn new(roster: &Roster, names: &mut Names) -> Renaming {
        let shown = roster.entries.values().filter_map(|entry| entry.shown.as_ref());
        let candidates: BTreeSet<&str> = gather(roster.entries.keys().chain(shown).map(String::as_str));
        let mut cells = HashMap::new();
        for name in candidates {
            let (Some(own), shown) = (names.find(name), roster.shown(name)) else { continue };
            if shown != name {
                cells.insert(text_to_cell(own), text_to_cell(names.intern(shown)));
            }
        }
        Renaming { cells }
    }

    fn of(&self, cell: i64) -> i64 {
        self.cells.get(&cell).copied().unwrap_or(cell)
    }

    /// A ledger's table with one row per thing, under the names to show.
    pub(super) fn table(&self, ledger: &Ledger, sets: &Providers, files: &Files) -> Arc<Table> {
        let column = ledger.versions.schema().column("seller");
        let Some(column) = column.filter(|column| self.touches(ledger.versions.column(*column))) else {
            return join(ledger, sets, files);
        };
        if self.unites(ledger.versions.column(column)) {
            let (ledger, sets) = self.merged_anew(ledger, sets, column);
            return join(&ledger, &sets, files);
        }
        let mut table = join(ledger, sets, files);
        let renamed = Arc::make_mut(&mut table);
        for row in 0..renamed.len() {
            renamed.set_cell(column, row, self.of(renamed.cell(column, row)));
        }
        table
    }

    fn touches(&self, sellers: &[i64]) -> bool {
        !self.cells.is_empty() && sellers.iter().any(|cell| self.cells.contains_key(cell))
    }

    /// Whether two names of a column become one.
    fn unites(&self, sellers: &[i64]) -> bool {
        let names: HashSet<i64> = sellers.iter().copied().collect();
        let shown: HashSet<i64> = names.iter().map(|cell| self.of(*cell)).collect();
        shown.len() < names.len()
    }

    /// The ledger as it would be had every file come with the names to show.
    fn merged_anew(&self, ledger: &Ledger, sets: &Providers, column: usize) -> (Ledger, Providers) {
        let versions = &ledger.versions;
        let mut rows_of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (row, set) in ledger.providers.iter().enumerate() {
            for file in sets.files(*set) {
                rows_of.entry(*file).or_default().push(row);
            }
        }
        let (mut anew, mut new_sets) = (Ledger::new(versions.id), Providers::default());
        for (file, rows) in rows_of {
            let mut table = Table::new(versions.id);
            for row in rows {
                let mut cells: Vec<i64> = versions.cells(row).collect();
                if let Some(seller) = cells.get_mut(column) {
                    *seller = self.of(*seller);
                }
                let line = if versions.file(row) == file { versions.line(row) } else { 0 };
                table.push(&cells, file, line);
            }
            keep_last(&mut table);
            merge(&mut anew, &mut new_sets, &table, &ordinals(&table), file);
        }
        (anew, new_sets)
    }
}

/// Keeps of several rows about the same thing the last one, as an import does.
fn keep_last(table: &mut Table) {
    if table.schema().repeats != Repeats::AreTheSame {
        return;
    }
    let last: HashMap<Vec<i64>, usize> = (0..table.len()).map(|row| (table.identity(row), row)).collect();
    if last.len() < table.len() {
        let kept: HashSet<usize> = last.into_values().collect();
        table.retain(|row| kept.contains(&row));
    }
}

/// Teams and brand pages, under the names to show.
pub(super) fn roles(roster: &Roster, facts: &mut Facts) -> SellerRoles {
    let mut roles = SellerRoles::default();
    let mut said = BTreeSet::new();
    for (name, entry) in roster.entries.iter().filter(|(_, entry)| entry.into.is_none()) {
        let seller = facts.names.intern(roster.shown(name));
        if let Some(team) = &entry.team {
            roles.teams.insert(seller, facts.names.intern(team));
        }
        if entry.kind.is_some() {
            said.insert(seller);
        }
        if entry.kind == Some(SellerKind::BrandPage) {
            roles.brands.insert(seller);
        }
    }
    roles.brands.extend(told_brands(facts).into_iter().filter(|seller| !said.contains(seller)));
    roles
}

/// Sellers of whom there are only rows that files call a brand's.
fn told_brands(facts: &Facts) -> BTreeSet<Sym> {
    let Some(brand) = facts.names.find("brand").map(text_to_cell) else { return BTreeSet::new() };
    let mut brands: HashSet<i64> = HashSet::new();
    for id in [TableId::Posts, TableId::Audience] {
        let table = facts.table(id);
        if let (Some(seller), Some(account)) =
            (table.schema().column("seller"), table.schema().column("account"))
        {
            let rows = table.column(seller).iter().zip(table.column(account));
            brands.extend(rows.filter(|(_, account)| **account == brand).map(|(seller, _)| *seller));
        }
    }
    brands.remove(&MISSING);
    if brands.is_empty() {
        return BTreeSet::new();
    }
    for id in TableId::ALL {
        let table = facts.table(id);
        let Some(seller) = table.schema().column("seller") else { continue };
        let account = table.schema().column("account");
        for row in 0..table.len() {
            if account.is_none_or(|account| table.cell(account, row) != brand) {
                brands.remove(&table.cell(seller, row));
            }
        }
    }
    gather(brands.into_iter().filter_map(|cell| u32::try_from(cell).ok().map(Sym)))
}

impl Workspace {
    /// The sellers' names as files have them, and where they stand.
    pub fn seller_names(&self) -> BTreeMap<String, NameRecord> {
        let mut found: HashMap<i64, (u32, HashSet<u32>)> = HashMap::new();
        for ledger in &self.ledgers {
            let Some(column) = ledger.versions.schema().column("seller") else { continue };
            for (seller, set) in ledger.versions.column(column).iter().zip(&ledger.providers) {
                let (rows, sets) = found.entry(*seller).or_default();
                *rows += 1;
                sets.insert(*set);
            }
        }
        found.remove(&MISSING);
        (found.into_iter())
            .map(|(seller, (rows, sets))| {
                let name = self.names.text(Sym(u32::try_from(seller).unwrap_or(0)));
                let files = sets.iter().flat_map(|set| self.providers.files(*set)).copied().collect();
                (name.to_owned(), NameRecord { rows, files })
            })
            .collect()
    }
}
