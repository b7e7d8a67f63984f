//! The team's CRM: leads of 78 weeks and the deals some of them became.

use super::draw::{Draw, Quota};
use super::people::{COMPANIES, OTHER_TITLES, PERSONA_TITLES, Person};
use super::planted::{OTHER_CYCLE_DAYS, OTHER_WON, SOCIAL_CYCLE_DAYS, SOCIAL_SOURCES, SOCIAL_WON};
use super::span::{WEEKS, Weeks};
use super::talks::{Kind, Talk};
use super::team::TEAM;
use crate::facts::Day;

/// What became of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Won,
    Lost,
    Open,
}

/// A row of `crm-leads.csv`.
pub(super) struct Lead {
    pub id: String,
    pub created: Day,
    /// Index in the team.
    pub seller: usize,
    pub source: &'static str,
    pub conversion_point: &'static str,
    /// What its touches add up to.
    pub score: i64,
    pub status: &'static str,
    pub converted: Option<Day>,
    pub person: Person,
    pub shows_email: bool,
}

/// A row of `crm-deals.csv`.
pub(super) struct Deal {
    pub id: String,
    pub seller: usize,
    pub person: Person,
    /// Blank for a deal without a lead.
    pub lead_id: String,
    pub created: Day,
    /// Of an open deal the expected day.
    pub closed: Day,
    pub outcome: Outcome,
    pub stage: &'static str,
    pub product: &'static str,
    /// Whole euros.
    pub amount: i64,
    pub source: &'static str,
}

/// Leads and deals, oldest lead first.
pub(super) struct Crm {
    pub leads: Vec<Lead>,
    pub deals: Vec<Deal>,
}

/// Fills the CRM; leads from social sources are people a seller has talked with before.
pub(super) fn crm(weeks: Weeks, talks: &[&[Talk]]) -> Crm {
    let mut maker = Maker {
        draw: Draw::new(0xc4),
        weeks,
        crm: Crm { leads: Vec::new(), deals: Vec::new() },
        talked: talks.iter().map(|talks| talked_with(talks)).collect(),
        to_deals: TEAM.iter().map(|_| Quota::default()).collect(),
        won: Default::default(),
        spread: Default::default(),
        next_person: 4000,
    };
    let mut leads = Quota::default();
    for week in 0..WEEKS {
        for _ in 0..leads.take(52, 10) {
            maker.lead(week);
        }
        if week % 7 == 3 {
            maker.deal_without_lead(week);
        }
    }
    maker.crm.leads.sort_by(|a, b| (a.created, &a.id).cmp(&(b.created, &b.id)));
    maker.crm
}

/// Whom a seller has talked with, both sides having written, and since when.
fn talked_with(talks: &[Talk]) -> Vec<(Person, Day)> {
    let answered = talks.iter().filter(|talk| talk.kind == Kind::Person && talk.messages.len() > 2);
    answered
        .filter_map(|talk| Some((talk.others.first().copied()?, talk.messages.first()?.at.day())))
        .collect()
}

struct Maker {
    draw: Draw,
    weeks: Weeks,
    crm: Crm,
    talked: Vec<Vec<(Person, Day)>>,
    to_deals: Vec<Quota>,
    /// Social sources, others.
    won: [Quota; 2],
    /// How many deals have taken a duration: social ones won and lost, others won and lost.
    spread: [usize; 4],
    next_person: i64,
}

impl Maker {
    fn lead(&mut self, week: i32) {
        let sellers: Vec<(usize, i64)> =
            TEAM.iter().enumerate().map(|(index, plan)| (index, plan.lead_weight)).collect();
        let seller = self.draw.weighted(&sellers);
        let source = self.draw.weighted(&SOURCES);
        let created = self.weeks.working_day(week, &mut self.draw);
        let person = self.contact(seller, source, created);
        let id = format!("L-{}", 1001 + self.crm.leads.len());
        let becomes_deal = TEAM
            .get(seller)
            .zip(self.to_deals.get_mut(seller))
            .is_some_and(|(plan, quota)| quota.percent(plan.leads_to_deals));
        let deal_day = created.plus(self.days(2, 24));
        let (mut status, mut converted) = (self.status_without_deal(created), None);
        if becomes_deal && deal_day <= self.weeks.last() {
            let (outcome, closed) = self.deal(seller, person, &id, deal_day, source);
            (status, converted) = match outcome {
                Outcome::Won => ("Customer", Some(closed)),
                Outcome::Lost => ("Lost", None),
                Outcome::Open => ("Qualified", None),
            };
        }
        let conversion_point =
            self.draw.weighted(if is_social(source) { &SOCIAL_POINTS } else { &OTHER_POINTS });
        let shows_email = self.draw.percent(70);
        let lead = Lead {
            id,
            created,
            seller,
            source,
            conversion_point,
            score: 0,
            status,
            converted,
            person,
            shows_email,
        };
        self.crm.leads.push(lead);
    }

