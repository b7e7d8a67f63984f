//! What one file gave: its facts, and the account of every row that it had.

use serde::{Deserialize, Serialize};

use super::{Facts, Reason, Span, TableId};
use crate::facts::Day;

/// A row that was not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOutRow {
    /// The row's number in its file as a person sees it there (1 = first line).
    pub line: u32,
    /// Why.
    pub reason: Reason,
    /// The column to blame, where there is one.
    pub column: Option<String>,
    /// Its cells as they stood, shortened; never the text of a message.
    pub cells: Vec<String>,
}

/// Something about a file that its owner should know, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The message is `notice.<code>`.
    pub code: String,
    /// What to put into the message's places.
    pub args: Vec<(String, String)>,
}

/// The account of one file: rows = facts' rows + left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSummary {
    /// Name of the file; of a member of an archive `archive.zip/Connections.csv`.
    pub file: String,
    /// Id of the declared source, or `mapped.<table>`.
    pub source: String,
    /// Rows under the header, blank lines aside.
    pub rows: u32,
    /// Rows used, by table, in the order of the tables.
    pub facts: Vec<(TableId, u32)>,
    /// Rows not used, by reason, in the order of the reasons.
    pub left_out: Vec<(Reason, u32)>,
    /// The first of them in full.
    pub left_out_rows: Vec<LeftOutRow>,
    /// What else its owner should know.
    pub notices: Vec<Notice>,
    /// The day up to which the file tells all; later is unknown.
    pub data_end: Option<Day>,
    /// First and last dated fact.
    pub period: Option<Span>,
    /// Whose export it is, where the file says so.
    pub owner: Option<String>,
    /// Names of its columns, for those who mend left-out rows; none where they cannot be mended.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Rows that a person corrected by hand, and that are used as corrected.
    #[serde(default)]
    pub corrected: Vec<CorrectedRow>,
}

/// A row that a person corrected before it was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedRow {
    /// The row's number in its file.
    pub line: u32,
    /// The cells that were changed: column from 0, as it stood in the file, as it was corrected.
    pub cells: Vec<(u32, String, String)>,
}

impl FileSummary {
    /// How many left-out rows are kept in full.
    pub const KEPT_ROWS: usize = 500;

    /// Counts a left-out row and keeps it while there is room.
    pub fn leave_out(&mut self, row: LeftOutRow) {
        match self.left_out.binary_search_by_key(&row.reason, |(reason, _)| *reason) {
            Ok(at) => {
                if let Some((_, count)) = self.left_out.get_mut(at) {
                    *count += 1;
                }
            }
            Err(at) => self.left_out.insert(at, (row.reason, 1)),
        }
        if self.left_out_rows.len() < Self::KEPT_ROWS {
            self.left_out_rows.push(row);
        }
    }

    /// Keeps the names of the columns, of a very wide table the first.
    pub fn name_columns(&mut self, names: &[String]) {
        const MOST: usize = 256;
        self.columns = names.iter().take(MOST).cloned().collect();
    }

    /// Rows that gave no fact.
    pub fn left_out_count(&self) -> u32 {
        self.left_out.iter().map(|(_, rows)| rows).sum()
    }
}

/// One file's facts (file number 0 throughout) and its account.
#[derive(Clone, Debug, Default)]
pub struct FileFacts {
    /// The account.
    pub summary: FileSummary,
    /// The facts.
    pub facts: Facts,
}
