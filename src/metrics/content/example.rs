//! Rows on which the metrics of this part are worked out by hand.

use crate::facts::TableId;
use crate::metrics::testing::World;

/// Posts and daily counts: of two sellers and a brand page, with numbers, without, and with none to divide by.
pub(super) fn world() -> World {
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
