//! What was done, and with which deal it belongs.
//!
//! Touches, messages of two, meetings and links sent. One that names a deal belongs to it; any other belongs to the deal
//! of its lead, else of its contact, else of its company: of several the one that ended first on that day or later,
//! and an open one last. Nothing belongs to a deal that began more than a year later.

use std::collections::HashMap;

use crate::facts::{
    Day, DealRow, LeadRow, LinkSendRow, MeetingRow, People, PersonId, Sym, TouchRow, fold_name,
};
use crate::metrics::deals::Ending;
use crate::metrics::source_group::group;
use crate::metrics::{Context, meetings};

/// Days before a deal's creation in which what is done still belongs to it.
const LOOK_BACK: i32 = 365;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActivityKind {
    /// A touch on a channel as exported.
    Channel(Sym),
    /// The seller wrote.
    MessageSent,
    /// The other side wrote.
    MessageReceived,
    /// A meeting.
    Meeting,
    /// A link was sent.
    LinkSent,
}

impl ActivityKind {
    /// Whether it happened in a social network; none where nobody can say.
    pub(super) fn is_social(self, ctx: &Context<'_>) -> Option<bool> {
        match self {
            ActivityKind::Channel(channel) => {
                let group = group(ctx.text(channel));
                group.is_known().then(|| group.is_social())
            }
            ActivityKind::MessageSent | ActivityKind::MessageReceived => Some(true),
            ActivityKind::Meeting => Some(false),
            ActivityKind::LinkSent => None,
        }
    }
}

/// One thing done with a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Activity {
    /// Place of the deal among the cases.
    pub deal: usize,
    /// Seconds since 1970 UTC.
    pub at: i64,
    pub day: Day,
    pub kind: ActivityKind,
}

/// All that was done with deals: by deal, oldest first.
#[derive(Debug, Default)]
pub(in crate::metrics) struct Activities {
    pub(super) list: Vec<Activity>,
}

/// Deals by what activities can name them by.
struct Index {
    by_id: HashMap<Sym, usize>,
    by_lead: HashMap<Sym, Vec<usize>>,
    by_person: People<usize>,
    by_company: HashMap<String, Vec<usize>>,
    /// First day on which an activity can belong to a deal, and the last one.
    spans: Vec<(Day, Day)>,
}

impl Index {
    fn new(ctx: &Context<'_>) -> Index {
        let leads: HashMap<Sym, LeadRow> =
            ctx.facts.rows::<LeadRow>().map(|(_, lead)| (lead.id, lead)).collect();
        let mut index = Index {
            by_id: HashMap::new(),
            by_lead: HashMap::new(),
            by_person: People::under(ctx.facts.acquainted.clone()),
            by_company: HashMap::new(),
            spans: Vec::new(),
        };
        for (at, (case, (_, deal))) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()).enumerate() {
            let until = match case.ending {
                Ending::Closed { on, .. } => on,
                _ => Day(i32::MAX),
            };
            let from = case.created.map_or(Day(i32::MIN), |created| created.plus(-LOOK_BACK));
            index.spans.push((from, until));
            let lead = leads.get(&case.lead_id).filter(|_| !case.lead_id.is_blank());
            index.by_id.insert(deal.id, at);
            if !case.lead_id.is_blank() {
                index.by_lead.entry(case.lead_id).or_default().push(at);
            }
            let person = contact(ctx, &deal, lead);
            if !person.is_blank() {
                index.by_person.insert(person, at);
            }
            let company = fold_name(ctx.either(deal.company, lead.map_or(Sym::BLANK, |lead| lead.company)));
            if !company.is_empty() {
                index.by_company.entry(company).or_default().push(at);
            }
        }
        index
    }

    /// The deal that what was done on a day belongs to.
    fn at(&self, deals: &[usize], day: Day) -> Option<usize> {
        let spans = deals.iter().filter_map(|deal| Some((self.spans.get(*deal)?, *deal)));
        spans
            .filter(|((from, until), _)| *from <= day && day <= *until)
            .map(|((_, until), deal)| (*until, deal))
            .min()
            .map(|(_, deal)| deal)
    }

    fn of_person(&self, person: &PersonId) -> Vec<usize> {
        self.by_person.find(person).into_iter().copied().collect()
    }

    fn of_company(&self, company: &str) -> &[usize] {
        self.by_company.get(&fold_name(company)).map_or(&[], Vec::as_slice)
    }

    /// The deals that a touch may belong to.
    fn of_touch(&self, ctx: &Context<'_>, touch: &TouchRow) -> Vec<usize> {
        if !touch.deal_id.is_blank() {
            return self.by_id.get(&touch.deal_id).copied().into_iter().collect();
        }
        if !touch.lead_id.is_blank()
            && let Some(deals) = self.by_lead.get(&touch.lead_id)
        {
            return deals.clone();
        }
        let of_person = self.of_person(&PersonId::new("", "", ctx.text(touch.person)));
        if of_person.is_empty() { self.of_company(ctx.text(touch.company)).to_vec() } else { of_person }
    }
}

