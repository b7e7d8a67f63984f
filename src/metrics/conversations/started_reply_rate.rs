//! Share of the started conversations that were answered.
//!
//! Formula: of conversations and restarts that the owner began, at least 30 days old at data end, those answered within 30
//! days / all such. A conversation restarts with a message whose
//! previous one is 60 days old or older. Drafts, advertisements and groups are set aside.
//! Wilson interval.

use super::turns::Ends;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the started conversations that were answered.
pub static STARTED_REPLY_RATE: Metric = Metric {
    id: "started_reply_rate",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: &[Dim::Persona],
    headline: None,
    needs: &[Need::Messages],
    cites: "LinkedIn archive: messages.csv, sides and times; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let conversations = ctx.conversations();
    let given_days = i32::try_from(ctx.definitions.reply_days).unwrap_or(i32::MAX);
    let mut ends = Ends::new(ctx);
    for talk in conversations.talks() {
        let Some(first) = talk.messages.first().filter(|first| first.outgoing) else { continue };
        let what = match ends.of(talk.seller) {
            None => What::LeftOut(Reason::Unknown),
            Some((_, end)) if end.0 - first.day.0 < given_days => What::LeftOut(Reason::TooYoung),
            Some(_) => {
                let answer = talk.messages.iter().find(|message| !message.outgoing);
                What::Case(answer.is_some_and(|answer| answer.day.0 - first.day.0 <= given_days))
            }
        };
        let keys = talk.keys(samples);
        talk.add(samples, first, keys, what);
    }
    conversations.add_asides(samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::conversations::example::world;
    use crate::metrics::testing::World;

    #[test]
    fn an_answer_within_thirty_days_is_a_hit() {
        assert_eq!(
            world().said(&STARTED_REPLY_RATE),
            [
                "2026-01-01 9h Ada: hit",
                "2026-01-05 Ada: left out, draft",
                "2026-01-06 Ada: left out, sponsored conversation",
                "2026-01-07 Ada: left out, group conversation",
                "2026-01-07 Ada: left out, group conversation",
            ]
        );
    }

    #[test]
    fn day_thirty_counts_and_younger_ones_wait() {
        let world = World::default().rows(
            TableId::Messages,
            "seller|conversation|direction|sent_at",
            &[
                "Ada|a|outgoing|2026-01-01 23:00Z",
                "Ada|a|incoming|2026-01-31 01:00Z",
                "Ada|b|outgoing|2026-01-01 23:00Z",
                "Ada|b|incoming|2026-02-01 00:30Z",
                "Ada|c|outgoing|2026-01-02",
                "Ada|d|outgoing|2026-01-03",
                "Ada|d|incoming|2026-01-03",
            ],
        );
        assert_eq!(
            world.said(&STARTED_REPLY_RATE),
            [
                "2026-01-01 23h Ada: hit",
                "2026-01-01 23h Ada: miss",
                "2026-01-02 Ada: miss",
                "2026-01-03 Ada: left out, too young at data end",
            ]
        );
    }
}
