//! The reader: turns files into facts, as a worker of one import.

fn main() {
    console_error_panic_hook::set_once();
    if let Err(reason) = rapport::engine::run_reader() {
        wasm_bindgen::throw_val(reason);
    }
}
