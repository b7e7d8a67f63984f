//! Customers who came back, and who did not; and whether anybody kept in touch.

use super::held::{share_change, table};
use super::line;
use crate::charts::Name;
use crate::facts::TableId;
use crate::metrics::{Unit, customers_after_win, gone_customers, share_of};
use crate::views::build::Asked;
use crate::views::{AfterWin, GoneCustomer, Held, HeldTable, RetentionPart};

/// Customers listed by name; the others are counted.
const MOST_GONE: usize = 100;

/// Customers who came back.
pub fn retention(asked: &Asked<'_>) -> Option<RetentionPart> {
    let row = line(asked, "retention_rate")?;
    let need = asked.context.definitions.rate_needs;
    let after_win = customers_after_win(&asked.context, &asked.selection)
        .filter(|after| after.touched.of > 0)
        .map(|after| AfterWin {
            touched: share_of(after.touched.hits, after.touched.of, need),
            touches: after.touches,
        });
    if asked.context.facts.table(TableId::Purchases).is_empty() {
        let (gone, engaged) = (Vec::new(), HeldTable::default());
        return Some(RetentionPart { row, base: None, gone, gone_total: 0, engaged, after_win });
    }
    let found = gone_customers(&asked.context, &asked.selection);
    let figure = share_of(found.engaged.hits, found.engaged.of, need);
    let rest = share_of(found.silent.hits, found.silent.of, need);
    let change = share_change(&figure, &rest, true);
    let rows = vec![
        Held { name: Name::Key("pipe.kept.engaged".into()), figure, change },
        Held { name: Name::Key("pipe.kept.silent".into()), figure: rest, change: None },
    ];
    let listed = found.gone.iter().take(MOST_GONE);
    Some(RetentionPart {
        base: Some(found.base),
        gone_total: found.gone.len() as u64,
        gone: listed
            .map(|(name, last, spent)| GoneCustomer { name: name.clone(), last: *last, spent: *spent })
            .collect(),
        engaged: if found.knows_touches { table(Unit::Ratio, rows) } else { HeldTable::default() },
        row,
        after_win,
    })
}
