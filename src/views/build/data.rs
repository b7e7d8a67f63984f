//! What is in the workspace.

use super::Asked;
use crate::facts::TableId;
use crate::views::{DataView, FileView, ImportView, TableInventory};
use crate::workspace::{FileDelta, Workspace};

/// What is in the workspace.
pub fn data_view(workspace: &Workspace, asked: &Asked<'_>) -> DataView {
    let imports = workspace
        .imports
        .iter()
        .rev()
        .map(|import| ImportView {
            id: import.id,
            at: import.at.clone(),
            files: import
                .files
                .iter()
                .filter_map(|file| workspace.files.get(file))
                .map(|record| {
                    let (new, changed, same) = totals(&record.delta);
                    FileView { summary: record.summary.clone(), new, changed, same }
                })
                .collect(),
        })
        .collect();
    let tables = TableId::ALL
        .into_iter()
        .filter(|table| !asked.context.facts.table(*table).is_empty())
        .map(|table| {
            let extent = asked.context.coverage.of_whole_table(table);
            TableInventory {
                table,
                rows: u32::try_from(asked.context.facts.table(table).len()).unwrap_or(u32::MAX),
                period: extent.span(),
                data_end: extent.end,
            }
        })
        .collect();
    DataView {
        frame: asked.frame.clone(),
        imports,
        tables,
        personas: workspace.definitions.personas.clone(),
        mappings: workspace.mappings.count(),
        typed: u32::try_from(workspace.entries().count()).unwrap_or(u32::MAX),
    }
}

/// New, changed and same rows of a file. A row in conflict was settled when it was counted, and is one that
/// changed.
pub fn totals(delta: &FileDelta) -> (u32, u32, u32) {
    delta.tables.iter().fold((0, 0, 0), |(new, changed, same), table| {
        (new + table.new, changed + table.changed + table.conflicts, same + table.same)
    })
}
