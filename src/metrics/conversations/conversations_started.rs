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
    use crate::metrics::conversations::example::world;

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
