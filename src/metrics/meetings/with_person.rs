//! Meetings by seller and person.

use std::collections::HashMap;

use super::outcome::outcome;
use crate::facts::{Day, MeetingRow, People, PersonId, Reason, Sym};
use crate::metrics::{Context, What};

/// What is known of a meeting with somebody.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Met {
    Yes(Day),
    Perhaps(Day),
}

/// Meetings by seller and person.
pub(in crate::metrics) struct Meetings {
    by_seller: HashMap<Sym, People<Met>>,
}

impl Meetings {
    /// All of them.
    pub fn new(ctx: &Context<'_>) -> Meetings {
        let mut by_seller: HashMap<Sym, People<Met>> = HashMap::new();
        for (_, meeting) in ctx.facts.rows::<MeetingRow>() {
            let Some(day) = meeting.date.map(|date| ctx.day(date)) else { continue };
            let met = match outcome(ctx, &meeting, day) {
                Ok(()) if meeting.seller.is_blank() => Met::Perhaps(day),
                Ok(()) => Met::Yes(day),
                Err(Reason::Unknown) => Met::Perhaps(day),
                Err(_) => continue,
            };
            by_seller
                .entry(meeting.seller)
                .or_insert_with(|| People::under(ctx.facts.acquainted.clone()))
                .insert(PersonId::new("", ctx.text(meeting.email), ctx.text(meeting.person)), met);
        }
        Meetings { by_seller }
    }

    /// Whether a seller met a person on a day or in so many days after it.
    pub fn after(&self, seller: Sym, person: &PersonId, from: Day, given_days: i32) -> What {
        let is_in_time = |day: Day| (0..=given_days).contains(&(day.0 - from.0));
        let of =
            |seller: Sym| self.by_seller.get(&seller).map_or_else(Vec::new, |people| people.find(person));
        let all = [of(seller), of(Sym::BLANK)].concat();
        if all.iter().any(|met| matches!(met, Met::Yes(day) if is_in_time(*day))) {
            What::Case(true)
        } else if all.iter().any(|met| matches!(met, Met::Perhaps(day) if is_in_time(*day))) {
            What::LeftOut(Reason::Unknown)
        } else {
            What::Case(false)
        }
    }

    /// The days up to one on which a seller surely met a person.
    pub fn days_until(&self, seller: Sym, person: &PersonId, until: Day) -> usize {
        let met = self.by_seller.get(&seller).map_or_else(Vec::new, |people| people.find(person));
        met.into_iter().filter(|met| matches!(met, Met::Yes(day) if *day <= until)).count()
    }
}
