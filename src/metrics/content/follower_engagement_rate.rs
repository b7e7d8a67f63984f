//! Engagements per follower.
//!
//! Formula: sum of the engagements of the period / mean of the followers at the end of the day before it and of its last
//! day. Engagements as for `engagements`, followers as for `followers`.

use super::ENGAGEMENTS;
use crate::metrics::network::FOLLOWERS;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Engagements per follower.
pub static FOLLOWER_ENGAGEMENT_RATE: Metric = Metric {
    id: "follower_engagement_rate",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::PerReading,
    by: &[Dim::Platform],
    headline: None,
    needs: &[Need::Followers, Need::Engagement],
    cites: "LinkedIn Help a516971: impressions, and engagements as reactions, comments and reposts; engagement by followers: mean of the period's start and end",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    (ENGAGEMENTS.emit)(ctx, samples);
    (FOLLOWERS.emit)(ctx, samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn engagements_are_counts_and_followers_are_readings() {
        assert_eq!(
            world().said(&FOLLOWER_ENGAGEMENT_RATE),
            [
                "2026-03-01 Bo linkedin: count 7",
                "2026-03-02 Bo linkedin: count 3",
                "2026-03-03 Bo linkedin: left out, brand page",
                "2024-02-29 Ada linkedin/Spring/p1 of a post: count 17",
                "2026-03-01 Ada xing//p2 of a post: left out, impressions or engagements unknown",
                "2026-03-03 Ada linkedin//p4 of a post: count 0",
                "2026-03-02 Ada linkedin//p3 of a post: left out, brand page",
                "2026-02-28 Bo linkedin: reads 498",
                "2026-03-01 Bo linkedin: reads 500",
                "2026-03-02 Bo linkedin: left out, unknown",
                "2026-03-03 Bo linkedin: left out, brand page",
            ]
        );
    }
}
