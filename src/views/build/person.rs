//! All that is known of one person, in the order of time.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use crate::facts::{
    ConnectionRow, DealRow, InvitationRow, LeadRow, LinkSendRow, MeetingRow, MessageRow, Moment, PeopleTag,
    PersonId, PurchaseRow, ReferralRow, StageChangeRow, Sym, TouchRow, WarmRow, sort_list,
};
use crate::metrics::{Context, DealState, Listed, Statuses};
use crate::views::{PersonEvent, PersonEventKind as Kind, PersonView};

/// Events that are listed.
const MOST_EVENTS: usize = 400;

/// All that is known of the person of a profile address or a name.
pub fn person_view(asked: &Asked<'_>, profile: &str, name: &str) -> PersonView {
    let context = &asked.context;
    let mut known = Person::new(context, PersonId::new(profile, "", name));
    known.connections();
    known.conversations();
    let deals = known.business();
    known.on_the_way(&deals);
    let tags = known.tags();
    let Person { mut events, sellers, company, position, messages, .. } = known;
    let when = |event: &PersonEvent| (event.day, event.minute, event.kind);
    sort_list(&mut events, |a, b| when(b).cmp(&when(a)));
    let total = u32::try_from(events.len()).unwrap_or(u32::MAX);
    events.truncate(MOST_EVENTS);
    PersonView {
        frame: asked.frame.clone(),
        name: name.to_owned(),
        profile: profile.to_owned(),
        company: context.text(company).to_owned(),
        position: context.text(position).to_owned(),
        tags,
        known_tags: known_tags(context),
        sellers: sellers.into_iter().map(|seller| context.text(seller).to_owned()).collect(),
        messages,
        events,
        total,
    }
}

/// Names of all tags, and the keywords that are no tag yet.
fn known_tags(context: &Context<'_>) -> Vec<String> {
    let mut names: Vec<String> = context.facts.tags.iter().map(|tag| tag.name.clone()).collect();
    for keyword in &context.definitions.keywords {
        if !names.contains(keyword) {
            names.push(keyword.clone());
        }
    }
    names
}

/// Who is looked for, and what was found.
struct Person<'a> {
    context: &'a Context<'a>,
    /// What is known to stand for them: what was asked for, and their connections.
    ids: Vec<PersonId>,
    sellers: BTreeSet<Sym>,
    company: Sym,
    position: Sym,
    messages: (u32, u32),
    events: Vec<PersonEvent>,
}

