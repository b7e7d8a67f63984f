//! Conversations that wait for an answer.
//!
//! Formula: number of conversations whose last message on or before the day is incoming and at most 30 days old. Drafts,
//! advertisements and groups are set aside.

use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Conversations that wait for an answer.
pub static CONVERSATIONS_WAITING: Metric = Metric {
    id: "conversations_waiting",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Lower,
    kind: Kind::Level,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Messages],
    cites: "Unanswered conversations; LinkedIn archive: messages.csv, sides and times",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let conversations = ctx.conversations();
    let open_days = i32::try_from(ctx.definitions.open_days).unwrap_or(i32::MAX);
    for talk in conversations.threads() {
        let keys = talk.keys(samples);
        let after = talk.messages.iter().skip(1).map(Some).chain([None]);
        for (message, next) in talk.messages.iter().zip(after) {
            let until = message.day.plus(open_days.saturating_add(1));
            let until = next.map_or(until, |next| next.day.min(until));
            // A message followed by another one on the same day is not the last one at the end of any day.
            if !message.outgoing && message.day < until {
                samples.add_keyed(message.day, talk.seller, message.row(), keys, What::Step(1.0));
                samples.add_keyed(until, talk.seller, message.row(), keys, What::Step(-1.0));
            }
        }
    }
    conversations.add_asides(samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::conversations::example::world;

    #[test]
    fn the_last_incoming_message_waits_for_thirty_days() {
        assert_eq!(
            world().said(&CONVERSATIONS_WAITING),
            [
                "2026-01-01 Ada: step +1",
                "2026-01-02 Ada: step -1",
                "2026-03-03 Ada: step +1",
                "2026-04-03 Ada: step -1",
                "2026-01-05 Ada: step +1",
                "2026-02-05 Ada: step -1",
                "2026-01-05 Ada: left out, draft",
                "2026-01-06 Ada: left out, sponsored conversation",
                "2026-01-07 Ada: left out, group conversation",
                "2026-01-07 Ada: left out, group conversation",
            ]
        );
    }
}
