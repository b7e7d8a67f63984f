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
