//! How many deals are won, by source; and referrals against the others.

use super::cycle::two_cycles;
use super::held::{UNKNOWN, by_source};
use super::{line, with_stream};
use crate::charts::Name;
use crate::views::build::Asked;
use crate::views::{RateBySource, RatesPart};

/// The rates, in the order in which they are shown.
const RATES: [&str; 3] = ["win_rate", "win_rate_value", "close_rate"];

/// The rates by source.
pub fn rates(asked: &Asked<'_>) -> RatesPart {
    let rates = RATES.iter().filter_map(|id| {
        let table = with_stream(asked, id, |metric, stream| by_source(metric, stream, &asked.selection))?;
        Some(RateBySource { row: line(asked, id)?, table })
    });
    let cycles = with_stream(asked, "sales_cycle", |_, stream| {
        let is_referral = |key: &str| key == "referral";
        let is_rest = |key: &str| !is_referral(key) && key != UNKNOWN && !key.is_empty();
        two_cycles(
            stream,
            &asked.selection,
            (Name::Key("group.referral".into()), &is_referral),
            (Name::Key("pipe.others".into()), &is_rest),
        )
    });
    let (referral_cycle, referral_verdict) =
        cycles.map_or_else(Default::default, |two| (two.groups, two.verdict));
    RatesPart {
        rates: rates.collect(),
        odds: line(asked, "referral_odds_ratio"),
        referral_cycle,
        referral_verdict,
    }
}