    fn deal_without_lead(&mut self, week: i32) {
        let created = self.weeks.working_day(week, &mut self.draw);
        let seller = self.draw.one_of(&[0, 1]);
        let source = self.draw.one_of(&["Referral", "Trade show", "LinkedIn"]);
        let person = self.contact(seller, source, created);
        self.deal(seller, person, "", created, source);
    }

    fn deal(
        &mut self,
        seller: usize,
        person: Person,
        lead: &str,
        created: Day,
        source: &'static str,
    ) -> (Outcome, Day) {
        let is_social = is_social(source);
        let (median, percent) =
            if is_social { (SOCIAL_CYCLE_DAYS, SOCIAL_WON) } else { (OTHER_CYCLE_DAYS, OTHER_WON) };
        let [social, other] = &mut self.won;
        let is_won = if is_social { social } else { other }.percent(percent);
        let days = median * self.next_spread(is_social, is_won) / 100 + self.draw.between(-2, 2);
        let closed = created.plus(i32::try_from(days).unwrap_or(0));
        let (outcome, closed) = if closed <= self.weeks.last() {
            (if is_won { Outcome::Won } else { Outcome::Lost }, closed)
        } else if self.draw.percent(12) {
            // A few were expected by now and nobody has moved the date.
            (Outcome::Open, self.weeks.last().plus(-self.days(1, 9)).max(created))
        } else {
            (Outcome::Open, closed)
        };
        let stage = match outcome {
            Outcome::Won => "Won",
            Outcome::Lost => "Lost",
            Outcome::Open => self.draw.one_of(&["Qualification", "Proposal", "Negotiation"]),
        };
        let (product, thousands) = self.draw.one_of(&PRODUCTS);
        let amount = thousands * 1000 * self.draw.between(70, 150) / 100;
        let id = format!("D-{}", 2001 + self.crm.deals.len());
        let lead_id = lead.to_owned();
        self.crm.deals.push(Deal {
            id,
            seller,
            person,
            lead_id,
            created,
            closed,
            outcome,
            stage,
            product,
            amount,
            source,
        });
        (outcome, closed)
    }

    /// A duration in per cent of the median, each in its turn: drawn ones would blur the medians.
    fn next_spread(&mut self, is_social: bool, is_won: bool) -> i64 {
        const SPREAD: [i64; 12] = [97, 52, 128, 76, 240, 103, 38, 114, 88, 175, 65, 147];
        let group = usize::from(!is_social) * 2 + usize::from(!is_won);
        let Some(turn) = self.spread.get_mut(group) else { return 100 };
        *turn += 1;
        SPREAD.get(*turn % SPREAD.len()).copied().unwrap_or(100)
    }

    /// For a social source somebody the seller talked with in the weeks before, once each.
    fn contact(&mut self, seller: usize, source: &str, created: Day) -> Person {
        if is_social(source)
            && let Some(talked) = self.talked.get_mut(seller)
            && let Some(index) =
                talked.iter().position(|(_, since)| (created.plus(-45)..=created.plus(-3)).contains(since))
        {
            return talked.remove(index).0;
        }
        self.next_person += 1;
        let titles: &[&str] = if self.draw.percent(45) { &PERSONA_TITLES } else { &OTHER_TITLES };
        Person::new(self.next_person, self.draw.one_of(&COMPANIES), self.draw.one_of(titles))
    }

    fn status_without_deal(&mut self, created: Day) -> &'static str {
        if created.plus(21) > self.weeks.last() {
            self.draw.one_of(&["New", "Working"])
        } else {
            self.draw.weighted(&[("Lost", 45), ("Nurturing", 40), ("Working", 15)])
        }
    }

    fn days(&mut self, low: i64, high: i64) -> i32 {
        i32::try_from(self.draw.between(low, high)).unwrap_or(0)
    }
}

/// Whether a source of the sample is a social one.
pub(super) fn is_social(source: &str) -> bool {
    SOCIAL_SOURCES.contains(&source)
}

/// Sources as typed by the team, with weights; a few leads have none.
pub(super) const SOURCES: [(&str, i64); 9] = [
    ("LinkedIn", 29),
    ("Sales Navigator", 8),
    ("Social media", 4),
    ("Referral", 15),
    ("Trade show", 14),
    ("Cold call", 13),
    ("Website", 11),
    ("Newsletter", 4),
    ("", 2),
];

const SOCIAL_POINTS: [(&str, i64); 3] = [("Message", 70), ("Demo request", 18), ("Download", 12)];
const OTHER_POINTS: [(&str, i64); 4] = [("Call", 40), ("Meeting", 25), ("Demo request", 20), ("Form", 15)];

/// What is sold, with its usual price in thousands of euros.
const PRODUCTS: [(&str, i64); 5] = [
    ("Seal inspection, one line", 18),
    ("Label camera", 9),
    ("Quality software, yearly", 14),
    ("Inspection line", 46),
    ("Retrofit and training", 6),
];
