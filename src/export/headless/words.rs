//! Why a figure is missing, in the English words of the document.

use crate::metrics::{Missing, Need, State};

/// Why there is no value; none where there is one.
pub(super) fn unavailable(state: State) -> Option<String> {
    let words = match state {
        State::Value(_) => return None,
        State::TooFew { .. } => "too few to say",
        State::NotReached => "not reached",
        State::Missing(Missing::NoFacts(need)) => return Some(format!("no file with {}", facts(need))),
        State::Missing(Missing::NoFactsOfSeller(need)) => {
            return Some(format!("no file of this seller with {}", facts(need)));
        }
        State::Missing(Missing::OutsideData) => "the period lies outside the data",
        State::Missing(Missing::NothingInPeriod) => "nothing in the period",
        State::Missing(Missing::NoStart) => "nothing at the start of the period",
        State::Missing(Missing::NoPersona) => "no persona",
        State::Missing(Missing::TooFewReadings) => "too few readings",
        State::Missing(Missing::UnknownOfOne) => "unknown of at least one seller",
        State::Missing(Missing::AllUnknown) => "unknown in every row",
        State::Missing(Missing::PartOfPeriod) => "daily rows cover a part of the period only",
        State::Missing(Missing::NotBy(dim)) => return Some(format!("not by {}", dim.id())),
    };
    Some(words.to_owned())
}

/// What a file would have to hold.
fn facts(need: Need) -> &'static str {
    match need {
        Need::Clicks => "link clicks",
        other => other.id(),
    }
}
