//! New connections.
//!
//! Formula: number of connections made in the period, of those still connected.

use super::connected;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// New connections.
pub static CONNECTIONS_NEW: Metric = Metric {
    id: "connections_new",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Connections],
    cites: "LinkedIn archive: Connections.csv lists the people still connected with their day",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    connected::add(ctx, samples, |_| Some(What::Count(1.0)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::connections;

    #[test]
    fn each_connection_says_so_on_its_day() {
        assert_eq!(
            connections().said(&CONNECTIONS_NEW),
            [
                "2024-02-29 Ada matching: count 1",
                "2026-03-01 Ada other: count 1",
                "2026-03-02 Bo unknown: count 1",
            ]
        );
    }
}
