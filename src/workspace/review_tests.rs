//! What each row of an import comes to, words that speak against each other, and choices between them.

use proptest::prelude::*;

use super::tests::{a_file, deals, known};
use super::{Choice, Kind, Reviewed, RowDetail, Workspace, read_body, write_body};
use crate::facts::{Day, FileFacts, MISSING, Moment, TableId};

fn delta(workspace: &mut Workspace, files: &[&FileFacts], at: usize) -> [u32; 5] {
    let incoming: Vec<_> = files.iter().map(|file| (*file, &[][..])).collect();
    let delta = workspace.review(&incoming, &[]).delta(at);
    let table = &delta.tables[0];
    [table.new, table.changed, table.same, table.older, table.conflicts]
}

fn details(workspace: &mut Workspace, files: &[&FileFacts], at: usize, kind: Kind) -> Vec<RowDetail> {
    let incoming: Vec<_> = files.iter().map(|file| (*file, &[][..])).collect();
    let review = workspace.review(&incoming, &[]);
    let (total, places) = review.rows(at, &[kind], 0, 100);
    assert_eq!(total, places.len());
    places.into_iter().filter_map(|place| workspace.row_detail(&review, at, incoming[at], place)).collect()
}

/// Imports files with a choice between what they say.
fn import_chosen(workspace: &mut Workspace, files: Vec<FileFacts>, choice: Choice, at: &str) -> u32 {
    let choices = vec![choice];
    let incoming: Vec<_> = files.iter().map(|file| (file, &[][..])).collect();
    let review = workspace.review(&incoming, &choices);
    workspace.import_settled(Reviewed { files, choices, review }, at)
}

fn status(workspace: &Workspace, cells: &[i64]) -> String {
    let schema = TableId::Deals.schema();
    let column = schema.column("status").unwrap();
    crate::facts::print_cell(schema.fields[column].kind, cells[column], workspace.names())
}

/// Gives a deal of a file a closing date.
fn close(file: &mut FileFacts, row: usize, day: i32) {
    let column = TableId::Deals.schema().column("closed").unwrap();
    file.facts.table_mut(TableId::Deals).set_cell(column, row, Moment::date(Day(day)).raw());
}

#[test]
fn every_row_is_of_one_kind() {
    let mut workspace = Workspace::new("w");
    workspace.import(vec![deals("crm", 10, &[("1", "open", Some(5)), ("2", "won", Some(1))])], "t1");
    let newer = deals("crm", 20, &[("1", "won", Some(5)), ("2", "won", Some(1)), ("3", "open", Some(2))]);
    assert_eq!(delta(&mut workspace, &[&newer], 0), [1, 1, 1, 0, 0]);
    let changed = details(&mut workspace, &[&newer], 0, Kind::Changed);
    let [row] = changed.as_slice() else { panic!("{changed:?}") };
    assert_eq!((row.thing.as_str(), row.line, row.said_by), ("1", 2, Some((1, 2))));
    assert_eq!(
        (status(&workspace, &row.before), status(&workspace, &row.after)),
        ("open".into(), "won".into())
    );
    // An older export that says otherwise changes nothing.
    workspace.import(vec![newer], "t2");
    let older = deals("crm", 15, &[("1", "lost", Some(5)), ("2", "won", Some(1))]);
    assert_eq!(delta(&mut workspace, &[&older], 0), [0, 0, 2, 1, 0]);
    assert_eq!(known(&workspace)[0].1, "won");
}

#[test]
fn what_an_old_export_said_is_a_change_when_a_new_one_says_it_again() {
    let mut workspace = Workspace::new("w");
    workspace.import(vec![deals("crm", 10, &[("1", "open", Some(5))])], "t1");
    workspace.import(vec![deals("crm", 20, &[("1", "won", Some(5))])], "t2");
    let again = deals("crm", 30, &[("1", "open", Some(5))]);
    assert_eq!(delta(&mut workspace, &[&again], 0), [0, 1, 0, 0, 0]);
    workspace.import(vec![again], "t3");
    assert_eq!(known(&workspace)[0].1, "open");
}

#[test]
fn a_value_that_goes_is_seen_to_go_and_a_missing_column_takes_nothing() {
    let mut workspace = Workspace::new("w");
    workspace.import(vec![deals("crm", 10, &[("1", "open", Some(5)), ("2", "open", Some(6))])], "t1");
    let amount = TableId::Deals.schema().column("amount").unwrap();
    let blank = deals("crm", 20, &[("1", "open", None), ("2", "open", Some(6))]);
    let rows = details(&mut workspace, &[&blank], 0, Kind::Changed);
    assert_eq!((rows[0].before[amount], rows[0].after[amount]), (5, MISSING));
    let without = deals("crm", 20, &[("1", "won", None), ("2", "open", None)]);
    assert_eq!(delta(&mut workspace, &[&without], 0), [0, 1, 1, 1, 0]);
    workspace.import(vec![without], "t2");
    let expected = [("1".into(), "won".into(), Some(5)), ("2".into(), "open".into(), Some(6))];
    assert_eq!(known(&workspace), expected);
}

