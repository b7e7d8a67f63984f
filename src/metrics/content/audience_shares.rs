//! Shares of sellers' posts by their audience.
//!
//! Formula: sum of the shares of posts dated in the period, of those whose shares are known.

use super::joined::BY;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Shares of sellers' posts by their audience.
pub static AUDIENCE_SHARES: Metric = Metric {
    id: "audience_shares",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: BY,
    headline: None,
    needs: &[Need::Shares],
    cites: "LinkedIn analytics: Reposts of a post",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.posts()
        .add(ctx, samples, |post| post.post.shares.map_or(What::LeftOut(Reason::Unknown), What::Count));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn unknown_shares_are_no_zero() {
        assert_eq!(
            world().said(&AUDIENCE_SHARES),
            [
                "2024-02-29 Ada linkedin/Spring/p1 of a post: count 2",
                "2026-03-01 Ada xing//p2 of a post: left out, unknown",
                "2026-03-03 Ada linkedin//p4 of a post: count 0",
                "2026-03-02 Ada linkedin//p3 of a post: left out, brand page",
            ]
        );
    }
}
