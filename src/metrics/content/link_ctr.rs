//! Clicks per impression of sellers' posts.
//!
//! Formula: sum of clicks / sum of impressions, over posts dated in the period where both are known. Bootstrap interval over
//! the posts.

use super::engagement::part;
use super::joined::BY;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Clicks per impression of sellers' posts.
pub static LINK_CTR: Metric = Metric {
    id: "link_ctr",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::RatioOfSums,
    by: BY,
    headline: None,
    needs: &[Need::Clicks],
    cites: "Click-through rate as clicks / impressions; ratio of sums, not mean of ratios",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.posts().add(ctx, samples, |post| {
        part(post.post.clicks, post.post.impressions).unwrap_or(What::LeftOut(Reason::Unknown))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn both_sides_must_be_known() {
        assert_eq!(
            world().said(&LINK_CTR),
            [
                "2024-02-29 Ada linkedin/Spring/p1 of a post: 30 of 1000",
                "2026-03-01 Ada xing//p2 of a post: left out, unknown",
                "2026-03-03 Ada linkedin//p4 of a post: left out, unknown",
                "2026-03-02 Ada linkedin//p3 of a post: left out, brand page",
            ]
        );
    }
}