impl<'a> Person<'a> {
    fn new(context: &'a Context<'a>, id: PersonId) -> Person<'a> {
        let (company, position) = (Sym::BLANK, Sym::BLANK);
        Person {
            context,
            ids: vec![id],
            sellers: BTreeSet::new(),
            company,
            position,
            messages: (0, 0),
            events: Vec::new(),
        }
    }

    /// The tags that list them, and by which words.
    fn tags(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for tag in self.context.facts.tags.iter() {
            for entry in &tag.people {
                let alone = PeopleTag { people: vec![entry.clone()], ..PeopleTag::default() };
                let listed = Listed::of(self.context, &alone);
                if self.ids.iter().any(|id| listed.has(id)) {
                    found.push((tag.name.clone(), entry.clone()));
                }
            }
        }
        found
    }

    fn is(&self, profile: Sym, email: Sym, name: Sym) -> bool {
        let text = |sym| self.context.text(sym);
        let other = PersonId::new(text(profile), text(email), text(name));
        let said = |id: &PersonId| self.context.facts.acquainted.said(id, &other);
        self.ids.iter().any(|id| said(id).unwrap_or_else(|| id.same_as(&other)))
    }

    fn add(&mut self, at: Option<Moment>, seller: Sym, kind: Kind, detail: &str) {
        let Some(at) = at else { return };
        let zone = self.context.zone;
        let of_day = zone.to_wall(at.utc_seconds(zone)).rem_euclid(86_400) / 60;
        let minute = if at.is_bare_date() { None } else { u16::try_from(of_day).ok() };
        if !seller.is_blank() {
            self.sellers.insert(seller);
        }
        self.events.push(PersonEvent {
            day: self.context.day(at),
            minute,
            seller: self.context.text(seller).to_owned(),
            kind,
            detail: detail.to_owned(),
        });
    }

    /// Connections, which may bring an address of theirs, and invitations.
    fn connections(&mut self) {
        let context = self.context;
        for (_, row) in context.facts.rows::<ConnectionRow>() {
            if self.is(row.profile_url, row.email, row.name) {
                self.add(row.connected_on, row.seller, Kind::Connected, "");
                self.ids.push(PersonId::new(
                    context.text(row.profile_url),
                    context.text(row.email),
                    context.text(row.name),
                ));
                (self.company, self.position) = (row.company, row.position);
            }
        }
        for (_, row) in context.facts.rows::<InvitationRow>() {
            if self.is(row.profile_url, Sym::BLANK, row.name) {
                let is_sent = context.text(row.direction) == "outgoing";
                let kind = if is_sent { Kind::InvitationSent } else { Kind::InvitationReceived };
                self.add(row.sent_at, row.seller, kind, "");
            }
        }
    }

    /// Messages between the two of them, and what was said of the conversation.
    fn conversations(&mut self) {
        let context = self.context;
        let mut fits: BTreeMap<(Sym, Sym), bool> = BTreeMap::new();
        for (_, row) in context.facts.rows::<MessageRow>() {
            let who = (row.profile_url, row.person);
            let known = fits.get(&who).copied();
            let is_theirs = known.unwrap_or_else(|| self.is(row.profile_url, Sym::BLANK, row.person));
            fits.insert(who, is_theirs);
            if !is_theirs || matches!(context.text(row.kind), "draft" | "sponsored" | "group") {
                continue;
            }
            let kind = match context.text(row.direction) {
                "outgoing" => {
                    self.messages.0 += 1;
                    Kind::MessageSent
                }
                "incoming" => {
                    self.messages.1 += 1;
                    Kind::MessageReceived
                }
                _ => continue,
            };
            self.add(row.sent_at, row.seller, kind, "");
        }
        for (_, row) in context.facts.rows::<WarmRow>() {
            if self.is(row.profile_url, Sym::BLANK, row.person) {
                let detail = [row.origin, row.channel, row.note].map(|sym| context.text(sym));
                let detail: Vec<&str> = detail.into_iter().filter(|text| !text.is_empty()).collect();
                self.add(row.warm_on, row.seller, Kind::Warm, &detail.join(" · "));
            }
        }
        for (_, row) in context.facts.rows::<LinkSendRow>() {
            if self.is(Sym::BLANK, Sym::BLANK, row.person) {
                self.add(row.sent_at, row.seller, Kind::LinkSent, context.text(row.link));
            }
        }
        for (_, row) in context.facts.rows::<MeetingRow>() {
            if self.is(Sym::BLANK, row.email, row.person) {
                self.add(row.date, row.seller, Kind::Meeting, context.text(row.status));
            }
        }
        for (_, row) in context.facts.rows::<ReferralRow>() {
            if self.is(Sym::BLANK, Sym::BLANK, row.referrer) {
                self.add(row.date, row.seller, Kind::Referral, context.text(row.referrer_type));
            }
        }
    }

    /// Leads, deals and purchases; the numbers of the leads and deals.
    fn business(&mut self) -> BTreeSet<Sym> {
        let context = self.context;
        let statuses = Statuses::new(context.definitions);
        let mut things: BTreeSet<Sym> = BTreeSet::new();
        let mut leads: BTreeSet<Sym> = BTreeSet::new();
        for (_, row) in context.facts.rows::<LeadRow>() {
            if self.is(Sym::BLANK, row.email, row.person) {
                leads.insert(row.id);
                self.add(row.created, row.seller, Kind::Lead, context.text(row.source));
                self.add(row.converted_at, row.seller, Kind::Converted, context.text(row.status));
            }
        }
        for (_, row) in context.facts.rows::<DealRow>() {
            let is_of_lead = !row.lead_id.is_blank() && leads.contains(&row.lead_id);
            if !is_of_lead && !self.is(Sym::BLANK, Sym::BLANK, row.person) {
                continue;
            }
            things.insert(row.id);
            let name = context.text(if row.name.is_blank() { row.id } else { row.name });
            self.add(row.created, row.seller, Kind::DealCreated, name);
            let closed = row.closed.filter(|at| context.day(*at) <= context.today);
            match statuses.deal(context.either(row.status_group, row.status)) {
                DealState::Won => self.add(closed, row.seller, Kind::DealWon, name),
                DealState::Lost => self.add(closed, row.seller, Kind::DealLost, name),
                DealState::Open => {}
            }
        }
        for (_, row) in context.facts.rows::<PurchaseRow>() {
            if self.is(Sym::BLANK, Sym::BLANK, row.customer) {
                self.add(row.date, Sym::BLANK, Kind::Purchase, "");
            }
        }
        things.extend(leads);
        things
    }

    /// Moves and touches of their leads and deals.
    fn on_the_way(&mut self, things: &BTreeSet<Sym>) {
        let context = self.context;
        for (_, row) in context.facts.rows::<StageChangeRow>() {
            if things.contains(&row.deal_id) {
                self.add(row.at, Sym::BLANK, Kind::Stage, context.text(row.to_stage));
            }
        }
        for (_, row) in context.facts.rows::<TouchRow>() {
            let names = [row.deal_id, row.lead_id];
            let is_known = names.iter().any(|thing| !thing.is_blank() && things.contains(thing));
            if is_known || self.is(Sym::BLANK, Sym::BLANK, row.person) {
                self.add(row.at, Sym::BLANK, Kind::Touch, context.text(row.channel));
            }
        }
    }
}
