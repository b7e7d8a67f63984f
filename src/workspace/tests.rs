//! Imports, re-imports, overlaps, undo and the way to text and back.

use proptest::prelude::*;

use super::{Workspace, read_body, write_body};
use crate::facts::{
    Amount, Day, DealRow, Facts, FileFacts, FileSummary, MISSING, MessageRow, Moment, Sym, TableId,
};

/// A file of deals `(id, status, amount)` whose data ends on `end`.
pub(super) fn deals(source: &str, end: i32, rows: &[(&str, &str, Option<i64>)]) -> FileFacts {
    let mut facts = Facts::default();
    for (line, (id, status, amount)) in rows.iter().enumerate() {
        let mut cells = vec![MISSING; TableId::Deals.schema().fields.len()];
        let mut set = |field: &str, cell: i64| cells[TableId::Deals.schema().column(field).unwrap()] = cell;
        set("id", facts.text_cell(id));
        set("status", facts.text_cell(status));
        set("amount", amount.map_or(MISSING, |amount| Amount(amount).0));
        facts.add(TableId::Deals, &cells, 0, line as u32 + 2);
    }
    facts.extend_data_end(TableId::Deals, Sym::BLANK, Day(end));
    let summary = FileSummary {
        file: format!("{source}-{end}.csv"),
        source: source.into(),
        rows: rows.len() as u32,
        data_end: Some(Day(end)),
        ..FileSummary::default()
    };
    FileFacts { summary, facts }
}

/// A file of outgoing messages at the given minutes.
fn messages(end: i32, minutes: &[i64]) -> FileFacts {
    let mut facts = Facts::default();
    let (seller, conversation, direction) =
        (facts.text_cell("Ada"), facts.text_cell("c1"), facts.text_cell("outgoing"));
    for (line, minute) in minutes.iter().enumerate() {
        let at = Moment::instant(minute * 60).raw();
        facts.add(TableId::Messages, &[seller, conversation, direction, at], 0, line as u32 + 2);
    }
    let summary = FileSummary {
        source: "linkedin.messages".into(),
        data_end: Some(Day(end)),
        ..FileSummary::default()
    };
    FileFacts { summary, facts }
}

/// What there is to know, independent of row order and text numbers.
pub(super) fn known(workspace: &Workspace) -> Vec<(String, String, Option<i64>)> {
    let facts = workspace.facts();
    let mut rows: Vec<_> = facts
        .rows::<DealRow>()
        .map(|(_, deal)| {
            let text = |sym| facts.names.text(sym).to_owned();
            (text(deal.id), text(deal.status), deal.amount.map(|amount| amount.0))
        })
        .collect();
    rows.sort();
    rows
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let mut workspace = Workspace::new("w");
    let file = || deals("crm", 10, &[("1", "open", Some(5)), ("2", "won", None)]);
    workspace.import(vec![file()], "t1");
    let before = known(&workspace);
    let delta = workspace.review(&[(&file(), &[])], &[]).delta(0);
    assert_eq!((delta.tables[0].new, delta.tables[0].changed, delta.tables[0].same), (0, 0, 2));
    let second = workspace.import(vec![file()], "t2");
    assert_eq!(known(&workspace), before);
    workspace.undo_import(second).unwrap();
    assert_eq!(known(&workspace), before);
}

#[test]
fn a_later_export_wins_and_its_blank_means_gone() {
    let mut workspace = Workspace::new("w");
    let rows = [("1", "open", None), ("2", "won", Some(7))];
    let newer = workspace.import(vec![deals("crm", 20, &rows)], "t1");
    workspace.import(vec![deals("crm", 10, &[("1", "won", Some(5))])], "t2");
    let second = ("2".into(), "won".into(), Some(7));
    assert_eq!(known(&workspace), [("1".into(), "open".into(), None), second]);
    workspace.undo_import(newer).unwrap();
    assert_eq!(known(&workspace), [("1".into(), "won".into(), Some(5))]);
}

#[test]
fn another_source_fills_what_the_newest_leaves_blank() {
    let mut workspace = Workspace::new("w");
    workspace.import(vec![deals("billing", 10, &[("1", "won", Some(5))])], "t1");
    workspace.import(vec![deals("crm", 20, &[("1", "closed won", None)])], "t2");
    assert_eq!(known(&workspace), [("1".into(), "closed won".into(), Some(5))]);
}

