//! Data ends and period of what was read.

use std::collections::{BTreeMap, BTreeSet};

use super::finish::Reached;
use super::plan::Plan;
use crate::facts::{FileFacts, MISSING, Moment, Span, Sym, TableId, Zone};
use crate::sources::values::{DealOutcome, deal_outcome};

/// Counts the facts and says how far they go, for each seller and for the file: to the last dated row.
/// The closing date of an open deal is an expectation and says nothing. `reached` is how far the file
/// is known to reach by other columns: then meetings are no evidence either, since some are still to come.
pub(super) fn close(plan: &Plan, out: &mut FileFacts, reached: &Reached) {
    let are_planned = plan.table == TableId::Meetings && reached.last.is_some();
    let table = out.facts.share(plan.table);
    let filled: Vec<TableId> =
        TableId::ALL.into_iter().filter(|id| !out.facts.table(*id).is_empty()).collect();
    let count = |id: TableId| u32::try_from(out.facts.table(id).len()).unwrap_or(u32::MAX);
    out.summary.facts = filled.iter().map(|id| (*id, count(*id))).collect();
    let place = |field: &str| plan.schema.column(field);
    let (seller, status, closed) = (place("seller"), place("status"), place("closed"));
    let said = place("status_group");
    let dated: Vec<usize> = plan.schema.dated_by.iter().filter_map(|field| place(field)).collect();
    let text_at = |column: Option<usize>, row: usize| {
        let cell = column.map_or(MISSING, |column| table.cell(column, row));
        Sym(u32::try_from(cell).unwrap_or(0))
    };
    let mut known_open: BTreeMap<Sym, bool> = BTreeMap::new();
    let mut span: Option<Span> = None;
    let mut sellers: BTreeSet<Sym> = BTreeSet::new();
    for row in 0..table.len() {
        let open = plan.table == TableId::Deals && {
            let said = text_at(said, row);
            let status = if said.is_blank() { text_at(status, row) } else { said };
            let names = &out.facts.names;
            *known_open.entry(status).or_insert_with(|| deal_outcome(names.text(status)) == DealOutcome::Open)
        };
        sellers.insert(text_at(seller, row));
        for &column in &dated {
            let cell = table.cell(column, row);
            if cell == MISSING || (open && Some(column) == closed) {
                continue;
            }
            let day = Moment::from_raw(cell).day(&Zone::utc());
            let known = span.get_or_insert(Span { from: day, to: day });
            *known = Span { from: known.from.min(day), to: known.to.max(day) };
        }
    }
    // Rows that were moved to another table, or that it tells of besides, are dated too.
    for id in filled.iter().filter(|id| **id != plan.table) {
        let other = out.facts.share(*id);
        if let Some(column) = id.schema().column("seller") {
            sellers.extend(other.column(column).iter().map(|cell| Sym(u32::try_from(*cell).unwrap_or(0))));
        }
        for column in id.schema().dated_by.iter().filter_map(|field| id.schema().column(field)) {
            for cell in other.column(column).iter().filter(|cell| **cell != MISSING) {
                let day = Moment::from_raw(*cell).day(&Zone::utc());
                let known = span.get_or_insert(Span { from: day, to: day });
                *known = Span { from: known.from.min(day), to: known.to.max(day) };
            }
        }
    }
    out.summary.period = span;
    let last = span.map(|span| span.to).filter(|_| !are_planned);
    out.summary.data_end = last.max(reached.last);
    // The export tells all of its sellers up to its end, not only up to each one's own last row. What became of
    // a meeting is known only up to its seller's own last booking: another's may stand in this file by chance.
    if let Some(end) = out.summary.data_end {
        for seller in sellers {
            let own = reached.by_seller.get(&seller).copied().or(span.map(|span| span.from)).unwrap_or(end);
            for table in &filled {
                let seller = if table.schema().column("seller").is_some() { seller } else { Sym::BLANK };
                out.facts.extend_data_end(*table, seller, if are_planned { own } else { end });
            }
        }
    }
}
