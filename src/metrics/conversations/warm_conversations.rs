//! Conversations that became warm.
//!
//! Formula: number of conversations, since their start or last restart, at the moment when the owner has written at least once
//! and the other side at least twice; once per restart. A conversation restarts with a message whose
//! previous one is 60 days old or older. A conversation that a person says is warm counts on the day they say, unless its messages
//! count already. Drafts, advertisements and groups are set aside.

use super::warm_marks;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Conversations that became warm.
pub static WARM_CONVERSATIONS: Metric = Metric {
    id: "warm_conversations",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Warm],
    cites: "Two-sided conversations: one message of the owner, two of the other side; LinkedIn archive: messages.csv, sides and times",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let conversations = ctx.conversations();
    for talk in conversations.talks() {
        if let Some(moment) = talk.warm_at(ctx.definitions.warm_incoming) {
            let keys = talk.keys(samples);
            talk.add(samples, moment, keys, What::Count(1.0));
        }
    }
    conversations.add_asides(samples);
    for mark in warm_marks::all(ctx) {
        mark.add(samples);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::conversations::example::world;

    #[test]
    fn what_a_person_says_counts_once_and_never_beside_the_messages() {
        let world = world().rows(
            TableId::WarmConversations,
            "seller|person|warm_on",
            &[
                "Ada|One|2026-01-20",
                "Ada|Six|2026-01-21",
                "Ada|six|2026-02-10",
                "Ada|Six|2026-05-01",
                "Bo|One|2026-01-20",
            ],
        );
        let said = world.said(&WARM_CONVERSATIONS);
        assert_eq!(
            said[5..],
            [
                "2026-01-20 Ada: left out, counted already by another row",
                "2026-01-21 Ada: count 1",
                "2026-02-10 Ada: left out, counted already by another row",
                "2026-05-01 Ada: count 1",
                "2026-01-20 Bo: count 1",
            ]
        );
    }

    #[test]
    fn warmth_counts_at_its_moment() {
        assert_eq!(
            world().said(&WARM_CONVERSATIONS),
            [
                "2026-01-02 10h Ada: count 1",
                "2026-01-05 Ada: left out, draft",
                "2026-01-06 Ada: left out, sponsored conversation",
                "2026-01-07 Ada: left out, group conversation",
                "2026-01-07 Ada: left out, group conversation",
            ]
        );
    }
}
