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
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    fn world() -> World {
        World::default()
            .rows(
                TableId::Posts,
                "seller|account|platform|published_at|post_id|campaign|impressions|reactions|comments|shares|clicks",
                &[
                    "Ada|||2024-02-29|p1|Spring|1000|10|5|2|30",
                    "Ada||XING|2026-03-01|p2||||||",
                    "Ada|brand||2026-03-02|p3||9000|9|9|9|9",
                    "Ada|||2026-03-03|p4||0|0|0|0|",
                ],
            )
            .rows(
                TableId::Audience,
                "seller|account|platform|date|impressions|engagements|followers_total|followers_new",
                &[
                    "Bo||LinkedIn|2026-03-01|70|7|500|2",
                    "Bo|seller||2026-03-02||3||",
                    "Bo|brand||2026-03-03|10|1|90|1",
                ],
            )
    }

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
