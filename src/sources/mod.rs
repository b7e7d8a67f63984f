//! Declared exports: what each file is, how to get it, and how its columns become facts.
//!
//! | file | holds |
//! |---|---|
//! | `declaration` | what a source says of itself, and the only list of sources |
//! | `linkedin` | LinkedIn's exports, one file each |
//! | `declared` | declared tables that are read as mapped ones |
//! | `crm` | lists of CRM systems, one file each |
//! | `web` | exports of web analytics, short links and booking tools, one file each |
//! | `social` | exports of social networks and social tools, one file each |
//! | `stated_end` | the day up to which a file says that it tells |
//! | `recognise` | which source a table is, by its columns |
//! | `reader`, `closing` | the one reader of declared tables |
//! | `read`, `archive`, `workbook` | files to facts: the entry of every import |
//! | `long_rows` | rows that reach beyond the columns |
//! | `owner` | whose export it is |
//! | `progress` | how far an import is |
//! | `correction`, `corrected` | rows that a person corrected, read again |
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
mod archive;
#[cfg(feature = "engine")]
pub mod canonical;
#[cfg(feature = "engine")]
mod closing;
#[cfg(feature = "engine")]
mod corrected;
mod correction;
mod crm;
mod declaration;
#[cfg(feature = "engine")]
mod declared;
#[cfg(feature = "engine")]
pub mod guess;
mod linkedin;
#[cfg(feature = "engine")]
mod long_rows;
#[cfg(feature = "engine")]
pub mod mapped;
mod mapping;
mod outcome;
#[cfg(feature = "engine")]
mod owner;
#[cfg(feature = "engine")]
mod progress;
#[cfg(feature = "engine")]
mod read;
#[cfg(feature = "engine")]
mod reader;
#[cfg(feature = "engine")]
mod recognise;
pub mod remembered;
mod social;
#[cfg(feature = "engine")]
mod stated_end;
pub mod templates;
#[cfg(feature = "engine")]
pub mod unrecognised;
#[cfg(feature = "engine")]
pub mod values;
mod web;
#[cfg(feature = "engine")]
mod workbook;

pub use correction::Correction;
pub use declaration::{ALL, Column, Form, Layout, Quoting, RowRule, Source, Value};
#[cfg(feature = "engine")]
pub use linkedin::{SsiReading, ssi_of_text};
pub use mapping::{DateOrder, Decimals, Mapping, MappingDelimiter, SOURCE_GROUPS, meanings};
pub use outcome::{ColumnView, DateOption, Outcome, Question, Refusal, TableGuess, UnknownTable, ValueView};
#[cfg(feature = "engine")]
pub use progress::Progress;
#[cfg(feature = "engine")]
pub use read::{ReadOptions, Results, read, read_corrected, refusal};
#[cfg(feature = "engine")]
pub use reader::{Job, PacedRows, RowView, SecondLook, Special};

/// Whether a source lists meetings when they are booked, so that later bookings show what became of earlier ones.
#[cfg(feature = "engine")]
pub fn lists_bookings(source: &str) -> bool {
    source == web::CALENDLY_EVENTS.id
}

/// Whether a source's messages say only together who takes part in a conversation.
#[cfg(feature = "engine")]
pub fn gathers_talks(source: &str) -> bool {
    source == linkedin::MESSAGES.id
}
