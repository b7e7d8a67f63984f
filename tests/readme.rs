//! The README's tables of sources and metrics are generated from the declarations.
//!
//! `UPDATE_README=1 cargo test --test readme` writes them anew.

#![cfg(feature = "engine")]
#![allow(clippy::expect_used, clippy::panic)]

use std::env;
use std::fmt::Write;
use std::fs;

use rapport::metrics::REGISTRY;
use rapport::sources::ALL;
use rapport::text::{Catalog, Locale};

fn sources() -> String {
    let words = Catalog::new(Locale::En);
    let mut table = String::from("| Source | Id | Files | Fills | How to get it |\n|---|---|---|---|---|\n");
    for source in ALL {
        let tables: Vec<&str> = source.tables.iter().map(|table| table.name()).collect();
        let files: Vec<String> = source.files.iter().map(|file| format!("`{file}`")).collect();
        let how = words.get(&format!("bring.{}.how", source.bring));
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "| {} | `{}` | {} | {} | {how} |",
            source.name,
            source.id,
            files.join(", "),
            tables.join(", ")
        );
    }
    table
}

fn metrics() -> String {
    let words = Catalog::new(Locale::En);
    let mut table = String::from("| Metric | Id | Unit | How it is counted |\n|---|---|---|---|\n");
    for metric in REGISTRY {
        let name = words.get(&format!("metric.{}.name", metric.id));
        let formula = words.get(&format!("metric.{}.formula", metric.id));
        let _ = writeln!(table, "| {name} | `{}` | {} | {formula} |", metric.id, metric.unit.id());
    }
    table
}

/// Puts `content` between the marks of a section.
fn replace(readme: &str, section: &str, content: &str) -> String {
    let (begin, end) = (format!("<!-- {section}: generated -->\n"), format!("<!-- {section}: end -->"));
    let (before, rest) = readme.split_once(&begin).unwrap_or_else(|| panic!("README.md lacks {begin}"));
    let (_, after) = rest.split_once(&end).unwrap_or_else(|| panic!("README.md lacks {end}"));
    format!("{before}{begin}{content}{end}{after}")
}

#[test]
fn the_tables_are_those_of_the_declarations() {
    let readme = fs::read_to_string("README.md").expect("README.md");
    let wanted = replace(&replace(&readme, "sources", &sources()), "metrics", &metrics());
    if env::var("UPDATE_README").is_ok() {
        fs::write("README.md", wanted).expect("README.md can be written");
    } else {
        assert!(readme == wanted, "README.md is behind: UPDATE_README=1 cargo test --test readme");
    }
}
