//! Words, numbers and dates of five languages.
//!
//! A language is a folder of plain files under `locales/`, one message a line, that a translator can edit
//! without knowing Rust. The page fetches them; natively they are part of the program. English is the
//! original; a test fails when another language lacks one of its messages, has one too many, or misses a
//! plural form or a place to fill in.

mod catalog;
mod locale;
mod pieces;
mod slug;

pub use catalog::{Catalog, PluralForm};
pub use locale::Locale;
pub use pieces::{Piece, pieces};
pub use slug::slug;
