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
    /// Rows that say something else about a known thing.
    pub changed: u32,
    /// Rows that say what is known.
    pub same: u32,
}

/// An import that waits to be confirmed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StagedView {
    /// Its files in the order in which they were read.
    pub files: Vec<StagedFile>,
    /// Sellers already known, for "whose export is it?".
    pub sellers: Vec<String>,
}
