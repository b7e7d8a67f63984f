//! Who of those who engaged is a connection, by a list that a person copied.

use super::told::Told;
use crate::facts::TableId;
use crate::metrics::{Figure, Missing, Need, engagers as found, share};
use crate::views::EngagersView;

/// The shares of the list; none without one.
pub fn engagers(told: &Told<'_>) -> EngagersView {
    let people = told.workspace.notes.engagers.clone();
    if people.is_empty() {
        return EngagersView::default();
    }
    let (context, selection) = (&told.asked.context, &told.asked.selection);
    if context.facts.table(TableId::Connections).is_empty() {
        let known = Some(Figure::missing(Missing::NoFacts(Need::Connections)));
        return EngagersView { people, known, matching: None };
    }
    let found = found(context, selection.sellers.as_deref(), selection.span.to, &people);
    let of = |(k, n): (usize, usize)| share(k as u64, n as u64, context.definitions.rate_needs);
    EngagersView { people, known: Some(of((found.known, found.listed))), matching: found.matching.map(of) }
}