/// The contact of a deal, with the address that its lead knows.
pub(super) fn contact(ctx: &Context<'_>, deal: &DealRow, lead: Option<&LeadRow>) -> PersonId {
    let name = ctx.either(deal.person, lead.map_or(Sym::BLANK, |lead| lead.person));
    let email = lead.filter(|lead| fold_name(ctx.text(lead.person)) == fold_name(name));
    PersonId::new("", email.map_or("", |lead| ctx.text(lead.email)), name)
}

impl Activities {
    fn new(ctx: &Context<'_>) -> Activities {
        let index = Index::new(ctx);
        let mut list = Vec::new();
        let mut add = |deals: &[usize], at: i64, day: Day, kind: ActivityKind| {
            list.extend(index.at(deals, day).map(|deal| Activity { deal, at, day, kind }));
        };
        for (_, touch) in ctx.facts.rows::<TouchRow>() {
            let Some(moment) = touch.at else { continue };
            let deals = index.of_touch(ctx, &touch);
            let kind = ActivityKind::Channel(touch.channel);
            add(&deals, moment.utc_seconds(ctx.zone), ctx.day(moment), kind);
        }
        for (_, meeting) in ctx.facts.rows::<MeetingRow>() {
            let Some(moment) = meeting.date else { continue };
            let day = ctx.day(moment);
            if !meetings::took_place(ctx, &meeting, day) {
                continue;
            }
            let person = PersonId::new("", ctx.text(meeting.email), ctx.text(meeting.person));
            let of_person = index.of_person(&person);
            let deals =
                if of_person.is_empty() { index.of_company(ctx.text(meeting.company)) } else { &of_person };
            add(deals, moment.utc_seconds(ctx.zone), day, ActivityKind::Meeting);
        }
        for (_, sent) in ctx.facts.rows::<LinkSendRow>() {
            let Some(moment) = sent.sent_at else { continue };
            let deals = index.of_person(&PersonId::new("", "", ctx.text(sent.person)));
            add(&deals, moment.utc_seconds(ctx.zone), ctx.day(moment), ActivityKind::LinkSent);
        }
        for talk in ctx.conversations().threads() {
            let deals = index.of_person(&PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1)));
            for message in talk.messages.iter().filter(|_| !deals.is_empty()) {
                let kind =
                    if message.outgoing { ActivityKind::MessageSent } else { ActivityKind::MessageReceived };
                add(&deals, message.at, message.day, kind);
            }
        }
        list.sort_unstable();
        Activities { list }
    }

    /// What was done with a deal, oldest first.
    pub(super) fn of(&self, deal: usize) -> &[Activity] {
        let start = self.list.partition_point(|activity| activity.deal < deal);
        let rest = self.list.get(start..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|activity| activity.deal == deal)).unwrap_or(&[])
    }

    /// All kinds of things done with any deal.
    pub(super) fn kinds(&self) -> Vec<ActivityKind> {
        let mut kinds: Vec<ActivityKind> = self.list.iter().map(|activity| activity.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

impl Context<'_> {
    /// What was done with deals, found once.
    pub(super) fn activities(&self) -> &Activities {
        self.derived.activities.get_or_init(|| Activities::new(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::{World, day};

    #[test]
    fn what_was_done_belongs_to_the_deal_it_names_or_the_next_one_of_the_person() {
        let world = World::default()
            .today("2026-06-30")
            .rows(TableId::Leads, "id|created|person|email", &["l|2026-01-01|Kim Berg|kim@granit.example"])
            .rows(
                TableId::Deals,
                "id|lead_id|created|closed|status|person|company",
                &[
                    "a|l|2026-01-05|2026-02-01|Won|Kim Berg|Granit AB",
                    "b||2026-03-01||Open|Kim Berg|Granit AB",
                    "c||2026-01-05|2026-01-20|Lost|Li Sten|Granit AB",
                ],
            )
            .rows(
                TableId::Touches,
                "at|channel|deal_id|lead_id|person|company",
                &[
                    "2026-01-10|Email|b|||",
                    "2026-01-11|LinkedIn||l||",
                    "2026-02-02|LinkedIn|||kim  BERG|",
                    "2026-01-12|Fair||||granit ab",
                    "2026-01-13|Fair||||Nobody",
                    "2024-01-01|Email|||Li Sten|",
                ],
            )
            .rows(
                TableId::Meetings,
                "date|person|email|status",
                &["2026-01-15||kim@granit.example|held", "2026-01-16|Kim Berg||cancelled"],
            )
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &["Ada|c|outgoing|2026-03-02 09:00Z|Kim Berg", "Ada|c|incoming|2026-01-19 09:00Z|Li Sten"],
            );
        let ctx = world.context();
        let said: Vec<(usize, Day, bool)> = (ctx.activities().list.iter())
            .map(|activity| (activity.deal, activity.day, activity.kind == ActivityKind::Meeting))
            .collect();
        // The company's touch of 12 January belongs to the deal that ended first, the lost one. Messages of a
        // conversation with two names are a group's and belong to none.
        assert_eq!(
            said,
            [
                (0, day("2026-01-11"), false),
                (0, day("2026-01-15"), true),
                (1, day("2026-01-10"), false),
                (1, day("2026-02-02"), false),
                (2, day("2026-01-12"), false),
            ]
        );
    }
}
