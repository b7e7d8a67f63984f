//! Share of the weeks in which a seller posted.
//!
//! Formula: seller-weeks with a post / seller-weeks, over every ISO week that the period touches, days inside the period
//! only. Wilson interval.

use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Share of the weeks in which a seller posted.
pub static POSTING_REGULARITY: Metric = Metric {
    id: "posting_regularity",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::ActiveWeeks,
    by: &[],
    headline: None,
    needs: &[Need::Posts],
    cites: "Share of active weeks; weeks: ISO 8601; interval: Wilson 1927, JASA 22, 209",
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
            world().said(&POSTING_REGULARITY),
            ["2024-02-29 Ada: count 1", "2026-03-01 Ada: count 1", "2026-03-03 Ada: count 1",]
        );
    }
}
