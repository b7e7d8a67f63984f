//! The preview of an import: what was recognised and what confirming it would change.

use serde::{Deserialize, Serialize};

use crate::sources::Outcome;

/// One file of an import that waits to be confirmed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StagedFile {
    /// What became of it when it was read.
    pub outcome: Outcome,
    /// Rows about things not known yet.
    pub new: u32,
    /// Rows that change what is known of a thing.
    pub changed: u32,
    /// Rows after which everything known is as before.
    pub same: u32,
    /// Rows that speak against another word with nothing to decide between the two.
    pub conflicts: u32,
}

impl StagedFile {
    /// A file of which nothing is counted.
    pub fn of(outcome: Outcome) -> StagedFile {
        StagedFile { outcome, new: 0, changed: 0, same: 0, conflicts: 0 }
    }
}

/// An import that waits to be confirmed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StagedView {
    /// Its files in the order in which they were read.
    pub files: Vec<StagedFile>,
    /// Sellers already known, for "whose export is it?".
    pub sellers: Vec<String>,
}
