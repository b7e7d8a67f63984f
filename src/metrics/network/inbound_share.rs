//! Share of the new connections who sought the seller out.
//!
//! Formula: `inbound_connections` / new connections of the period that a received or an accepted sent invitation explains; the
//! others are counted apart. Wilson interval.

use super::connected;
use super::connecting::explained;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the new connections who sought the seller out.
pub static INBOUND_SHARE: Metric = Metric {
    id: "inbound_share",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Neither,
    kind: Kind::Share,
    by: &[],
    headline: None,
    needs: &[Need::Invitations, Need::Connections],
    cites: "LinkedIn archive: Invitations.csv, direction and time; acceptance by the join with Connections.csv; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let explained = explained(ctx);
    connected::add_rows(ctx, samples, |row| {
        Some(explained.get(&row).map_or(What::LeftOut(Reason::Unmatched), |inbound| What::Case(*inbound)))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::invitations;

    #[test]
    fn explained_connections_are_cases() {
        assert_eq!(
            invitations().said(&INBOUND_SHARE),
            [
                "2026-03-09 Ada: miss",
                "2026-03-10 Ada: miss",
                "2026-03-08 Ada: left out, no invitation known",
                "2026-03-12 Ada: hit",
                "2026-03-20 Ada: left out, no invitation known",
            ]
        );
    }
}
