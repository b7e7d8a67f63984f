//! The sellers: what they are called, who is one person, teams, brand pages, baselines.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::facts::{Day, SellerKind, TableId};
use crate::metrics::Quota;

/// The sellers and teams.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamView {
    /// The selection, for the frame of the page.
    pub frame: Frame,
    /// Sellers by name.
    pub sellers: Vec<SellerLine>,
    /// Teams in the order in which they were made.
    pub teams: Vec<TeamLine>,
    /// The baseline of everyone who has none of their own.
    pub baseline: Option<Day>,
    /// What they are meant to win, by seller and day.
    pub quotas: Vec<Quota>,
    /// Pairs of sellers whose names may be one person's.
    pub alike: Vec<[String; 2]>,
}

/// One seller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SellerLine {
    /// Name as shown.
    pub name: String,
    /// The names that files have for the seller, the seller's own first.
    pub names: Vec<NameLine>,
    /// Team.
    pub team: Option<String>,
    /// Person or brand page.
    pub kind: SellerKind,
    /// Baseline of their own.
    pub baseline: Option<Day>,
    /// Rows by table, each thing once.
    pub tables: Vec<(TableId, u32)>,
    /// Files that have rows of theirs; an archive counts once, whatever is in it.
    pub files: Vec<String>,
    /// Their latest dated fact.
    pub newest: Option<Day>,
}

/// One of a seller's names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameLine {
    /// As files have it.
    pub name: String,
    /// Rows under it.
    pub rows: u32,
    /// Files that have it, as in [`SellerLine::files`].
    pub files: u32,
    /// Whether it can be made a seller of its own.
    pub can_split: bool,
}

/// One team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamLine {
    /// Its name.
    pub name: String,
    /// How many sellers are in it.
    pub sellers: u32,
}
