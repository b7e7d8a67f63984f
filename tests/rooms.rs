//! The table of rooms in README.md, kept true: reads `src/` and fails on an import that goes the wrong way.

#![allow(clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms of ours that it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("facts", &[]),
    ("stats", &[]),
    ("charts", &[]),
    ("text", &[]),
    ("store", &[]),
    ("intake", &[]),
    ("sources", &["intake", "facts"]),
    ("sample", &["intake", "facts", "stats"]),
    ("metrics", &["facts", "stats"]),
    ("workspace", &["facts", "sources", "metrics"]),
    ("views", &["facts", "sources", "workspace", "metrics", "stats", "charts"]),
    ("export", &["facts", "stats", "metrics", "views", "workspace"]),
    ("engine", &["facts", "intake", "sources", "sample", "workspace", "metrics", "stats", "views", "export"]),
    ("ui", &["facts", "sources", "metrics", "charts", "views", "store", "text"]),
];

/// Crates that only some rooms may name.
const CRATES: &[(&str, &[&str])] = &[
    ("leptos", &["ui"]),
    ("plotters", &["ui"]),
    ("web_sys", &["ui", "engine", "store"]),
    ("js_sys", &["ui", "engine", "store"]),
    ("gloo_storage", &["store"]),
    ("calamine", &["intake"]),
    ("zip", &["intake"]),
];

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

/// The part of a file before its tests, and whether the whole file is tests.
fn code(path: &Path) -> String {
    let name = path.to_string_lossy();
    if name.contains("/tests") || name.ends_with("_tests.rs") || name.ends_with("testing.rs") {
        return String::new();
    }
    let text = fs::read_to_string(path).expect("a source file");
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let end = lines.windows(2).position(|pair| {
        pair[0].trim().starts_with("#[cfg(") && pair[0].contains("test") && pair[1].contains("mod tests")
    });
    lines[..end.unwrap_or(lines.len())].join("\n")
}

#[test]
fn imports_go_one_way() {
    let mut wrong = Vec::new();
    for (room, may_use) in ROOMS {
        let mut files = Vec::new();
        rust_files(&Path::new("src").join(room), &mut files);
        assert!(!files.is_empty(), "no room {room}");
        for file in files {
            let code = code(&file);
            for (other, _) in ROOMS.iter().filter(|(other, _)| other != room && !may_use.contains(other)) {
                if code.contains(&format!("crate::{other}::")) || code.contains(&format!("crate::{{{other}"))
                {
                    wrong.push(format!("{} uses {other}", file.display()));
                }
            }
            for (name, allowed) in CRATES {
                let named = [format!("use {name}::"), format!(" {name}::")];
                if !allowed.contains(room) && named.iter().any(|text| code.contains(text)) {
                    wrong.push(format!("{} uses {name}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_is_a_room() {
    for entry in fs::read_dir("src").expect("src") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() && name != "bin" {
            assert!(ROOMS.iter().any(|(room, _)| *room == name), "no rule for {name}");
        }
    }
}
