//! Touches of social channels over time: where the work goes.

use super::Hits;
use crate::facts::{Day, TouchRow};
use crate::metrics::source_group::group;
use crate::metrics::{Context, Selection};

/// Touches of social channels, of those whose channel is known, in each stretch between two days (the second
/// is part of it). Touches have no seller: with one chosen, nothing is known.
pub fn social_effort(ctx: &Context<'_>, selection: &Selection, stretches: &[(Day, Day)]) -> Vec<Hits> {
    let mut hits = vec![Hits::default(); stretches.len()];
    if selection.sellers.is_some() {
        return hits;
    }
    for (_, touch) in ctx.facts.rows::<TouchRow>() {
        let Some(day) = touch.at.map(|at| ctx.day(at)) else { continue };
        let group = group(ctx.text(touch.channel));
        let place = stretches.iter().position(|(from, to)| *from <= day && day <= *to);
        if let Some(hits) = place.and_then(|at| hits.get_mut(at)).filter(|_| group.is_known()) {
            hits.add(group.is_social());
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    #[test]
    fn touches_of_known_channels_are_counted_by_stretch() {
        let world = World::default().rows(
            TableId::Touches,
            "at|channel",
            &["2026-01-01|LinkedIn", "2026-01-31|Email", "2026-01-31|", "2026-02-01|XING", "2026-03-01|XING"],
        );
        let stretches = [("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-02-28")];
        let stretches = stretches.map(|(from, to)| (day(from), day(to)));
        let ctx = world.context();
        let all = Selection::all(Span { from: stretches[0].0, to: stretches[1].1 });
        assert_eq!(social_effort(&ctx, &all, &stretches), [Hits { hits: 1, of: 2 }, Hits { hits: 1, of: 1 }]);
    }
}
