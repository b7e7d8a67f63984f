//! What touched leads and deals on their way, and the score that the touches add up to.

use super::crm::{Crm, Deal, Lead, Outcome, is_social};
use super::draw::{Draw, Quota};
use super::people::Person;
use super::planted::{FIRST_TOUCH_SOCIAL, HARD_SELL_OF_LOST, LAST_TOUCH_SOCIAL, POINTS, WEBINAR_PERCENT};
use super::span::{WEEKS, Weeks};
use crate::facts::Day;

/// A row of `touches.csv`.
pub(super) struct Touch {
    pub on: Day,
    pub channel: &'static str,
    pub kind: &'static str,
    /// Blank where the touch names none.
    pub lead_id: String,
    pub deal_id: String,
    /// Of a customer's touch, which names neither.
    pub person: Option<Person>,
}

/// The touches of leads and deals, in order of time. Leads take the score that their own add up to.
pub(super) fn touches(weeks: Weeks, crm: &mut Crm) -> Vec<Touch> {
    let mut maker = Maker {
        draw: Draw::new(0x70c4),
        weeks,
        first_social: Default::default(),
        last_social: Quota::default(),
        hard: Quota::default(),
        nurtured: Quota::default(),
        touches: Vec::new(),
    };
    let Crm { leads, deals } = crm;
    for lead in leads.iter_mut() {
        let first = maker.touches.len();
        let deal = deals.iter().find(|deal| deal.lead_id == lead.id);
        maker.way(lead.created, lead.source, |touch| touch.lead_id.clone_from(&lead.id), deal);
        if deal.is_none() {
            maker.nurture(lead);
        }
        lead.score = score(lead, maker.touches.get(first..).unwrap_or(&[]));
    }
    for deal in deals.iter().filter(|deal| deal.lead_id.is_empty()) {
        maker.way(deal.created, deal.source, |touch| touch.deal_id.clone_from(&deal.id), Some(deal));
    }
    maker.touches.sort_by_key(|touch| touch.on);
    maker.touches
}

/// Points of a lead: of its source, its conversion point, and the kinds of its touches.
fn score(lead: &Lead, touches: &[Touch]) -> i64 {
    let points = POINTS.iter().map(|rule| {
        let fits = |text: &str| text.contains(rule.word);
        let times = match rule.field {
            "source" => usize::from(fits(lead.source)),
            "conversion_point" => usize::from(fits(lead.conversion_point)),
            _ => touches.iter().filter(|touch| fits(touch.kind)).count(),
        };
        rule.points * i64::try_from(times).unwrap_or(0).min(rule.most)
    });
    points.sum::<i64>().clamp(0, 100)
}

struct Maker {
    draw: Draw,
    weeks: Weeks,
    /// Of social sources, of others.
    first_social: [Quota; 2],
    last_social: Quota,
    hard: Quota,
    nurtured: Quota,
    touches: Vec<Touch>,
}

impl Maker {
    /// The first touch, and with a deal those on its way up to the last one before it closes.
    fn way(&mut self, created: Day, source: &str, name: impl Fn(&mut Touch), deal: Option<&Deal>) {
        let start = self.touches.len();
        let [of_social, of_others] = &mut self.first_social;
        let [social_percent, other_percent] = FIRST_TOUCH_SOCIAL;
        let is_social_first = if is_social(source) {
            of_social.percent(social_percent)
        } else {
            of_others.percent(other_percent)
        };
        let (channel, kind) = if is_social_first { ("LinkedIn", "message") } else { first_of(source) };
        let first = created.plus(-self.days(0, 12)).max(self.weeks.first());
        self.touch(first, channel, kind);
        if let Some(deal) = deal {
            let until = deal.closed.min(self.weeks.last());
            let is_decided = deal.outcome != Outcome::Open;
            for _ in 0..self.draw.between(2, 4) {
                let on = first.plus(self.days(1, i64::from(until.0 - first.0).max(6) - 5));
                let (channel, kind) = self.draw.weighted(&ON_THE_WAY);
                self.touch(on, channel, kind);
            }
            if is_decided {
                let (channel, kind) = if self.last_social.percent(LAST_TOUCH_SOCIAL) {
                    ("LinkedIn", "message")
                } else {
                    self.draw.weighted(&LAST)
                };
                let on = until.plus(-self.days(1, 4)).max(first);
                self.touch(on, channel, kind);
            }
        }
        for touch in self.touches.iter_mut().skip(start) {
            name(touch);
        }
    }

    /// Touches of a lead without a deal: now and then, and for a lost one often a call or an offer too many.
    fn nurture(&mut self, lead: &Lead) {
        let start = self.touches.len();
        let week = (lead.created.0 - self.weeks.first().0) / 7;
        let webinar = self.weeks.between(week.clamp(0, WEEKS - 1), WEBINAR_PERCENT);
        let is_lost = lead.status == "Lost";
        let goes_on = lead.status == "Nurturing" && self.nurtured.percent(55);
        let count = if goes_on { 18 } else { self.draw.between(0, 6) };
        let mut on = lead.created;
        for _ in 0..count {
            on = on.plus(self.days(12, 34));
            let (channel, kind) = if self.draw.percent(webinar) {
                ("Webinar", "webinar")
            } else if goes_on && self.draw.percent(70) {
                ("Newsletter", "content")
            } else {
                self.draw.weighted(&NURTURING)
            };
            self.touch(on, channel, kind);
        }
        if is_lost && self.hard.percent(HARD_SELL_OF_LOST)
            || lead.status == "Nurturing" && self.draw.percent(10)
        {
            let (channel, kind) = self.draw.one_of(&[("Phone", "sales call"), ("Email", "offer")]);
            let on = on.plus(self.days(5, 20));
            self.touch(on, channel, kind);
        }
        for touch in self.touches.iter_mut().skip(start) {
            touch.lead_id.clone_from(&lead.id);
        }
    }

    fn touch(&mut self, on: Day, channel: &'static str, kind: &'static str) {
        if on <= self.weeks.last() {
            let (lead_id, deal_id) = Default::default();
            self.touches.push(Touch { on, channel, kind, lead_id, deal_id, person: None });
        }
    }

    fn days(&mut self, low: i64, high: i64) -> i32 {
        i32::try_from(self.draw.between(low, high)).unwrap_or(0)
    }
}

/// How somebody of a source that is not social first came by.
fn first_of(source: &str) -> (&'static str, &'static str) {
    match source {
        "Referral" => ("Referral", "introduction"),
        "Trade show" => ("Trade show", "talk at the stand"),
        "Cold call" => ("Phone", "first call"),
        "Newsletter" => ("Newsletter", "content"),
        _ => ("Google", "visit"),
    }
}

/// Channel and kind, with weights.
type Weighted<const N: usize> = [((&'static str, &'static str), i64); N];

const ON_THE_WAY: Weighted<6> = [
    (("Newsletter", "content"), 24),
    (("LinkedIn", "message"), 22),
    (("Google", "visit"), 20),
    (("Webinar", "webinar"), 18),
    (("Email", "content"), 10),
    (("Phone", "first call"), 6),
];

const LAST: Weighted<3> =
    [(("Phone", "sales call"), 45), (("Email", "offer"), 40), (("Trade show", "talk at the stand"), 15)];

const NURTURING: Weighted<4> = [
    (("Newsletter", "content"), 46),
    (("LinkedIn", "message"), 26),
    (("Google", "visit"), 22),
    (("Email", "content"), 6),
];
