//! Connections who sought the seller out.
//!
//! Formula: number of connections who had invited the seller, dated by the day they were connected. Each counts once.

use super::connecting::explained;
use super::{connected, invited};
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Connections who sought the seller out.
pub static INBOUND_CONNECTIONS: Metric = Metric {
    id: "inbound_connections",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[],
    headline: None,
    needs: &[Need::Invitations, Need::Connections],
    cites: "LinkedIn archive: Invitations.csv, direction and time; acceptance by the join with Connections.csv",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let explained = explained(ctx);
    connected::add_rows(ctx, samples, |row| {
        explained.get(&row).copied().unwrap_or(false).then_some(What::Count(1.0))
    });
    // Invitations received by sellers whose connections nobody knows may have become some.
    invited::add_unknown(ctx, samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    fn world() -> World {
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

    #[test]
    fn inviters_count_once_on_the_day_they_connected() {
        assert_eq!(
            world().said(&INBOUND_CONNECTIONS),
            ["2026-03-12 Ada: count 1", "2026-03-01 Bo: left out, unknown",]
        );
    }
}
