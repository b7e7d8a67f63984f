//! Growth of the network.
//!
//! Formula: new connections of the period / connections at the end of the day before it; none at the start: unavailable.
//! Bootstrap interval over the days.

use super::connected;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Growth of the network.
pub static CONNECTION_GROWTH_RATE: Metric = Metric {
    id: "connection_growth_rate",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Growth,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Connections],
    cites: "LinkedIn archive: Connections.csv lists the people still connected with their day; growth as gain / start",
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
            connections().said(&CONNECTION_GROWTH_RATE),
            [
                "2024-02-29 Ada matching: step +1",
                "2026-03-01 Ada other: step +1",
                "2026-03-02 Bo unknown: step +1",
            ]
        );
    }
}
