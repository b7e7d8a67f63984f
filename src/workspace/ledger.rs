//! Every version of every row, and which files say it.
//!
//! A row is never overwritten: a file that says something else adds a version, a file that says the same
//! becomes one more provider of the version that is there. So any import can be taken back exactly, and the
//! order of imports does not matter.

use std::collections::HashMap;
use std::sync::Arc;

use super::row_index::{IdentityColumns, RowIndex, hash_of};
use crate::facts::{Table, TableId};

/// Which files say a version: an index into [`Providers`].
pub type ProviderSet = u32;

/// Sets of file numbers, each stored once. Set 0 is the empty one.
#[derive(Clone, Debug, PartialEq)]
pub struct Providers {
    sets: Vec<Vec<u32>>,
    numbers: HashMap<Vec<u32>, ProviderSet>,
}

impl Default for Providers {
    fn default() -> Providers {
        Providers { sets: vec![Vec::new()], numbers: HashMap::from([(Vec::new(), 0)]) }
    }
}

impl Providers {
    /// The number of a set of files, which must be ascending.
    pub fn number(&mut self, set: Vec<u32>) -> ProviderSet {
        if let Some(&known) = self.numbers.get(&set) {
            return known;
        }
        let number = ProviderSet::try_from(self.sets.len()).unwrap_or(0);
        self.sets.push(set.clone());
        self.numbers.insert(set, number);
        number
    }

    /// The files of a set, ascending.
    pub fn files(&self, set: ProviderSet) -> &[u32] {
        self.sets.get(set as usize).map_or(&[], Vec::as_slice)
    }

    /// All sets by number.
    pub fn sets(&self) -> &[Vec<u32>] {
        &self.sets
    }

    /// The set with one more file.
    pub fn with(&mut self, set: ProviderSet, file: u32) -> ProviderSet {
        let mut files = self.files(set).to_vec();
        match files.binary_search(&file) {
            Ok(_) => set,
            Err(at) => {
                files.insert(at, file);
                self.number(files)
            }
        }
    }

    /// The set without some files.
    pub fn without(&mut self, set: ProviderSet, gone: &[u32]) -> ProviderSet {
        let left: Vec<u32> = self.files(set).iter().copied().filter(|file| !gone.contains(file)).collect();
        self.number(left)
    }
}

/// All versions of one table's rows.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// The versions; a version's file and line are those of its first provider.
    pub versions: Arc<Table>,
    /// Which files say each version.
    pub providers: Vec<ProviderSet>,
    /// Which of several look-alike events of one file a version is (0 for the first).
    pub ordinals: Vec<u32>,
    /// What tells the things apart.
    identity: IdentityColumns,
    /// Versions by what they speak of.
    index: RowIndex,
    /// How many versions speak of a thing of which an earlier one speaks.
    repeated: usize,
}

impl Ledger {
    /// An empty ledger.
    pub fn new(id: TableId) -> Ledger {
        Ledger::without_index(Table::new(id), Vec::new(), Vec::new())
    }

    /// From stored parts; `None` when their lengths differ.
    pub fn from_parts(versions: Table, providers: Vec<ProviderSet>, ordinals: Vec<u32>) -> Option<Ledger> {
        if versions.len() != providers.len() || versions.len() != ordinals.len() {
            return None;
        }
        let mut ledger = Ledger::without_index(versions, providers, ordinals);
        ledger.index_all();
        Some(ledger)
    }

    fn without_index(versions: Table, providers: Vec<ProviderSet>, ordinals: Vec<u32>) -> Ledger {
        let identity = IdentityColumns::new(versions.schema());
        let index = RowIndex::default();
        Ledger { versions: Arc::new(versions), providers, ordinals, identity, index, repeated: 0 }
    }

    fn index_all(&mut self) {
        let versions = self.versions.clone();
        self.index = RowIndex::with_capacity(versions.len());
        self.repeated = 0;
        for row in 0..versions.len() {
            let ordinal = self.ordinals.get(row).copied().unwrap_or(0);
            self.index_next(&versions, row, ordinal);
        }
    }

    /// Adds a row of a table to the index as the next version.
    fn index_next(&mut self, table: &Table, row: usize, ordinal: u32) {
        let hash = hash_of(self.identity.cells(table, row), ordinal);
        let is_known = self.of_hash(hash, ordinal, || self.identity.cells(table, row)).next().is_some();
        self.repeated += usize::from(is_known);
        self.index.push(hash);
    }

    /// Whether no two versions speak of the same thing.
    pub fn has_one_version_each(&self) -> bool {
        self.repeated == 0
    }

    /// The versions of the thing that a row of another table speaks of, newest first.
    pub fn versions_of<'a>(
        &'a self,
        table: &'a Table,
        row: usize,
        ordinal: u32,
    ) -> impl Iterator<Item = u32> + 'a {
        let hash = hash_of(self.identity.cells(table, row), ordinal);
        self.of_hash(hash, ordinal, move || self.identity.cells(table, row))
    }

    /// The versions of a thing, oldest first.
    pub fn versions_by(&self, identity: &[i64], ordinal: u32) -> Vec<u32> {
        let cells = || identity.iter().copied();
        let mut versions: Vec<u32> = self.of_hash(hash_of(cells(), ordinal), ordinal, cells).collect();
        versions.reverse();
        versions
    }

    fn of_hash<'a, Cells: Iterator<Item = i64>>(
        &'a self,
        hash: u64,
        ordinal: u32,
        identity: impl Fn() -> Cells + 'a,
    ) -> impl Iterator<Item = u32> + 'a {
        self.index.of(hash).filter(move |version| {
            let at = *version as usize;
            self.ordinals.get(at) == Some(&ordinal) && self.identity.cells(&self.versions, at).eq(identity())
        })
    }

    /// Adds a version.
    pub fn push(&mut self, table: &Table, row: usize, ordinal: u32, providers: ProviderSet, file: u32) {
        self.index_next(table, row, ordinal);
        Arc::make_mut(&mut self.versions).push_row(table, row, file);
        self.providers.push(providers);
        self.ordinals.push(ordinal);
    }

    /// Takes files back: versions that nobody else says go.
    pub fn remove_files(&mut self, gone: &[u32], sets: &mut Providers) {
        for set in &mut self.providers {
            *set = sets.without(*set, gone);
        }
        let providers = std::mem::take(&mut self.providers);
        let ordinals = std::mem::take(&mut self.ordinals);
        let stays = |row: usize| providers.get(row).is_some_and(|set| *set != 0);
        Arc::make_mut(&mut self.versions).retain(stays);
        let kept = |list: &[u32]| -> Vec<u32> {
            list.iter().zip(&providers).filter(|(_, set)| **set != 0).map(|(item, _)| *item).collect()
        };
        self.ordinals = kept(&ordinals);
        self.providers = kept(&providers);
        // A version whose first provider went is now told by another file, whose line is not known.
        let versions = Arc::make_mut(&mut self.versions);
        for (row, set) in self.providers.iter().enumerate() {
            if gone.contains(&versions.file(row))
                && let Some(&file) = sets.files(*set).first()
            {
                versions.set_origin(row, file, 0);
            }
        }
        self.index_all();
    }
}
