//! Times that sellers' posts were shown.
//!
//! Formula: per seller and platform, the sum of the daily rows where every day of the period has one, else of the posts dated
//! in it; never both.

use super::engagement::add_daily;
use super::joined::BY;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Times that sellers' posts were shown.
pub static IMPRESSIONS: Metric = Metric {
    id: "impressions",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::LayeredCount,
    by: BY,
    headline: None,
    needs: &[Need::Engagement],
    cites: "LinkedIn Help a516971: impressions, and engagements as reactions, comments and reposts",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_daily(ctx, samples, |daily| daily.impressions.map(What::Count));
    ctx.posts().add(ctx, samples, |post| {
        post.post.impressions.map_or(What::LeftOut(Reason::UnknownEngagement), What::Count)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn days_and_posts_are_kept_apart() {
        assert_eq!(
            world().said(&IMPRESSIONS),
            [
                "2026-03-01 Bo linkedin: count 70",
                "2026-03-02 Bo linkedin: left out, impressions or engagements unknown",
                "2026-03-03 Bo linkedin: left out, brand page",
                "2024-02-29 Ada linkedin/Spring/p1 of a post: count 1000",
                "2026-03-01 Ada xing//p2 of a post: left out, impressions or engagements unknown",
                "2026-03-03 Ada linkedin//p4 of a post: count 0",
                "2026-03-02 Ada linkedin//p3 of a post: left out, brand page",
            ]
        );
    }
}
