//! Invitations sent.
//!
//! Formula: number of outgoing invitations of the period. LinkedIn keeps recent ones only: earlier ones are unknown.

use super::connecting::Direction;
use super::invited;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Invitations sent.
pub static INVITATIONS_SENT: Metric = Metric {
    id: "invitations_sent",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::HasNote],
    headline: None,
    needs: &[Need::Invitations],
    cites: "LinkedIn archive: Invitations.csv, direction and time",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    invited::add(ctx, samples, Direction::Outgoing, |_, _| What::Count(1.0));
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
    fn each_counts_on_the_day_it_was_sent() {
        assert_eq!(
            world().said(&INVITATIONS_SENT),
            [
                "2026-03-10 Ada yes: count 1",
                "2026-03-10 Ada no: count 1",
                "2026-03-10 Ada no: count 1",
                "2026-03-11 Ada no: count 1",
                "2026-03-01 Ada: count 1",
                "2026-03-01 Bo yes: count 1",
            ]
        );
    }
}
