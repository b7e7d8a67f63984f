//! Who was met in a time, and with whom no business came of it: no warm conversation, no meeting, no deal.

use std::collections::BTreeSet;

use crate::facts::{ConnectionRow, Day, People, PersonId, RowRef, Span, Sym, sort_list};
use crate::metrics::Context;
use crate::metrics::conversations::{Message, warmings};
use crate::metrics::meetings::Meetings;

/// A contact with whom nothing came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stalled {
    /// The connection.
    pub row: RowRef,
    /// Profile address, name and employer.
    pub who: (Sym, Sym, Sym),
    /// Since when they are connected.
    pub connected: Day,
    /// Messages that the seller sent, and received, up to the end of the time.
    pub messages: (u32, u32),
    /// The day of the last one.
    pub last: Option<Day>,
}

/// The contacts of a seller that were made in a time and with whom nothing came of it, those with most messages
/// first: there was talk, only not of business.
pub fn stalled(ctx: &Context<'_>, seller: Sym, span: Span) -> Vec<Stalled> {
    let meetings = Meetings::new(ctx);
    let warm: Vec<PersonId> = (warmings(ctx).into_iter())
        .filter(|warming| warming.seller == seller && warming.day <= span.to)
        .map(|warming| warming.person)
        .collect();
    let mut talks: People<Vec<Message>> = People::under(ctx.facts.acquainted.clone());
    for talk in ctx.conversations().threads().filter(|talk| talk.seller == seller) {
        let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
        let until = talk.messages.iter().filter(|message| message.day <= span.to);
        talks.insert(person, until.copied().collect());
    }
    let mut list = Vec::new();
    let mut seen: BTreeSet<PersonId> = BTreeSet::new();
    for (row, connection) in ctx.facts.rows::<ConnectionRow>() {
        let Some(connected) = connection.connected_on.map(|on| ctx.day(on)) else { continue };
        if connection.seller != seller || !span.contains(connected) {
            continue;
        }
        let person = PersonId::new(
            ctx.text(connection.profile_url),
            ctx.text(connection.email),
            ctx.text(connection.name),
        );
        let is_business = warm.iter().any(|warm| warm.same_as(&person))
            || meetings.days_until(seller, &person, span.to) > 0
            || ctx.dealings().is_any(&person);
        if is_business || !seen.insert(person.clone()) {
            continue;
        }
        let mut stalled = Stalled {
            row,
            who: (connection.profile_url, connection.name, connection.company),
            connected,
            messages: (0, 0),
            last: None,
        };
        for message in talks.find(&person).into_iter().flatten() {
            let side = if message.outgoing { &mut stalled.messages.0 } else { &mut stalled.messages.1 };
            *side += 1;
            stalled.last = stalled.last.max(Some(message.day));
        }
        list.push(stalled);
    }
    let written = |one: &Stalled| one.messages.0 + one.messages.1;
    sort_list(&mut list, |a, b| written(b).cmp(&written(a)).then(b.connected.cmp(&a.connected)));
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::{World, day};

    #[test]
    fn only_contacts_without_business_are_listed() {
        let world = World::default()
            .today("2026-03-31")
            .rows(
                TableId::Connections,
                "seller|connected_on|name|company",
                &[
                    "Ada|2026-01-10|Friend|Otter",
                    "Ada|2026-01-11|Silent|Otter",
                    "Ada|2026-01-12|Met|Otter",
                    "Ada|2026-01-12|Bought|Otter",
                    "Ada|2025-12-31|Old|Otter",
                    "Bo|2026-01-12|Other|Otter",
                ],
            )
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &["Ada|a|outgoing|2026-01-11|Friend", "Ada|a|incoming|2026-01-12|Friend"],
            )
            .rows(TableId::Meetings, "seller|date|person|status", &["Ada|2026-02-01|Met|held"])
            .rows(TableId::Purchases, "customer|date", &["Bought|2026-02-01"]);
        let ctx = world.context();
        let ada = ctx.facts.names.find("Ada").unwrap();
        let span = Span { from: day("2026-01-01"), to: day("2026-03-31") };
        let list = stalled(&ctx, ada, span);
        let said: Vec<_> = list.iter().map(|one| (ctx.text(one.who.1), one.messages, one.last)).collect();
        assert_eq!(said, [("Friend", (1, 1), Some(day("2026-01-12"))), ("Silent", (0, 0), None)]);
    }
}
