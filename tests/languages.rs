//! The README's table of languages is counted from their files.
//!
//! `UPDATE_README=1 cargo test --test languages` writes it anew.

#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write;
use std::fs;

use rapport::text::{Catalog, Locale};

const BEGIN: &str = "<!-- languages: generated -->\n";
const END: &str = "<!-- languages: end -->";

/// The messages of a language, each once however many plural forms it has.
fn messages(locale: Locale) -> BTreeSet<&'static str> {
    let catalog = Catalog::new(locale);
    catalog.entries().iter().map(|(key, _)| key.split('[').next().unwrap_or(key)).collect()
}

fn table() -> String {
    let english = messages(Locale::En);
    let mut table = String::from(
        "| Language | Id | Messages | Of the English ones | Plural forms | Direction |\n|---|---|---|---|---|---|\n",
    );
    for locale in Locale::ALL {
        let own = messages(locale);
        let shared = own.intersection(&english).count();
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "| {} | `{}` | {} | {:.1} % | {} | {} |",
            locale.own_name(),
            locale.id(),
            own.len(),
            shared as f64 * 100.0 / english.len() as f64,
            locale.plural_forms().len(),
            if locale.is_rtl() { "right to left" } else { "left to right" },
        );
    }
    table
}

#[test]
fn the_table_is_that_of_the_files() {
    let readme = fs::read_to_string("README.md").expect("README.md");
    let (before, rest) = readme.split_once(BEGIN).unwrap_or_else(|| panic!("README.md lacks {BEGIN}"));
    let (_, after) = rest.split_once(END).unwrap_or_else(|| panic!("README.md lacks {END}"));
    let wanted = format!("{before}{BEGIN}{}{END}{after}", table());
    if env::var("UPDATE_README").is_ok() {
        fs::write("README.md", wanted).expect("README.md can be written");
    } else {
        assert!(readme == wanted, "README.md is behind: UPDATE_README=1 cargo test --test languages");
    }
}
