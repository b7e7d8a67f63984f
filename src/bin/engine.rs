//! The engine: holds a workspace and answers the page, as a worker.

use rapport::engine::Later;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

fn main() {
    console_error_panic_hook::set_once();
    if let Err(reason) = rapport::engine::run_engine(|| async { later().await.ok() }) {
        wasm_bindgen::throw_val(reason);
    }
}

/// Fetches the engine's second file, once. It stands here, because its mark would keep all that it reaches in
/// the reader too.
#[wasm_split(later, fallible)]
fn later() -> Result<Later, SplitLoaderError> {
    Ok(Later::new())
}
