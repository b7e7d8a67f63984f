//! Declared exports: what each file is, how to get it, and how its columns become facts.
//!
//! | file | holds |
//! |---|---|
//! | `outcome` | what reading a file can come to, as values for the page |
//! | `mapping` | what a person says of an unknown table's columns |
//! | `values` | words, dates and numbers as exports write them |

mod mapping;
mod outcome;
#[cfg(feature = "engine")]
pub mod values;

pub use mapping::{DateOrder, Mapping, MappingDelimiter};
pub use outcome::{ColumnView, DateOption, Outcome, Question, Refusal, UnknownTable};
