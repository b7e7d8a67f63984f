//! Questions and answers between the page and its workers.
//!
//! Every message is one of these; what is large travels beside it as bytes (`ArrayBuffer`s that are
//! handed over, not copied). A question carries a number and its answer the same one.

use serde::{Deserialize, Serialize};

use super::{DataView, Filter, MetricView, RowList, ScorecardView, StagedView, Which};
use crate::facts::{Day, Zone};
use crate::metrics::{Dim, Persona};
use crate::sources::remembered::Remembered;
use crate::sources::{Mapping, Outcome};

/// What the page asks the long-lived engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Forget everything and open this workspace; none means a new one of that name.
    Open {
        /// Its stored body.
        body: Option<String>,
        /// Name of a new one.
        name: String,
        /// The browser's time zone; the worker reads its offsets itself.
        zone: Zone,
    },
    /// The workspace as text, to be stored.
    Body,
    /// Stage files that were read: the outcomes here, the facts of those that gave any as bytes beside it,
    /// in the same order. Files of the same names that are staged already are replaced.
    Stage {
        /// What became of the files.
        outcomes: Vec<Outcome>,
    },
    /// Say whose export a staged file is.
    NameOwner {
        /// The file (of an archive: all its members).
        file: String,
        /// Seller's name.
        owner: String,
    },
    /// Merge the staged files that are named, as one import.
    Confirm {
        /// Names of the files taken.
        files: Vec<String>,
        /// Now, as ISO date and time.
        at: String,
        /// Whether they are the sample data.
        is_sample: bool,
        /// Answers to remember: shape of a table → mapping.
        remember: Vec<(String, Mapping)>,
    },
    /// Forget the staged files.
    Unstage,
    /// Take an import back.
    UndoImport {
        /// Its number.
        id: u32,
    },
    /// Bring the import back that was taken back last.
    RedoImport,
    /// Rename the workspace.
    Rename {
        /// New name.
        name: String,
    },
    /// Replace the saved personas.
    SetPersonas {
        /// All of them.
        personas: Vec<Persona>,
    },
    /// The scorecard.
    Scorecard {
        /// The selection.
        filter: Filter,
    },
    /// One metric.
    Metric {
        /// Its id.
        id: String,
        /// The selection.
        filter: Filter,
        /// The breakdown wanted.
        by: Option<Dim>,
        /// The headline's key wanted (a response window).
        variant: Option<String>,
    },
    /// The first rows behind a metric's number.
    Rows {
        /// Metric id.
        id: String,
        /// The selection.
        filter: Filter,
        /// Which rows.
        which: Which,
        /// The headline's key.
        variant: Option<String>,
    },
    /// What is in the workspace.
    Data {
        /// The selection, for the frame.
        filter: Filter,
    },
    /// Remembered mappings, for the worker that reads files.
    Mappings,
    /// A blank template of a canonical table.
    Template {
        /// Canonical table name.
        table: String,
    },
    /// All left-out rows of an imported or staged file as CSV.
    LeftOutCsv {
        /// Name of the file.
        file: String,
    },
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Done; the workspace did not change.
    Done,
    /// Done, and the workspace changed: it wants to be stored.
    Changed,
    /// The workspace as text.
    Body {
        /// Text.
        body: String,
        /// Its name.
        name: String,
    },
    /// The staged import.
    Staged {
        /// Its preview.
        view: StagedView,
    },
    /// An import was merged.
    Imported {
        /// Its number.
        id: u32,
        /// Rows counted (new or changed).
        counted: u32,
        /// Rows left out.
        left_out: u32,
    },
    /// The scorecard.
    Scorecard {
        /// View.
        view: ScorecardView,
    },
    /// One metric.
    Metric {
        /// View.
        view: Box<MetricView>,
    },
    /// Rows behind a number.
    Rows {
        /// List.
        list: RowList,
    },
    /// What is in the workspace.
    Data {
        /// View.
        view: DataView,
    },
    /// Remembered mappings by shape.
    Mappings {
        /// All of them.
        mappings: Remembered,
    },
    /// A file to download.
    File {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// It could not be done; nothing changed.
    Failed {
        /// Why.
        failure: Failure,
    },
}

/// Why a question could not be answered. The message is `failure.<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The message is `failure.<code>`.
    pub code: String,
    /// Further detail, not translated.
    pub detail: String,
}

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
    /// Read one of the files again by this mapping.
    Map {
        /// The mapping; its `file` names the file.
        mapping: Mapping,
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
