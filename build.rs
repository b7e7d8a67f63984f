//! Two programs keep the linker's relocations: `tools/finish/split.mjs` cuts them in two by them.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("TARGET").is_ok_and(|target| target.starts_with("wasm32")) {
        for program in ["page", "engine"] {
            println!("cargo::rustc-link-arg-bin={program}=--emit-relocs");
        }
    }
}
