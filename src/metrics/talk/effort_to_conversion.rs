//! Contacts that it takes until somebody becomes a customer.
//!
//! Formula: Kaplan–Meier median of the number of contacts from the first one to the conversion; cases, start, end and
//! censoring as in `time_to_conversion`, only that a case has lasted so many contacts and not so many days. Contacts are
//! the messages that the seller sent to that person, their meetings, links sent, and logged touches of the lead or its
//! deals.

use std::collections::HashMap;

use crate::facts::{Day, LinkSendRow, People, PersonId, Sym, TouchRow};
use crate::metrics::leads::{BY, emit_ways};
use crate::metrics::meetings::Meetings;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Contacts that it takes until somebody becomes a customer.
pub static EFFORT_TO_CONVERSION: Metric = Metric {
    id: "effort_to_conversion",
    version: 1,
    section: Section::Leads,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Lower,
    kind: Kind::Duration,
    by: BY,
    headline: None,
    needs: &[Need::LeadsOrDeals],
    cites: "Kaplan and Meier 1958, JASA 53, 457, over contacts in the place of days",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let contacts = Contacts::new(ctx);
    emit_ways(ctx, samples, |way| {
        let met = contacts.meetings.days_until(way.seller, way.person, way.until)
            - contacts.meetings.days_until(way.seller, way.person, way.start.plus(-1));
        let is_on_the_way = |day: &&Day| (way.start..=way.until).contains(*day);
        let written = contacts.written.get(&way.seller).filter(|_| !way.person.is_blank());
        let written = written.map_or_else(Vec::new, |people| people.find(way.person));
        let written: usize = written.iter().map(|days| days.iter().filter(is_on_the_way).count()).sum();
        let things = way.deals.iter().chain(Some(&way.lead_id).filter(|lead| !lead.is_blank()));
        let logged = things.filter_map(|thing| contacts.logged.get(thing)).flatten();
        let sum = met + written + logged.filter(is_on_the_way).count();
        f64::from(u32::try_from(sum).unwrap_or(u32::MAX))
    });
}

/// Days of contacts.
struct Contacts {
    meetings: Meetings,
    /// Messages and links by seller and person.
    written: HashMap<Sym, People<Vec<Day>>>,
    /// Logged touches by the number of the deal, else of the lead.
    logged: HashMap<Sym, Vec<Day>>,
}

impl Contacts {
    fn new(ctx: &Context<'_>) -> Contacts {
        let mut written: HashMap<Sym, People<Vec<Day>>> = HashMap::new();
        let mut add = |seller, person: PersonId, days: Vec<Day>| {
            if !person.is_blank() && !days.is_empty() {
                written
                    .entry(seller)
                    .or_insert_with(|| People::under(ctx.facts.acquainted.clone()))
                    .insert(person, days);
            }
        };
        for talk in ctx.conversations().threads() {
            let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
            let sent = talk.messages.iter().filter(|message| message.outgoing).map(|message| message.day);
            add(talk.seller, person, sent.collect());
        }
        for (_, link) in ctx.facts.rows::<LinkSendRow>() {
            let day = link.sent_at.map(|at| ctx.day(at));
            add(link.seller, PersonId::new("", "", ctx.text(link.person)), day.into_iter().collect());
        }
        let mut logged: HashMap<Sym, Vec<Day>> = HashMap::new();
        for (_, touch) in ctx.facts.rows::<TouchRow>() {
            let thing = if touch.deal_id.is_blank() { touch.lead_id } else { touch.deal_id };
            if let (Some(at), false) = (touch.at, thing.is_blank()) {
                logged.entry(thing).or_default().push(ctx.day(at));
            }
        }
        Contacts { meetings: Meetings::new(ctx), written, logged }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn messages_meetings_links_and_touches_count_on_the_way() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Leads,
                "id|seller|created|person|converted_at",
                &["l|Ada|2026-01-10|Kim|2026-03-01", "m|Ada|2026-01-10|Mia|"],
            )
            .rows(TableId::Deals, "id|seller|status|lead_id|created", &["d|Ada|open|m|2026-02-01"])
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &[
                    "Ada|a|outgoing|2026-01-05|Kim",
                    "Ada|a|incoming|2026-01-06|Kim",
                    "Ada|a|outgoing|2026-03-01|Kim",
                    "Ada|a|outgoing|2026-03-02|Kim",
                    "Bo|b|outgoing|2026-02-01|Kim",
                ],
            )
            .rows(
                TableId::Meetings,
                "seller|date|person|status",
                &["Ada|2026-02-01|Kim|held", "Ada|2026-02-02|Kim|cancelled", "Ada|2026-01-04|Kim|held"],
            )
            .rows(TableId::LinkSends, "seller|link|sent_at|person", &["Ada|x|2026-02-01|kim"])
            .rows(
                TableId::Touches,
                "at|channel|deal_id|lead_id",
                &["2026-02-01|call||l", "2026-02-02|call|d|", "2026-01-01|call||m"],
            );
        assert_eq!(
            world.said(&EFFORT_TO_CONVERSION),
            ["2026-01-05 Ada unknown: lasts 5 then the event", "2026-01-10 Ada unknown: lasts 1 and open"]
        );
    }
}
