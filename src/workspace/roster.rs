//! The sellers as a person sees them: the name to show, who is one person, teams, brand pages, baselines.
//!
//! Everything is kept under the names that files have, and those never change: merging says of a name that
//! its rows belong to another one, and taking that back leaves what was known of the name before.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::facts::{Day, RosterChange, SellerKind};

/// What is known of one name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SellerEntry {
    /// Name to show, where it is another one.
    pub shown: Option<String>,
    /// The name whose seller this one is, where that is another name.
    pub into: Option<String>,
    /// Team.
    pub team: Option<String>,
    /// Person or brand page; none where nobody has said.
    pub kind: Option<SellerKind>,
    /// The day from which the seller is compared.
    pub baseline: Option<Day>,
}

/// The sellers as a person sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Roster {
    /// What is known of names, by the name that files have.
    pub entries: BTreeMap<String, SellerEntry>,
    /// Teams in the order in which they were made.
    pub teams: Vec<String>,
    /// The baseline of everyone who has none of their own.
    pub baseline: Option<Day>,
    /// Pairs of names of which a person said that they are two people; the first sorts before the second.
    pub dismissed: BTreeSet<(String, String)>,
}

/// Why a change of the roster cannot be made. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RosterError {
    /// There is no such seller, or not that name of theirs.
    #[error("no such seller: {0}")]
    NoSuchSeller(String),
    /// There is no such team.
    #[error("no such team: {0}")]
    NoSuchTeam(String),
    /// Another seller goes by that name.
    #[error("another seller is called {0}")]
    SellerTaken(String),
    /// Another team goes by that name.
    #[error("another team is called {0}")]
    TeamTaken(String),
    /// The name is blank.
    #[error("the name is blank")]
    Blank,
}

impl RosterError {
    /// The message is `failure.<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            RosterError::NoSuchSeller(_) => "no_such_seller",
            RosterError::NoSuchTeam(_) => "no_such_team",
            RosterError::SellerTaken(_) => "seller_taken",
            RosterError::TeamTaken(_) => "team_taken",
            RosterError::Blank => "blank_name",
        }
    }

    /// The name in question.
    pub fn detail(&self) -> &str {
        match self {
            RosterError::NoSuchSeller(name)
            | RosterError::NoSuchTeam(name)
            | RosterError::SellerTaken(name)
            | RosterError::TeamTaken(name) => name,
            RosterError::Blank => "",
        }
    }
}

