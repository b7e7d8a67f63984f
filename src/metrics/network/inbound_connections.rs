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
    use crate::metrics::network::example::invitations;

    #[test]
    fn inviters_count_once_on_the_day_they_connected() {
        assert_eq!(
            invitations().said(&INBOUND_CONNECTIONS),
            ["2026-03-12 Ada: count 1", "2026-03-01 Bo: left out, unknown",]
        );
    }
}
