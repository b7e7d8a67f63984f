//! What is in the workspace: imports with undo, tables, personas.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::facts::{FileSummary, Span, TableId};
use crate::metrics::Persona;

/// What is in the workspace.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DataView {
    /// The selection, for the frame of the page.
    pub frame: Frame,
    /// Imports in force, newest first.
    pub imports: Vec<ImportView>,
    /// Tables that hold rows.
    pub tables: Vec<TableInventory>,
    /// Saved personas.
    pub personas: Vec<Persona>,
    /// Remembered mappings: how many.
    pub mappings: u32,
    /// Entries that were typed in: how many.
    pub typed: u32,
}

/// One import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportView {
    /// Its number, for undo.
    pub id: u32,
    /// When (ISO date and time).
    pub at: String,
    /// Its files.
    pub files: Vec<FileView>,
}

/// One imported file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileView {
    /// The account of its rows.
    pub summary: FileSummary,
    /// Rows that were new when it came.
    pub new: u32,
    /// Rows that changed something.
    pub changed: u32,
    /// Rows that were known.
    pub same: u32,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableInventory {
    /// Which.
    pub table: TableId,
    /// Rows, each thing once.
    pub rows: u32,
    /// First and last dated row.
    pub period: Option<Span>,
    /// How far the data goes.
    pub data_end: Option<crate::facts::Day>,
}