impl Roster {
    /// The name under which the seller of a file's name is kept. A name that nobody has said anything about
    /// belongs to the seller who was given it.
    pub fn head<'a>(&'a self, name: &'a str) -> &'a str {
        let mut at = name;
        if !self.entries.contains_key(name) {
            let given = self.entries.iter().find(|(_, entry)| entry.shown.as_deref() == Some(name));
            at = given.map_or(name, |(own, _)| own.as_str());
        }
        // No chain is longer than there are entries; a damaged one that turns in a circle ends there too.
        for _ in 0..self.entries.len() {
            match self.entries.get(at).and_then(|entry| entry.into.as_deref()) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The name that is shown for a file's name.
    pub fn shown<'a>(&'a self, name: &'a str) -> &'a str {
        let head = self.head(name);
        self.entries.get(head).and_then(|entry| entry.shown.as_deref()).unwrap_or(head)
    }

    /// The name under which the seller who is shown under a name is kept.
    pub fn kept<'a>(&'a self, shown: &'a str) -> &'a str {
        let is_it = |name: &&String| self.head(name) == name.as_str() && self.shown(name) == shown;
        self.entries.keys().find(is_it).map_or_else(|| self.head(shown), String::as_str)
    }

    /// What is known of the seller of a file's name.
    pub fn entry(&self, name: &str) -> Option<&SellerEntry> {
        self.entries.get(self.head(name))
    }

    /// The baseline of the seller of a file's name: their own, else everyone's.
    pub fn baseline_of(&self, name: &str) -> Option<Day> {
        self.entry(name).and_then(|entry| entry.baseline).or(self.baseline)
    }

    /// Every name that anything is known of: those of the files, and those of the roster.
    fn names<'a>(&'a self, in_files: &'a BTreeSet<String>) -> impl Iterator<Item = &'a str> {
        in_files.iter().chain(self.entries.keys()).map(String::as_str)
    }

    /// The name under which the seller who is shown under a name is kept.
    fn find(&self, shown: &str, in_files: &BTreeSet<String>) -> Result<String, RosterError> {
        let mut names = self.names(in_files);
        let found = names.find(|name| self.shown(name) == shown).map(|name| self.head(name).to_owned());
        found.ok_or_else(|| RosterError::NoSuchSeller(shown.to_owned()))
    }

    /// Whether a name means another seller already, or would if they were split again.
    fn is_taken(&self, name: &str, head: &str, in_files: &BTreeSet<String>) -> bool {
        let given = |known: &str| self.entries.get(known).and_then(|entry| entry.shown.as_deref());
        self.names(in_files)
            .filter(|known| self.head(known) != head)
            .any(|known| known == name || given(known) == Some(name))
    }

    fn team(&self, name: &str) -> Result<usize, RosterError> {
        let at = self.teams.iter().position(|team| team == name);
        at.ok_or_else(|| RosterError::NoSuchTeam(name.to_owned()))
    }

    fn free_team(&self, name: &str) -> Result<String, RosterError> {
        let name = not_blank(name)?;
        if self.teams.contains(&name) { Err(RosterError::TeamTaken(name)) } else { Ok(name) }
    }

    fn of(&mut self, head: String) -> &mut SellerEntry {
        self.entries.entry(head).or_default()
    }

    /// Makes a change; `in_files` are the sellers' names that files have.
    ///
    /// # Errors
    /// Why it cannot be made; then nothing changed.
    pub fn apply(&mut self, change: &RosterChange, in_files: &BTreeSet<String>) -> Result<(), RosterError> {
        match change {
            RosterChange::Rename { seller, name } => {
                let (head, name) = (self.find(seller, in_files)?, not_blank(name)?);
                if self.is_taken(&name, &head, in_files) {
                    return Err(RosterError::SellerTaken(name));
                }
                let shown = Some(name).filter(|name| *name != head);
                self.of(head).shown = shown;
            }
            RosterChange::Merge { sellers, into } => {
                let target = self.find(into, in_files)?;
                let heads: Vec<String> =
                    sellers.iter().map(|seller| self.find(seller, in_files)).collect::<Result<_, _>>()?;
                for head in heads.into_iter().filter(|head| *head != target) {
                    self.of(head).into = Some(target.clone());
                }
                // A name with an entry is one of its own: the target keeps it whatever comes.
                self.of(target);
            }
            RosterChange::Split { seller, name } => self.split(seller, name, in_files)?,
            RosterChange::SetTeam { seller, team } => {
                let head = self.find(seller, in_files)?;
                if let Some(team) = team {
                    self.team(team)?;
                }
                self.of(head).team.clone_from(team);
            }
            RosterChange::SetKind { seller, kind } => {
                let head = self.find(seller, in_files)?;
                self.of(head).kind = Some(*kind);
            }
            RosterChange::SetBaseline { seller: Some(seller), day } => {
                let head = self.find(seller, in_files)?;
                self.of(head).baseline = *day;
            }
            RosterChange::SetBaseline { seller: None, day } => self.baseline = *day,
            RosterChange::NewTeam { name } => {
                let name = self.free_team(name)?;
                self.teams.push(name);
            }
            RosterChange::RenameTeam { team, name } => {
                let at = self.team(team)?;
                let name = if name.trim() == team { team.clone() } else { self.free_team(name)? };
                self.retitle(team, Some(&name));
                if let Some(place) = self.teams.get_mut(at) {
                    *place = name;
                }
            }
            RosterChange::DeleteTeam { team } => {
                let at = self.team(team)?;
                self.teams.remove(at);
                self.retitle(team, None);
            }
            RosterChange::Dismiss { sellers: [one, other] } => {
                let (one, other) = (self.find(one, in_files)?, self.find(other, in_files)?);
                self.dismissed.insert(if one < other { (one, other) } else { (other, one) });
            }
        }
        Ok(())
    }

    /// Puts all sellers of a team in another one, or in none.
    fn retitle(&mut self, team: &str, name: Option<&str>) {
        for entry in self.entries.values_mut().filter(|entry| entry.team.as_deref() == Some(team)) {
            entry.team = name.map(str::to_owned);
        }
    }

    fn split(&mut self, seller: &str, name: &str, in_files: &BTreeSet<String>) -> Result<(), RosterError> {
        let head = self.find(seller, in_files)?;
        if name == head || self.head(name) != head {
            return Err(RosterError::NoSuchSeller(name.to_owned()));
        }
        self.of(name.to_owned()).into = None;
        // The seller was shown under the name that goes, or someone else took the one that comes back.
        if self.entries.get(&head).is_some_and(|entry| entry.shown.as_deref() == Some(name)) {
            self.of(head).shown = None;
        }
        let own = self.shown(name).to_owned();
        if own != name && self.is_taken(&own, name, in_files) {
            self.of(name.to_owned()).shown = None;
        }
        Ok(())
    }
}

fn not_blank(name: &str) -> Result<String, RosterError> {
    let name = name.trim();
    if name.is_empty() { Err(RosterError::Blank) } else { Ok(name.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn files(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn merge(sellers: &[&str], into: &str) -> RosterChange {
        let sellers = sellers.iter().map(|name| (*name).to_owned()).collect();
        RosterChange::Merge { sellers, into: into.into() }
    }

    fn rename(seller: &str, name: &str) -> RosterChange {
        RosterChange::Rename { seller: seller.into(), name: name.into() }
    }

    fn split(seller: &str, name: &str) -> RosterChange {
        RosterChange::Split { seller: seller.into(), name: name.into() }
    }

    #[test]
    fn a_merged_name_keeps_what_was_its_own() {
        let known = files(&["A. Berg", "Anna Berg", "Bo"]);
        let mut roster = Roster::default();
        let team = |seller: &str, team: &str| RosterChange::SetTeam {
            seller: seller.into(),
            team: Some(team.into()),
        };
        for change in [
            RosterChange::NewTeam { name: " North ".into() },
            team("A. Berg", "North"),
            rename("A. Berg", "Annika"),
        ] {
            roster.apply(&change, &known).unwrap();
        }
        let before = roster.clone();
        roster.apply(&merge(&["Annika", "Anna Berg"], "Anna Berg"), &known).unwrap();
        assert_eq!(roster.shown("A. Berg"), "Anna Berg");
        assert_eq!(roster.entry("A. Berg").unwrap().team, None);
        roster.apply(&split("Anna Berg", "A. Berg"), &known).unwrap();
        assert_eq!((roster.shown("A. Berg"), roster.shown("Anna Berg")), ("Annika", "Anna Berg"));
        assert_eq!(roster.entry("A. Berg"), before.entry("A. Berg"));
    }

    #[test]
    fn a_name_that_comes_later_goes_to_who_is_shown_under_it() {
        let mut roster = Roster::default();
        roster.apply(&rename("A. Berg", "Anna Berg"), &files(&["A. Berg"])).unwrap();
        assert_eq!(roster.head("Anna Berg"), "A. Berg");
        let known = files(&["A. Berg", "Anna Berg"]);
        roster.apply(&split("Anna Berg", "Anna Berg"), &known).unwrap();
        assert_eq!((roster.shown("A. Berg"), roster.shown("Anna Berg")), ("A. Berg", "Anna Berg"));
    }

    #[test]
    fn no_two_sellers_share_a_name() {
        let known = files(&["A", "B", "C"]);
        let mut roster = Roster::default();
        assert_eq!(roster.apply(&rename("A", "B"), &known), Err(RosterError::SellerTaken("B".into())));
        assert_eq!(roster.apply(&rename("A", "  "), &known), Err(RosterError::Blank));
        roster.apply(&merge(&["A", "B"], "A"), &known).unwrap();
        // B is one of A's own names now, but not C's to take.
        assert_eq!(roster.apply(&rename("C", "B"), &known), Err(RosterError::SellerTaken("B".into())));
        roster.apply(&rename("A", "B"), &known).unwrap();
        assert_eq!((roster.shown("A"), roster.shown("B")), ("B", "B"));
        roster.apply(&split("B", "B"), &known).unwrap();
        assert_eq!((roster.shown("A"), roster.shown("B")), ("A", "B"));
    }

    #[test]
    fn teams_are_renamed_and_dissolved_with_their_sellers() {
        let known = files(&["A"]);
        let mut roster = Roster::default();
        let new = RosterChange::NewTeam { name: "North".into() };
        roster.apply(&new, &known).unwrap();
        assert_eq!(roster.apply(&new, &known), Err(RosterError::TeamTaken("North".into())));
        let to = |team: &str| RosterChange::SetTeam { seller: "A".into(), team: Some(team.into()) };
        assert_eq!(roster.apply(&to("South"), &known), Err(RosterError::NoSuchTeam("South".into())));
        roster.apply(&to("North"), &known).unwrap();
        roster
            .apply(&RosterChange::RenameTeam { team: "North".into(), name: "East".into() }, &known)
            .unwrap();
        assert_eq!(roster.entry("A").unwrap().team.as_deref(), Some("East"));
        roster.apply(&RosterChange::DeleteTeam { team: "East".into() }, &known).unwrap();
        assert_eq!((roster.entry("A").unwrap().team.as_deref(), roster.teams.len()), (None, 0));
    }

    #[test]
    fn a_circle_in_a_damaged_body_ends() {
        let into = |name: &str| SellerEntry { into: Some(name.into()), ..SellerEntry::default() };
        let roster = Roster {
            entries: BTreeMap::from([("A".into(), into("B")), ("B".into(), into("A"))]),
            ..Roster::default()
        };
        assert!(["A", "B"].contains(&roster.shown("A")));
    }

    fn a_change() -> impl Strategy<Value = RosterChange> {
        let name = "[A-E]";
        prop_oneof![
            (name, name).prop_map(|(seller, name)| rename(&seller, &name)),
            (name, name, name).prop_map(|(a, b, c)| merge(&[&a, &b], &c)),
            (name, name).prop_map(|(seller, name)| split(&seller, &name)),
        ]
    }

    proptest! {
        /// Two sellers who are shown alike would be one in every figure.
        #[test]
        fn whatever_is_done_every_seller_has_a_name_of_their_own(changes in proptest::collection::vec(a_change(), 0..12)) {
            let known = files(&["A", "B", "C"]);
            let mut roster = Roster::default();
            for change in &changes {
                let before = roster.clone();
                if roster.apply(change, &known).is_err() {
                    prop_assert_eq!(&roster, &before);
                }
                let heads: BTreeSet<&str> = roster.names(&known).map(|name| roster.head(name)).collect();
                let shown: BTreeSet<&str> = heads.iter().map(|head| roster.shown(head)).collect();
                prop_assert_eq!(heads.len(), shown.len(), "{:?} {:?}", change, roster);
            }
        }
    }
}
