//! Rows by what they speak of.
//!
//! A workspace may hold a million messages, and every import asks of each of its rows whether the thing is known.
//! So the index keeps no copy of any identity: rows whose identities share a hash hang together, and who asks
//! compares the cells.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::facts::{MISSING, Table, TableSchema};

/// The columns of a table's identity, looked up once.
#[derive(Clone, Debug)]
pub struct IdentityColumns {
    /// Of each part the first that is filled counts.
    parts: Vec<Vec<usize>>,
}

impl IdentityColumns {
    /// Of a table.
    pub fn new(schema: &TableSchema) -> IdentityColumns {
        let part = |fields: &&[&str]| fields.iter().filter_map(|field| schema.column(field)).collect();
        IdentityColumns { parts: schema.identity.iter().map(part).collect() }
    }

    /// The cells that say which thing a row speaks of.
    pub fn cells<'a>(&'a self, table: &'a Table, row: usize) -> impl Iterator<Item = i64> + 'a {
        self.parts.iter().map(move |part| {
            let cells = part.iter().map(|column| table.cell(*column, row));
            cells.into_iter().find(|cell| *cell != MISSING).unwrap_or(MISSING)
        })
    }
}

/// The hash of an identity, which of several look-alikes it is included.
pub fn hash_of(identity: impl Iterator<Item = i64>, ordinal: u32) -> u64 {
    // A step of multiplication a cell, and the finish of MurmurHash3, so that near cells lie far apart.
    const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
    let step = |hash: u64, cell: u64| (hash.rotate_left(23) ^ cell).wrapping_mul(STEP);
    let mut hash = step(identity.fold(0, |hash, cell| step(hash, cell.cast_unsigned())), u64::from(ordinal));
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    hash ^ (hash >> 33)
}

/// Numbers from 0 up by hash.
#[derive(Clone, Debug, Default)]
pub struct RowIndex {
    /// The newest of each hash.
    newest: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
    /// The one before it of the same hash, by number.
    before: Vec<u32>,
}

/// There is none before it.
const NONE: u32 = u32::MAX;

impl RowIndex {
    /// An empty one, with room.
    pub fn with_capacity(rows: usize) -> RowIndex {
        RowIndex {
            newest: HashMap::with_capacity_and_hasher(rows, BuildHasherDefault::default()),
            before: Vec::with_capacity(rows),
        }
    }

    /// Adds the next number under a hash.
    pub fn push(&mut self, hash: u64) {
        let number = u32::try_from(self.before.len()).unwrap_or(NONE);
        self.before.push(self.newest.insert(hash, number).unwrap_or(NONE));
    }

    /// The numbers under a hash, newest first.
    pub fn of(&self, hash: u64) -> impl Iterator<Item = u32> + '_ {
        let next = |number: &u32| self.before.get(*number as usize).copied().filter(|before| *before != NONE);
        std::iter::successors(self.newest.get(&hash).copied(), next)
    }
}

/// The keys are hashes already.
#[derive(Clone, Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use std::collections::HashSet;

    #[test]
    fn numbers_of_a_hash_come_newest_first() {
        let mut index = RowIndex::with_capacity(4);
        for hash in [7, 9, 7, 7] {
            index.push(hash);
        }
        assert_eq!(index.of(7).collect::<Vec<_>>(), [3, 2, 0]);
        assert_eq!(index.of(9).collect::<Vec<_>>(), [1]);
        assert_eq!(index.of(8).count(), 0);
    }

    #[test]
    fn near_identities_have_other_hashes() {
        let mut seen = HashSet::new();
        for a in -50..50 {
            for b in [MISSING, 0, 1, 2, i64::MAX] {
                for ordinal in 0..4 {
                    assert!(seen.insert(hash_of([a, b].into_iter(), ordinal)), "{a} {b} {ordinal}");
                }
            }
        }
        assert_ne!(hash_of([1, 2].into_iter(), 0), hash_of([2, 1].into_iter(), 0));
    }

    #[test]
    fn the_columns_are_those_of_the_schema() {
        for id in TableId::ALL {
            let columns = IdentityColumns::new(id.schema());
            let mut table = Table::new(id);
            let width = i64::try_from(id.schema().fields.len()).unwrap();
            for filled in 0..width {
                // The cells before that one are missing.
                table.push(
                    &(0..width).map(|at| if at < filled { MISSING } else { at }).collect::<Vec<_>>(),
                    1,
                    1,
                );
            }
            for row in 0..table.len() {
                assert_eq!(columns.cells(&table, row).collect::<Vec<_>>(), table.identity(row), "{id:?}");
            }
        }
    }
}
