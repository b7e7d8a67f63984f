//! What the meetings tell of a person.

use std::collections::HashMap;

use super::Reached;
use crate::facts::{Day, MeetingRow, People, PersonId, Reason, Sym, TableId};
use crate::metrics::Context;
use crate::metrics::meetings::outcome;

/// Meetings by seller and person: the day where they count, none where nobody knows whether.
pub(super) struct Met<'a> {
    ctx: &'a Context<'a>,
    by_seller: HashMap<Sym, People<Option<Day>>>,
}

impl<'a> Met<'a> {
    pub fn new(ctx: &'a Context<'a>) -> Met<'a> {
        let mut by_seller: HashMap<Sym, People<Option<Day>>> = HashMap::new();
        for (_, meeting) in ctx.facts.rows::<MeetingRow>() {
            let Some(day) = meeting.date.map(|date| ctx.day(date)) else { continue };
            let counts = match outcome(ctx, &meeting, day) {
                // One that is nobody's may be another seller's.
                Ok(()) => Some(day).filter(|_| !meeting.seller.is_blank()),
                Err(Reason::Unknown) => None,
                Err(_) => continue,
            };
            by_seller
                .entry(meeting.seller)
                .or_insert_with(|| People::under(ctx.facts.acquainted.clone()))
                .insert(PersonId::new("", ctx.text(meeting.email), ctx.text(meeting.person)), counts);
        }
        Met { ctx, by_seller }
    }

    /// Whether and when a seller first met a person.
    pub fn first(&self, seller: Sym, person: &PersonId) -> Reached {
        let of = |seller: Sym| {
            self.by_seller.get(&seller).map_or_else(Vec::new, |people| people.find(person)).into_iter()
        };
        let found: Vec<Option<Day>> = of(seller).chain(of(Sym::BLANK)).copied().collect();
        match found.iter().flatten().min() {
            Some(day) => Reached::On(*day),
            None if !found.is_empty() => Reached::Unknown,
            None if self.ctx.facts.data_end(TableId::Meetings, seller).is_none() => Reached::Unknown,
            None => Reached::NotYet,
        }
    }
}
