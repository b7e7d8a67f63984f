//! A declared table that was read, brought to its end: whose its rows are, and how far it tells.

use super::declaration::Source;
use crate::facts::{Day, FieldType, FileFacts, MISSING, Moment, Span, Sym, TableId, Zone};

/// Puts the seller into every row that has none, and says how far the file's tables go: to the stated
/// day, else to the last dated row. `silent` tables are those that the archive would hold if it had rows
/// for them.
pub fn close(
    out: &mut FileFacts,
    source: &Source,
    seller: Option<&str>,
    stated_end: Option<Day>,
    silent: &[TableId],
) {
    let filled: Vec<TableId> =
        TableId::ALL.into_iter().filter(|id| !out.facts.table(*id).is_empty()).collect();
    if let Some(seller) = seller {
        let cell = out.facts.text_cell(seller);
        for table in &filled {
            let Some(column) = table.schema().column("seller") else { continue };
            let rows = out.facts.table(*table).len();
            let table = out.facts.table_mut(*table);
            for row in 0..rows {
                if table.cell(column, row) == MISSING {
                    table.set_cell(column, row, cell);
                }
            }
        }
    }
    out.summary.facts = filled
        .iter()
        .map(|id| (*id, u32::try_from(out.facts.table(*id).len()).unwrap_or(u32::MAX)))
        .collect();
    out.summary.period = dated(out);
    let end = stated_end.or(out.summary.period.map(|span| span.to));
    out.summary.data_end = end;
    let Some(end) = end else { return };
    // A table that the file is about but has no row of still tells: there was nothing.
    for table in source.tables.iter().chain(silent) {
        for seller in sellers(out, *table, seller) {
            out.facts.extend_data_end(*table, seller, end);
        }
    }
}

/// The sellers in a table; of an empty one the owner.
fn sellers(out: &mut FileFacts, table: TableId, owner: Option<&str>) -> Vec<Sym> {
    let Some(column) = table.schema().column("seller") else { return vec![Sym::BLANK] };
    let mut cells: Vec<i64> = out.facts.table(table).column(column).to_vec();
    cells.sort_unstable();
    cells.dedup();
    let mut sellers: Vec<Sym> = cells
        .into_iter()
        .map(|cell| Sym(if cell == MISSING { 0 } else { u32::try_from(cell).unwrap_or(0) }))
        .collect();
    if sellers.is_empty() {
        sellers.push(out.facts.names.intern(owner.unwrap_or_default()));
    }
    sellers
}

/// First and last day of the fields that date a table.
fn dated(out: &FileFacts) -> Option<Span> {
    let mut span: Option<Span> = None;
    for id in TableId::ALL {
        let table = out.facts.table(id);
        let columns = id.schema().fields.iter().enumerate().filter(|(_, field)| {
            field.kind == FieldType::Moment && id.schema().dated_by.contains(&field.name)
        });
        for (column, _) in columns {
            for cell in table.column(column).iter().filter(|cell| **cell != MISSING) {
                let day = Moment::from_raw(*cell).day(&Zone::utc());
                span = Some(span.map_or(Span { from: day, to: day }, |span| Span {
                    from: span.from.min(day),
                    to: span.to.max(day),
                }));
            }
        }
    }
    span
}
