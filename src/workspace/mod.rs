//! A workspace: facts with their providers, the import log, definitions and personas; commands on it; undo.
//!
//! | file | holds |
//! |---|---|
//! | `ledger` | every version of every row, and which files say it |
//! | `word` | what is said of one thing, and which word counts |
//! | `merge` | what a file's rows would change, and the change itself |
//! | `details` | the preview of an import row by row |
//! | `joined` | the facts as those see them who compute: one row per thing, newest word on it |
//! | `roster` | who the sellers are: names to show, who is one person, teams, brand pages, baselines |
//! | `sellers` | the roster applied to the facts |
//! | `alike` | names that may be one person's |
//! | `typed` | what a person types in: entries, and the steps that changed them |
//! | `matches` | where records of two systems meet, and what a person said of it |
//! | `settled` | sources and sellers that a person settled |
//! | `setup` | how it counts, as a file for other workspaces |
//! | `workspace` | the whole, and the commands on it |
//! | `body` | the whole as text, for storage and backups |

mod alike;
mod body;
mod details;
mod joined;
mod ledger;
mod matches;
mod merge;
#[cfg(test)]
mod review_tests;
mod roster;
#[cfg(test)]
mod roster_tests;
mod sellers;
mod settled;
mod setup;
#[cfg(test)]
mod tests;
mod typed;
mod word;
#[allow(clippy::module_inception)]
mod workspace;

pub use alike::alike;
pub use body::{BodyError, read_body, write_body};
pub use details::{Incoming, Review, RowDetail, Word};
pub use matches::{Decision, Ground, MatchReview, Matches, Meeting, Pair, Side};
pub use merge::{FileDelta, Kind, TableDelta};
pub use roster::{Roster, RosterError, SellerEntry};
pub use sellers::NameRecord;
pub use settled::Settled;
pub use setup::{Setup, SetupError};
pub use typed::{Change, Entry, EntryId, is_typed_file};
pub use word::Choice;
pub use workspace::{FileRecord, ImportId, ImportRecord, Workspace, name_owner};
