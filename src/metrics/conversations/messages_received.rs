//! Messages that the other side wrote.
//!
//! Formula: number of single messages of the period. Drafts, advertisements and groups are set aside.

use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Messages that the other side wrote.
pub static MESSAGES_RECEIVED: Metric = Metric {
    id: "messages_received",
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
    for talk in conversations.threads() {
        let keys = talk.keys(samples);
        for message in talk.messages.iter().filter(|message| !message.outgoing) {
            talk.add(samples, message, keys, What::Count(1.0));
        }
    }
    conversations.add_asides(samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::conversations::example::world;

    #[test]
    fn each_message_counts() {
        assert_eq!(
            world().said(&MESSAGES_RECEIVED),
            [
                "2026-01-01 10h Ada: count 1",
                "2026-01-02 10h Ada: count 1",
                "2026-03-03 8h Ada: count 1",
                "2026-01-05 8h Ada: count 1",
                "2026-01-05 Ada: left out, draft",
                "2026-01-06 Ada: left out, sponsored conversation",
                "2026-01-07 Ada: left out, group conversation",
                "2026-01-07 Ada: left out, group conversation",
            ]
        );
    }
}
