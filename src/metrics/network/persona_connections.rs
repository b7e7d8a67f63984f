//! Connections of the chosen persona.
//!
//! Formula: number of connections made on or before the day whose position (and company, if asked) matches the persona;
//! unknown positions are counted apart.

use super::connected;
use crate::facts::Reason;
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Connections of the chosen persona.
pub static PERSONA_CONNECTIONS: Metric = Metric {
    id: "persona_connections",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Level,
    by: &[],
    headline: None,
    needs: &[Need::Connections, Need::Persona],
    cites: "LinkedIn archive: Connections.csv lists the people still connected with their day; match: whole words, case and accents folded",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    connected::add(ctx, samples, |fit| match fit? {
        PersonaFit::Matching => Some(What::Step(1.0)),
        PersonaFit::Other => None,
        PersonaFit::Unknown => Some(What::LeftOut(Reason::UnknownPosition)),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::connections;

    #[test]
    fn matching_connections_step_up() {
        assert_eq!(
            connections().said(&PERSONA_CONNECTIONS),
            ["2024-02-29 Ada matching: step +1", "2026-03-02 Bo unknown: left out, position unknown",]
        );
    }

    #[test]
    fn without_a_persona_there_is_nothing() {
        let mut world = connections();
        world.persona = None;
        assert!(world.said(&PERSONA_CONNECTIONS).is_empty());
    }
}
