//! Awkward files, by the numbers of a list of what people really drop: each is read right or refused with a
//! reason in plain words, no row goes without an account, and a good file beside it is read as if it were alone.
//!
//! | file | numbers |
//! |---|---|
//! | `delimited` | 1–30: how rows are parted |
//! | `values` | 31–36: what stands in cells |
//! | `letters` | 37–43: how letters are written as bytes |
//! | `workbooks` | 44–57: XLSX, XLS, and what only looks like them |
//! | `said` | what came of a file, in lines that a test can hold against what it wants |
//! | `books` | workbooks and compound files, made in a few lines |
//!
//! Rows against the `csv` crate, archives and damaged bytes are in `src/intake`; csv-spectrum and the naughty
//! strings (35) in `tests/corpora.rs`; refusals on the page in `tests/browser/refusals.rs`.
#![cfg(feature = "engine")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod books;
mod delimited;
mod letters;
mod said;
mod values;
mod workbooks;
