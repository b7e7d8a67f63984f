//! What a person notes beside the facts. Sellers are kept under the names that files have, so that renaming and
//! merging them takes the notes along.

use serde::{Deserialize, Serialize};

use super::roster::Roster;
use crate::facts::{AskOutcome, CheckItem, Day, NoteChange, PeopleTag, tidy_list};

/// Weeks between readings of the index where nobody has said: two for somebody alone, one in a programme.
const READINGS_EVERY_WEEKS: u32 = 2;

/// What is noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notes {
    checks: Vec<Check>,
    /// Weeks from one reading of the index to the next.
    pub readings_every_weeks: u32,
    mutual: Vec<Mutual>,
    /// Introductions asked for, oldest first.
    pub asks: Vec<IntroductionAsk>,
    last_ask: u32,
    /// Where people were found, in the order in which it was said.
    pub tags: Vec<PeopleTag>,
    /// Who engaged with the posts: names or profile addresses, as a person copied them.
    pub engagers: Vec<String>,
}

impl Default for Notes {
    fn default() -> Notes {
        Notes {
            checks: Vec::new(),
            readings_every_weeks: READINGS_EVERY_WEEKS,
            mutual: Vec::new(),
            asks: Vec::new(),
            last_ask: 0,
            tags: Vec::new(),
            engagers: Vec::new(),
        }
    }
}

/// An answer about a seller's habits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Check {
    seller: String,
    item: CheckItem,
    answer: bool,
    on: Day,
}

/// Whether a first message named a mutual connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Mutual {
    seller: String,
    person: String,
    sent: Day,
    mentioned: bool,
}

/// An introduction asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntroductionAsk {
    /// Its number.
    pub id: u32,
    /// Who asked, as files name them.
    pub seller: String,
    /// The colleague, as files name them.
    pub via: String,
    /// To whom.
    pub person: String,
    /// At which company.
    pub company: String,
    /// When.
    pub on: Day,
    /// What came of it.
    #[serde(default)]
    pub outcome: AskOutcome,
    /// The day on which that was noted.
    #[serde(default)]
    pub settled: Option<Day>,
}

impl Notes {
    /// The answer about a seller's habit, and its day.
    pub fn check(&self, roster: &Roster, seller: &str, item: CheckItem) -> Option<(bool, Day)> {
        let is_theirs = |check: &&Check| check.item == item && roster.shown(&check.seller) == seller;
        // Of two names that became one seller the later answer holds.
        let newest = self.checks.iter().filter(is_theirs).max_by_key(|check| check.on)?;
        Some((newest.answer, newest.on))
    }

    /// Whether a first message named a mutual connection; none where nobody has said.
    pub fn mutual(&self, roster: &Roster, seller: &str, person: &str, sent: Day) -> Option<bool> {
        let said = (self.mutual.iter()).find(|mutual| {
            mutual.sent == sent && mutual.person == person && roster.shown(&mutual.seller) == seller
        });
        said.map(|mutual| mutual.mentioned)
    }