#[test]
fn two_files_of_one_import_that_tell_up_to_one_day_are_in_conflict() {
    let mut workspace = Workspace::new("w");
    let (one, two) =
        (deals("crm", 10, &[("1", "won", Some(5))]), deals("crm", 10, &[("1", "lost", Some(5))]));
    assert_eq!(delta(&mut workspace, &[&one, &two], 0), [1, 0, 0, 0, 0]);
    assert_eq!(delta(&mut workspace, &[&one, &two], 1), [0, 0, 0, 0, 1]);
    let rows = details(&mut workspace, &[&one, &two], 1, Kind::Conflict);
    let words: Vec<_> =
        rows[0].options.iter().map(|word| (word.file, status(&workspace, &word.cells))).collect();
    assert_eq!(words, [(1, "won".into()), (2, "lost".into())]);
    // A later day decides.
    let later = deals("crm", 11, &[("1", "lost", Some(5))]);
    assert_eq!(delta(&mut workspace, &[&one, &later], 1), [0, 1, 0, 0, 0]);
    // Nothing chosen: the later one counts. Chosen: the other.
    let choice = Choice { table: TableId::Deals, identity: rows[0].identity.clone(), preferred: 1, over: 2 };
    let mut unchosen = workspace.clone();
    unchosen.import(vec![one.clone(), two.clone()], "t");
    assert_eq!(known(&unchosen)[0].1, "lost");
    let import = import_chosen(&mut workspace, vec![one, two], choice, "t");
    assert_eq!(known(&workspace)[0].1, "won");
    let back = read_body(&write_body(&workspace)).unwrap();
    assert_eq!((known(&back), &back.imports), (known(&workspace), &workspace.imports));
    // The choice is between these two only: a later export wins over both.
    let mut with_later = workspace.clone();
    with_later.import(vec![later], "t");
    assert_eq!(known(&with_later)[0].1, "lost");
    workspace.undo_import(import).unwrap();
    assert!(known(&workspace).is_empty() && workspace.imports.is_empty());
}

#[test]
fn a_newer_export_that_goes_back_is_in_conflict_with_what_is_known() {
    let mut workspace = Workspace::new("w");
    let mut first =
        deals("crm", 100, &[("1", "won", Some(5)), ("2", "open", Some(5)), ("3", "lost", Some(5))]);
    close(&mut first, 0, 90);
    close(&mut first, 1, 400);
    close(&mut first, 2, 50);
    workspace.import(vec![first], "t1");
    // The first deal was won on day 90 and is now said to have been lost on day 80. The closing date of the
    // second was an expectation; that of the third only moves on.
    let mut second =
        deals("crm", 110, &[("1", "lost", Some(5)), ("2", "lost", Some(5)), ("3", "lost", Some(5))]);
    close(&mut second, 0, 80);
    close(&mut second, 1, 105);
    close(&mut second, 2, 60);
    assert_eq!(delta(&mut workspace, &[&second], 0), [0, 2, 0, 0, 1]);
    let rows = details(&mut workspace, &[&second], 0, Kind::Conflict);
    assert_eq!(rows[0].options.iter().map(|word| word.file).collect::<Vec<_>>(), [1, 2]);
    let choice = Choice { table: TableId::Deals, identity: rows[0].identity.clone(), preferred: 1, over: 2 };
    let import = import_chosen(&mut workspace, vec![second], choice, "t2");
    assert_eq!(
        known(&workspace).iter().map(|deal| deal.1.as_str()).collect::<Vec<_>>(),
        ["won", "lost", "lost"]
    );
    workspace.undo_import(import).unwrap();
    assert_eq!(
        known(&workspace).iter().map(|deal| deal.1.as_str()).collect::<Vec<_>>(),
        ["won", "open", "lost"]
    );
}

proptest! {
    #[test]
    fn rows_add_up_and_changes_are_what_changes(files in proptest::collection::vec(a_file(), 1..5)) {
        let mut workspace = Workspace::new("w");
        let mut files = files;
        for (position, file) in files.iter_mut().enumerate() {
            file.settle_repeats();
            file.summary.data_end = Some(Day(100 + position as i32));
        }
        for file in files {
            let incoming = [(&file, &[][..])];
            let review = workspace.review(&incoming, &[]);
            let before = known(&workspace);
            let mut after = workspace.clone();
            after.import(vec![file.clone()], "t");
            let now = known(&after);
            let rows = file.facts.table(TableId::Deals).len();
            let delta = review.delta(0);
            let count = |pick: fn(&super::TableDelta) -> u32| delta.tables.iter().map(pick).sum::<u32>() as usize;
            prop_assert_eq!(count(|t| t.new + t.changed + t.same + t.conflicts), rows);
            prop_assert_eq!(count(|t| t.new), now.len() - before.len());
            let changed = before.iter().filter(|deal| !now.contains(deal)).count();
            prop_assert_eq!(count(|t| t.changed), changed);
            workspace = after;
        }
    }
}
