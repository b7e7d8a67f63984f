//! Engagements with sellers' posts.
//!
//! Formula: per seller and platform, the sum of the daily rows where every day of the period has one, else of the posts dated
//! in it; never both. Engagements as the source states them, else reactions + comments + shares, with clicks only where
//! all of those posts have them.

use super::engagement::{add_daily, of_post};
use super::joined::BY;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Engagements with sellers' posts.
pub static ENGAGEMENTS: Metric = Metric {
    id: "engagements",
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
    add_daily(ctx, samples, |daily| daily.engagements.map(What::Count));
    ctx.posts().add(ctx, samples, |post| {
        of_post(ctx, post).map_or(What::LeftOut(Reason::UnknownEngagement), What::Count)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn days_and_posts_are_kept_apart() {
        assert_eq!(
            world().said(&ENGAGEMENTS),
            [
                "2026-03-01 Bo linkedin: count 7",
                "2026-03-02 Bo linkedin: count 3",
                "2026-03-03 Bo linkedin: left out, brand page",
                "2024-02-29 Ada linkedin/Spring/p1 of a post: count 17",
                "2026-03-01 Ada xing//p2 of a post: left out, impressions or engagements unknown",
                "2026-03-03 Ada linkedin//p4 of a post: count 0",
                "2026-03-02 Ada linkedin//p3 of a post: left out, brand page",
            ]
        );
    }
}