    /// Makes a change; false where it speaks of an ask that is not there, or of nobody.
    pub fn apply(&mut self, roster: &Roster, change: &NoteChange) -> bool {
        match change {
            NoteChange::Check { seller, item, answer, on } => {
                self.checks.retain(|check| check.item != *item || roster.shown(&check.seller) != seller);
                let seller = roster.head(seller).to_owned();
                self.checks.extend(answer.map(|answer| Check { seller, item: *item, answer, on: *on }));
            }
            NoteChange::ReadingsEvery { weeks } => self.readings_every_weeks = (*weeks).max(1),
            NoteChange::Mutual { seller, person, sent, mentioned } => {
                self.mutual.retain(|known| {
                    known.sent != *sent || known.person != *person || roster.shown(&known.seller) != seller
                });
                let (seller, person) = (roster.head(seller).to_owned(), person.clone());
                self.mutual.extend(mentioned.map(|mentioned| Mutual {
                    seller,
                    person,
                    sent: *sent,
                    mentioned,
                }));
            }
            NoteChange::AskIntroduction { seller, via, person, company, on } => {
                if [seller, via, person].iter().any(|name| name.trim().is_empty()) {
                    return false;
                }
                self.last_ask = self.last_ask.saturating_add(1);
                self.asks.push(IntroductionAsk {
                    id: self.last_ask,
                    seller: roster.head(seller).to_owned(),
                    via: roster.head(via).to_owned(),
                    person: person.clone(),
                    company: company.clone(),
                    on: *on,
                    outcome: AskOutcome::Waiting,
                    settled: None,
                });
            }
            NoteChange::Settle { id, outcome, on } => {
                let Some(ask) = self.asks.iter_mut().find(|ask| ask.id == *id) else { return false };
                ask.outcome = *outcome;
                ask.settled = (*outcome != AskOutcome::Waiting).then_some(*on);
            }
            NoteChange::ForgetAsk { id } => {
                let before = self.asks.len();
                self.asks.retain(|ask| ask.id != *id);
                return self.asks.len() < before;
            }
            NoteChange::SetTag { tag, was } => return self.set_tag(tag.clone().tidy(), was.as_deref()),
            NoteChange::RemoveTag { name } => {
                let before = self.tags.len();
                self.tags.retain(|tag| tag.name != *name);
                return self.tags.len() < before;
            }
            NoteChange::TagPerson { tag, person, on } => {
                return self.tag_person(tag.trim(), person.trim(), *on);
            }
            NoteChange::Engagers { people } => self.engagers = tidy_list(people),
        }
        true
    }

    /// Puts a tag in its place; false where it has no name, or another one's.
    fn set_tag(&mut self, tag: PeopleTag, was: Option<&str>) -> bool {
        let is_taken = was != Some(tag.name.as_str()) && self.tags.iter().any(|known| known.name == tag.name);
        if tag.name.is_empty() || is_taken {
            return false;
        }
        match self.tags.iter_mut().find(|known| Some(known.name.as_str()) == was) {
            Some(known) => *known = tag,
            None => self.tags.push(tag),
        }
        true
    }

