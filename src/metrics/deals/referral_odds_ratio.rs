//! Odds of winning a deal that came by referral against the other known sources.
//!
//! Formula: (won / lost of referral deals) ÷ (won / lost of deals of the other known sources), of deals closed in the
//! period. Exact conditional interval. A referral that was lost counts as any other; a deal without a source is left
//! out: it may have been one.

use crate::facts::Reason;
use crate::metrics::source_group::SourceGroup;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Odds of winning a deal that came by referral against the other known sources.
pub static REFERRAL_ODDS_RATIO: Metric = Metric {
    id: "referral_odds_ratio",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Times,
    better: Better::Higher,
    kind: Kind::Odds,
    // By source there would be nothing left to hold a referral against.
    by: &[],
    headline: None,
    needs: &[Need::Deals],
    cites: "Odds ratio with exact conditional interval: Fisher 1935, JRSS 98, 39; Cornfield 1956, 3rd Berkeley Symposium 4, 135",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_closed(ctx, samples, |case, won| {
        Some(match case.group {
            SourceGroup::Unknown => What::LeftOut(Reason::UnknownSource),
            group => What::Against { inside: group == SourceGroup::Referral, hit: won },
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, State};

    /// So many won and lost deals by referral, by e-mail, and without a source.
    fn world(referral: [usize; 2], other: [usize; 2], unknown: [usize; 2]) -> World {
        let mut rows = Vec::new();
        for (source, counts) in [("Referral", referral), ("Email", other), ("", unknown)] {
            for (status, count) in [("Won", counts[0]), ("Lost", counts[1])] {
                for _ in 0..count {
                    rows.push(format!("d{}|2026-01-01|2026-02-01|{status}|{source}", rows.len()));
                }
            }
        }
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        World::default().today("2026-06-30").rows(TableId::Deals, "id|created|closed|status|source", &rows)
    }

    fn figure(world: &World) -> crate::metrics::Figure {
        world.figure(&REFERRAL_ODDS_RATIO, "2026-02-01", "2026-02-28")
    }

    #[test]
    fn equals_fisher_s_table() {
        // Fisher's convictions of twins: 10 of 13 against 2 of 17. Conditional limits by bisection of the exact tails;
        // R's fisher.test, which stops at 10⁻⁴ on the scale of 0 to 1, prints 2.7534 to 300.68. ad/bc = 25.
        let figure = figure(&world([10, 3], [2, 15], [4, 4]));
        assert_eq!((figure.value(), figure.n), (Some(25.0), 30));
        let ends = (figure.low.unwrap().to_f64(), figure.high.unwrap().to_f64());
        assert!((ends.0 - 2.753_383).abs() < 1e-5 && (ends.1 - 301.462_338).abs() < 1e-4, "{ends:?}");
        assert_eq!(figure.left_out, [(Reason::UnknownSource, 8)]);
    }

    #[test]
    fn an_empty_cell_leaves_the_interval() {
        let figure = figure(&world([4, 0], [3, 5], [0, 0]));
        assert_eq!(figure.state, State::TooFew { need: 5 });
        assert!(figure.low.is_some() && figure.high.is_none());
    }

    #[test]
    fn without_referrals_there_is_nothing_to_compare() {
        assert_eq!(figure(&world([0, 0], [3, 5], [1, 0])).state, State::Missing(Missing::NoStart));
        assert_eq!(figure(&world([1, 1], [1, 1], [0, 0])).state, State::TooFew { need: 5 });
    }
}
