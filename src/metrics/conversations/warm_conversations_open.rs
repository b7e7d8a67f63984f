//! Warm conversations that are running.
//!
//! Formula: number of warm conversations whose last incoming message is at most 30 days before the day. A conversation restarts with a message whose
//! previous one is 60 days old or older. One that a person says is warm runs for as long from the day they say. Drafts, advertisements and groups are set aside.

use super::turns::{Message, Talk};
use super::warm_marks;
use crate::facts::Day;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Warm conversations that are running.
pub static WARM_CONVERSATIONS_OPEN: Metric = Metric {
    id: "warm_conversations_open",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Level,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Warm],
    cites: "Two-sided conversations, open for 30 days; LinkedIn archive: messages.csv, sides and times",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let conversations = ctx.conversations();
    let open_days = i32::try_from(ctx.definitions.open_days).unwrap_or(i32::MAX);
    for talk in conversations.talks() {
        let Some(warm) = talk.warm_at(ctx.definitions.warm_incoming) else { continue };
        let keys = talk.keys(samples);
        for (first, last, message) in running(talk, warm, open_days) {
            samples.add_keyed(first, talk.seller, message.row(), keys, What::Step(1.0));
            samples.add_keyed(last.plus(1), talk.seller, message.row(), keys, What::Step(-1.0));
        }
    }
    conversations.add_asides(samples);
    for mark in warm_marks::all(ctx) {
        mark.add_running(samples, open_days);
    }
}

/// The spans of days (first and last) on which a warm conversation runs, each with the message that begins it.
fn running<'a>(talk: Talk<'a>, warm: &'a Message, open_days: i32) -> Vec<(Day, Day, &'a Message)> {
    let ended = talk.restart.map_or(Day(i32::MAX), |restart| restart.day.plus(-1));
    let mut spans: Vec<(Day, Day, &Message)> = Vec::new();
    for incoming in talk.messages.iter().filter(|message| !message.outgoing) {
        // Nothing runs before the conversation is warm, however recent its messages.
        let begins = if incoming.day < warm.day { warm } else { incoming };
        let last = incoming.day.plus(open_days).min(ended);
        if last < begins.day {
            continue;
        }
        match spans.last_mut() {
            Some((_, until, _)) if begins.day <= until.plus(1) => *until = last.max(*until),
            _ => spans.push((begins.day, last, begins)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::conversations::example::world;
    use crate::metrics::testing::World;

    #[test]
    fn open_until_thirty_days_after_the_last_incoming_one() {
        assert_eq!(
            world().said(&WARM_CONVERSATIONS_OPEN),
            [
                "2026-01-02 Ada: step +1",
                "2026-02-02 Ada: step -1",
                "2026-01-05 Ada: left out, draft",
                "2026-01-06 Ada: left out, sponsored conversation",
                "2026-01-07 Ada: left out, group conversation",
                "2026-01-07 Ada: left out, group conversation",
            ]
        );
    }

    #[test]
    fn a_pause_closes_and_an_incoming_message_opens_again() {
        let world = World::default().rows(
            TableId::Messages,
            "seller|conversation|direction|sent_at",
            &[
                "Ada|a|incoming|2026-01-01",
                "Ada|a|incoming|2026-01-01",
                "Ada|a|outgoing|2026-02-10",
                "Ada|a|incoming|2026-02-20",
                "Ada|a|incoming|2026-03-22",
                "Ada|a|outgoing|2026-05-01",
                "Ada|a|incoming|2026-05-10",
            ],
        );
        // Warm on 10 February, but the last incoming message is then 40 days old.
        assert_eq!(
            world.said(&WARM_CONVERSATIONS_OPEN),
            [
                "2026-02-20 Ada: step +1",
                "2026-04-22 Ada: step -1",
                "2026-05-10 Ada: step +1",
                "2026-06-10 Ada: step -1",
            ]
        );
    }

    #[test]
    fn one_day_is_enough() {
        let world = World::default().rows(
            TableId::Messages,
            "conversation|direction|sent_at",
            &["a|outgoing|2026-01-01 08:00", "a|incoming|2026-01-01 09:00", "a|incoming|2026-01-01 10:00"],
        );
        assert_eq!(
            world.said(&WARM_CONVERSATIONS_OPEN),
            ["2026-01-01 nobody: step +1", "2026-02-01 nobody: step -1"]
        );
    }
}