    fn tag_person(&mut self, name: &str, person: &str, on: bool) -> bool {
        if name.is_empty() || person.is_empty() {
            return false;
        }
        match self.tags.iter_mut().find(|tag| tag.name == name) {
            Some(tag) if on && !tag.people.iter().any(|known| known == person) => {
                tag.people.push(person.to_owned());
            }
            Some(_) if on => return false,
            Some(tag) => {
                let before = tag.people.len();
                tag.people.retain(|known| known != person);
                return tag.people.len() < before;
            }
            None if on => {
                let people = vec![person.to_owned()];
                self.tags.push(PeopleTag { name: name.to_owned(), people, ..PeopleTag::default() });
            }
            None => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    /// A person alone reads every two weeks, a team's programme every week; nobody less often than never.
    #[test]
    fn readings_are_due_every_week_or_every_two() {
        let mut notes = Notes::default();
        assert_eq!(notes.readings_every_weeks, 2);
        for (weeks, kept) in [(1, 1), (2, 2), (0, 1)] {
            assert!(notes.apply(&Roster::default(), &NoteChange::ReadingsEvery { weeks }));
            assert_eq!(notes.readings_every_weeks, kept);
        }
    }

    fn check(seller: &str, answer: Option<bool>, on: &str) -> NoteChange {
        let item = CheckItem::PublishesWeekly;
        NoteChange::Check { seller: seller.into(), item, answer, on: day(on) }
    }

    #[test]
    fn an_answer_keeps_its_day_and_follows_its_seller() {
        let (mut notes, mut roster) = (Notes::default(), Roster::default());
        assert!(notes.apply(&roster, &check("Ada", Some(false), "2026-03-01")));
        assert!(notes.apply(&roster, &check("Ada", Some(true), "2026-03-15")));
        let rename = crate::facts::RosterChange::Rename { seller: "Ada".into(), name: "Ada Ek".into() };
        roster.apply(&rename, &BTreeSet::from(["Ada".to_owned()])).unwrap();
        let answer = |notes: &Notes, seller| notes.check(&roster, seller, CheckItem::PublishesWeekly);
        assert_eq!(answer(&notes, "Ada Ek"), Some((true, day("2026-03-15"))));
        assert_eq!(answer(&notes, "Bo"), None);
        assert!(notes.apply(&roster, &check("Ada Ek", None, "2026-03-16")));
        assert_eq!(answer(&notes, "Ada Ek"), None);
    }

    #[test]
    fn asks_are_numbered_settled_and_forgotten() {
        let (mut notes, roster) = (Notes::default(), Roster::default());
        let ask = |person: &str| NoteChange::AskIntroduction {
            seller: "Ada".into(),
            via: "Bo".into(),
            person: person.into(),
            company: "Granit".into(),
            on: day("2026-03-01"),
        };
        assert!(notes.apply(&roster, &ask("Kim")) && notes.apply(&roster, &ask("Lo")));
        assert!(!notes.apply(&roster, &ask(" ")));
        let settle = |id, outcome| NoteChange::Settle { id, outcome, on: day("2026-03-09") };
        assert!(notes.apply(&roster, &settle(2, AskOutcome::Meeting)));
        assert_eq!(notes.asks[1].settled, Some(day("2026-03-09")));
        assert!(notes.apply(&roster, &settle(2, AskOutcome::Waiting)));
        assert_eq!(notes.asks[1].settled, None);
        assert!(!notes.apply(&roster, &settle(3, AskOutcome::Meeting)));
        assert!(notes.apply(&roster, &NoteChange::ForgetAsk { id: 2 }));
        assert!(!notes.apply(&roster, &NoteChange::ForgetAsk { id: 2 }));
        assert!(notes.apply(&roster, &ask("Mo")));
        assert_eq!(notes.asks.iter().map(|ask| ask.id).collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn a_first_message_is_told_by_seller_person_and_day() {
        let (mut notes, roster) = (Notes::default(), Roster::default());
        let say = |mentioned| NoteChange::Mutual {
            seller: "Ada".into(),
            person: "kim".into(),
            sent: day("2026-03-01"),
            mentioned,
        };
        assert!(notes.apply(&roster, &say(Some(true))) && notes.apply(&roster, &say(Some(false))));
        assert_eq!(notes.mutual(&roster, "Ada", "kim", day("2026-03-01")), Some(false));
        assert_eq!(notes.mutual(&roster, "Ada", "kim", day("2026-03-02")), None);
        assert!(notes.apply(&roster, &say(None)));
        assert_eq!(notes, Notes::default());
    }

    #[test]
    fn tags_are_set_renamed_and_hold_people() {
        let (mut notes, roster) = (Notes::default(), Roster::default());
        let tag = |name: &str, words: &[&str]| PeopleTag {
            name: name.into(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            ..PeopleTag::default()
        };
        let mut apply = |change: NoteChange| notes.apply(&roster, &change);
        assert!(apply(NoteChange::SetTag { tag: tag(" Fair ", &["steel", " steel", ""]), was: None }));
        assert!(!apply(NoteChange::SetTag { tag: tag("Fair", &[]), was: None }));
        assert!(!apply(NoteChange::SetTag { tag: tag(" ", &[]), was: None }));
        let person =
            |tag: &str, on| NoteChange::TagPerson { tag: tag.into(), person: " Kim Berg ".into(), on };
        assert!(apply(person("Group", true)) && !apply(person("Group", true)));
        assert!(!apply(person("Nowhere", false)));
        assert!(!apply(NoteChange::SetTag { tag: tag("Group", &[]), was: Some("Fair".into()) }));
        assert!(apply(NoteChange::SetTag { tag: tag("Fair 2026", &["steel"]), was: Some("Fair".into()) }));
        assert_eq!(
            notes.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(),
            ["Fair 2026", "Group"]
        );
        assert_eq!(
            (&notes.tags[0].words[..], &notes.tags[1].people[..]),
            (&["steel".to_owned()][..], &["Kim Berg".to_owned()][..])
        );
        let mut apply = |change: NoteChange| notes.apply(&roster, &change);
        assert!(apply(person("Group", false)) && !apply(person("Group", false)));
        assert!(apply(NoteChange::RemoveTag { name: "Fair 2026".into() }));
        assert!(!apply(NoteChange::RemoveTag { name: "Fair 2026".into() }));
        assert_eq!(notes.tags.len(), 1);
    }
}
