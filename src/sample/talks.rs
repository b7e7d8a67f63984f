//! A seller's conversations over 78 weeks.

use super::clock::Wall;
use super::draw::{Draw, Quota};
use super::network::Network;
use super::pace;
use super::people::{COMPANIES, OTHER_TITLES, Person};
use super::span::{WEEKS, Weeks};
use super::team::Plan;
use super::wording;

/// One message.
pub(super) struct Message {
    pub at: Wall,
    pub is_owner_s: bool,
    /// Which of those who are not the owner wrote it.
    pub writer: usize,
    pub text: &'static str,
    pub is_draft: bool,
}

/// What kind of conversation it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// With one person.
    Person,
    /// With one person whose account is gone: neither name nor address.
    Gone,
    /// With two others.
    Group,
    /// An advertisement.
    Sponsored,
}

/// One conversation, messages in order of time.
pub(super) struct Talk {
    pub id: String,
    pub kind: Kind,
    pub others: Vec<Person>,
    pub messages: Vec<Message>,
}

/// A seller's conversations.
pub(super) fn talks(plan: &Plan, weeks: Weeks, network: &Network) -> Vec<Talk> {
    let mut maker = Maker {
        draw: Draw::new(plan.seed ^ 0x7a1c),
        end: Wall::at(weeks.last(), 20 * 60, 0),
        stranger: plan.first_person + 900,
        fresh: network
            .connections
            .iter()
            .filter(|known| !known.is_closed)
            .map(|known| (known.person, known.on))
            .collect(),
        talks: Vec::new(),
    };
    let (mut started, mut received) = (Quota::default(), Quota::default());
    for week in 0..WEEKS {
        for _ in 0..started.take(plan.talks_started, 10) {
            let at = pace::at_work(weeks.working_day(week, &mut maker.draw), 8 * 60, &mut maker.draw);
            maker.begin(at, true);
        }
        for _ in 0..received.take(plan.talks_received, 10) {
            let at = pace::other_s_time(weeks.working_day(week, &mut maker.draw), &mut maker.draw);
            maker.begin(at, false);
        }
    }
    maker.odd_ones(weeks);
    maker.talks
}

struct Maker {
    draw: Draw,
    /// Nothing is written after the export.
    end: Wall,
    stranger: i64,
    /// Connections that have not been talked with, and since when they are connections.
    fresh: Vec<(Person, crate::facts::Day)>,
    talks: Vec<Talk>,
}

impl Maker {
    /// Begins a conversation, or takes one up again that has been silent for more than 60 days.
    fn begin(&mut self, at: Wall, by_owner: bool) {
        if self.draw.percent(25) {
            let silent = self.silent_before(at);
            if !silent.is_empty() {
                let index = self.draw.one_of(&silent);
                // Taken out while it goes on; the order of conversations means nothing.
                let mut talk = self.talks.swap_remove(index);
                self.run(&mut talk, at, by_owner);
                self.talks.push(talk);
                return;
            }
        }
        let is_stranger = !by_owner && self.draw.percent(30);
        let known: Vec<usize> = self
            .fresh
            .iter()
            .enumerate()
            .filter(|(_, (_, on))| !is_stranger && *on < at.day())
            .map(|(index, _)| index)
            .collect();
        let person = if known.is_empty() {
            self.someone_new()
        } else {
            let index = self.draw.one_of(&known);
            self.fresh.remove(index).0
        };
        let kind = if self.draw.percent(1) { Kind::Gone } else { Kind::Person };
        let mut talk = Talk { id: self.id(), kind, others: vec![person], messages: Vec::new() };
        self.run(&mut talk, at, by_owner);
        self.talks.push(talk);
    }

    fn silent_before(&self, at: Wall) -> Vec<usize> {
        let is_silent =
            |talk: &Talk| talk.messages.last().is_some_and(|last| last.at.plus_minutes(62 * 24 * 60) < at);
        self.talks.iter().enumerate().filter(|(_, talk)| is_silent(talk)).map(|(index, _)| index).collect()
    }

