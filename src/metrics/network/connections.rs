//! Connections.
//!
//! Formula: number of connections made on or before the day. An archive lists only people still connected, so past levels
//! are a lower bound.

use super::connected;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Connections.
pub static CONNECTIONS: Metric = Metric {
    id: "connections",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Level,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Connections],
    cites: "LinkedIn archive: Connections.csv lists the people still connected with their day",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    connected::add(ctx, samples, |_| Some(What::Step(1.0)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::connections;

    #[test]
    fn each_connection_says_so_on_its_day() {
        assert_eq!(
            connections().said(&CONNECTIONS),
            [
                "2024-02-29 Ada matching: step +1",
                "2026-03-01 Ada other: step +1",
                "2026-03-02 Bo unknown: step +1",
            ]
        );
    }
}
