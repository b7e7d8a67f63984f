//! Rows on which the metrics of this part are worked out by hand.

use crate::facts::TableId;
use crate::metrics::testing::World;

/// Deals won, lost and open, some without an amount, a day or a source, one that closed before it was created.
pub(super) fn world() -> World {
    World::default().today("2026-06-30").rows(
        TableId::Deals,
        "id|seller|created|closed|status|amount|source|campaign",
        &[
            "a|Ada|2026-01-31|2026-02-28|Won|100|LinkedIn|Spring",
            "b|Ada|2026-02-01|2026-02-28|Lost|50.50|Email|",
            "c|Bo|2026-03-01|2026-12-31|Negotiation|70||",
            "d||2026-03-02||Won||Referral|",
            "e|Bo||2026-04-01|Won|30|LinkedIn|",
            "f|Bo|2026-05-01|2026-07-01|Won|20|LinkedIn|",
            "g|Bo|2026-05-02|2026-05-01|Lost||LinkedIn|",
        ],
    )
}