    /// Turn by turn until one side has nothing to say or the export is made.
    fn run(&mut self, talk: &mut Talk, at: Wall, by_owner: bool) {
        let mut last = self.turn(talk, at, by_owner, true);
        let mut is_owner_next = !by_owner;
        for round in 0..9 {
            let answer = if is_owner_next {
                pace::seller_s_answer(last.first, &mut self.draw)
            } else {
                let goes_on = if round == 0 { 44 } else { 66 - 5 * round };
                self.draw.percent(goes_on).then(|| pace::other_s_answer(last.end, &mut self.draw))
            };
            // A run of messages may still go on when the seller answers its first one: wait for its end.
            let Some(answer) = answer.map(|answer| answer.max(last.end.plus_minutes(2))) else { break };
            if answer > self.end {
                break;
            }
            last = self.turn(talk, answer, is_owner_next, false);
            is_owner_next = !is_owner_next;
        }
    }

    /// One to three messages in a row.
    fn turn(&mut self, talk: &mut Talk, first: Wall, is_owner_s: bool, is_opening: bool) -> Turn {
        let mut at = first;
        let messages = self.draw.weighted(&[(1, 82), (2, 15), (3, 3)]);
        for number in 0..messages {
            let texts = wording::texts(is_owner_s, is_opening && number == 0);
            let text = self.draw.one_of(texts);
            talk.messages.push(Message { at, is_owner_s, writer: 0, text, is_draft: false });
            let next = at.plus_minutes(self.draw.between(1, 4));
            if number + 1 < messages {
                at = next;
            }
        }
        Turn { first, end: at }
    }

    /// What has to be set aside before counting: groups, advertisements, drafts.
    fn odd_ones(&mut self, weeks: Weeks) {
        for week in [9, 26, 51, 70] {
            let day = weeks.working_day(week, &mut self.draw);
            let others = vec![self.someone_new(), self.someone_new()];
            let mut at = pace::at_work(day, 9 * 60, &mut self.draw);
            let mut messages = Vec::new();
            for (index, text) in wording::GROUP.iter().copied().enumerate() {
                messages.push(Message {
                    at,
                    is_owner_s: index % 3 == 0,
                    writer: index % 2,
                    text,
                    is_draft: false,
                });
                at = at.plus_minutes(self.draw.between(3, 90));
            }
            let id = self.id();
            self.talks.push(Talk { id, kind: Kind::Group, others, messages });
        }
        for week in [5, 19, 33, 47, 61, 74] {
            let at = pace::at_work(weeks.working_day(week, &mut self.draw), 7 * 60, &mut self.draw);
            let text = wording::SPONSORED;
            let messages = vec![Message { at, is_owner_s: false, writer: 0, text, is_draft: false }];
            let others = vec![self.someone_new()];
            let id = self.id();
            self.talks.push(Talk { id, kind: Kind::Sponsored, others, messages });
        }
        let end = self.end;
        for talk in self.talks.iter_mut().filter(|talk| talk.kind == Kind::Person).rev().take(4) {
            if let Some(at) =
                talk.messages.last().map(|last| last.at.plus_minutes(11)).filter(|at| *at <= end)
            {
                let text = wording::DRAFT;
                talk.messages.push(Message { at, is_owner_s: true, writer: 0, text, is_draft: true });
            }
        }
    }

    fn someone_new(&mut self) -> Person {
        self.stranger += 1;
        Person::new(self.stranger, self.draw.one_of(&COMPANIES), self.draw.one_of(&OTHER_TITLES))
    }

    fn id(&mut self) -> String {
        format!("2-ZmljdGlvbmFs{}==", self.draw.letters(10))
    }
}

/// When a run of messages began and ended.
struct Turn {
    first: Wall,
    end: Wall,
}
