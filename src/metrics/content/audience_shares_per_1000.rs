//! Shares by the audience per 1,000 impressions.
//!
//! Formula: sum of shares × 1,000 / sum of impressions, over posts dated in the period where both are known. Bootstrap
//! interval over the posts.

use super::engagement::part;
use super::joined::BY;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Shares by the audience per 1,000 impressions.
pub static AUDIENCE_SHARES_PER_1000: Metric = Metric {
    id: "audience_shares_per_1000",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::RatioOfSums,
    by: BY,
    headline: None,
    needs: &[Need::Shares],
    cites: "LinkedIn analytics: Reposts and Impressions of a post; ratio of sums, not mean of ratios",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.posts().add(ctx, samples, |post| {
        let thousands = post.post.shares.map(|shares| shares * 1_000.0);
        part(thousands, post.post.impressions).unwrap_or(What::LeftOut(Reason::Unknown))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn both_sides_must_be_known() {
        assert_eq!(
            world().said(&AUDIENCE_SHARES_PER_1000),
            [
                "2024-02-29 Ada linkedin/Spring/p1 of a post: 2000 of 1000",
                "2026-03-01 Ada xing//p2 of a post: left out, unknown",
                "2026-03-03 Ada linkedin//p4 of a post: 0 of 0",
                "2026-03-02 Ada linkedin//p3 of a post: left out, brand page",
            ]
        );
    }
}
