//! The team's meetings: with people whom a conversation made warm, and with customers to be, some nine weeks
//! before they sign.

use super::crm::{Crm, Outcome};
use super::draw::{Draw, Quota};
use super::people::{COMPANIES, OTHER_TITLES, PERSONA_TITLES, Person};
use super::planted::{MEETING_LEAD_DAYS, MET_AFTER_A_DAY, MET_WITHIN_A_DAY, MET_WITHIN_AN_HOUR};
use super::span::Weeks;
use super::talks::{Kind, Message, Talk};
use crate::facts::Day;

/// A row of `meetings.csv`.
pub(super) struct Meeting {
    /// Index in the team.
    pub seller: usize,
    pub on: Day,
    pub person: Person,
    pub shows_email: bool,
    pub status: &'static str,
    pub source: &'static str,
}

/// How a conversation began: when it became warm and how long the other side waited for the first answer.
pub(super) struct Warmth {
    pub on: Day,
    /// None where nobody has answered.
    pub minutes: Option<i64>,
}

/// What a conversation has become before it falls silent for the first time; none where it never warmed.
pub(super) fn warmth(talk: &Talk) -> Option<Warmth> {
    const SILENCE_MINUTES: i64 = 60 * 24 * 60;
    let (mut own, mut incoming, mut on) = (0, 0, None);
    let mut asked: Option<&Message> = None;
    let mut minutes = None;
    let mut before: Option<&Message> = None;
    for message in talk.messages.iter().filter(|message| !message.is_draft) {
        if before.is_some_and(|before| message.at.minutes_after(before.at) >= SILENCE_MINUTES) {
            break;
        }
        before = Some(message);
        if message.is_owner_s {
            own += 1;
            minutes = minutes.or_else(|| asked.map(|asked| message.at.minutes_after(asked.at)));
        } else {
            incoming += 1;
            asked = asked.or(Some(message));
        }
        if own >= 1 && incoming >= 2 && on.is_none() {
            on = Some(message.at.day());
        }
    }
    on.filter(|_| talk.kind == Kind::Person).map(|on| Warmth { on, minutes })
}

/// All meetings, in order of time.
pub(super) fn meetings(weeks: Weeks, talks: &[&[Talk]], crm: &Crm) -> Vec<Meeting> {
    let mut maker = Maker {
        draw: Draw::new(0x3ee7),
        weeks,
        rates: Default::default(),
        next_person: 8000,
        meetings: Vec::new(),
    };
    for (seller, talks) in talks.iter().enumerate() {
        for talk in *talks {
            maker.after_talk(seller, talk);
        }
    }
    let mut lost = Quota::default();
    for deal in &crm.deals {
        let on = deal.closed.plus(-MEETING_LEAD_DAYS);
        match deal.outcome {
            Outcome::Won => {
                maker.meet(deal.seller, on, 2, deal.person, deal.source);
                let colleague = maker.colleague(deal.person);
                maker.meet(deal.seller, on, 3, colleague, deal.source);
            }
            Outcome::Lost if lost.percent(40) => {
                maker.meet(deal.seller, on, 25, deal.person, deal.source);
            }
            _ => {}
        }
    }
    maker.meetings.sort_by_key(|meeting| meeting.on);
    maker.meetings
}

struct Maker {
    draw: Draw,
    weeks: Weeks,
    /// Answered within an hour, a day, later or never.
    rates: [Quota; 3],
    next_person: i64,
    meetings: Vec<Meeting>,
}

impl Maker {
    fn after_talk(&mut self, seller: usize, talk: &Talk) {
        let (Some(warmth), Some(person)) = (warmth(talk), talk.others.first()) else { return };
        let [hour, day, later] = &mut self.rates;
        let is_met = match warmth.minutes {
            Some(minutes) if minutes <= 60 => hour.percent(MET_WITHIN_AN_HOUR),
            Some(minutes) if minutes <= 24 * 60 => day.percent(MET_WITHIN_A_DAY),
            _ => later.percent(MET_AFTER_A_DAY),
        };
        if is_met {
            self.meet(seller, warmth.on.plus(16), 12, *person, "LinkedIn");
        }
    }

    /// A meeting up to `spread` days from a day, moved to the working week; none outside the sample.
    fn meet(&mut self, seller: usize, about: Day, spread: i64, person: Person, source: &'static str) {
        let moved = i32::try_from(self.draw.between(-spread, spread)).unwrap_or(0);
        let day = about.plus(moved);
        let on = if day.weekday() < 6 { day } else { day.plus(-2) };
        let status = self.draw.weighted(&[("held", 87), ("no-show", 7), ("cancelled", 6)]);
        let shows_email = self.draw.percent(60);
        if self.weeks.first() <= on && on <= self.weeks.last() {
            self.meetings.push(Meeting { seller, on, person, shows_email, status, source });
        }
    }

    fn colleague(&mut self, person: Person) -> Person {
        self.next_person += 1;
        let titles: &[&str] = if self.draw.percent(50) { &PERSONA_TITLES } else { &OTHER_TITLES };
        let company = if person.company.is_empty() { self.draw.one_of(&COMPANIES) } else { person.company };
        Person::new(self.next_person, company, self.draw.one_of(titles))
    }
}
