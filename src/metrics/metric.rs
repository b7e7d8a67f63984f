//! What a metric declares of itself.

#[cfg(feature = "engine")]
use super::{Context, Dim, Kind, Need, Samples};
use serde::{Deserialize, Serialize};

/// A metric: one declaration and one walk over the facts. Its words are the messages
/// `metric.<id>.name`, `.of` (what is counted, under the name), `.formula`, `.why` and `.needs`.
#[cfg(feature = "engine")]
pub struct Metric {
    /// Contract id, English in every language; never changes its meaning.
    pub id: &'static str,
    /// Version of the formula.
    pub version: u32,
    /// Where it is listed.
    pub section: Section,
    /// Activity or result.
    pub stage: Stage,
    /// What its values are.
    pub unit: Unit,
    /// Which direction is good.
    pub better: Better,
    /// How its samples become a figure.
    pub kind: Kind,
    /// What it can be broken down by, beside seller, week and month, in the order of its samples' keys
    /// (weekday, hour and weekday_hour take no key: they come from the sample's time).
    pub by: &'static [Dim],
    /// Of a metric that emits one stream per key (the windows of a response rate): the dimension and the
    /// key that the headline, the series and every other breakdown take. A blank key stands for the samples
    /// that have none: a stream of its own, of which the breakdown by the dimension knows nothing.
    pub headline: Option<(Dim, &'static str)>,
    /// The facts it stands on: without any row of the first it is missing.
    pub needs: &'static [Need],
    /// Where the definition comes from.
    pub cites: &'static str,
    /// Walks the facts once.
    pub emit: fn(&Context<'_>, &mut Samples),
}

#[cfg(feature = "engine")]
impl Metric {
    /// All its samples over the facts, and what check-ins report where they do not reach.
    pub fn samples(&self, context: &Context<'_>) -> Samples {
        let mut samples = Samples::default();
        (self.emit)(context, &mut samples);
        super::reported::add(self, context, &mut samples);
        samples
    }

    /// Where the samples' keys hold a dimension; none for one that comes from the sample itself or is not
    /// offered.
    pub fn key_position(&self, dim: Dim) -> Option<usize> {
        if !dim.is_keyed() {
            return None;
        }
        self.by.iter().filter(|offered| offered.is_keyed()).position(|offered| *offered == dim)
    }
}

/// Where a metric is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Social Selling Index.
    Ssi,
    /// Network.
    Network,
    /// Content.
    Content,
    /// Conversations.
    Conversations,
    /// Referrals, meetings, time.
    Meetings,
    /// Leads.
    Leads,
    /// Deals and revenue.
    Deals,
    /// How well the programme is told of.
    Programme,
    /// Attribution, cost and return.
    Attribution,
    /// What a person made.
    Own,
}

impl Section {
    /// The section in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Section::Ssi => "ssi",
            Section::Network => "network",
            Section::Content => "content",
            Section::Conversations => "conversations",
            Section::Meetings => "meetings",
            Section::Leads => "leads",
            Section::Deals => "deals",
            Section::Programme => "programme",
            Section::Attribution => "attribution",
            Section::Own => "own",
        }
    }
}

/// Activity, result, or what both rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// What the team does.
    Leading,
    /// What comes of it.
    Lagging,
    /// What the other two rest on.
    Context,
}

/// What a metric's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A fraction, shown as a percentage.
    Ratio,
    /// A number of things.
    Count,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Seconds.
    Seconds,
    /// Money in the workspace's currency.
    Money,
    /// A score from 0 to 100.
    Score,
    /// A pillar's score from 0 to 25.
    Pillar,
    /// Score points a week.
    PointsPerWeek,
    /// "Among the top x per cent": a number of per cent, lower is better.
    TopPercent,
    /// So many times as much: a ratio that can be above one.
    Times,
}

impl Unit {
    /// The unit in the headless run's words.
    pub fn id(self) -> &'static str {
        match self {
            Unit::Ratio | Unit::Times => "ratio",
            Unit::Count => "count",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::Seconds => "seconds",
            Unit::Money => "money",
            Unit::Score | Unit::Pillar => "score",
            Unit::PointsPerWeek => "points/week",
            Unit::TopPercent => "top %",
        }
    }
}

/// Which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither in itself.
    Neither,
}
