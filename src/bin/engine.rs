//! The engine: starts the worker.
fn main() {}
