//! Conversations that sellers started.
//!
//! Formula: number of conversations and restarts whose first message is the owner's. A conversation restarts with a message whose
//! previous one is 60 days old or older. Drafts, advertisements and groups are set aside.

use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Conversations that sellers started.
pub static CONVERSATIONS_STARTED: Metric = Metric {
    id: "conversations_started",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Messages],
    cites: "LinkedIn archive: messages.csv, sides and times",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let conversations = ctx.conversations();
    for talk in conversations.talks() {
        if let Some(first) = talk.messages.first().filter(|first| first.outgoing) {
            let keys = talk.keys(samples);
            talk.add(samples, first, keys, What::Count(1.0));
        }
    }
    conversations.add_asides(samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    fn world() -> World {
        World::default().rows(
            TableId::Messages,
            "seller|conversation|direction|sent_at|person|kind",
            &[
                "Ada|c1|outgoing|2026-01-01 09:00Z|One|",
                "Ada|c1|incoming|2026-01-01 10:00Z|One|",
                "Ada|c1|incoming|2026-01-02 10:00Z|One|",
                "Ada|c1|outgoing|2026-01-02 10:30Z|One|",
                "Ada|c1|incoming|2026-03-03 08:00Z|One|",
                "Ada|c2|incoming|2026-01-05 08:00Z|Two|",
                "Ada|c2|outgoing|2026-01-05 09:00Z|Two|draft",
                "Ada|c3|incoming|2026-01-06 08:00Z|Three|sponsored",
                "Ada|c4|incoming|2026-01-07 08:00Z|Four|",
                "Ada|c4|incoming|2026-01-07 09:00Z|Five|",
            ],
        )
    }

    #[test]
    fn starts_and_restarts_count() {
        assert_eq!(
            world().said(&CONVERSATIONS_STARTED),
            [
                "2026-01-01 9h Ada: count 1",
                "2026-01-05 Ada: left out, draft",
                "2026-01-06 Ada: left out, sponsored conversation",
                "2026-01-07 Ada: left out, group conversation",
                "2026-01-07 Ada: left out, group conversation",
            ]
        );
    }
}
