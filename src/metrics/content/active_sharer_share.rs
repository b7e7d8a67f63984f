//! Share of the sellers who posted lately.
//!
//! Formula: sellers with a post in the 28 days up to the day / sellers whose posts are known. A full head-count.

use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Share of the sellers who posted lately.
pub static ACTIVE_SHARER_SHARE: Metric = Metric {
    id: "active_sharer_share",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::HeadCount,
    by: &[],
    headline: None,
    needs: &[Need::Posts],
    cites: "Adoption as the share of active sellers; LinkedIn archive: Shares.csv and InstantReposts.csv",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.posts().add_counts(samples);
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
    fn each_post_of_a_seller_counts() {
        assert_eq!(
            world().said(&ACTIVE_SHARER_SHARE),
            ["2024-02-29 Ada: count 1", "2026-03-01 Ada: count 1", "2026-03-03 Ada: count 1",]
        );
    }
}
