//! The engine: holds a workspace and answers the page, as a worker.

fn main() {
    console_error_panic_hook::set_once();
    if let Err(reason) = rapport::engine::run_engine() {
        wasm_bindgen::throw_val(reason);
    }
}
