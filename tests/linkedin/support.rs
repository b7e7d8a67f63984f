//! What the tests of sources share: archives made in memory, and facts printed for golden files.

use std::io::{Cursor, Write};
use std::path::Path;

use rapport::facts::{Amount, Day, Facts, FieldType, FileFacts, MISSING, Moment, Sym, TableId};
use rapport::intake::Upload;
use rapport::sources::{Outcome, ReadOptions, Results, read};
use serde_json::{Map, Value, json};

/// Every file under a folder with its path inside it, in the order of paths; golden files aside.
pub fn folder_files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).unwrap_or_else(|e| panic!("{}: {e}", next.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let inside = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            found.push((inside, std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// A ZIP of files.
pub fn zip_files(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Results as readable JSON: the account of each file and its facts.
pub fn print_results(results: &[(Outcome, Option<FileFacts>)]) -> String {
    let printed: Vec<Value> = results
        .iter()
        .map(|(outcome, facts)| {
            let mut value = serde_json::to_value(outcome).unwrap();
            if let (Some(facts), Value::Object(object)) = (facts, &mut value) {
                object.insert("facts".into(), print_facts(&facts.facts));
            }
            value
        })
        .collect();
    serde_json::to_string_pretty(&printed).unwrap() + "\n"
}

fn print_facts(facts: &Facts) -> Value {
    let mut tables = Map::new();
    for id in TableId::ALL {
        let table = facts.table(id);
        let rows: Vec<Value> = (0..table.len())
            .map(|row| {
                let mut cells = Map::new();
                cells.insert("line".into(), json!(table.line(row)));
                for (column, field) in id.schema().fields.iter().enumerate() {
                    let cell = table.cell(column, row);
                    if cell != MISSING {
                        cells.insert(field.name.into(), print_cell(facts, field.kind, cell));
                    }
                }
                Value::Object(cells)
            })
            .collect();
        if !rows.is_empty() {
            tables.insert(id.name().into(), Value::Array(rows));
        }
    }
    let ends: Vec<Value> = facts
        .data_ends()
        .map(|(table, seller, day)| json!([table.name(), facts.names.text(seller), day.iso()]))
        .collect();
    tables.insert("data_ends".into(), Value::Array(ends));
    Value::Object(tables)
}

fn print_cell(facts: &Facts, kind: FieldType, cell: i64) -> Value {
    match kind {
        FieldType::Text => json!(facts.names.text(Sym(u32::try_from(cell).unwrap()))),
        FieldType::Moment => json!(Moment::from_raw(cell).iso()),
        FieldType::Number => json!(f64::from_bits(cell.cast_unsigned())),
        FieldType::Amount => json!(Amount(cell).print(4)),
        FieldType::Flag => json!(cell != 0),
    }
}

/// Compares with a golden file, or writes it when `UPDATE_GOLDEN` is set.
pub fn check_golden(path: &Path, printed: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, printed).unwrap();
        return;
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    if golden != printed {
        let differing = golden.lines().zip(printed.lines()).position(|(a, b)| a != b);
        let at = differing.unwrap_or(golden.lines().count().min(printed.lines().count()));
        panic!(
            "{} differs from line {}:\n  golden:  {:?}\n  printed: {:?}\nUPDATE_GOLDEN=1 rewrites it",
            path.display(),
            at + 1,
            golden.lines().nth(at),
            printed.lines().nth(at)
        );
    }
}

/// What every test reads with.
pub fn options() -> ReadOptions {
    ReadOptions { today: Day::from_ymd(2026, 11, 21).unwrap(), seller: None, as_tables: Vec::new() }
}

/// Reads files without mappings.
pub fn read_all(uploads: Vec<Upload>) -> Results {
    read(uploads, &[], &options(), &mut |_| {})
}

/// The only file's account and facts.
pub fn only_read(results: &[(Outcome, Option<FileFacts>)]) -> (&rapport::facts::FileSummary, &FileFacts) {
    match results {
        [(Outcome::Read { summary, .. }, Some(facts))] => (summary, facts),
        other => panic!("{other:?}"),
    }
}

/// Every row is a fact or left out with a reason.
pub fn assert_accounted(results: &Results) {
    for (outcome, facts) in results {
        let Outcome::Read { summary, .. } = outcome else { continue };
        let used: u32 = summary.facts.iter().map(|(_, rows)| rows).sum();
        assert_eq!(summary.rows, used + summary.left_out_count(), "{}", summary.file);
        let facts = facts.as_ref().expect("facts of a file that was read");
        for (table, rows) in &summary.facts {
            assert_eq!(facts.facts.table(*table).len(), *rows as usize);
        }
    }
}
