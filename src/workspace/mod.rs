//! A workspace: facts with their providers, the import log, definitions and personas; commands on it; undo.
//!
//! | file | holds |
//! |---|---|
//! | `ledger` | every version of every row, and which files say it |
//! | `merge` | what a file would change, and the change itself |
//! | `joined` | the facts as those see them who compute: one row per thing, newest word on it |
//! | `roster` | who the sellers are: names to show, who is one person, teams, brand pages, baselines |
//! | `sellers` | the roster applied to the facts |
//! | `alike` | names that may be one person's |
//! | `typed` | what a person types in: entries, and the steps that changed them |
//! | `workspace` | the whole, and the commands on it |
//! | `body` | the whole as text, for storage and backups |

mod alike;
mod body;
mod joined;
mod ledger;
mod merge;
mod roster;
#[cfg(test)]
mod roster_tests;
mod sellers;
#[cfg(test)]
mod tests;
mod typed;
#[allow(clippy::module_inception)]
mod workspace;

pub use alike::alike;
pub use body::{BodyError, read_body, write_body};
pub use merge::{FileDelta, TableDelta};
pub use roster::{Roster, RosterError, SellerEntry};
pub use sellers::NameRecord;
pub use typed::{Change, Entry, EntryId, is_typed_file};
pub use workspace::{FileRecord, ImportId, ImportRecord, Workspace, name_owner};
