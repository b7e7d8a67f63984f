//! Winning by elapsed time and by touches.

use crate::metrics::{Hits, share_of, win_bins};
use crate::views::build::Asked;
use crate::views::{Bin, BinRate, WinsPart};

/// Deals won in bins.
pub fn wins(asked: &Asked<'_>) -> WinsPart {
    let bins = win_bins(&asked.context, &asked.selection);
    let need = asked.context.definitions.rate_needs;
    let rates = |bins: Vec<(u32, Option<u32>, Hits)>| -> Vec<BinRate> {
        let rate = |(from, to, hits): (u32, Option<u32>, Hits)| BinRate {
            bin: Bin { from, to },
            figure: share_of(hits.hits, hits.of, need),
        };
        bins.into_iter().map(rate).collect()
    };
    WinsPart { by_days: rates(bins.by_days), by_touches: rates(bins.by_touches), undated: bins.undated }
}
