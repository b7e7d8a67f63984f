//! The funnel page: cohorts, the bottleneck, where people stand now, and how long conversations take to bear fruit.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::facts::Span;
use crate::metrics::Figure;

/// The funnel page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FunnelView {
    /// The selection.
    pub frame: Frame,
    /// Ids of the steps in their order; one that no file tells of is passed over.
    pub steps: Vec<String>,
    /// Whether the step of meetings is passed over.
    pub lacks_meetings: bool,
    /// Cohorts by the quarter in which people connected, oldest first.
    pub cohorts: Vec<CohortView>,
    /// Most people connected in one of them, for the bars.
    pub most: u64,
    /// The step with the largest shortfall.
    pub bottleneck: Option<BottleneckView>,
    /// The same against other sources, and against the targets, where there is a shortfall.
    pub other_bottlenecks: Vec<BottleneckView>,
    /// Whether enough leads or deals of social and of other sources are known to be held against each other.
    pub has_sources: bool,
    /// The targets of the steps, out of a thousand; none where none is set.
    pub targets: Vec<(String, Option<u32>)>,
    /// Where people stand now, by the last step that they have reached.
    pub standing: Vec<StandingView>,
    /// How long it takes from the first message to later steps.
    pub delays: Vec<DelayLine>,
}

/// People who connected in one quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CohortView {
    /// The quarter, as far as the data go.
    pub span: Span,
    /// How many connected.
    pub connected: u64,
    /// The steps, in the order of [`FunnelView::steps`].
    pub steps: Vec<CohortStep>,
}

/// How many of a cohort reached a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CohortStep {
    /// Reached, of those who reached the step before.
    pub figure: Figure,
    /// How many reached it; none where nobody can say.
    pub reached: Option<u64>,
    /// Whether too little time has passed for a rate.
    pub is_open: bool,
}

/// What a step is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// The quarters before.
    OwnPast,
    /// The other sellers.
    OtherSellers,
    /// Leads and deals of other known sources; what is held against them are those of social networks.
    OtherSources,
    /// What a person has set as its target.
    Target,
}

/// The step with the largest shortfall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BottleneckView {
    /// Id of the step; against other sources that of the catalogue's rate.
    pub step: String,
    /// What it is held against.
    pub against: Against,
    /// The quarter looked at; none where all of them are.
    pub span: Option<Span>,
    /// Reached the step, and all who could.
    pub now: (u64, u64),
    /// The same of what it is held against; of a target so many of a thousand.
    pub other: (u64, u64),
    /// Now minus the other, as a share.
    pub difference: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Whether the whole interval lies below zero.
    pub is_sure: bool,
    /// Days after connecting within which the step counts here; 0 where it counts whenever it was reached.
    pub within_days: u32,
}

/// People whose last step is this one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandingView {
    /// Id of the step; `connection` for those who have come no further.
    pub step: String,
    /// How many.
    pub people: u64,
    /// Median days since they reached it.
    pub median_age_days: Option<f64>,
}

/// How long it takes from the first message after connecting to a later step; those who are not there yet stay in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DelayLine {
    /// Id of the step.
    pub step: String,
    /// Conversations followed.
    pub cases: u64,
    /// Those that got there.
    pub events: u64,
    /// Median days; none where fewer than half get there.
    pub median: Option<f64>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Share that gets there within so many days.
    pub within: Vec<ShareWithin>,
}

/// Share that gets there within so many days; the share is none where the data do not reach so far.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShareWithin {
    /// Days.
    pub days: u32,
    /// Share.
    pub share: Option<f64>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}
