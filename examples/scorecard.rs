//! Headless run: the scorecard of the given files as JSON.
fn main() {}
