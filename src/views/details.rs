//! The preview of an import row by row: old → new field by field, and words that speak against each other.

use serde::{Deserialize, Serialize};

use crate::facts::TableId;

/// Which rows of a staged file are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// About things not known yet.
    New,
    /// They change what is known.
    #[default]
    Changed,
    /// They change nothing.
    Same,
    /// They speak against another word with nothing to decide between the two.
    Conflict,
}

impl RowKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [RowKind; 4] = [RowKind::Conflict, RowKind::Changed, RowKind::New, RowKind::Same];

    /// The messages about it are `review.<id>…`.
    pub fn id(self) -> &'static str {
        match self {
            RowKind::New => "new",
            RowKind::Changed => "changed",
            RowKind::Same => "same",
            RowKind::Conflict => "conflict",
        }
    }
}

/// Rows of one kind of one staged file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StagedRows {
    /// Of which kind.
    pub kind: RowKind,
    /// How many there are.
    pub total: u64,
    /// The first of them.
    pub rows: Vec<StagedRow>,
}

/// One row of a staged file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StagedRow {
    /// Which table.
    pub table: TableId,
    /// The row's number in its file.
    pub line: u32,
    /// What stands for the thing, as exported.
    pub thing: String,
    /// What it says: of a changed row the fields that change, of others those that are filled.
    pub fields: Vec<FieldChange>,
    /// The file that said what was known, where there is one.
    pub known_from: Option<Origin>,
    /// Whether it says something else than what is known, but a newer word stands.
    pub is_older: bool,
    /// The words that speak against each other.
    pub words: Vec<WordView>,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Name of the file.
    pub file: String,
    /// The row's number there; 0 where not known.
    pub line: u32,
}

/// A field before and after; blank means that nothing is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Canonical name.
    pub field: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
}

/// One of several words that speak against each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordView {
    /// Who says it.
    pub from: Origin,
    /// The fields in which the words differ, with what this one says; the same fields in every word.
    pub fields: Vec<(String, String)>,
    /// Whether it counts where nothing is chosen.
    pub is_default: bool,
    /// Whether it counts.
    pub is_chosen: bool,
}
