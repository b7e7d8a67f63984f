//! The engine: starts the worker.

fn main() {
    console_error_panic_hook::set_once();
    if let Err(reason) = rapport::engine::listen() {
        wasm_bindgen::throw_val(reason);
    }
}
