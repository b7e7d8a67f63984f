//! The first rows behind a number, as they stand in the workspace.

use super::Asked;
use crate::facts::{MISSING, RowRef, Table, print_cell};
use crate::metrics::{Metric, Samples, Stream};
use crate::views::{RowList, RowView, Which};
use crate::workspace::{Workspace, is_typed_file};

/// Rows that are listed.
const MOST_ROWS: usize = 200;

/// The first rows behind a metric's number.
pub fn row_list(
    workspace: &Workspace,
    asked: &Asked<'_>,
    metric: &Metric,
    which: Which,
    variant: Option<&str>,
) -> RowList {
    rows_of(workspace, asked, metric, &metric.samples(&asked.context), which, variant)
}

/// The same of samples that are there already.
pub(super) fn rows_of(
    workspace: &Workspace,
    asked: &Asked<'_>,
    metric: &Metric,
    samples: &Samples,
    which: Which,
    variant: Option<&str>,
) -> RowList {
    let stream = Stream::new(metric, samples, &asked.context);
    let selection = match (metric.headline, variant) {
        (Some((dim, _)), Some(key)) => asked.selection.with_key(dim, key),
        _ => asked.selection.clone(),
    };
    let behind = stream.rows_behind(&selection);
    let rows: Vec<RowRef> = match which {
        Which::Used => behind.used,
        Which::LeftOut(reason) => {
            behind.left_out.into_iter().filter(|(_, why)| *why == reason).map(|(row, _)| row).collect()
        }
    };
    let listed = rows.get(..rows.len().min(MOST_ROWS)).unwrap_or(&[]);
    // A metric's rows come from one table, seldom two; the columns are those of the first.
    let Some(first) = listed.first() else { return RowList::default() };
    let schema = first.table.schema();
    let filled: Vec<usize> = (0..schema.fields.len())
        .filter(|column| {
            listed.iter().any(|row| {
                row.table == first.table
                    && asked.context.facts.table(row.table).cell(*column, row.row as usize) != MISSING
            })
        })
        .collect();
    let fields = filled
        .iter()
        .filter_map(|column| schema.fields.get(*column))
        .map(|field| field.name.to_owned())
        .collect();
    let rows_shown = listed
        .iter()
        .map(|row| {
            let table = asked.context.facts.table(row.table);
            let index = row.row as usize;
            let column = |column: &usize| {
                let name = schema.fields.get(*column).map_or("", |field| field.name);
                let own =
                    if row.table == first.table { Some(*column) } else { row.table.schema().column(name) };
                own.map_or_else(String::new, |own| print(asked, table, own, index))
            };
            RowView {
                file: workspace
                    .files
                    .get(&table.file(index))
                    .map_or_else(String::new, |file| file.summary.file.clone()),
                is_typed: is_typed_file(table.file(index)),
                line: table.line(index),
                cells: filled.iter().map(column).collect(),
            }
        })
        .collect();
    RowList { total: rows.len() as u64, fields, rows: rows_shown }
}

/// A cell as text; blank for missing.
fn print(asked: &Asked<'_>, table: &Table, column: usize, row: usize) -> String {
    let field = table.schema().fields.get(column);
    field.map_or_else(String::new, |field| {
        print_cell(field.kind, table.cell(column, row), &asked.context.facts.names)
    })
}
