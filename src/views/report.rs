//! The report for management on one page, and the slides that say the same in a room.

use serde::{Deserialize, Serialize};

use super::{BenchmarkLine, FindingView, Frame, Gap, ScoreRow};
use crate::charts::ChartSpec;
use crate::facts::{Bucket, Day};
use crate::metrics::{ReportChoices, Stage};

/// The report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReportView {
    /// The selection.
    pub frame: Frame,
    /// What a person chose for it.
    pub choices: ReportChoices,
    /// Rows of activity, in the order of the page.
    pub leading: Vec<ScoreRow>,
    /// Rows of results.
    pub lagging: Vec<ScoreRow>,
    /// Every metric that has a figure and could be a row.
    pub offered: Vec<Offered>,
    /// How the two groups of rows moved.
    pub moved: (Moved, Moved),
    /// The row whose change is the clearest.
    pub clearest: Option<ScoreRow>,
    /// The leading series that runs ahead of results, if one does.
    pub lead: Option<Ahead>,
    /// One course of activity and one of results.
    pub courses: Vec<Course>,
    /// What is not known, by what would fill it.
    pub gaps: Vec<Gap>,
    /// The inputs.
    pub inputs: Vec<Input>,
    /// How many files they came in, and how many entries were typed.
    pub files: u32,
    /// Entries that were typed in.
    pub typed: u32,
    /// Items of the checklist for management that are done, from 1.
    pub ready: Vec<u8>,
    /// What is often quoted of proving a return, with one's own; none where the number is hidden.
    pub quoted: Option<BenchmarkLine>,
    /// The definitions in short; two reports with the same one count alike.
    pub checksum: String,
    /// Windows and thresholds that the rows rest on.
    pub windows: Windows,
}

/// A metric that could be a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// Its id.
    pub id: String,
    /// Activity or result.
    pub stage: Stage,
    /// Whether it is a row now.
    pub is_shown: bool,
}

/// How the rows of a group moved against the period before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Rows with a change.
    pub compared: u32,
    /// Clearly for the better.
    pub better: u32,
    /// Clearly for the worse.
    pub worse: u32,
    /// Clearly, where neither direction is good.
    pub other: u32,
}

/// A leading series that runs ahead of an outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ahead {
    /// Metric id of the series.
    pub series: String,
    /// Metric id of the outcome.
    pub outcome: String,
    /// By how many weeks.
    pub finding: FindingView,
}

/// A figure with its course over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The figure.
    pub row: ScoreRow,
    /// How time is cut.
    pub bucket: Bucket,
    /// The course.
    pub trend: ChartSpec,
}

/// One kind of input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Canonical name of its table.
    pub table: String,
    /// Rows, each thing once.
    pub rows: u32,
    /// How far it goes.
    pub until: Option<Day>,
}

/// Windows and thresholds that the rows rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Windows {
    /// Hours in which an answer counts.
    pub response_hours: u32,
    /// Incoming messages that make a conversation warm.
    pub warm_incoming: u32,
    /// Days in which a meeting counts as coming of a conversation.
    pub meeting_days: u32,
    /// Cases that a rate needs.
    pub rate_needs: u32,
}

/// The slides.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SlidesView {
    /// The selection.
    pub frame: Frame,
    /// In order; none where there are no figures.
    pub slides: Vec<Slide>,
}

/// One slide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Slide {
    /// What the team does, and what comes of it, in a sentence.
    Answer {
        /// How both moved.
        moved: (Moved, Moved),
        /// The row whose change is the clearest.
        clearest: Option<Box<ScoreRow>>,
    },
    /// The rows of a stage.
    Rows {
        /// Activity or results.
        stage: Stage,
        /// Its rows.
        rows: Vec<ScoreRow>,
    },
    /// One figure and its course.
    Figure(Box<Course>),
    /// By how many weeks activity runs ahead of results.
    Ahead(Ahead),
    /// What is not known yet.
    Gaps(Vec<Gap>),
}