#[test]
fn look_alike_messages_of_one_file_stay_apart() {
    let mut workspace = Workspace::new("w");
    workspace.import(vec![messages(10, &[1, 1, 2])], "t1");
    assert_eq!(workspace.facts().rows::<MessageRow>().count(), 3);
    let newer = messages(11, &[1, 1, 2, 3]);
    let delta = workspace.review(&[(&newer, &[])], &[]).delta(0);
    assert_eq!((delta.tables[0].new, delta.tables[0].same), (1, 3));
    workspace.import(vec![newer], "t2");
    assert_eq!(workspace.facts().rows::<MessageRow>().count(), 4);
}

#[test]
fn an_undone_import_leaves_the_rows_that_another_file_also_says() {
    let mut workspace = Workspace::new("w");
    let first = workspace.import(vec![messages(10, &[1, 2])], "t1");
    workspace.import(vec![messages(11, &[2, 3])], "t2");
    workspace.undo_import(first).unwrap();
    let facts = workspace.facts();
    assert_eq!(facts.rows::<MessageRow>().count(), 2);
    assert_eq!(facts.latest_data_end(), None, "the file told of no seller's data end");
    assert!(workspace.undo_import(first).is_none());
}

pub(super) fn a_file() -> impl Strategy<Value = FileFacts> {
    let row = ("[1-4]", "won|lost|open", proptest::option::of(0i64..3));
    (1i32..6, proptest::collection::vec(row, 0..6)).prop_map(|(end, rows)| {
        let rows: Vec<(&str, &str, Option<i64>)> =
            rows.iter().map(|(id, status, amount)| (id.as_str(), status.as_str(), *amount)).collect();
        deals("crm", end, &rows)
    })
}

proptest! {
    #[test]
    fn the_order_of_imports_does_not_matter_where_data_ends_differ(mut files in proptest::collection::vec(a_file(), 0..5)) {
        // Equal data ends are decided by the order of import, so each file gets its own.
        for (position, file) in files.iter_mut().enumerate() {
            file.summary.data_end = Some(Day(100 + position as i32));
        }
        let mut forwards = Workspace::new("w");
        for file in &files { forwards.import(vec![file.clone()], "t"); }
        let mut backwards = Workspace::new("w");
        for file in files.iter().rev() { backwards.import(vec![file.clone()], "t"); }
        prop_assert_eq!(known(&forwards), known(&backwards));
    }

    #[test]
    fn undo_is_exact(files in proptest::collection::vec(a_file(), 1..5), which in 0usize..5) {
        let which = which % files.len();
        let mut with = Workspace::new("w");
        let ids: Vec<_> = files.iter().map(|file| with.import(vec![file.clone()], "t")).collect();
        with.undo_import(ids[which]).unwrap();
        let mut without = Workspace::new("w");
        for (_, file) in files.iter().enumerate().filter(|(position, _)| *position != which) {
            without.import(vec![file.clone()], "t");
        }
        prop_assert_eq!(known(&with), known(&without));
    }

    #[test]
    fn a_workspace_survives_its_body(files in proptest::collection::vec(a_file(), 0..4)) {
        let mut workspace = Workspace::new("Halden & Fir – مرحبا");
        for file in files { workspace.import(vec![file], "2026-11-21T10:00"); }
        let back = read_body(&write_body(&workspace)).unwrap();
        prop_assert_eq!(known(&back), known(&workspace));
        prop_assert_eq!(&back.name, &workspace.name);
        prop_assert_eq!(&back.imports, &workspace.imports);
        prop_assert_eq!(&back.files, &workspace.files);
        prop_assert_eq!(write_body(&back), write_body(&workspace));
    }

    #[test]
    fn a_damaged_body_never_panics(cut in 0usize..1000, at in 0usize..1000, byte in 0u8..64) {
        let mut workspace = Workspace::new("w");
        workspace.import(vec![deals("crm", 10, &[("1", "open", Some(5)), ("2", "won", None)])], "t");
        let mut body = write_body(&workspace).into_bytes();
        let length = body.len();
        body[at % length] = b'A' + byte % 26;
        body.truncate(cut % length + 1);
        let _ = read_body(&String::from_utf8(body).unwrap());
    }
}
