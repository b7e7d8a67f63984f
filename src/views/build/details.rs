//! The rows of a staged file, as the page shows them.

use crate::facts::{Names, TableId, print_cell};
use crate::views::{FieldChange, Origin, RowKind, StagedRow, StagedRows, WordView};
use crate::workspace::{Incoming, Kind, Review, RowDetail, Workspace};

/// The first rows of one kind of a staged file. `names` are the names of all files of the import, and
/// `picked` says which word a person chose about a thing.
pub fn staged_rows(
    workspace: &Workspace,
    review: &Review,
    (at, incoming): (usize, Incoming<'_>),
    kind: RowKind,
    most: usize,
    names: &[String],
    picked: &dyn Fn(TableId, &str) -> Option<usize>,
) -> StagedRows {
    let kinds: &[Kind] = match kind {
        RowKind::New => &[Kind::New],
        RowKind::Changed => &[Kind::Changed],
        // The ones that say something else are what one looks for.
        RowKind::Same => &[Kind::Older, Kind::Same],
        RowKind::Conflict => &[Kind::Conflict],
    };
    let (total, places) = review.rows(at, kinds, 0, most);
    let file_name = |number: u32| {
        let staged = number.checked_sub(review.number(0)).and_then(|at| names.get(at as usize));
        let known = || workspace.files.get(&number).map(|record| &record.summary.file);
        staged.or_else(known).cloned().unwrap_or_default()
    };
    let row = |place| {
        let detail = workspace.row_detail(review, at, incoming, place)?;
        let words = words(workspace, &detail, picked(detail.table, &detail.thing), &file_name);
        Some(StagedRow {
            table: detail.table,
            line: detail.line,
            thing: detail.thing.clone(),
            fields: changes(workspace.names(), &detail, kind == RowKind::Changed),
            known_from: detail.said_by.map(|(file, line)| Origin { file: file_name(file), line }),
            is_older: detail.kind == Kind::Older,
            words,
        })
    };
    StagedRows { kind, total: total as u64, rows: places.into_iter().filter_map(row).collect() }
}

fn changes(names: &Names, detail: &RowDetail, only_changed: bool) -> Vec<FieldChange> {
    let blank = vec![crate::facts::MISSING; detail.after.len()];
    let before = if detail.before.is_empty() { &blank } else { &detail.before };
    let fields = detail.table.schema().fields.iter().zip(before.iter().zip(&detail.after));
    fields
        .filter(|(_, (old, new))| !only_changed || old != new)
        .map(|(field, (old, new))| FieldChange {
            field: field.name.to_owned(),
            old: print_cell(field.kind, *old, names),
            new: print_cell(field.kind, *new, names),
        })
        .filter(|change| !change.old.is_empty() || !change.new.is_empty())
        .collect()
}

fn words(
    workspace: &Workspace,
    detail: &RowDetail,
    picked: Option<usize>,
    file_name: &dyn Fn(u32) -> String,
) -> Vec<WordView> {
    let last = detail.options.len().saturating_sub(1);
    let schema = detail.table.schema();
    let differing: Vec<usize> = (0..schema.fields.len())
        .filter(|column| {
            let mut cells = detail.options.iter().map(|word| word.cells.get(*column));
            let first = cells.next();
            cells.any(|cell| Some(cell) != first)
        })
        .collect();
    detail
        .options
        .iter()
        .enumerate()
        .map(|(at, word)| WordView {
            from: Origin { file: file_name(word.file), line: word.line },
            fields: differing
                .iter()
                .filter_map(|column| {
                    let (field, cell) = (schema.fields.get(*column)?, word.cells.get(*column)?);
                    Some((field.name.to_owned(), print_cell(field.kind, *cell, workspace.names())))
                })
                .collect(),
            is_default: at == last,
            is_chosen: at == picked.unwrap_or(last),
        })
        .collect()
}
