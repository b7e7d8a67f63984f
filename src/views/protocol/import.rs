//! Questions and answers between the page and the disposable worker that reads files.

use crate::facts::Day;
use crate::sources::remembered::Remembered;
use crate::sources::{Correction, Mapping, Outcome};
use serde::{Deserialize, Serialize};

/// What the page asks the disposable worker that reads files. Files travel beside it as `File`s.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportAsk {
    /// Read files.
    Read {
        /// Remembered mappings by shape.
        remembered: Remembered,
        /// The day, for things without a date (a pasted page).
        today: Day,
    },
    /// Read a pasted text as a file of this name.
    Paste {
        /// Name to show.
        name: String,
        /// The text.
        text: String,
        /// Remembered mappings by shape.
        remembered: Remembered,
        /// The day, for things without a date.
        today: Day,
    },
    /// Make the sample data's files and read them.
    Sample {
        /// The last day of the sample.
        today: Day,
    },
    /// Show one of the files as an unknown table, so that a person can say what its columns are.
    Look {
        /// The file (of a workbook: `book.xlsx/Sheet`).
        file: String,
    },
    /// Read one of the files again by this mapping.
    Map {
        /// The mapping; its `file` names the file.
        mapping: Mapping,
    },
    /// Read one of the files again with a row as a person corrected it.
    Correct {
        /// The row; without cells it is as it stands in the file.
        correction: Correction,
    },
}

/// What that worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportAnswer {
    /// How far it is.
    Progress {
        /// File (of an archive: member).
        file: String,
        /// Rows read of it.
        rows: u64,
        /// Bytes read of all files.
        bytes: u64,
        /// Bytes of all files.
        of_bytes: u64,
    },
    /// Read: the outcomes here; the facts of those that gave any as bytes beside it, in the same order.
    Read {
        /// What became of the files.
        outcomes: Vec<Outcome>,
    },
}
