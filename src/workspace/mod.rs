//! A workspace: facts with their providers, the import log, definitions and personas; commands on it; undo.
//!
//! | file | holds |
//! |---|---|
//! | `ledger` | every version of every row, and which files say it |
//! | `word` | what is said of one thing, and which word counts |
//! | `merge` | what a file's rows would change, and the change itself |
//! | `details` | the preview of an import row by row |
//! | `joined` | the facts as those see them who compute: one row per thing, newest word on it |
//! | `matches` | where records of two systems meet, and what a person said of it |
//! | `workspace` | the whole, and the commands on it |
//! | `body` | the whole as text, for storage and backups |

mod body;
mod details;
mod joined;
mod ledger;
mod matches;
mod merge;
#[cfg(test)]
mod review_tests;
#[cfg(test)]
mod tests;
mod word;
#[allow(clippy::module_inception)]
mod workspace;

pub use body::{BodyError, read_body, write_body};
pub use details::{Incoming, Review, RowDetail, Word};
pub use matches::{Decision, Ground, MatchReview, Matches, Meeting, Pair, Side};
pub use merge::{FileDelta, Kind, TableDelta};
pub use word::Choice;
pub use workspace::{FileRecord, ImportId, ImportRecord, Workspace, name_owner};
