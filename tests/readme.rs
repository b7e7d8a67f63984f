//! The README's tables of sources, metrics and requirements are generated from the declarations.
//!
//! `UPDATE_README=1 cargo test --test readme` writes them anew.

#![cfg(feature = "engine")]
#![allow(clippy::expect_used, clippy::panic)]

mod requirements;

use std::env;
use std::fmt::Write;
use std::fs;

use rapport::metrics::{REGISTRY, Section, Stage};
use rapport::sources::ALL;
use rapport::text::{Catalog, Locale};
use requirements::{REQUIREMENTS, Requirement};

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

fn requirements() -> String {
    let mut table = String::from("| # | What | Page | Proved by |\n|---|---|---|---|\n");
    for Requirement { row, name, page, test: (_, test) } in REQUIREMENTS {
        let page = if page.is_empty() { String::new() } else { format!("`#/{page}`") };
        let test = if test.is_empty() { "not yet".to_owned() } else { format!("`{test}`") };
        let _ = writeln!(table, "| {row} | {name} | {page} | {test} |");
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
    let wanted = [("sources", sources()), ("metrics", metrics()), ("requirements", requirements())]
        .iter()
        .fold(readme.clone(), |text, (section, content)| replace(&text, section, content));
    if env::var("UPDATE_README").is_ok() {
        fs::write("README.md", wanted).expect("README.md can be written");
    } else {
        assert!(readme == wanted, "README.md is behind: UPDATE_README=1 cargo test --test readme");
    }
}

#[test]
fn every_requirement_has_its_row() {
    let rows: Vec<u32> = REQUIREMENTS.iter().map(|requirement| requirement.row).collect();
    assert_eq!(rows, (1..=120).collect::<Vec<_>>());
}

#[test]
fn pages_and_tests_of_requirements_are_there() {
    let route = fs::read_to_string("src/ui/route/parse.rs").expect("the addresses");
    let mut wrong = Vec::new();
    for Requirement { row, page, test: (file, test), .. } in REQUIREMENTS {
        let (head, id) = page.split_once('/').map_or((*page, None), |(head, id)| (head, Some(id)));
        if !page.is_empty() && !route.contains(&format!("(\"{head}\", ")) {
            wrong.push(format!("{row}: no page {page}"));
        }
        if let Some(id) = id.filter(|id| REGISTRY.iter().all(|metric| metric.id != *id)) {
            wrong.push(format!("{row}: no metric {id}"));
        }
        if page.is_empty() && !test.is_empty() {
            wrong.push(format!("{row}: built, but on no page"));
        }
        let source = fs::read_to_string(format!("src/{file}")).unwrap_or_default();
        if !test.is_empty() && !source.contains(&format!("fn {test}(")) {
            wrong.push(format!("{row}: no test {test} in src/{file}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The index is LinkedIn's score of activity: it never stands among results, and wherever it is opened that is said.
#[test]
fn the_index_is_activity_and_says_so() {
    let index: Vec<_> = REGISTRY.iter().filter(|metric| metric.section == Section::Ssi).collect();
    assert!(index.iter().any(|metric| metric.id == "ssi"));
    for metric in index {
        assert!(metric.stage == Stage::Leading, "{}", metric.id);
        for locale in Locale::ALL {
            let note = format!("metric.{}.note", metric.id);
            assert!(Catalog::new(locale).raw(&note).is_some(), "{locale:?} lacks {note}");
        }
    }
}
