//! What a person says that a row of a file should have said.

use serde::{Deserialize, Serialize};

/// Cells of one row, corrected by hand. The file stays as it is: the row is read as if it said this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The file (of an archive: the member).
    pub file: String,
    /// The row's number in it.
    pub line: u32,
    /// Column from 0 and what stands there.
    pub cells: Vec<(u32, String)>,
}
