//! The page's program keeps the linker's relocations: `tools/finish/split-page.mjs` cuts it in two by them.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("TARGET").is_ok_and(|target| target.starts_with("wasm32")) {
        println!("cargo::rustc-link-arg-bin=page=--emit-relocs");
    }
}
