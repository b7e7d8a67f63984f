//! A seller's network: invitations of 78 weeks and the connections they led to.

use super::clock::Wall;
use super::draw::{Draw, Quota};
use super::people::{COMPANIES, OTHER_TITLES, PERSONA_TITLES, Person};
use super::span::{WEEKS, Weeks};
use super::team::Plan;
use crate::facts::Day;

/// A row of Connections.csv.
pub(super) struct Connection {
    pub person: Person,
    pub on: Day,
    /// The account is gone: the export shows nothing but the date.
    pub is_closed: bool,
    pub shows_email: bool,
}

/// A row of Invitations.csv.
pub(super) struct Invitation {
    pub person: Person,
    pub is_outgoing: bool,
    pub sent: Wall,
    /// Blank for none.
    pub note: &'static str,
}

/// Who knows whom, oldest first.
pub(super) struct Network {
    pub connections: Vec<Connection>,
    /// Of all weeks; the export shows the recent ones only.
    pub invitations: Vec<Invitation>,
    /// The next number no person has yet.
    pub next_person: i64,
}

/// Builds a seller's network.
pub(super) fn network(plan: &Plan, weeks: Weeks) -> Network {
    let mut maker = Maker {
        draw: Draw::new(plan.seed),
        persona: Quota::default(),
        network: Network { connections: Vec::new(), invitations: Vec::new(), next_person: plan.first_person },
    };
    maker.earlier(plan, weeks);
    maker.invite(plan, weeks);
    maker.network.connections.sort_by_key(|connection| connection.on);
    maker.network
}

struct Maker {
    draw: Draw,
    persona: Quota,
    network: Network,
}

impl Maker {
    fn earlier(&mut self, plan: &Plan, weeks: Weeks) {
        let [first, _] = plan.persona;
        for _ in 0..plan.earlier_connections {
            let person = self.person(first);
            let days = i32::try_from(self.draw.between(1, 6 * 365)).unwrap_or(1);
            self.connect(person, weeks.first().plus(-days));
        }
    }

    fn invite(&mut self, plan: &Plan, weeks: Weeks) {
        let (mut notes, mut noted, mut bare) = (Quota::default(), Quota::default(), Quota::default());
        let mut received = Quota::default();
        for week in 0..WEEKS {
            let persona = weeks.between(week, plan.persona);
            for _ in 0..plan.invitations_sent {
                let person = self.person(persona);
                let has_note = notes.percent(plan.with_note);
                let is_accepted = if has_note {
                    noted.percent(plan.accepted_with_note)
                } else {
                    bare.percent(plan.accepted_without_note)
                };
                let note = if has_note { self.draw.one_of(&NOTES) } else { "" };
                self.send(weeks, week, person, true, note, is_accepted);
            }
            for _ in 0..received.take(plan.invitations_received, 10) {
                let person = self.person(persona);
                let note =
                    if self.draw.percent(10) { "Nice talk the other day, let us keep in touch." } else { "" };
                let is_accepted = self.draw.percent(85);
                self.send(weeks, week, person, false, note, is_accepted);
            }
        }
        self.network.invitations.sort_by_key(|invitation| invitation.sent);
    }

    fn send(
        &mut self,
        weeks: Weeks,
        week: i32,
        person: Person,
        is_outgoing: bool,
        note: &'static str,
        is_accepted: bool,
    ) {
        let day = weeks.working_day(week, &mut self.draw);
        let sent = Wall::at(day, self.draw.between(8 * 60, 18 * 60), self.draw.between(0, 59));
        self.network.invitations.push(Invitation { person, is_outgoing, sent, note });
        let days = self.draw.one_of(&[0, 0, 1, 1, 2, 3, 4, 6, 9, 12]);
        if is_accepted && day.plus(days) <= weeks.last() {
            self.connect(person, day.plus(days));
        }
    }

    fn connect(&mut self, person: Person, on: Day) {
        let (is_closed, shows_email) = (self.draw.percent(2), self.draw.percent(2));
        self.network.connections.push(Connection { person, on, is_closed, shows_email });
    }

    fn person(&mut self, persona_percent: i64) -> Person {
        let position = if self.draw.percent(5) {
            ""
        } else if self.persona.percent(persona_percent) {
            self.draw.one_of(&PERSONA_TITLES)
        } else {
            self.draw.one_of(&OTHER_TITLES)
        };
        let number = self.network.next_person;
        self.network.next_person += 1;
        Person::new(number, self.draw.one_of(&COMPANIES), position)
    }
}

const NOTES: [&str; 4] = [
    "We both know the bakery line at Porridge Bridge; I would like to stay in touch.",
    "Your post on first-pass yield made me think. May I follow along?",
    "We met at the coffee machine of the plant tour, good to find you here.",
    "I collect stories about scrap rates, yours sounded like a good one.",
];
