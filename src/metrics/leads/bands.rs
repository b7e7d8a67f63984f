//! How warm a lead is by its latest score.

use crate::facts::{LeadRow, Reason, fold_name};
use crate::metrics::Context;

/// How warm a lead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Looks around.
    Slow,
    /// Compares.
    Medium,
    /// Ready to talk.
    Fast,
}

impl Band {
    /// Contract id, English in every language.
    pub fn id(self) -> &'static str {
        match self {
            Band::Slow => "slow",
            Band::Medium => "medium",
            Band::Fast => "fast",
        }
    }

    /// The band that a cost names.
    pub fn by_name(name: &str) -> Option<Band> {
        let name = fold_name(name);
        Band::ALL.into_iter().find(|band| band.id() == name)
    }

    /// All bands, slowest first.
    pub const ALL: [Band; 3] = [Band::Slow, Band::Medium, Band::Fast];

    /// The band of a lead's latest score.
    ///
    /// # Errors
    /// Where nobody can say, and why.
    pub fn of(ctx: &Context<'_>, lead: &LeadRow) -> Result<Band, Reason> {
        Band::of_score(ctx, ctx.score_of(lead))
    }

    /// The band of a score. One outside 0–100 is on another scale, and the limits do not fit it.
    pub(super) fn of_score(ctx: &Context<'_>, score: Option<f64>) -> Result<Band, Reason> {
        let score = score.ok_or(Reason::Unknown)?;
        if !(0.0..=100.0).contains(&score) {
            return Err(Reason::BadChoice);
        }
        Ok(if score >= ctx.definitions.fast_from {
            Band::Fast
        } else if score >= ctx.definitions.medium_from {
            Band::Medium
        } else {
            Band::Slow
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn the_limits_belong_to_the_warmer_band() {
        let scores = ["0", "39.99", "40", "69.99", "70", "100", "100.5", "-1", ""];
        let rows: Vec<String> = scores.iter().map(|score| format!("{score}|2026-01-01|{score}")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let world = World::default().rows(TableId::Leads, "id|created|score", &rows);
        let ctx = world.context();
        let found: Vec<Result<Band, Reason>> =
            ctx.facts.rows::<LeadRow>().map(|(_, lead)| Band::of(&ctx, &lead)).collect();
        let (slow, medium, fast) = (Ok(Band::Slow), Ok(Band::Medium), Ok(Band::Fast));
        let strange = Err(Reason::BadChoice);
        assert_eq!(found, [slow, slow, medium, medium, fast, fast, strange, strange, Err(Reason::Unknown)]);
    }

    #[test]
    fn names_are_compared_folded() {
        assert_eq!(Band::by_name(" FAST\u{a0}"), Some(Band::Fast));
        assert_eq!(Band::by_name("fastest"), None);
    }
}
