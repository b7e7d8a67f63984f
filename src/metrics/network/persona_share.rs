//! Share of the network that the chosen persona makes up.
//!
//! Formula: matching connections / connections whose position is known, made on or before the day; unknown positions are
//! counted apart. Wilson interval.

use super::connected;
use crate::facts::Reason;
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the network that the chosen persona makes up.
pub static PERSONA_SHARE: Metric = Metric {
    id: "persona_share",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::LevelShare,
    by: &[],
    headline: None,
    needs: &[Need::Connections, Need::Persona],
    cites: "LinkedIn archive: Connections.csv lists the people still connected with their day; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    connected::add(ctx, samples, |fit| {
        Some(match fit? {
            PersonaFit::Matching => What::Case(true),
            PersonaFit::Other => What::Case(false),
            PersonaFit::Unknown => What::LeftOut(Reason::UnknownPosition),
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::connections;

    #[test]
    fn known_positions_are_cases() {
        assert_eq!(
            connections().said(&PERSONA_SHARE),
            [
                "2024-02-29 Ada matching: hit",
                "2026-03-01 Ada other: miss",
                "2026-03-02 Bo unknown: left out, position unknown",
            ]
        );
    }

    #[test]
    fn without_a_persona_there_is_nothing() {
        let mut world = connections();
        world.persona = None;
        assert!(world.said(&PERSONA_SHARE).is_empty());
    }
}
