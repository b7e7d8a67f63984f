//! A workspace: facts with their providers, the import log, definitions and personas; commands on it; undo.
//!
//! | file | holds |
//! |---|---|
//! | `ledger` | every version of every row, and which files say it |
//! | `row_index` | rows by what they speak of |
//! | `word` | what is said of one thing, and which word counts |
//! | `merge` | what a file's rows would change, and the change itself |
//! | `details` | the preview of an import row by row |
//! | `joined` | the facts as those see them who compute: one row per thing, newest word on it |
//! | `bookings`, `talks` | what the rows of several files say only together: of booked meetings, of conversations |
//! | `roster` | who the sellers are: names to show, who is one person, teams, brand pages, baselines |
//! | `sellers` | the roster applied to the facts |
//! | `alike` | names that may be one person's |
//! | `typed` | what a person types in: entries, and the steps that changed them |
//! | `plan`, `goals` | what the sellers have set out to do, and want to reach |
//! | `notes` | what a person notes beside the facts |
//! | `matches` | where records of two systems meet, and what a person said of it |
//! | `tags` | what a person said of single posts |
//! | `settled` | sources and sellers that a person settled |
//! | `setup` | how it counts, as a file for other workspaces |
//! | `workspace` | the whole, and the commands on it |
//! | `body` | the whole as text, for storage and backups |

mod alike;
mod body;
mod bookings;
mod details;
mod goals;
mod joined;
mod ledger;
mod matches;
mod merge;
mod notes;
mod plan;
#[cfg(test)]
mod review_tests;
mod roster;
#[cfg(test)]
mod roster_tests;
mod row_index;
mod sellers;
mod settled;
mod setup;
mod tags;
mod talks;
#[cfg(test)]
mod tests;
mod typed;
mod word;
#[allow(clippy::module_inception)]
mod workspace;

pub use alike::alike;
pub use body::{BodyError, read_body, write_body};
pub use details::{Incoming, Review, RowDetail, Word};
pub use goals::Goals;
pub use matches::{Decision, Ground, MatchReview, Matches, Meeting, Pair, Side};
pub use merge::{FileDelta, Kind, TableDelta};
pub use notes::{IntroductionAsk, Notes};
pub use plan::Plan;
pub use roster::{Roster, RosterError, SellerEntry};
pub use sellers::NameRecord;
pub use settled::Settled;
pub use setup::{Setup, SetupError};
pub use tags::PostTags;
pub use typed::{Change, Entry, EntryId, is_typed_file};
pub use word::Choice;
pub use workspace::{FileRecord, ImportId, ImportRecord, Reviewed, Workspace, name_owner};
