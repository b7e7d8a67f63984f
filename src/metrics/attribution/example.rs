//! Deals and touches on which the social metrics are worked out by hand.

use crate::facts::TableId;
use crate::metrics::testing::World;

/// Deals won in March with paths of social (S) and other (O) touches: SS, OS, OSO, OO, S without an amount, ?SO, none;
/// one won in April, one lost.
pub(super) fn world() -> World {
    World::default()
        .today("2026-06-30")
        .rows(
            TableId::Deals,
            "id|created|closed|status|amount|source",
            &[
                "1|2026-01-01|2026-03-01|Won|100|Email",
                "2|2026-01-01|2026-03-31|Won|20|Email",
                "3|2026-01-01|2026-03-02|Won|3|Email",
                "4|2026-01-01|2026-03-03|Won|4000|Email",
                "5|2026-01-01|2026-03-04|Won||LinkedIn",
                "6|2026-01-01|2026-03-05|Won|50000|Email",
                "7|2026-01-01|2026-03-06|Won|600000|Email",
                "8|2026-01-01|2026-04-01|Won|7000000|Email",
                "9|2026-01-01|2026-03-07|Lost|80000000|Email",
            ],
        )
        .rows(
            TableId::Touches,
            "at|channel|deal_id",
            &[
                "2026-02-01|LinkedIn|1",
                "2026-02-02|XING|1",
                "2026-02-01|Email|2",
                "2026-02-02|Paid social|2",
                "2026-02-01|Email|3",
                "2026-02-02|LinkedIn|3",
                "2026-02-03|Fair|3",
                "2026-02-01|Email|4",
                "2026-02-02|Fair|4",
                "2026-02-01|LinkedIn|5",
                "2026-02-01||6",
                "2026-02-02|LinkedIn|6",
                "2026-02-03|Email|6",
                "2026-02-01|LinkedIn|8",
                "2026-02-01|LinkedIn|9",
            ],
        )
}
