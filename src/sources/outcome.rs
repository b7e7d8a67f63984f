//! What reading a file can come to, as values for the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{DateOrder, Mapping, MappingDelimiter};
use crate::facts::{FileSummary, TableId};

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The message is `error.<code>`.
    pub code: String,
    /// What to put into the message's places: where (sheet, row, column) and what was found.
    pub args: Vec<(String, String)>,
}

/// What became of one file (of an archive: of one member).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It gave facts, which travel beside this account.
    Read {
        /// The account.
        summary: FileSummary,
        /// The mapping it was read by, where a person gave or must confirm one.
        mapping: Option<Mapping>,
        /// What to ask before it is counted.
        questions: Vec<Question>,
    },
    /// A table that no source recognises: a person says what its columns are.
    Unknown {
        /// What is known of it.
        table: UnknownTable,
    },
    /// Part of an archive that no metric needs; never opened.
    NotUsed {
        /// Names of the members.
        files: Vec<String>,
        /// The archive.
        within: String,
    },
    /// It cannot be read.
    Refused {
        /// Name of the file.
        file: String,
        /// Why.
        refusal: Refusal,
    },
}

/// A table that no source recognises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnknownTable {
    /// Name of the file; of a sheet `file.xlsx/Sheet`.
    pub file: String,
    /// Rows under the header.
    pub rows: u32,
    /// Its columns in order.
    pub columns: Vec<ColumnView>,
    /// The best guess: table, columns, dates.
    pub guess: Mapping,
    /// What the columns would be in each table that they can be rows of, the best first.
    pub guesses: Vec<TableGuess>,
    /// What parts its cells, where something does.
    pub delimiter: Option<MappingDelimiter>,
    /// How its letters are written, where it is text.
    pub encoding: Option<String>,
    /// What to ask.
    pub questions: Vec<Question>,
    /// Stands for the shape of the table (its header), so that an answer can be remembered.
    pub shape: String,
}

/// What the columns of an unknown table would be in one canonical table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableGuess {
    /// Canonical table name.
    pub table: String,
    /// Column name → canonical field.
    pub columns: BTreeMap<String, String>,
    /// Column name → the word for the field that its name was found to be like; blank where it is that word.
    pub words: BTreeMap<String, String>,
}

/// One value of a column, with how often it stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueView {
    /// As exported.
    pub text: String,
    /// Rows that have it.
    pub rows: u32,
    /// What it would be taken to mean: `table.field` → meaning (see [`super::meanings`]), for the fields
    /// that it can be read as.
    pub guesses: BTreeMap<String, String>,
}

/// One column of an unknown table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnView {
    /// Name in the file, or its number from 1 where there is no header.
    pub name: String,
    /// The first three different values.
    pub first_values: Vec<String>,
    /// Cells that are not blank.
    pub filled: u32,
    /// Different values among them, counted up to 1,000.
    pub distinct: u32,
    /// Filled cells that read as dates.
    pub dates: u32,
    /// Filled cells that read as numbers or amounts.
    pub numbers: u32,
    /// All its values, the most frequent first, where they are few.
    pub values: Vec<ValueView>,
}

/// A question that stands between a file and being counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Day or month first? No date settles it.
    DateOrder {
        /// The column.
        column: String,
        /// A value that can be read both ways.
        example: String,
        /// Each possible order and what would follow.
        options: Vec<DateOption>,
    },
    /// Whose export is it?
    Owner {
        /// The tables whose rows have no seller.
        tables: Vec<TableId>,
        /// People who may be meant, likeliest first.
        candidates: Vec<String>,
    },
}

/// One way to read a column of dates, and what would follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateOption {
    /// The order.
    pub order: DateOrder,
    /// Earliest date (`YYYY-MM-DD`).
    pub first: String,
    /// Latest date (`YYYY-MM-DD`).
    pub last: String,
    /// Rows that would end before they begin.
    pub reversed: u32,
}
