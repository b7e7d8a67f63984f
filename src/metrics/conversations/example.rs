//! Rows on which the metrics of this part are worked out by hand.

use crate::facts::TableId;
use crate::metrics::testing::World;

/// A seller's threads: answered, answered late, opened by the other side, a draft, an advertisement, a group.
pub(super) fn world() -> World {
    World::default().rows(
        TableId::Messages,
        "seller|conversation|direction|sent_at|person|kind",
        &[
            "Ada|c1|outgoing|2026-01-01 09:00Z|One|",
            "Ada|c1|incoming|2026-01-01 10:00Z|One|",
            "Ada|c1|incoming|2026-01-02 10:00Z|One|",
            "Ada|c1|outgoing|2026-01-02 10:30Z|One|",
            "Ada|c1|incoming|2026-03-03 08:00Z|One|",
            "Ada|c2|incoming|2026-01-05 08:00Z|Two|",
            "Ada|c2|outgoing|2026-01-05 09:00Z|Two|draft",
            "Ada|c3|incoming|2026-01-06 08:00Z|Three|sponsored",
            "Ada|c4|incoming|2026-01-07 08:00Z|Four|",
            "Ada|c4|incoming|2026-01-07 09:00Z|Five|",
        ],
    )
}
