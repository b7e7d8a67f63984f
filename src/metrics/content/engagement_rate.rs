//! Engagements per impression.
//!
//! Formula: sum of engagements / sum of impressions over the rows where both are known: daily rows or posts, as for
//! `impressions`. Bootstrap interval over the rows.

use super::engagement::{add_daily, of_post, part};
use super::joined::BY;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Engagements per impression.
pub static ENGAGEMENT_RATE: Metric = Metric {
    id: "engagement_rate",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::LayeredRatio,
    by: BY,
    headline: None,
    needs: &[Need::Engagement],
    cites: "LinkedIn Help a516971: impressions, and engagements as reactions, comments and reposts; ratio of sums, not mean of ratios",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_daily(ctx, samples, |daily| part(daily.engagements, daily.impressions));
    ctx.posts().add(ctx, samples, |post| {
        part(of_post(ctx, post), post.post.impressions).unwrap_or(What::LeftOut(Reason::UnknownEngagement))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn both_sides_must_be_known() {
        assert_eq!(
            world().said(&ENGAGEMENT_RATE),
            [
                "2026-03-01 Bo linkedin: 7 of 70",
                "2026-03-02 Bo linkedin: left out, impressions or engagements unknown",
                "2026-03-03 Bo linkedin: left out, brand page",
                "2024-02-29 Ada linkedin/Spring/p1 of a post: 17 of 1000",
                "2026-03-01 Ada xing//p2 of a post: left out, impressions or engagements unknown",
                "2026-03-03 Ada linkedin//p4 of a post: 0 of 0",
                "2026-03-02 Ada linkedin//p3 of a post: left out, brand page",
            ]
        );
    }
}
