//! Public collections of awkward text: the twelve files of csv-spectrum and the "naughty strings" of blns,
//! both installed by tools/setup.sh under RAPPORT_TOOLS. Without it (a bare `cargo test`) they are looked
//! for where setup.sh puts them, and nothing is checked where they are not; `make test` fails then.
#![cfg(feature = "engine")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use rapport::engine::{FileReader, Files};
use rapport::facts::{ConnectionRow, Day};
use rapport::intake::{Opened, Record, Rows, Upload, decode, open};
use rapport::sources::remembered::Remembered;
use rapport::sources::{Outcome, ReadOptions, read};
use rapport::views::ImportAsk;

/// A package's folder.
fn package(name: &str) -> Option<PathBuf> {
    let said = std::env::var_os("RAPPORT_TOOLS").map(PathBuf::from);
    let usual = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache/rapport/tools"));
    let folder = said.clone().or_else(usual)?.join("node_modules").join(name);
    if !folder.exists() {
        assert!(said.is_none(), "{} is not installed: tools/setup.sh test", folder.display());
        eprintln!("not checked: {name} is not installed");
        return None;
    }
    Some(folder)
}

/// A file's rows as objects, as csv-spectrum prints them.
fn objects(name: &str, bytes: Vec<u8>) -> Vec<BTreeMap<String, String>> {
    let Opened::Text(text) = open(Upload { name: name.to_owned(), bytes }).unwrap() else { panic!("{name}") };
    let mut rows = text.rows();
    let mut record = Record::default();
    assert!(rows.read(&mut record).unwrap(), "{name} has no header");
    let names: Vec<String> = (0..record.width()).map(|column| record.text(column).into_owned()).collect();
    let mut found = Vec::new();
    while rows.read(&mut record).unwrap() {
        let cells = names.iter().enumerate();
        found.push(cells.map(|(column, name)| (name.clone(), record.text(column).into_owned())).collect());
    }
    found
}

#[test]
fn csv_spectrum_is_read_whole() {
    let Some(folder) = package("csv-spectrum") else { return };
    let mut count = 0;
    for file in std::fs::read_dir(folder.join("csvs")).unwrap() {
        let path = file.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let json = std::fs::read(folder.join("json").join(format!("{stem}.json"))).unwrap();
        // One of the twelve and its answer are Latin-1.
        let (json, ..) = decode(json, None);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let wanted: Vec<BTreeMap<String, String>> = match json {
            serde_json::Value::Array(_) => serde_json::from_value(json).unwrap(),
            one => vec![serde_json::from_value(one).unwrap()],
        };
        // Line breaks inside cells are a cell's own: only how they are written may differ.
        let plain = |rows: Vec<BTreeMap<String, String>>| -> Vec<BTreeMap<String, String>> {
            let cells = |row: BTreeMap<String, String>| {
                row.into_iter().map(|(name, cell)| (name, cell.replace("\r\n", "\n"))).collect()
            };
            rows.into_iter().map(cells).collect()
        };
        // Its answer has another phone number than its table.
        if stem == "location_coordinates" {
            let read = objects(&stem, std::fs::read(&path).unwrap());
            assert_eq!((read.len(), read[0]["Cities"].as_str()), (1, "Modesto"));
            count += 1;
            continue;
        }
        assert_eq!(plain(objects(&stem, std::fs::read(&path).unwrap())), plain(wanted), "{stem}");
        count += 1;
    }
    assert_eq!(count, 12);
}

/// One file in memory.
struct One(Vec<u8>);

impl Files for One {
    fn names(&self) -> Vec<String> {
        vec!["one.csv".to_owned()]
    }

    fn size(&self, _: usize) -> Option<u64> {
        u64::try_from(self.0.len()).ok()
    }

    fn fill(&self, _: usize, start: u64, piece: &mut [u8]) -> Option<usize> {
        let rest = self.0.get(usize::try_from(start).ok()?..)?;
        let there = rest.len().min(piece.len());
        piece[..there].copy_from_slice(&rest[..there]);
        Some(there)
    }
}

#[test]
fn csv_spectrum_is_the_same_in_pieces_of_every_size() {
    let Some(folder) = package("csv-spectrum") else { return };
    let read = |bytes: &[u8], size: usize| {
        let question = ImportAsk::Read { remembered: Remembered::default(), today: Day(20_000) };
        let answer = FileReader::in_pieces(size).answer(question, One(bytes.to_vec()), &mut |_| {});
        format!("{answer:?}")
    };
    for file in std::fs::read_dir(folder.join("csvs")).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let whole = read(&bytes, bytes.len());
        for size in [1, 2, 3, 7, 65_536] {
            assert_eq!(read(&bytes, size), whole, "{} in pieces of {size}", path.display());
        }
    }
}

#[test]
fn naughty_strings_come_through_as_they_are() {
    let Some(folder) = package("blns") else { return };
    let mut strings: Vec<String> = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name == "blns.json") {
                strings = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
            }
        }
    }
    assert!(strings.len() > 400, "{}", strings.len());
    let mut csv =
        String::from("Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n");
    for (number, string) in strings.iter().enumerate() {
        let quoted = string.replace('"', "\"\"");
        csv.push_str(&format!(
            "N{number},L,https://www.linkedin.com/in/n{number},,\"{quoted}\",Head,09 Sep 2025\n"
        ));
    }
    let upload = Upload { name: "Connections.csv".into(), bytes: csv.into_bytes() };
    let options =
        ReadOptions { today: Day::from_ymd(2026, 11, 21).unwrap(), seller: None, as_tables: Vec::new() };
    let results = read(vec![upload], &[], &options, &mut |_| {});
    let [(Outcome::Read { summary, .. }, Some(facts))] = results.as_slice() else { panic!("{results:?}") };
    assert_eq!((summary.rows as usize, summary.left_out_count()), (strings.len(), 0));
    for (string, (_, row)) in strings.iter().zip(facts.facts.rows::<ConnectionRow>()) {
        // White space around a cell, seen or not, and NULs are no part of what it says.
        let is_space =
            |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
        let wanted: String = string.replace('\0', "").trim_matches(is_space).to_owned();
        assert_eq!(facts.facts.names.text(row.company), wanted);
    }
}
