//! Declared exports: what each file is, how to get it, and how its columns become facts.
//!
//! | file | holds |
//! |---|---|
//! | `outcome` | what reading a file can come to, as values for the page |
//! | `mapping` | what a person says of an unknown table's columns |
//! | `canonical` | files whose header uses the canonical names |
//! | `guess` | what an unknown table may be |
//! | `mapped` | the reader of mapped tables |
//! | `remembered` | mappings that a person gave before |
//! | `templates` | blank files with the canonical names |
//! | `unrecognised` | tables that no declared source recognises |
//! | `values` | words, dates and numbers as exports write them |

#[cfg(feature = "engine")]
pub mod canonical;
#[cfg(feature = "engine")]
pub mod guess;
#[cfg(feature = "engine")]
pub mod mapped;
mod mapping;
mod outcome;
pub mod remembered;
pub mod templates;
#[cfg(feature = "engine")]
pub mod unrecognised;
#[cfg(feature = "engine")]
pub mod values;

pub use mapping::{DateOrder, Mapping, MappingDelimiter};
pub use outcome::{ColumnView, DateOption, Outcome, Question, Refusal, UnknownTable};
