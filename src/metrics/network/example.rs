//! Rows on which the metrics of this part are worked out by hand.

use crate::facts::TableId;
use crate::metrics::testing::World;

/// Connections of two sellers: one fits the persona "it", one does not, one has no position.
pub(super) fn connections() -> World {
    World::default().persona(&["it"]).rows(
        TableId::Connections,
        "seller|connected_on|name|position",
        &["Ada|2024-02-29|One|Head of IT", "Ada|2026-03-01|Two|Pitman", "Bo|2026-03-02|Three|"],
    )
}

/// Daily counts of followers, on two networks and of a brand page.
pub(super) fn followers() -> World {
    World::default().rows(
        TableId::Audience,
        "seller|account|platform|date|followers_total|followers_new",
        &[
            "Ada|||2026-03-01||2",
            "Ada|||2026-03-02|100|0",
            "Ada||Xing|2026-03-02|7|",
            "Bo|||2026-03-02||4",
            "Bo|brand||2026-03-03|900|9",
        ],
    )
}

/// Invitations with the connections that came of some: accepted by link and by name, connected before they were sent,
/// too young to judge, without a name, received; one seller whose connections nobody knows.
pub(super) fn invitations() -> World {
    World::default()
        .rows(
            TableId::Connections,
            "seller|connected_on|name|profile_url",
            &[
                "Ada|2026-03-09|Early Bird|https://www.linkedin.com/in/early",
                "Ada|2026-03-10|Name Only|",
                "Ada|2026-03-08|Too Soon|https://www.linkedin.com/in/soon",
                "Ada|2026-03-12|Guest|https://www.linkedin.com/in/guest",
                "Ada|2026-03-20|Nobody Asked|",
            ],
        )
        .known_until(TableId::Connections, "Ada", "2026-03-24")
        .rows(
            TableId::Invitations,
            "seller|direction|sent_at|name|profile_url|has_note",
            &[
                "Ada|outgoing|2026-03-10 08:00Z|Early B.|https://linkedin.com/in/early/|yes",
                "Ada|outgoing|2026-03-10|name\u{a0}only||no",
                "Ada|outgoing|2026-03-10|Too Soon|https://www.linkedin.com/in/soon|no",
                "Ada|outgoing|2026-03-11|Too Young||no",
                "Ada|outgoing|2026-03-01|||",
                "Ada|incoming|2026-03-11|Guest|https://www.linkedin.com/in/guest|",
                "Ada|incoming|2026-03-12|Guest|https://www.linkedin.com/in/guest|",
                "Ada|incoming|2026-03-12|Stranger||",
                "Bo|outgoing|2026-03-01|Early Bird||yes",
                "Bo|incoming|2026-03-01|Early Bird||",
            ],
        )
}
