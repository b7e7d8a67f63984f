//! The network: how large, who is in it, who came of their own accord, and whom a share can reach.

use serde::{Deserialize, Serialize};

use super::{Frame, GoalLine, ScoreRow};
use crate::charts::{ChartSpec, Quarter};
use crate::facts::{Bucket, Day, PeopleTag};
use crate::metrics::{Change, Figure};

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NetworkView {
    /// The selection.
    pub frame: Frame,
    /// Size, growth, share of the persona, inbound share, potential reach: as on the scorecard.
    pub rows: Vec<ScoreRow>,
    /// How the two trends are cut.
    pub bucket: Option<Bucket>,
    /// Size over time.
    pub size: Option<ChartSpec>,
    /// Share of the persona over the same time.
    pub share: Option<ChartSpec>,
    /// Each seller.
    pub sellers: Vec<NetworkLine>,
    /// The average that is often quoted, as the workspace has it; none where it is hidden.
    pub average: Option<f64>,
    /// Growth against inbound share.
    pub breadth: BreadthView,
    /// Invitations sent with and without a note.
    pub notes: NotesView,
    /// Followers by platform.
    pub followers: Vec<(String, Figure)>,
    /// The persona's people of each seller, week by week; none where no persona is chosen.
    pub persona_weeks: Option<PersonaWeeks>,
    /// The goals that are set for the persona's people, of everyone, teams and sellers.
    pub goals: Vec<GoalLine>,
    /// Where people were found.
    pub tags: TagsOfPeople,
}

/// Connections and invitations by where people were found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TagsOfPeople {
    /// What a person said of it.
    pub tags: Vec<PeopleTag>,
    /// A line for each, and one for those who have none.
    pub lines: Vec<TagOfPeople>,
}

/// Those who were found at one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagOfPeople {
    /// Its name; none for those who have no tag.
    pub name: Option<String>,
    /// Connections at the end of the period.
    pub connections: Figure,
    /// New ones in the period.
    pub new: Figure,
    /// Requests sent in it, and what came of them; none where words say who belongs to the tag.
    pub requests: Option<TagRequests>,
}

/// Requests sent to those who were found at one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagRequests {
    /// How many.
    pub sent: Figure,
    /// Accepted ones of those that are old enough.
    pub accepted: Figure,
    /// The same of those with a note; none where there is none.
    pub with: Option<Figure>,
    /// And of those without one.
    pub without: Option<Figure>,
}

impl NetworkView {
    /// A metric's row.
    pub fn row(&self, id: &str) -> Option<&ScoreRow> {
        self.rows.iter().find(|row| row.id == id)
    }
}

/// One seller's network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkLine {
    /// Who.
    pub seller: String,
    /// Connections at the end of the period.
    pub size: Figure,
    /// The day from which the seller is compared.
    pub baseline: Option<Day>,
    /// What has come since that day.
    pub since: Option<Since>,
    /// New ones in the period.
    pub new: Figure,
    /// The same as a share of what there was before.
    pub growth: Figure,
    /// Share of the persona.
    pub persona_share: Figure,
    /// Connections whose title nobody knows; none where no persona asks for titles.
    pub unknown_titles: Option<f64>,
    /// Share of the explained new ones who sought the seller out.
    pub inbound_share: Figure,
}

/// What has come since a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Since {
    /// Connections at the end of the baseline's day.
    pub from: f64,
    /// How many more.
    pub more: f64,
    /// The same as a share; none where there were none.
    pub share: Option<f64>,
}

/// Growth against inbound share, month by month.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BreadthView {
    /// The trails; none where no month of anyone has both values.
    pub chart: Option<ChartSpec>,
    /// Where each seller with a place stands now.
    pub now: Vec<(String, Quarter)>,
    /// First of each month shown.
    pub months: Vec<Day>,
    /// Growth and inbound share of all over these months together: where the quarters meet.
    pub split: Option<(Figure, Figure)>,
}

/// Invitations sent with and without a note.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NotesView {
    /// All invitations sent.
    pub sent: Option<ScoreRow>,
    /// All that are old enough.
    pub all: Option<ScoreRow>,
    /// With a note; none where no invitation says so.
    pub with: Option<Figure>,
    /// Without one.
    pub without: Option<Figure>,
    /// With minus without.
    pub difference: Option<Change>,
}

/// The persona's people of each seller at the end of each week.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonaWeeks {
    /// Mondays, oldest first.
    pub weeks: Vec<Day>,
    /// Each seller's levels; nothing where the files do not reach.
    pub sellers: Vec<(String, Vec<Option<f64>>)>,
}
