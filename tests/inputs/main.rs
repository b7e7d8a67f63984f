//! Fifty-seven inputs as they should not be, by number, each through the whole way from bytes to facts: refused with a
//! reason or read right, never a panic, never a row without an account. The cases are the table: number and name,
//! file, bytes, what becomes of it.
//!
//! | numbers | kind | file |
//! |---|---|---|
//! | 1–30 | delimited text, pasted cells | `text` |
//! | 31–36 | values in cells | `values` |
//! | 37–43 | letters | `letters` |
//! | 44–57 | workbooks | `workbooks` |
//!
//! What archives bring (58–63) stands in `intake::bad_files`, what storage and links bring (64) in `store::tests` and
//! the browser tests. Sizes are cut down: a cap is tried just above itself, not at a hundred megabytes.
#![cfg(feature = "engine")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod letters;
mod text;
mod values;
mod workbooks;

use std::time::{Duration, Instant};

use rapport::facts::{Amount, Day, FieldType, FileFacts, MISSING, Moment, Sym, TableId};
use rapport::intake::Upload;
use rapport::sources::{Mapping, Outcome, ReadOptions, Results, read};

/// Longer than this no file may take, on a slow machine and without optimisation.
const LONGEST: Duration = Duration::from_secs(20);

/// Reads files, holds every one to its account, and returns what became of them.
fn read_all(files: Vec<(&str, Vec<u8>)>, mappings: &[Mapping]) -> Results {
    let uploads = files.into_iter().map(|(name, bytes)| Upload { name: name.into(), bytes }).collect();
    let today = Day::from_ymd(2026, 11, 21).unwrap();
    let options = ReadOptions { today, seller: None, as_tables: Vec::new() };
    let started = Instant::now();
    let results = read(uploads, mappings, &options, &mut |_| {});
    assert!(started.elapsed() < LONGEST, "{:?}", started.elapsed());
    for (outcome, facts) in &results {
        let Outcome::Read { summary, .. } = outcome else { continue };
        let used: u32 = summary.facts.iter().map(|(_, rows)| rows).sum();
        let left_out: u32 = summary.left_out.iter().map(|(_, rows)| rows).sum();
        assert_eq!(summary.rows, used + left_out, "{}", summary.file);
        let facts = facts.as_ref().expect("facts of a file that was read");
        for (table, rows) in &summary.facts {
            assert_eq!(facts.facts.table(*table).len(), *rows as usize);
        }
    }
    results
}

/// What became of one file, in a line: `refused: empty`, `unknown: 2 rows, 3 columns`, or
/// `deals: 2 used, 1 left out (bad date 1); some_notice`.
fn fate(name: &str, bytes: impl Into<Vec<u8>>) -> String {
    let results = read_all(vec![(name, bytes.into())], &[]);
    let lines: Vec<String> = results.iter().map(|(outcome, _)| line(outcome)).collect();
    lines.join(" | ")
}

fn line(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Read { summary, questions, .. } => {
            let used: Vec<String> =
                summary.facts.iter().map(|(table, rows)| format!("{}: {rows} used", table.name())).collect();
            let reasons: Vec<String> =
                summary.left_out.iter().map(|(reason, rows)| format!("{} {rows}", reason.id())).collect();
            let left_out: u32 = summary.left_out.iter().map(|(_, rows)| rows).sum();
            let left_out = (left_out > 0).then(|| format!("{left_out} left out ({})", reasons.join(", ")));
            let notices = summary.notices.iter().map(|notice| notice.code.clone());
            let asked = (!questions.is_empty()).then(|| "asks".to_owned());
            let first = used.into_iter().chain(left_out).collect::<Vec<_>>().join(", ");
            std::iter::once(first).chain(notices).chain(asked).collect::<Vec<_>>().join("; ")
        }
        Outcome::Unknown { table } => {
            format!("unknown: {} rows, {} columns", table.rows, table.columns.len())
        }
        Outcome::NotUsed { files, .. } => format!("not used: {}", files.join(", ")),
        Outcome::Refused { refusal, .. } => format!("refused: {}", refusal.code),
    }
}

/// The cells of a field of the only file, as a person reads them, parted by ` | `; `–` where one is missing.
fn cells(results: &Results, table: TableId, field: &str) -> String {
    let [(_, Some(facts))] = results.as_slice() else {
        panic!("{:?}", results.iter().map(|r| line(&r.0)).collect::<Vec<_>>())
    };
    cells_of(facts, table, field)
}

fn cells_of(facts: &FileFacts, table: TableId, field: &str) -> String {
    let column = table.schema().column(field).unwrap();
    let kind = table.schema().fields[column].kind;
    let rows = facts.facts.table(table);
    let print = |row: usize| match rows.cell(column, row) {
        MISSING => "–".to_owned(),
        cell => match kind {
            FieldType::Text => facts.facts.names.text(Sym(u32::try_from(cell).unwrap())).to_owned(),
            FieldType::Moment => Moment::from_raw(cell).iso(),
            FieldType::Number => f64::from_bits(cell.cast_unsigned()).to_string(),
            FieldType::Amount => Amount(cell).print(4),
            FieldType::Flag => (cell != 0).to_string(),
        },
    };
    (0..rows.len()).map(print).collect::<Vec<_>>().join(" | ")
}

/// A list of deals with canonical names.
fn deals(rows: &str) -> String {
    format!("id,name,created,closed,status,amount,currency\n{rows}")
}

/// LinkedIn's list of connections as it comes, but for what stands before its header.
fn connections(preamble: &str) -> String {
    format!(
        "{preamble}First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
         Kim,Berg,https://www.linkedin.com/in/kimberg,,Nordlund Stål,Buyer,09 Sep 2026\n"
    )
}
