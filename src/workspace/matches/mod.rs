//! Where records of two systems meet: what joins them, what might, and what a person said of it.
//!
//! | file | holds |
//! |---|---|
//! | `people` | records of people, and which of them meet |
//! | `things` | leads and deals that two systems tell of |
//! | `alike` | how much names and companies are alike |

mod alike;
mod people;
#[cfg(test)]
mod tests;
mod things;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::workspace::{FileRecord, Workspace};
use crate::facts::{Acquainted, Facts, PersonId, TableId};

/// What a person said of records that may be the same.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Matches {
    /// Whether records that are only alike are looked for: off until the person says so.
    pub suggests: bool,
    decisions: Vec<Decision>,
    last_id: u32,
}

/// One thing that a person said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number, to take it back by.
    pub id: u32,
    /// The two records.
    pub pair: Pair,
    /// What they are called, as exported.
    pub names: (String, String),
    /// Whether they are the same.
    pub is_same: bool,
}

/// Two records.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pair {
    /// Two people, by all their keys.
    People(PersonId, PersonId),
    /// Two leads, by their identifiers.
    Leads(String, String),
    /// Two deals, by their identifiers.
    Deals(String, String),
}

/// Why two records are, or may be, the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The same profile address.
    Profile,
    /// The same e-mail address.
    Email,
    /// The same identifier in two systems.
    Id,
    /// A deal names a lead of another system.
    LeadId,
    /// The same full name, and no address that tells otherwise.
    Name,
    /// The same full name, but other addresses.
    NameOnly,
    /// Names alike, at the same company.
    Company,
    /// Names alike, at the same e-mail domain.
    Domain,
    /// The same amount and company at nearly the same time.
    Amount,
}

impl Ground {
    /// The message is `match.ground_<id>`.
    pub fn id(self) -> &'static str {
        match self {
            Ground::Profile => "profile",
            Ground::Email => "email",
            Ground::Id => "id",
            Ground::LeadId => "lead_id",
            Ground::Name => "name",
            Ground::NameOnly => "name_only",
            Ground::Company => "company",
            Ground::Domain => "domain",
            Ground::Amount => "amount",
        }
    }
}

/// A record as a person recognises it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// Name as exported; of a deal without one its identifier.
    pub name: String,
    /// What else tells it from others: company, address, amount, date.
    pub detail: Vec<String>,
    /// The tables and systems where it stands.
    pub places: Vec<(TableId, String)>,
}

/// Two records that meet, or one that stands in several places.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meeting {
    /// Why.
    pub ground: Ground,
    /// The key that they share; blank for those that are only alike.
    pub key: String,
    /// One record.
    pub one: Side,
    /// The other; none where all keys are the same.
    pub other: Option<Side>,
    /// The two records, where a person may decide about them.
    pub pair: Option<Pair>,
    /// Whether both name a company and not the same one.
    pub companies_differ: bool,
}

/// All that meets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatchReview {
    /// Joined by an exact key.
    pub exact: Vec<Meeting>,
    /// Joined by name alone.
    pub by_name: Vec<Meeting>,
    /// Perhaps the same; only where the person wants suggestions.
    pub suggestions: Vec<Meeting>,
}

impl Pair {
    /// The same pair whichever record comes first.
    fn ordered(self) -> Pair {
        let sort = |a: String, b: String| if a <= b { (a, b) } else { (b, a) };
        match self {
            Pair::People(a, b) if a > b => Pair::People(b, a),
            Pair::People(a, b) => Pair::People(a, b),
            Pair::Leads(a, b) => {
                let (a, b) = sort(a, b);
                Pair::Leads(a, b)
            }
            Pair::Deals(a, b) => {
                let (a, b) = sort(a, b);
                Pair::Deals(a, b)
            }
        }
    }
}

impl Matches {
    /// What was said, the latest last.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Says of two records whether they are the same; what was said of them before is replaced.
    pub fn decide(&mut self, pair: Pair, names: (String, String), is_same: bool) {
        let pair = pair.ordered();
        self.decisions.retain(|known| known.pair != pair);
        self.last_id += 1;
        self.decisions.push(Decision { id: self.last_id, pair, names, is_same });
    }

    /// Takes back what was said; whether there was such a thing.
    pub fn take_back(&mut self, id: u32) -> bool {
        let before = self.decisions.len();
        self.decisions.retain(|known| known.id != id);
        self.decisions.len() < before
    }

    fn is_decided(&self, pair: &Pair) -> bool {
        let pair = pair.clone().ordered();
        self.decisions.iter().any(|known| known.pair == pair)
    }

    /// Makes facts heed what was said.
    pub(super) fn apply(&self, facts: &mut Facts) {
        let mut acquainted = Acquainted::default();
        let (mut leads, mut deals) = (Vec::new(), Vec::new());
        for decision in &self.decisions {
            match &decision.pair {
                Pair::People(a, b) => acquainted.say(a, b, decision.is_same),
                Pair::Leads(a, b) if decision.is_same => leads.push((a.as_str(), b.as_str())),
                Pair::Deals(a, b) if decision.is_same => deals.push((a.as_str(), b.as_str())),
                Pair::Leads(..) | Pair::Deals(..) => {}
            }
        }
        facts.acquainted = Arc::new(acquainted);
        things::unite(facts, TableId::Leads, &leads);
        things::unite(facts, TableId::Deals, &deals);
    }
}

impl Workspace {
    /// Where records of two systems meet.
    pub fn match_review(&self, facts: &Facts) -> MatchReview {
        let systems = Systems::new(&self.files);
        let mut review = MatchReview::default();
        people::meet(facts, &systems, self.matches.suggests, &mut review);
        things::meet(self, facts, &systems, self.matches.suggests, &mut review);
        let undecided =
            |meeting: &Meeting| meeting.pair.as_ref().is_none_or(|pair| !self.matches.is_decided(pair));
        for list in [&mut review.exact, &mut review.by_name, &mut review.suggestions] {
            list.retain(undecided);
            list.sort();
        }
        review
    }
}

/// Which system each file comes from.
struct Systems {
    names: BTreeMap<u32, String>,
}

impl Systems {
    fn new(files: &BTreeMap<u32, FileRecord>) -> Systems {
        Systems { names: files.iter().map(|(number, record)| (*number, system(record))).collect() }
    }

    fn of(&self, file: u32) -> &str {
        self.names.get(&file).map_or("", String::as_str)
    }
}

/// The system that a file comes from: of a declared export the one that it is declared of; of a table that a
/// person mapped the name of its file without numbers and dates, for the next export differs in these.
fn system(record: &FileRecord) -> String {
    let source = &record.summary.source;
    match source.split_once('.') {
        Some((vendor, _)) if vendor != "mapped" && vendor != "canonical" => vendor.to_owned(),
        _ => {
            let file = record.summary.file.split('/').next().unwrap_or_default();
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            let words = stem.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
        }
    }
}
