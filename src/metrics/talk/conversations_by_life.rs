//! Conversations by how far the other person is a customer.
//!
//! Formula: number of conversations and restarts, whoever began them, dated by their first message, by what is known of
//! the person on that day: *customer* when a deal was won, a lead converted or something bought by then, *former* when
//! the last of these is more than 365 days old and purchases are known, *opportunity* while a deal is open, *prospect*
//! when there is a lead or a lost deal, else *none*. Purchases may be under the name of the employer.

use super::dealings::employer;
use crate::facts::PersonId;
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Conversations by how far the other person is a customer.
pub static CONVERSATIONS_BY_LIFE: Metric = Metric {
    id: "conversations_by_life",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Neither,
    kind: Kind::Count,
    by: &[Dim::Life, Dim::Persona],
    headline: None,
    needs: &[Need::Messages],
    cites: "LinkedIn archive: messages.csv; leads, deals and purchases by person",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let conversations = ctx.conversations();
    for talk in conversations.talks() {
        let Some(first) = talk.messages.first() else { continue };
        let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
        let employer = employer(ctx, talk.seller, &person);
        let life = ctx.dealings().life(&person, employer.as_ref(), first.day);
        let keys = [samples.keys.intern(life.id()), PersonaFit::key(talk.fit, samples), Key::BLANK];
        talk.add(samples, first, keys, What::Count(1.0));
    }
    conversations.add_asides(samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn a_restart_sees_what_happened_meanwhile() {
        let world = World::default()
            .today("2026-12-31")
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &[
                    "Ada|a|outgoing|2026-01-01 09:00Z|Kim",
                    "Ada|a|incoming|2026-05-01 09:00Z|Kim",
                    "Ada|b|incoming|2026-05-01 09:00Z|Mia",
                ],
            )
            .rows(
                TableId::Connections,
                "seller|connected_on|name|company",
                &["Ada|2025-01-01|Mia|Blue Otter"],
            )
            .rows(TableId::Purchases, "customer|date", &["blue otter|2026-01-05"])
            .rows(TableId::Deals, "id|status|person|created|closed", &["1|won|Kim|2026-02-01|2026-03-01"]);
        assert_eq!(
            world.said(&CONVERSATIONS_BY_LIFE),
            [
                "2026-01-01 9h Ada none: count 1",
                "2026-05-01 9h Ada customer: count 1",
                "2026-05-01 9h Ada customer: count 1",
            ]
        );
    }
}
