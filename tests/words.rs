//! The page names its messages by key: every key that stands in the code is a message.

#![allow(clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

use rapport::text::{Catalog, Locale};

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The texts in quotes of a line that look like a key, `part.part`, and stand for a whole key.
fn keys(line: &str) -> Vec<&str> {
    let quoted = line.split('"').skip(1).step_by(2);
    let is_key = |text: &&str| {
        let mut parts = text.split('.');
        text.contains('.')
            && parts.all(|part| {
                !part.is_empty()
                    && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit())
                    && !part.as_bytes()[0].is_ascii_digit()
            })
    };
    quoted.filter(is_key).collect()
}

#[test]
fn every_key_in_the_pages_is_a_message() {
    let catalog = Catalog::new(Locale::En);
    let mut files = Vec::new();
    rust_files(Path::new("src/ui"), &mut files);
    let (mut seen, mut wrong) = (0, Vec::new());
    for file in files {
        if file.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for (at, line) in code.lines().enumerate() {
            // Names of files look like keys.
            let lines = keys(line).into_iter().filter(|key| {
                ![".txt", ".ics", ".csv", ".json", ".png", ".svg", ".js", ".wasm"]
                    .iter()
                    .any(|end| key.ends_with(end))
            });
            for key in lines {
                seen += 1;
                let is_plural = catalog
                    .entries()
                    .iter()
                    .any(|(known, _)| known.strip_prefix(key).is_some_and(|rest| rest.starts_with('[')));
                if catalog.raw(key).is_none() && !is_plural {
                    wrong.push(format!("{}:{}: {key}", file.display(), at + 1));
                }
            }
        }
    }
    assert!(seen > 300, "{seen}");
    assert!(wrong.is_empty(), "no such messages:\n{}", wrong.join("\n"));
}
