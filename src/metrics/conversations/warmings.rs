//! The moments at which conversations became warm, told by messages or by a person, each once.

use super::warm_marks;
use crate::facts::{Day, PersonId, RowRef, Sym};
use crate::metrics::Context;
use crate::metrics::persona_fit::PersonaFit;

/// A conversation that became warm.
#[derive(Clone, Debug)]
pub(in crate::metrics) struct Warming {
    pub day: Day,
    pub seller: Sym,
    pub person: PersonId,
    /// Whether the person is of the chosen persona; `None` where none is chosen.
    pub fit: Option<PersonaFit>,
    pub row: RowRef,
    /// The day of the other side's last message in it, or of the person's word.
    pub last_sign: Day,
}

/// All of them: first those that messages tell of, then those that only a person tells of.
pub(in crate::metrics) fn warmings(ctx: &Context<'_>) -> Vec<Warming> {
    let by_messages = ctx.conversations().talks().filter_map(|talk| {
        let moment = talk.warm_at(ctx.definitions.warm_incoming)?;
        let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
        let last = talk.messages.iter().rfind(|message| !message.outgoing).unwrap_or(moment);
        Some(Warming {
            day: moment.day,
            seller: talk.seller,
            person,
            fit: talk.fit,
            row: moment.row(),
            last_sign: last.day,
        })
    });
    let by_hand = warm_marks::all(ctx).into_iter().filter(|mark| !mark.is_counted()).map(|mark| Warming {
        day: mark.day,
        seller: mark.seller,
        person: mark.person,
        fit: mark.fit,
        row: mark.row,
        last_sign: mark.day,
    });
    by_messages.chain(by_hand).collect()
}
