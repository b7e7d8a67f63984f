//! Deals won by elapsed time and by touches: whether patience pays, or speed.

use super::Hits;
use crate::metrics::deals::Ending;
use crate::metrics::{Context, Selection};

/// Days from creation to closing, up to and including; what takes longer is the last bin.
const DAYS: [u32; 4] = [30, 60, 90, 180];
/// Touches up to and including; more are the last bin.
const TOUCHES: [u32; 5] = [0, 2, 5, 10, 20];

/// A bin: the least, the most where there is one, and its won of closed deals.
type Bins = Vec<(u32, Option<u32>, Hits)>;

/// Won of closed deals in bins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WinBins {
    /// By days from creation to closing.
    pub by_days: Bins,
    /// By touches, messages and meetings up to the closing day; empty where none belongs to any deal.
    pub by_touches: Bins,
    /// Closed deals without a creation date, or with one after their closing.
    pub undated: u64,
}

/// Bins of all deals closed in the period.
pub fn win_bins(ctx: &Context<'_>, selection: &Selection) -> WinBins {
    let mut bins = WinBins { by_days: empty(&DAYS), ..WinBins::default() };
    let activities = ctx.activities();
    if !activities.list.is_empty() {
        bins.by_touches = empty(&TOUCHES);
    }
    for (at, case) in ctx.deals().list.iter().enumerate() {
        let Ending::Closed { won, on } = case.ending else { continue };
        if !selection.span.contains(on) || !ctx.facts.roles.counts(selection.sellers.as_deref(), case.seller)
        {
            continue;
        }
        let days = case.created.and_then(|created| u32::try_from(on.0 - created.0).ok());
        match days {
            Some(days) => add(&mut bins.by_days, days, won),
            None => bins.undated += 1,
        }
        let touches = activities.of(at).iter().filter(|activity| activity.day <= on).count();
        add(&mut bins.by_touches, u32::try_from(touches).unwrap_or(u32::MAX), won);
    }
    bins
}

fn empty(ends: &[u32]) -> Bins {
    let mut from = 0;
    let mut bins: Bins = Vec::new();
    for end in ends {
        bins.push((from, Some(*end), Hits::default()));
        from = end + 1;
    }
    bins.push((from, None, Hits::default()));
    bins
}

fn add(bins: &mut Bins, value: u32, won: bool) {
    let bin = bins.iter_mut().find(|(from, to, _)| *from <= value && to.is_none_or(|to| value <= to));
    if let Some((.., hits)) = bin {
        hits.add(won);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    #[test]
    fn closed_deals_fall_into_bins() {
        let world = World::default()
            .today("2026-12-31")
            .rows(
                TableId::Deals,
                "id|created|closed|status",
                &[
                    "a|2026-01-01|2026-01-31|Won",
                    "b|2026-01-01|2026-02-01|Lost",
                    "c|2026-01-01|2026-07-01|Won",
                    "d|2026-01-01|2026-06-30|Lost",
                    "e||2026-02-01|Won",
                    "f|2026-01-01||Open",
                    "g|2025-01-01|2025-12-31|Won",
                ],
            )
            .rows(
                TableId::Touches,
                "at|channel|deal_id",
                &[
                    "2026-01-02|Email|a",
                    "2026-01-31|Email|a",
                    "2026-02-01|Email|a",
                    "2026-01-03|LinkedIn|b",
                    "2026-01-03|LinkedIn|b",
                    "2026-01-04|LinkedIn|b",
                ],
            );
        let ctx = world.context();
        let bins = win_bins(&ctx, &Selection::all(Span { from: day("2026-01-01"), to: day("2026-12-31") }));
        let said = |bins: &Bins| -> Vec<(u32, u64, u64)> {
            bins.iter().map(|(from, _, hits)| (*from, hits.hits, hits.of)).collect()
        };
        assert_eq!(said(&bins.by_days), [(0, 1, 1), (31, 0, 1), (61, 0, 0), (91, 0, 1), (181, 1, 1)]);
        // A touch after the closing belongs to no deal any more.
        assert_eq!(
            said(&bins.by_touches),
            [(0, 2, 3), (1, 1, 1), (3, 0, 1), (6, 0, 0), (11, 0, 0), (21, 0, 0)]
        );
        assert_eq!(bins.undated, 1);
    }
}
