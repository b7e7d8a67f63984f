//! Who has reached which step, and when.

use std::collections::HashMap;

use super::bought::Bought;
use super::met::Met;
use crate::facts::{ConnectionRow, Day, People, PersonId, RowRef, Sym, TableId};
use crate::metrics::conversations::{Talk, warmings};
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Context, Need};

/// A step of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A message between the two, on the day of connecting or later.
    Conversation,
    /// A conversation with them became warm.
    Warm,
    /// A meeting with them was booked or held.
    Meeting,
    /// There is a deal with them.
    Deal,
    /// They became a customer.
    Customer,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Step; 5] = [Step::Conversation, Step::Warm, Step::Meeting, Step::Deal, Step::Customer];

    /// The key of the breakdown.
    pub fn id(self) -> &'static str {
        match self {
            Step::Conversation => "conversation",
            Step::Warm => "warm",
            Step::Meeting => "meeting",
            Step::Deal => "deal",
            Step::Customer => "customer",
        }
    }

    /// The tables that tell of it; any one will do.
    pub fn tables(self) -> &'static [TableId] {
        match self {
            Step::Conversation => Need::Messages.tables(),
            Step::Warm => Need::Warm.tables(),
            Step::Meeting => Need::Meetings.tables(),
            Step::Deal | Step::Customer => Need::Deals.tables(),
        }
    }
}

/// Whether somebody has reached a step by the end of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// On this day.
    On(Day),
    /// Yes, nobody says when.
    Undated,
    /// Not by the end of the data.
    NotYet,
    /// Nobody can say.
    Unknown,
}

/// One connection and how far it has come.
#[derive(Clone, Debug)]
pub struct Journey {
    /// The connection.
    pub row: RowRef,
    /// Whose.
    pub seller: Sym,
    /// When they connected.
    pub connected: Day,
    /// Whether the person is of the chosen persona; none where none is chosen.
    pub(in crate::metrics) fit: Option<PersonaFit>,
    reached: [Reached; 5],
}

impl Journey {
    /// Whether the person has reached a step, whatever came before.
    pub fn reached(&self, step: Step) -> Reached {
        self.reached.get(step as usize).copied().unwrap_or(Reached::Unknown)
    }

    /// Whether the person is of the chosen persona, or none is chosen.
    pub fn is_of_persona(&self) -> bool {
        self.fit.is_none_or(|fit| fit == PersonaFit::Matching)
    }
}

/// All connections, and the steps that are asked.
#[derive(Clone, Debug)]
pub struct Journeys {
    /// In the order of the facts.
    pub list: Vec<Journey>,
    /// The steps: without a single meeting in any file, the one of meetings is passed over.
    pub steps: Vec<Step>,
}

impl Journeys {
    /// Follows every connection.
    pub fn new(ctx: &Context<'_>) -> Journeys {
        let talks = Talks::new(ctx);
        let (met, bought) = (Met::new(ctx), Bought::new(ctx));
        let mut list = Vec::new();
        for (row, connection) in ctx.facts.rows::<ConnectionRow>() {
            let Some(connected) = connection.connected_on.map(|on| ctx.day(on)) else { continue };
            let person = PersonId::new(
                ctx.text(connection.profile_url),
                ctx.text(connection.email),
                ctx.text(connection.name),
            );
            let seller = connection.seller;
            let fit = PersonaFit::of(ctx, connection.position, connection.company);
            let (deal, customer) = bought.first(seller, &person);
            let reached = [
                talks.since(seller, &person, connected),
                talks.warm(seller, &person),
                met.first(seller, &person),
                deal,
                customer,
            ];
            list.push(Journey { row, seller, connected, fit, reached });
        }
        let is_told = |step: &Step| *step != Step::Meeting || ctx.coverage.has_rows(Need::Meetings);
        Journeys { list, steps: Step::ALL.into_iter().filter(is_told).collect() }
    }
}

/// Conversations by seller and person.
struct Talks<'a> {
    ctx: &'a Context<'a>,
    talks: HashMap<Sym, People<Talk<'a>>>,
    warm: HashMap<Sym, People<(Day, bool)>>,
}

impl<'a> Talks<'a> {
    fn new(ctx: &'a Context<'a>) -> Talks<'a> {
        let index = || People::under(ctx.facts.acquainted.clone());
        let mut talks: HashMap<Sym, People<Talk<'a>>> = HashMap::new();
        for talk in ctx.conversations().threads() {
            let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
            talks.entry(talk.seller).or_insert_with(index).insert(person, talk);
        }
        let mut warm: HashMap<Sym, People<(Day, bool)>> = HashMap::new();
        for warming in warmings(ctx) {
            let is_by_hand = warming.row.table == TableId::WarmConversations;
            let people =
                warm.entry(warming.seller).or_insert_with(|| People::under(ctx.facts.acquainted.clone()));
            people.insert(warming.person, (warming.day, is_by_hand));
        }
        Talks { ctx, talks, warm }
    }

    /// The first message between the two from a day on; a conversation that a person says is warm is one too.
    fn since(&self, seller: Sym, person: &PersonId, from: Day) -> Reached {
        let messages = self.talks.get(&seller).map_or_else(Vec::new, |people| people.find(person));
        let said = messages.iter().flat_map(|talk| talk.messages).map(|message| message.day);
        let marked = self.warm.get(&seller).map_or_else(Vec::new, |people| people.find(person));
        let by_hand = marked.iter().filter(|(_, is_by_hand)| *is_by_hand).map(|(day, _)| *day);
        match said.chain(by_hand).filter(|day| *day >= from).min() {
            Some(day) => Reached::On(day),
            None => self.otherwise(seller, person),
        }
    }

    /// The first moment at which a conversation with a person became warm.
    fn warm(&self, seller: Sym, person: &PersonId) -> Reached {
        let found = self.warm.get(&seller).map_or_else(Vec::new, |people| people.find(person));
        found.iter().map(|(day, _)| *day).min().map_or_else(|| self.otherwise(seller, person), Reached::On)
    }

    /// What it means that nothing is found.
    fn otherwise(&self, seller: Sym, person: &PersonId) -> Reached {
        let is_known = self.ctx.facts.data_end(TableId::Messages, seller).is_some() && !person.is_blank();
        if is_known { Reached::NotYet } else { Reached::Unknown }
    }
}
