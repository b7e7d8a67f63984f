//! The match review: where records of two systems meet.

use serde::{Deserialize, Serialize};

use crate::facts::TableId;

/// Where records of two systems meet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MatchesView {
    /// Whether records that are only alike are looked for.
    pub suggests: bool,
    /// Perhaps the same.
    pub suggestions: MeetingList,
    /// What the person said, the latest first.
    pub decided: Vec<DecisionView>,
    /// Joined by name alone.
    pub by_name: MeetingList,
    /// Joined by an exact key.
    pub exact: MeetingList,
}

/// The first of some records that meet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MeetingList {
    /// How many there are.
    pub total: u64,
    /// The first of them.
    pub rows: Vec<MeetingView>,
}

/// Two records that meet, or one that stands in several places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingView {
    /// Why: the message is `match.ground_<ground>`.
    pub ground: String,
    /// The key that they share; blank for those that are only alike.
    pub key: String,
    /// One record.
    pub one: SideView,
    /// The other; none where all keys are the same.
    pub other: Option<SideView>,
    /// Stands for the two in a decision; none where there is nothing to decide.
    pub pair: Option<String>,
    /// Whether both name a company and not the same one.
    pub companies_differ: bool,
}

/// A record as a person recognises it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideView {
    /// Name as exported.
    pub name: String,
    /// What else tells it from others.
    pub detail: Vec<String>,
    /// The tables and systems where it stands.
    pub places: Vec<(TableId, String)>,
}

/// One thing that the person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionView {
    /// Its number, to take it back by.
    pub id: u32,
    /// The two records.
    pub names: (String, String),
    /// Whether they are the same.
    pub is_same: bool,
}
