//! First messages of sellers, and whether a meeting came of them in time.
//!
//! Whether a first message named a mutual connection stands in no export: a person says it, and the page compares.

use super::with_person::Meetings;
use crate::facts::{Day, PersonId, Sym, TableId};
use crate::metrics::{Context, What};

/// A first message, or the one with which a silent conversation begins anew, of a seller.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstMessage {
    /// Whose.
    pub seller: Sym,
    /// To whom.
    pub person: PersonId,
    /// Their name as exported; may be blank.
    pub name: Sym,
    /// When.
    pub sent: Day,
    /// Whether a meeting came of it in time; none where that is unknown or the time is not over.
    pub met: Option<bool>,
}

/// All of them, oldest first. Meetings are looked for as in [`super::MEETING_SET_RATE`], counted from the message.
pub fn first_messages(ctx: &Context<'_>) -> Vec<FirstMessage> {
    let meetings = Meetings::new(ctx);
    let given_days = i32::try_from(ctx.definitions.meeting_days).unwrap_or(i32::MAX);
    let mut list: Vec<FirstMessage> = (ctx.conversations().talks())
        .filter_map(|talk| {
            let first = talk.messages.first().filter(|first| first.outgoing)?;
            let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
            let end = ctx.facts.data_end(TableId::Meetings, talk.seller).map(|end| end.min(ctx.today));
            let is_over = end.is_some_and(|end| end.0 - first.day.0 >= given_days);
            let met = (is_over && !person.is_blank())
                .then(|| meetings.after(talk.seller, &person, first.day, given_days))
                .and_then(|what| match what {
                    What::Case(met) => Some(met),
                    _ => None,
                });
            Some(FirstMessage { seller: talk.seller, person, name: talk.who.1, sent: first.day, met })
        })
        .collect();
    list.sort_by_key(|message| message.sent);
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::World;

    #[test]
    fn a_meeting_within_sixty_days_of_the_first_message() {
        let world = World::default()
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &[
                    "Ada|c1|outgoing|2026-01-01 09:00Z|Met",
                    "Ada|c2|outgoing|2026-01-02 09:00Z|Too late",
                    "Ada|c3|incoming|2026-01-03 09:00Z|Wrote first",
                    "Ada|c4|outgoing|2026-03-01 09:00Z|Not over",
                    "Ada|c5|outgoing|2026-01-04 09:00Z|",
                    "Bo|c6|outgoing|2026-01-05 09:00Z|No meetings",
                ],
            )
            .rows(
                TableId::Meetings,
                "seller|date|person|status",
                &["Ada|2026-03-02|Met|held", "Ada|2026-03-04|Too late|held"],
            )
            .known_until(TableId::Meetings, "Ada", "2026-04-01")
            .today("2026-04-01");
        let ctx = world.context();
        let found: Vec<(String, Option<bool>)> = first_messages(&ctx)
            .iter()
            .map(|message| (ctx.text(message.name).to_owned(), message.met))
            .collect();
        let expected = [
            ("Met", Some(true)),
            ("Too late", Some(false)),
            ("", None),
            ("No meetings", None),
            ("Not over", None),
        ];
        assert_eq!(found, expected.map(|(name, met)| (name.to_owned(), met)));
    }
}
