//! Days from the first contact to becoming a customer.
//!
//! Formula: Kaplan–Meier median of the days from a start in the period to the conversion. Cases are leads; a deal
//! whose lead is not known counts as one, created with the deal. Start: the seller's first conversation with that
//! person where it is earlier, else creation. Event: the earliest of the conversion date and the won date. All others
//! are censored at data end, lost ones too: they may come back. Namesakes cannot be told apart, so the earliest
//! conversation with anyone of the name is taken where neither side has more than a name. Someone who became a
//! customer nobody knows when is left out.

use std::collections::{BTreeSet, HashMap};

use super::cases::{BY, Conversion, Outcomes, keys, known_until};
use crate::facts::{Day, DealRow, LeadRow, People, PersonId, Reason, Sym};
use crate::metrics::deals::Ending;
use crate::metrics::source_group::source_keys;
use crate::metrics::{Better, Context, End, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Days from the first contact to becoming a customer.
pub static TIME_TO_CONVERSION: Metric = Metric {
    id: "time_to_conversion",
    version: 1,
    section: Section::Leads,
    stage: Stage::Lagging,
    unit: Unit::Days,
    better: Better::Lower,
    kind: Kind::Duration,
    by: BY,
    headline: None,
    needs: &[Need::LeadsOrDeals],
    cites: "Kaplan and Meier 1958, JASA 53, 457; limits: log-log, Greenwood 1926",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    emit_ways(ctx, samples, |way| f64::from(way.until.0 - way.start.0));
}

/// The way of somebody from the first contact to becoming a customer, or to the end of what is known.
pub(in crate::metrics) struct Way<'a> {
    /// Whose.
    pub seller: Sym,
    /// With whom.
    pub person: &'a PersonId,
    /// The lead, blank where there is none.
    pub lead_id: Sym,
    /// The deals of it.
    pub deals: &'a [Sym],
    /// First contact.
    pub start: Day,
    /// Conversion, or the end of what is known.
    pub until: Day,
}

/// Adds a sample for each way, with what it took as `measure` counts it.
pub(in crate::metrics) fn emit_ways(
    ctx: &Context<'_>,
    samples: &mut Samples,
    measure: impl Fn(&Way<'_>) -> f64,
) {
    let outcomes = Outcomes::new(ctx);
    let contacts = FirstContacts::new(ctx);
    let mut deals_of: HashMap<Sym, Vec<Sym>> = HashMap::new();
    for (_, deal) in ctx.facts.rows::<DealRow>() {
        deals_of.entry(deal.lead_id).or_default().push(deal.id);
    }
    let lasting = |way: &mut Way<'_>, end: Conversion, known_until: Day| {
        let (until, end) = ending(way.start, end, known_until)?;
        way.until = until;
        Ok(What::Lasting { time: measure(way), end })
    };
    let mut known: BTreeSet<Sym> = BTreeSet::new();
    for (row, lead) in ctx.facts.rows::<LeadRow>() {
        known.insert(lead.id);
        let Some(created) = lead.created.map(|moment| ctx.day(moment)) else { continue };
        let person = PersonId::new("", ctx.text(lead.email), ctx.text(lead.person));
        let start = contacts.start(lead.seller, &person, created);
        let end = outcomes.conversion(ctx, &lead);
        let deals = deals_of.get(&lead.id).map_or(&[][..], Vec::as_slice);
        let mut way =
            Way { seller: lead.seller, person: &person, lead_id: lead.id, deals, start, until: start };
        let what = lasting(&mut way, end, known_until(ctx, &lead, row)).unwrap_or_else(What::LeftOut);
        let keys = keys(ctx, samples, &lead);
        samples.add_keyed(start, lead.seller, row, keys, what);
    }
    let deals = ctx.deals();
    for (case, (_, deal)) in deals.list.iter().zip(ctx.facts.rows::<DealRow>()) {
        if known.contains(&case.lead_id) && !case.lead_id.is_blank() {
            continue;
        }
        let Some(created) = case.created else {
            deals.add(ctx, samples, case, None, What::LeftOut(Reason::NoCreated));
            continue;
        };
        let person = PersonId::new("", "", ctx.text(deal.person));
        let start = contacts.start(case.seller, &person, created);
        let end = match case.ending {
            Ending::Closed { won: true, on } => Conversion::On(on),
            Ending::Undated { won: true } => Conversion::Undated,
            _ => Conversion::Not,
        };
        let own = [deal.id];
        let mut way = Way {
            seller: case.seller,
            person: &person,
            lead_id: case.lead_id,
            deals: &own,
            start,
            until: start,
        };
        let what = lasting(&mut way, end, ctx.deals_end(case.seller)).unwrap_or_else(What::LeftOut);
        let keys = source_keys(ctx, samples, case.source, case.group, case.campaign);
        samples.add_keyed(start, case.seller, case.row, keys, what);
    }
}

