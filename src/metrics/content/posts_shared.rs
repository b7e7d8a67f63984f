//! Posts and reposts shared by sellers.
//!
//! Formula: number of own posts and reposts dated in the period; a post of the archive that the analytics know too counts
//! once. Brand pages are left out.

use super::joined::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Posts and reposts shared by sellers.
pub static POSTS_SHARED: Metric = Metric {
    id: "posts_shared",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: BY,
    headline: None,
    needs: &[Need::Posts],
    cites: "LinkedIn archive: Shares.csv and InstantReposts.csv list posts and reposts",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.posts().add(ctx, samples, |_| What::Count(1.0));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn every_post_counts_whatever_is_known_of_it() {
        assert_eq!(
            world().said(&POSTS_SHARED),
            [
                "2024-02-29 Ada linkedin/Spring/p1 of a post: count 1",
                "2026-03-01 Ada xing//p2 of a post: count 1",
                "2026-03-03 Ada linkedin//p4 of a post: count 1",
                "2026-03-02 Ada linkedin//p3 of a post: left out, brand page",
            ]
        );
    }
}
