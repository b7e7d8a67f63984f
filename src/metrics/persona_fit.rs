//! Whether somebody belongs to the chosen persona, as a key of a breakdown.

use super::{Context, Key, Samples};
use crate::facts::Sym;

/// Whether somebody belongs to the chosen persona.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PersonaFit {
    /// Belongs to it.
    Matching,
    /// Does not.
    Other,
    /// The position (or company, if only that is asked) is not known.
    Unknown,
}

impl PersonaFit {
    /// From a position and a company; `None` where no persona is chosen.
    pub fn of(ctx: &Context<'_>, position: Sym, company: Sym) -> Option<PersonaFit> {
        Some(match ctx.persona?.matches(ctx.text(position), ctx.text(company)) {
            Some(true) => PersonaFit::Matching,
            Some(false) => PersonaFit::Other,
            None => PersonaFit::Unknown,
        })
    }

    /// Key of the breakdown, English in every language.
    pub fn id(self) -> &'static str {
        match self {
            PersonaFit::Matching => "matching",
            PersonaFit::Other => "other",
            PersonaFit::Unknown => "unknown",
        }
    }

    /// The key in a metric's samples; blank where no persona is chosen.
    pub fn key(fit: Option<PersonaFit>, samples: &mut Samples) -> Key {
        fit.map_or(Key::BLANK, |fit| samples.keys.intern(fit.id()))
    }
}
