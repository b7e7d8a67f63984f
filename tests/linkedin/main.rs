//! LinkedIn's exports, end to end: bytes in, facts out. `UPDATE_GOLDEN=1 cargo test --test linkedin`
//! rewrites the golden files.
#![cfg(feature = "engine")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod again;
mod analytics;
mod archive;
mod damage;
mod owner;
mod ssi;
mod support;
mod xlsx;
