//! Who waits for an answer, and since when.

use crate::facts::{Day, Sym, sort_list};
use crate::metrics::Context;
use crate::metrics::persona_fit::PersonaFit;

/// Somebody who waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waiting {
    /// Whose conversation.
    pub seller: Sym,
    /// Profile address and name of who waits, as far as known.
    pub who: (Sym, Sym),
    /// The day of the first message that has no answer.
    pub since: Day,
    /// Hours from that message to the end of what is known; none where its time of day is not known.
    pub hours: Option<f64>,
    /// Days between the same.
    pub days: i32,
    /// Whether the owner has written before.
    pub has_answered_before: bool,
    /// Key of the persona's breakdown; blank where none is chosen.
    pub fit: &'static str,
}

/// Those who wait at the end of a day, longest first: the conversations that `conversations_waiting` counts there.
pub fn waiting(ctx: &Context<'_>, sellers: Option<&[Sym]>, day: Day) -> Vec<Waiting> {
    let open_days = i32::try_from(ctx.definitions.open_days).unwrap_or(i32::MAX);
    let end = ctx.end_of_day(day);
    let mut list = Vec::new();
    for talk in ctx.conversations().threads() {
        if !ctx.facts.roles.counts(sellers, talk.seller) {
            continue;
        }
        let known = talk.messages.partition_point(|message| message.day <= day);
        let messages = talk.messages.get(..known).unwrap_or(&[]);
        let Some(last) = messages.last().filter(|last| !last.outgoing) else { continue };
        if day.0 - last.day.0 > open_days {
            continue;
        }
        let run = messages.iter().rev().take_while(|message| !message.outgoing);
        let Some(first) = run.last() else { continue };
        list.push((
            first.at,
            Waiting {
                seller: talk.seller,
                who: talk.who,
                since: first.day,
                hours: first.hour.map(|_| (end - first.at).max(0) as f64 / 3600.0),
                days: day.0 - first.day.0,
                has_answered_before: messages.iter().any(|message| message.outgoing),
                fit: talk.fit.map_or("", PersonaFit::id),
            },
        ));
    }
    sort_list(&mut list, |a, b| a.0.cmp(&b.0));
    list.into_iter().map(|(_, waiting)| waiting).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::conversations::CONVERSATIONS_WAITING;
    use crate::metrics::testing::{World, day};

    #[test]
    fn the_list_is_as_long_as_the_metric_says() {
        let world = World::default().rows(
            TableId::Messages,
            "seller|conversation|direction|sent_at|person",
            &[
                "Ada|a|outgoing|2026-01-01 09:00Z|One",
                "Ada|a|incoming|2026-01-02 12:00Z|One",
                "Ada|a|incoming|2026-01-04 12:00Z|One",
                "Ada|b|incoming|2026-01-03|Two",
                "Ada|c|incoming|2026-01-03 09:00Z|Three",
                "Ada|c|outgoing|2026-01-05 09:00Z|Three",
                "Bo|d|incoming|2025-12-01 09:00Z|Four",
            ],
        );
        let world = world.known_until(TableId::Messages, "Ada", "2026-02-03");
        let ctx = world.context();
        let list = waiting(&ctx, None, day("2026-01-05"));
        let said: Vec<_> = list
            .iter()
            .map(|one| (ctx.text(one.who.1), one.days, one.hours, one.has_answered_before))
            .collect();
        assert_eq!(said, [("One", 3, Some(84.0), true), ("Two", 2, None, false)]);
        for on in ["2026-01-01", "2026-01-04", "2026-01-05", "2026-02-03"] {
            let metric = world.figure(&CONVERSATIONS_WAITING, on, on).value().unwrap();
            assert_eq!(waiting(&ctx, None, day(on)).len() as f64, metric, "{on}");
        }
    }
}
