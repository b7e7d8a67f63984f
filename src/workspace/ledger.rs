//! Every version of every row, and which files say it.
//!
//! A row is never overwritten: a file that says something else adds a version, a file that says the same
//! becomes one more provider of the version that is there. So any import can be taken back exactly, and the
//! order of imports does not matter.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

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
    /// Versions by the hash of their identity.
    by_identity: HashMap<u64, Vec<u32>>,
}

impl Ledger {
    /// An empty ledger.
    pub fn new(id: TableId) -> Ledger {
        Ledger {
            versions: Arc::new(Table::new(id)),
            providers: Vec::new(),
            ordinals: Vec::new(),
            by_identity: HashMap::new(),
        }
    }

    /// From stored parts; `None` when their lengths differ.
    pub fn from_parts(versions: Table, providers: Vec<ProviderSet>, ordinals: Vec<u32>) -> Option<Ledger> {
        if versions.len() != providers.len() || versions.len() != ordinals.len() {
            return None;
        }
        let mut ledger =
            Ledger { versions: Arc::new(versions), providers, ordinals, by_identity: HashMap::new() };
        ledger.index();
        Some(ledger)
    }

    fn index(&mut self) {
        self.by_identity.clear();
        for row in 0..self.versions.len() {
            let ordinal = self.ordinals.get(row).copied().unwrap_or(0);
            let hash = hash_identity(&self.versions.identity(row), ordinal);
            self.by_identity.entry(hash).or_default().push(u32::try_from(row).unwrap_or(u32::MAX));
        }
    }

    /// The versions of the thing that a row of another table speaks of.
    pub fn versions_of(&self, table: &Table, row: usize, ordinal: u32) -> Vec<u32> {
        self.versions_by(&table.identity(row), ordinal)
    }

    /// The versions of a thing.
    pub fn versions_by(&self, identity: &[i64], ordinal: u32) -> Vec<u32> {
        let Some(candidates) = self.by_identity.get(&hash_identity(identity, ordinal)) else {
            return Vec::new();
        };
        candidates
            .iter()
            .copied()
            .filter(|&version| {
                let at = version as usize;
                self.ordinals.get(at) == Some(&ordinal) && self.versions.identity(at) == identity
            })
            .collect()
    }

    /// Adds a version.
    pub fn push(&mut self, table: &Table, row: usize, ordinal: u32, providers: ProviderSet, file: u32) {
        let cells: Vec<i64> = table.cells(row).collect();
        let number = u32::try_from(self.versions.len()).unwrap_or(u32::MAX);
        Arc::make_mut(&mut self.versions).push(&cells, file, table.line(row));
        self.providers.push(providers);
        self.ordinals.push(ordinal);
        self.by_identity.entry(hash_identity(&table.identity(row), ordinal)).or_default().push(number);
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
        self.index();
    }
}

fn hash_identity(identity: &[i64], ordinal: u32) -> u64 {
    let mut hasher = DefaultHasher::new();
    identity.hash(&mut hasher);
    ordinal.hash(&mut hasher);
    hasher.finish()
}
