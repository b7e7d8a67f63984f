//! Invitations received.
//!
//! Formula: number of incoming invitations of the period. LinkedIn keeps recent ones only: earlier ones are unknown.

use super::connecting::Direction;
use super::invited;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Invitations received.
pub static INVITATIONS_RECEIVED: Metric = Metric {
    id: "invitations_received",
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
    invited::add(ctx, samples, Direction::Incoming, |_, _| What::Count(1.0));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::invitations;

    #[test]
    fn each_counts_on_the_day_it_was_sent() {
        assert_eq!(
            invitations().said(&INVITATIONS_RECEIVED),
            [
                "2026-03-11 Ada: count 1",
                "2026-03-12 Ada: count 1",
                "2026-03-12 Ada: count 1",
                "2026-03-01 Bo: count 1",
            ]
        );
    }
}
