//! The built page in a real browser.
//!
//! Run by `make test` after the build; by hand: `make build`, then
//! `cargo test --features browser-tests --test browser` with the tools of `tools/setup.sh` installed.
//! Each test gets a browser of its own that has never seen the page. See [`harness`] for how to
//! write one, and [`shots`] for taking pictures while developing.

#![allow(clippy::expect_used, clippy::panic)]

mod axe;
mod harness;
mod journey;
mod keyboard;
mod log;
mod opening;
mod orders;
mod probe;
mod refusals;
mod review;
mod rows;
mod shots;
mod slides;
mod storage;
mod team;
