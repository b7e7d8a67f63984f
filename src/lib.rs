//! Rapport: social-selling metrics from the files a seller can already export.
//!
//! One way through: bytes → `intake` (tables) → `sources` (facts) → `workspace` (merge, undo)
//! → `metrics` (samples → figures) → `views` (what a page shows) → `ui`.
//! The table of rooms and what each may use stands in README.md; `tests/rooms.rs` keeps it true.

pub mod charts;
#[cfg(feature = "engine")]
pub mod engine;
#[cfg(feature = "engine")]
pub mod export;
pub mod facts;
#[cfg(feature = "engine")]
pub mod intake;
pub mod metrics;
// The files of a fictional team, to try everything with.
#[cfg(feature = "engine")]
pub mod sample;
pub mod sources;
#[cfg(feature = "engine")]
pub mod stats;
pub mod store;
pub mod text;
#[cfg(feature = "page")]
pub mod ui;
pub mod views;
#[cfg(feature = "engine")]
pub mod workspace;
