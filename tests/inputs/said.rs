//! What came of a file, in lines that a test can hold against what it wants.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use rapport::facts::{Amount, Day, FieldType, FileFacts, MISSING, Moment, Notice, Sym, TableId};
use rapport::intake::Upload;
use rapport::sources::{Mapping, Outcome, ReadOptions, Refusal, Results, read};
use rapport::text::{Catalog, Locale};
use rapport::workspace::Workspace;

/// The header that lists of deals have in most of these tests: its names are the table's own.
pub const DEALS: &str = "id,status,created,closed,amount,seller\n";
const GOOD: &str = "id,status,created,closed,amount,seller\n\
    good-1,won,2026-01-02,2026-02-01,100.50,Ada\ngood-2,lost,2026-01-03,2026-02-02,7,Ada\n";

/// Reads a file beside a good one, as one drop, and says what came of it, a line for each table. Whatever the
/// file is: its rows are accounted for, nothing of it is told in a key, and the good one is read right.
pub fn drop(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<String> {
    drop_with(name, bytes, &[]).0
}

/// The same with what a person said of the file, and its facts.
pub fn drop_with(
    name: &str,
    bytes: impl Into<Vec<u8>>,
    mappings: &[Mapping],
) -> (Vec<String>, Vec<FileFacts>) {
    let bytes = bytes.into();
    let size = bytes.len();
    let options =
        ReadOptions { today: Day::from_ymd(2026, 11, 21).unwrap(), seller: None, as_tables: Vec::new() };
    let uploads = vec![
        Upload { name: name.to_owned(), bytes },
        Upload { name: "good.csv".to_owned(), bytes: GOOD.into() },
    ];
    let started = Instant::now();
    let mut results = read(uploads, mappings, &options, &mut |_| {});
    let took = started.elapsed();
    assert!(took < Duration::from_secs(10), "{name} of {size} bytes took {took:?}");
    let (outcome, good) = results.pop().expect("the good file");
    assert!(matches!(outcome, Outcome::Read { .. }), "{outcome:?}");
    let good = good.expect("the good file's facts");
    let wanted = ["won 2026-01-02 2026-02-01 100.50 Ada", "lost 2026-01-03 2026-02-02 7.00 Ada"];
    assert_eq!(cells(&good, "status created closed amount seller"), wanted);
    let said = results.iter().map(|(outcome, facts)| line(outcome, facts.as_ref())).collect();
    let facts: Vec<FileFacts> = results.into_iter().filter_map(|(_, facts)| facts).collect();
    // Counted together nothing of either is lost.
    let mut workspace = Workspace::new("inputs");
    workspace.import(facts.iter().cloned().chain([good]).collect(), "");
    let counted = workspace.facts();
    let ids: BTreeSet<String> = (0..counted.table(TableId::Deals).len())
        .map(|row| print(&counted.names, FieldType::Text, counted.table(TableId::Deals).cell(0, row)))
        .collect();
    assert!(ids.contains("good-1") && ids.contains("good-2"), "{ids:?}");
    (said, facts)
}

fn line(outcome: &Outcome, facts: Option<&FileFacts>) -> String {
    match outcome {
        Outcome::Read { summary, .. } => {
            let facts = facts.expect("facts of a file that was read");
            let used: BTreeSet<(TableId, u32)> = TableId::ALL
                .into_iter()
                .flat_map(|id| {
                    let table = facts.facts.table(id);
                    (0..table.len()).map(|row| (id, table.line(row))).collect::<Vec<_>>()
                })
                .collect();
            let lines: BTreeSet<u32> = used.iter().map(|(_, line)| *line).collect();
            let left_out = summary.left_out_count();
            let used = u32::try_from(lines.len()).unwrap();
            assert_eq!(summary.rows, used + left_out, "{}", summary.file);
            let mut said = format!("{}: {} = {used} + {left_out}", summary.source, summary.rows);
            for row in summary.left_out_rows.iter().take(3) {
                let column = row.column.as_ref().map(|name| format!(", {name}")).unwrap_or_default();
                said += &format!("; line {}{column}: {}", row.line, row.reason.id());
            }
            summary.notices.iter().for_each(|notice| said += &format!(" | {}", notice_text(notice)));
            said
        }
        Outcome::Unknown { table } => {
            let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
            let names: Vec<String> = names.iter().map(|name| name.chars().take(20).collect()).collect();
            let more = if names.len() > 6 { " …" } else { "" };
            let shown = names.iter().take(6).cloned().collect::<Vec<_>>().join(" / ");
            let guess = table.guess.table.clone().unwrap_or_else(|| "?".into());
            format!("unknown, {guess}: {} rows of {}: {shown}{more}", table.rows, names.len())
        }
        Outcome::NotUsed { files, .. } => format!("not used: {}", files.join(", ")),
        Outcome::Refused { refusal, .. } => format!("refused: {}", sentence(refusal)),
    }
}

/// The sentence that a person reads, in every language without a key or a place left open; the English one.
pub fn sentence(refusal: &Refusal) -> String {
    worded(&format!("error.{}", refusal.code), &refusal.args)
}

fn notice_text(notice: &Notice) -> String {
    worded(&format!("notice.{}", notice.code), &notice.args)
}

fn worded(key: &str, args: &[(String, String)]) -> String {
    let mut english = String::new();
    for locale in Locale::ALL {
        let catalog = Catalog::new(locale);
        assert!(catalog.raw(key).is_some(), "{locale:?} has no words for {key}");
        let words = |name: &str, value: &str| match name {
            "looks_like" => catalog.get(&format!("looks_like.{value}")),
            "style" => catalog.get(&format!("decimal.{value}")),
            "order" => catalog.get(&format!("question.date_{value}")),
            _ => value.to_owned(),
        };
        let args: Vec<(&str, String)> =
            args.iter().map(|(name, value)| (name.as_str(), words(name, value))).collect();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let text = catalog.fill(key, &args);
        let open = catalog.raw(key).unwrap().split('{').skip(1).filter_map(|part| part.split_once('}'));
        for (place, _) in open {
            assert!(args.iter().any(|(name, _)| *name == place), "{locale:?} {key}: nothing for {place}");
        }
        assert!(!text.contains("error.") && !text.contains("looks_like."), "{text}");
        if locale == Locale::En {
            english = text;
        }
    }
    english
}

/// Some fields of the rows of a file's only table, a line for each row.
pub fn cells(facts: &FileFacts, fields: &str) -> Vec<String> {
    let id = TableId::ALL.into_iter().find(|id| !facts.facts.table(*id).is_empty());
    let Some(id) = id else { return Vec::new() };
    let table = facts.facts.table(id);
    (0..table.len())
        .map(|row| {
            let cell = |field: &str| {
                let column = id.schema().column(field).unwrap_or_else(|| panic!("{field}"));
                print(&facts.facts.names, id.schema().fields[column].kind, table.cell(column, row))
            };
            fields.split(' ').map(cell).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

fn print(names: &rapport::facts::Names, kind: FieldType, cell: i64) -> String {
    if cell == MISSING {
        return "–".into();
    }
    match kind {
        FieldType::Text => names.text(Sym(u32::try_from(cell).unwrap())).to_owned(),
        FieldType::Moment => Moment::from_raw(cell).iso(),
        FieldType::Number => f64::from_bits(cell.cast_unsigned()).to_string(),
        FieldType::Amount => Amount(cell).print(2),
        FieldType::Flag => (cell != 0).to_string(),
    }
}

/// The first table's fields of a file that is read alone.
pub fn read_cells(name: &str, bytes: impl Into<Vec<u8>>, fields: &str) -> Vec<String> {
    let (said, facts) = drop_with(name, bytes, &[]);
    facts.first().map(|facts| cells(facts, fields)).unwrap_or(said)
}

/// What reading gives for several files of one drop.
pub fn drop_all(files: Vec<(&str, Vec<u8>)>) -> Results {
    let options =
        ReadOptions { today: Day::from_ymd(2026, 11, 21).unwrap(), seller: None, as_tables: Vec::new() };
    let uploads = files.into_iter().map(|(name, bytes)| Upload { name: name.to_owned(), bytes }).collect();
    read(uploads, &[], &options, &mut |_| {})
}
