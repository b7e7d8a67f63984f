//! What the long-lived engine answers.

use crate::sources::remembered::Remembered;
use crate::views::{
    AttributionView, BeforeAfterView, BenchmarksView, Choices, ContentView, DataView, DelayView, EntryFault,
    FriendsView, FunnelView, GlossaryEntry, GoalsView, HonestyView, LeadsView, LogView, MatchesView,
    MetricView, NetworkView, OwnScoresView, PersonView, PipelineView, ProgrammeView, ReferralsView,
    ReportView, ReturnView, RowList, ScorecardView, SlidesView, SsiView, StagedRows, StagedView,
    TalkHoursView, TalksView, TeamView,
};
use serde::{Deserialize, Serialize};

/// What the engine answers. The first ones are those of [`FirstAnswer`](crate::views::FirstAnswer), in its order; a new
/// answer comes after them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Done; the workspace did not change.
    Done,
    /// It could not be done; nothing changed.
    Failed {
        /// Why.
        failure: Failure,
    },
    /// The scorecard.
    Scorecard {
        /// View.
        view: ScorecardView,
    },
    /// One metric.
    Metric {
        /// View.
        view: Box<MetricView>,
    },
    /// Rows behind a number.
    Rows {
        /// List.
        list: RowList,
    },
    /// What is in the workspace.
    Data {
        /// View.
        view: DataView,
    },
    /// Done, and the workspace changed: it wants to be stored.
    Changed,
    /// The workspace as text.
    Body {
        /// Text.
        body: String,
        /// Its name.
        name: String,
    },
    /// The staged import.
    Staged {
        /// Its preview.
        view: StagedView,
    },
    /// An import was merged.
    Imported {
        /// Its number.
        id: u32,
        /// Rows counted (new or changed).
        counted: u32,
        /// Rows left out.
        left_out: u32,
    },
    /// Remembered mappings by shape.
    Mappings {
        /// All of them.
        mappings: Remembered,
    },
    /// A file to download.
    File {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Rows of a staged file.
    StagedRows {
        /// The first of them.
        rows: StagedRows,
    },
    /// Where records of two systems meet.
    Matches {
        /// View.
        view: MatchesView,
    },
    /// The sellers and teams.
    Team {
        /// View.
        view: TeamView,
    },
    /// What was typed in.
    Log {
        /// View.
        view: Box<LogView>,
    },
    /// Entries were changed: the workspace wants to be stored.
    Entered {
        /// Those that are there now.
        ids: Vec<u32>,
    },
    /// Nothing was entered.
    NotEntered {
        /// Fields that are not taken.
        faults: Vec<EntryFault>,
    },
    /// Names of people.
    People {
        /// In the order of the alphabet.
        names: Vec<String>,
    },
    /// Who is credited with what was won.
    Attribution {
        /// View.
        view: Box<AttributionView>,
    },
    /// Deals and revenue.
    Pipeline {
        /// View.
        view: Box<PipelineView>,
    },
    /// The goals.
    Goals {
        /// View.
        view: Box<GoalsView>,
    },
    /// A metric before and after an event.
    BeforeAfter {
        /// View.
        view: Box<BeforeAfterView>,
    },
    /// What was shared and what came of it.
    Content {
        /// View.
        view: Box<ContentView>,
    },
    /// The network.
    Network {
        /// View.
        view: Box<NetworkView>,
    },
    /// The index.
    Ssi {
        /// View.
        view: Box<SsiView>,
    },
    /// When sellers answer.
    TalkHours {
        /// View.
        view: Box<TalkHoursView>,
    },
    /// What comes of conversations.
    Talks {
        /// View.
        view: Box<TalksView>,
    },
    /// Whose network grows while no business comes of it.
    Friends {
        /// View.
        view: FriendsView,
    },
    /// All that is known of one person.
    Person {
        /// View.
        view: Box<PersonView>,
    },
    /// The metrics that a person made.
    OwnScores {
        /// View.
        view: Box<OwnScoresView>,
    },
    /// Referrals and paths.
    Referrals {
        /// View.
        view: Box<ReferralsView>,
    },
    /// The programme.
    Programme {
        /// View.
        view: Box<ProgrammeView>,
    },
    /// Leads and bands.
    Leads {
        /// View.
        view: Box<LeadsView>,
    },
    /// The funnel.
    Funnel {
        /// View.
        view: Box<FunnelView>,
    },
    /// Which activity comes before results.
    Delay {
        /// View.
        view: Box<DelayView>,
    },
    /// What can be said, and what cannot.
    Honesty {
        /// View.
        view: Box<HonestyView>,
    },
    /// What was spent and what came back.
    Return {
        /// View.
        view: Box<ReturnView>,
    },
    /// What a selection can be narrowed to.
    Choices {
        /// All of it.
        choices: Choices,
    },
    /// The quoted numbers.
    Benchmarks {
        /// View.
        view: Box<BenchmarksView>,
    },
    /// What every metric is.
    Glossary {
        /// Every metric of the catalogue.
        entries: Vec<GlossaryEntry>,
    },
    /// The report for management.
    Report {
        /// View.
        view: Box<ReportView>,
    },
    /// The slides.
    Slides {
        /// View.
        view: Box<SlidesView>,
    },
}

/// Why a question could not be answered. The message is `failure.<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The message is `failure.<code>`.
    pub code: String,
    /// Further detail, not translated.
    pub detail: String,
}