/// When a way ends and how, or why nobody can say.
fn ending(start: Day, end: Conversion, known_until: Day) -> Result<(Day, End), Reason> {
    let (until, end, too_short) = match end {
        Conversion::On(on) => (on, End::Event, Reason::EndsBeforeStart),
        Conversion::Undated => return Err(Reason::NoConverted),
        Conversion::Not => (known_until, End::Open, Reason::TooYoung),
    };
    if until < start { Err(too_short) } else { Ok((until, end)) }
}

/// When each seller first talked with whom.
struct FirstContacts {
    by_seller: HashMap<Sym, People<Day>>,
}

impl FirstContacts {
    fn new(ctx: &Context<'_>) -> FirstContacts {
        let mut by_seller: HashMap<Sym, People<Day>> = HashMap::new();
        for talk in ctx.conversations().threads() {
            let Some(first) = talk.messages.first() else { continue };
            let (profile, name) = talk.who;
            let person = PersonId::new(ctx.text(profile), "", ctx.text(name));
            by_seller
                .entry(talk.seller)
                .or_insert_with(|| People::under(ctx.facts.acquainted.clone()))
                .insert(person, first.day);
        }
        FirstContacts { by_seller }
    }

    /// The first conversation where it is earlier, else the creation.
    fn start(&self, seller: Sym, person: &PersonId, created: Day) -> Day {
        let talks = self.by_seller.get(&seller).filter(|_| !person.is_blank());
        let first = talks.and_then(|people| people.find(person).into_iter().min().copied());
        first.map_or(created, |first| first.min(created))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::State;
    use crate::metrics::testing::World;

    const LEADS: &str = "id|seller|created|person|source|status|converted_at";

    #[test]
    fn cases_are_leads_and_deals_without_one() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Leads,
                LEADS,
                &[
                    "talked|Ada|2026-01-10|Kim Berg|LinkedIn||2026-02-01",
                    "won|Ada|2026-01-11||||",
                    "lost|Ada|2026-01-12|||Lost|",
                    "undated|Ada|2026-01-13|||Customer|",
                    "before|Ada|2026-01-14||||2026-01-01",
                    "other seller's|Bo|2026-01-15|Kim Berg|||",
                ],
            )
            .rows(
                TableId::Deals,
                "id|seller|lead_id|created|closed|status|person|source",
                &[
                    "1|Ada|won|2026-01-20|2026-03-02|Won||",
                    "2|Ada||2026-02-01|2026-02-28|Won|Lo Ek|Email",
                    "3|Ada|gone|2026-02-02|2026-02-28|Lost||",
                    "4|Ada|||2026-02-28|Won||",
                    "5|Ada||2026-02-03||Won||",
                ],
            )
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &[
                    "Ada|k|outgoing|2026-01-01|Kim Berg",
                    "Ada|k|incoming|2026-01-02|Kim Berg",
                    "Ada|l|outgoing|2026-02-05|Lo Ek",
                ],
            );
        assert_eq!(
            world.said(&TIME_TO_CONVERSION),
            [
                "2026-01-01 Ada social/LinkedIn: lasts 31 then the event",
                "2026-01-11 Ada unknown: lasts 50 then the event",
                "2026-01-12 Ada unknown: lasts 49 and open",
                "2026-01-13 Ada unknown: left out, no conversion date",
                "2026-01-14 Ada unknown: left out, ends before it starts",
                "2026-01-15 Bo unknown: lasts 46 and open",
                "2026-02-01 Ada email/Email: lasts 27 then the event",
                "2026-02-02 Ada unknown: lasts 28 and open",
                "2026-03-02 Ada unknown: left out, no creation date",
                "2026-02-03 Ada unknown: left out, no conversion date",
            ]
        );
    }

    #[test]
    fn all_open_is_not_reached_and_one_event_is_a_median() {
        let open = World::default().today("2026-06-30").rows(
            TableId::Leads,
            LEADS,
            &["a|Ada|2026-01-01||||", "b|Ada|2026-01-31||||"],
        );
        let figure = open.figure(&TIME_TO_CONVERSION, "2026-01-01", "2026-01-31");
        assert_eq!((figure.state, figure.n), (State::NotReached, 2));
        assert_eq!(figure.duration.unwrap().events, 0);
        let one = World::default().today("2026-06-30").rows(
            TableId::Leads,
            LEADS,
            &["a|Ada|2026-01-01||||2026-01-08"],
        );
        let figure = one.figure(&TIME_TO_CONVERSION, "2026-01-01", "2026-01-31");
        assert_eq!((figure.value(), figure.n), (Some(7.0), 1));
        let after = one.figure(&TIME_TO_CONVERSION, "2026-01-02", "2026-01-31");
        assert_eq!(after.state, State::Missing(crate::metrics::Missing::NothingInPeriod));
    }

    #[test]
    fn deals_alone_are_enough() {
        let world = World::default().today("2026-06-30").rows(
            TableId::Deals,
            "id|created|closed|status",
            &["1|2026-01-01|2026-01-05|Won", "2|2026-01-01|2026-01-15|Won"],
        );
        // S(4) = 1/2, so half have converted on day 4.
        assert_eq!(world.figure(&TIME_TO_CONVERSION, "2026-01-01", "2026-01-31").value(), Some(4.0));
    }
}
