//! Entries: they are facts, and every step can be taken back exactly.

use proptest::prelude::*;

use super::*;
use crate::facts::{FileFacts, SsiRow, number_to_cell, text_to_cell};
use crate::workspace::{read_body, write_body};

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// The cells of a reading by `seller`, so many days after 1 January 2026.
fn reading(workspace: &mut Workspace, seller: &str, at: i32, total: f64) -> Vec<i64> {
    let seller = text_to_cell(workspace.names_mut().intern(seller));
    let mut cells = vec![MISSING; TableId::Ssi.schema().fields.len()];
    cells[..3].copy_from_slice(&[
        seller,
        Moment::date(day("2026-01-01").plus(at)).raw(),
        number_to_cell(total),
    ]);
    cells
}

fn meeting(workspace: &mut Workspace, person: &str, at: i32) -> Vec<i64> {
    let person = text_to_cell(workspace.names_mut().intern(person));
    let mut cells = vec![MISSING; TableId::Meetings.schema().fields.len()];
    (cells[1], cells[2]) = (Moment::date(day("2026-01-01").plus(at)).raw(), person);
    cells
}

fn add(workspace: &mut Workspace, seller: &str, at: i32, total: f64) -> EntryId {
    let cells = reading(workspace, seller, at, total);
    let ids = workspace.change_entries(vec![Change::Add { table: TableId::Ssi, cells }], day("2026-06-30"));
    ids.unwrap()[0]
}

/// A file of one reading.
fn file(seller: &str, at: i32, total: f64, brand: f64) -> FileFacts {
    let mut file = FileFacts::default();
    let seller = file.facts.text_cell(seller);
    let date = Moment::date(day("2026-01-01").plus(at)).raw();
    file.facts.add(TableId::Ssi, &[seller, date, number_to_cell(total), number_to_cell(brand)], 0, 2);
    file.summary.source = "canonical.ssi".into();
    file.summary.data_end = Some(day("2026-12-31"));
    file
}

/// All that is known, in words and without the order of rows.
fn known(workspace: &Workspace) -> Vec<String> {
    let facts = workspace.facts();
    let mut lines: Vec<String> = facts
        .rows::<SsiRow>()
        .map(|(_, row)| {
            let seller = facts.names.text(row.seller);
            format!("{seller} {:?} {:?} {:?}", row.date.map(Moment::iso), row.total, row.brand)
        })
        .collect();
    let meetings = facts.table(TableId::Meetings);
    lines.extend((0..meetings.len()).map(|row| {
        let person = facts.names.text(Sym(u32::try_from(meetings.cell(2, row)).unwrap()));
        format!("{person} {}", Moment::from_raw(meetings.cell(1, row)).iso())
    }));
    lines.extend(facts.data_ends().map(|(table, seller, end)| {
        format!("{} of {} until {}", table.name(), facts.names.text(seller), end.iso())
    }));
    lines.extend(workspace.entries().map(|entry| format!("{entry:?}")));
    // What a file changed when it came depends on what was typed before; what it says does not.
    let file =
        |(number, file): (&u32, &FileRecord)| format!("{number} {:?} {:?}", file.summary, file.sellers);
    lines.extend(workspace.files.iter().map(file));
    lines.sort();
    lines
}

#[test]
fn an_entry_is_a_fact_with_its_own_number_as_line() {
    let mut workspace = Workspace::new("w");
    assert!(workspace.is_empty());
    add(&mut workspace, "Ada", 0, 40.0);
    let second = add(&mut workspace, "Bo", 1, 50.0);
    assert!(!workspace.is_empty());
    let facts = workspace.facts();
    let table = facts.table(TableId::Ssi);
    assert_eq!((table.len(), table.line(1)), (2, second));
    assert!(is_typed_file(table.file(1)));
    let ada = facts.names.find("Ada").unwrap();
    assert_eq!(facts.data_end(TableId::Ssi, ada), Some(day("2026-01-02")));
}

#[test]
fn the_same_thing_typed_again_takes_its_place() {
    let mut workspace = Workspace::new("w");
    let first = add(&mut workspace, "Ada", 0, 40.0);
    assert_eq!(add(&mut workspace, "Ada", 0, 41.0), first);
    let other = add(&mut workspace, "Ada", 7, 45.0);
    let cells = reading(&mut workspace, "Ada", 0, 46.0);
    workspace.change_entries(vec![Change::Edit { id: other, cells }], day("2026-06-30")).unwrap();
    assert_eq!(workspace.entries().map(|entry| entry.id).collect::<Vec<_>>(), [other]);
    assert!(workspace.undo_entries());
    assert_eq!(workspace.entries().count(), 2);
}

#[test]
fn what_is_typed_stands_above_a_file_and_the_file_comes_back() {
    let mut workspace = Workspace::new("w");
    workspace.import(vec![file("Ada", 0, 40.0, 11.0)], "t");
    let from_file = known(&workspace);
    add(&mut workspace, "Ada", 0, 60.0);
    let facts = workspace.facts();
    let readings: Vec<SsiRow> = facts.rows::<SsiRow>().map(|(_, row)| row).collect();
    assert_eq!(readings.len(), 1);
    assert_eq!((readings[0].total, readings[0].brand), (Some(60.0), Some(11.0)));
    workspace.undo_entries();
    assert_eq!(known(&workspace), from_file);
}

#[test]
fn a_meeting_ahead_is_no_data_end() {
    let mut workspace = Workspace::new("w");
    let cells = meeting(&mut workspace, "One", 300);
    workspace.change_entries(vec![Change::Add { table: TableId::Meetings, cells }], day("2026-06-30"));
    assert_eq!(workspace.facts().latest_data_end(), Some(day("2026-06-30")));
}

#[test]
fn a_step_that_speaks_of_nothing_changes_nothing() {
    let mut workspace = Workspace::new("w");
    let id = add(&mut workspace, "Ada", 0, 40.0);
    let before = known(&workspace);
    let changes = vec![Change::Delete { id }, Change::Delete { id: 99 }];
    assert_eq!(workspace.change_entries(changes, day("2026-06-30")), None);
    assert_eq!(known(&workspace), before);
}

#[test]
fn a_body_of_before_there_were_entries_opens() {
    let body =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples/store/body-2026-11.txt"));
    let workspace = read_body(body.unwrap().trim()).unwrap();
    assert_eq!(workspace.entries().count(), 0);
    assert!(!workspace.is_empty());
}

/// One command of a person.
#[derive(Clone, Debug)]
enum Command {
    Add(Vec<(bool, u8, i32, u8)>),
    Edit(usize, i32, u8),
    Delete(usize),
    Import(i32, u8),
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        proptest::collection::vec((any::<bool>(), 0u8..3, 0i32..4, 0u8..3), 1..4).prop_map(Command::Add),
        (any::<usize>(), 0i32..4, 0u8..3).prop_map(|(which, at, total)| Command::Edit(which, at, total)),
        any::<usize>().prop_map(Command::Delete),
        (0i32..4, 0u8..3).prop_map(|(at, total)| Command::Import(at, total)),
    ]
}

/// Follows a command; whether it was a step.
fn follow(workspace: &mut Workspace, command: &Command) -> bool {
    let on = day("2026-06-30");
    let pick = |workspace: &Workspace, which: usize| {
        let count = workspace.entries().count();
        (count > 0).then(|| workspace.entries().nth(which % count).cloned()).flatten()
    };
    match command {
        Command::Add(rows) => {
            let mut changes = Vec::new();
            for (is_reading, who, at, total) in rows {
                let who = ["Ada", "Bo", "Cy"][usize::from(*who)];
                changes.push(if *is_reading {
                    let cells = reading(workspace, who, *at, f64::from(*total));
                    Change::Add { table: TableId::Ssi, cells }
                } else {
                    Change::Add { table: TableId::Meetings, cells: meeting(workspace, who, *at) }
                });
            }
            workspace.change_entries(changes, on).is_some()
        }
        Command::Edit(which, at, total) => {
            let Some(entry) = pick(workspace, *which) else { return false };
            let cells = match entry.table {
                TableId::Ssi => reading(workspace, "Ada", *at, f64::from(*total)),
                _ => meeting(workspace, "Bo", *at),
            };
            workspace.change_entries(vec![Change::Edit { id: entry.id, cells }], on).is_some()
        }
        Command::Delete(which) => {
            let Some(entry) = pick(workspace, *which) else { return false };
            workspace.change_entries(vec![Change::Delete { id: entry.id }], on).is_some()
        }
        Command::Import(at, total) => {
            workspace.import(vec![file("Ada", *at, f64::from(*total), 5.0)], "t");
            false
        }
    }
}

proptest! {
    #[test]
    fn all_steps_taken_back_are_the_start_and_made_again_the_end(
        commands in proptest::collection::vec(command(), 0..10),
    ) {
        let mut workspace = Workspace::new("w");
        let mut only_files = Workspace::new("w");
        let mut states = vec![known(&workspace)];
        let mut has_file = false;
        for command in &commands {
            let is_step = follow(&mut workspace, command);
            if let Command::Import(..) = command {
                follow(&mut only_files, command);
                has_file = true;
            }
            if is_step { states.push(known(&workspace)); }
        }
        let end = known(&workspace);
        let mut steps = 0;
        while workspace.undo_entries() {
            steps += 1;
            // Between imports every state on the way back is the one on the way there.
            if !has_file { prop_assert_eq!(&known(&workspace), &states[states.len() - 1 - steps]); }
        }
        prop_assert_eq!(steps, states.len() - 1);
        prop_assert_eq!(known(&workspace), known(&only_files));
        while workspace.redo_entries() {}
        prop_assert_eq!(known(&workspace), end);
    }

    #[test]
    fn entries_and_steps_survive_the_body(commands in proptest::collection::vec(command(), 0..6)) {
        let mut workspace = Workspace::new("w");
        for command in &commands { follow(&mut workspace, command); }
        workspace.undo_entries();
        let mut back = read_body(&write_body(&workspace)).unwrap();
        prop_assert_eq!(known(&back), known(&workspace));
        prop_assert_eq!(back.entry_steps(), workspace.entry_steps());
        workspace.redo_entries();
        back.redo_entries();
        prop_assert_eq!(known(&back), known(&workspace));
    }
}
