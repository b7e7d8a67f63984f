//! What the page asks the long-lived engine.

use crate::facts::{Day, NoteChange, RosterChange, Settlement, TableId, Zone};
use crate::metrics::{
    BenchmarkChange, Dim, GoalChange, LeadRules, OwnMetric, Persona, ProgrammeChange, ReportChange,
    ReturnRules,
};
use crate::sources::{Mapping, Outcome};
use crate::views::{
    Clicks, ContentChange, EntryChange, Filter, HighFrom, MaskWords, Reminder, RowKind, TalkRules, Which,
};
use serde::{Deserialize, Serialize};

/// What the page asks the long-lived engine. The first ones are those of [`FirstAsk`](crate::views::FirstAsk), in its
/// order; a new question comes after them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Forget everything and open this workspace; none means a new one of that name.
    Open {
        /// Its stored body.
        body: Option<String>,
        /// Name of a new one.
        name: String,
        /// The browser's time zone; the worker reads its offsets itself.
        zone: Zone,
    },
    /// The scorecard.
    Scorecard {
        /// The selection.
        filter: Filter,
    },
    /// One metric.
    Metric {
        /// Its id.
        id: String,
        /// The selection.
        filter: Filter,
        /// The breakdown wanted.
        by: Option<Dim>,
        /// The headline's key wanted (a response window).
        variant: Option<String>,
        /// The search interest wanted over the trend.
        over: Option<String>,
    },
    /// The first rows behind a metric's number.
    Rows {
        /// Metric id.
        id: String,
        /// The selection.
        filter: Filter,
        /// Which rows.
        which: Which,
        /// The headline's key.
        variant: Option<String>,
    },
    /// What is in the workspace.
    Data {
        /// The selection, for the frame.
        filter: Filter,
    },
    /// The workspace as text, to be stored.
    Body,
    /// Stage files that were read: the outcomes here, the facts of those that gave any as bytes beside it,
    /// in the same order. Files of the same names that are staged already are replaced.
    Stage {
        /// What became of the files.
        outcomes: Vec<Outcome>,
    },
    /// Say whose export a staged file is.
    NameOwner {
        /// The file (of an archive: all its members).
        file: String,
        /// Seller's name.
        owner: String,
    },
    /// Merge the staged files that are named, as one import.
    Confirm {
        /// Names of the files taken.
        files: Vec<String>,
        /// Now, as ISO date and time.
        at: String,
        /// Whether they are the sample data.
        is_sample: bool,
        /// Answers to remember: shape of a table → mapping.
        remember: Vec<(String, Mapping)>,
    },
    /// Forget the staged files.
    Unstage,
    /// Take an import back.
    UndoImport {
        /// Its number.
        id: u32,
    },
    /// Bring the import back that was taken back last.
    RedoImport,
    /// Rename the workspace.
    Rename {
        /// New name.
        name: String,
    },
    /// Replace the saved personas.
    SetPersonas {
        /// All of them.
        personas: Vec<Persona>,
    },
    /// Remembered mappings, for the worker that reads files.
    Mappings,
    /// A blank template of a canonical table.
    Template {
        /// Canonical table name.
        table: String,
    },
    /// All left-out rows of an imported or staged file as CSV.
    LeftOutCsv {
        /// Name of the file.
        file: String,
    },
    /// How the workspace counts, as a file.
    Setup,
    /// Count as such a file says.
    UseSetup {
        /// Its text.
        text: String,
    },
    /// Count again as before that.
    UndoSetup,
    /// The sellers and teams.
    Team {
        /// The selection, for the frame.
        filter: Filter,
    },
    /// Change the sellers or teams.
    ChangeRoster {
        /// How.
        change: RosterChange,
    },
    /// Take the last change of sellers and teams back.
    UndoRoster,
    /// What was typed in.
    Log {
        /// The selection, for the frame.
        filter: Filter,
        /// Entries of this kind only.
        table: Option<TableId>,
        /// Whether the person's language writes a decimal comma.
        comma: bool,
        /// The day, whose week is the grid's last.
        today: Day,
    },
    /// Change entries, all or none, as one step.
    ChangeEntries {
        /// The changes.
        changes: Vec<EntryChange>,
        /// Whether the person's language writes a decimal comma.
        comma: bool,
        /// The day.
        today: Day,
    },
    /// Take the last step of entries back.
    UndoEntries,
    /// Make the step again that was taken back last.
    RedoEntries,
    /// Known people whose name has this in it.
    SuggestPeople {
        /// What was typed so far.
        start: String,
    },
    /// A reminder as a file for calendars.
    ReminderFile {
        /// What of.
        reminder: Reminder,
    },
    /// The first rows of one kind of a staged file.
    StagedRows {
        /// The file.
        file: String,
        /// Which rows.
        kind: RowKind,
        /// How many at most.
        most: u32,
    },
    /// Say which of several words about a thing counts, in a staged file.
    Pick {
        /// The file.
        file: String,
        /// The table.
        table: TableId,
        /// What stands for the thing, as the row said.
        thing: String,
        /// The word's place among those offered.
        word: u32,
    },
    /// Where records of two systems meet.
    Matches {
        /// How many of each list at most.
        most: u32,
    },
    /// Look, or no longer look, for records that are only alike.
    Suggest {
        /// Whether to look.
        on: bool,
    },
    /// Say of two records whether they are the same.
    Decide {
        /// What stands for the two.
        pair: String,
        /// What they are called.
        names: (String, String),
        /// Whether they are the same.
        is_same: bool,
    },
    /// Take back what was said of two records.
    TakeBack {
        /// Number of the decision.
        id: u32,
    },
    /// Who is credited with what was won.
    Attribution {
        /// The selection.
        filter: Filter,
    },
    /// Say how credit and return are counted.
    SetReturnRules {
        /// All of it.
        rules: ReturnRules,
    },
    /// Deals and revenue.
    Pipeline {
        /// The selection.
        filter: Filter,
    },
    /// The goals.
    Goals {
        /// The selection, for the frame.
        filter: Filter,
    },
    /// Change the goals.
    ChangeGoals {
        /// How.
        change: GoalChange,
    },
    /// Take the last change of what the sellers have set out to do back.
    UndoPlan,
    /// A metric before and after an event.
    BeforeAfter {
        /// Metric id.
        id: String,
        /// The selection; its period plays no part.
        filter: Filter,
        /// The day of the event; none for the latest.
        day: Option<Day>,
        /// Weeks of each window.
        weeks: u32,
        /// The headline's key.
        variant: Option<String>,
    },
    /// Show the changes that platforms made to their numbers on charts, or keep them off.
    ShowPlatformEvents {
        /// Whether to show them.
        on: bool,
    },
    /// What was shared and what came of it.
    Content {
        /// The selection.
        filter: Filter,
        /// Which clicks count as engagements.
        clicks: Clicks,
    },
    /// Change how content is counted, or what a post is.
    ChangeContent {
        /// How.
        change: ContentChange,
    },
    /// Take the last such change back.
    UndoContent,
    /// The network.
    Network {
        /// The selection.
        filter: Filter,
    },
    /// The index.
    Ssi {
        /// The selection.
        filter: Filter,
        /// What counts as high in its test.
        high_from: HighFrom,
    },
    /// Referrals and paths.
    Referrals {
        /// The selection.
        filter: Filter,
        /// The company whose people are looked for.
        company: Option<String>,
    },
    /// Change what is noted beside the facts.
    ChangeNotes {
        /// How.
        change: NoteChange,
    },
    /// Take the last change of the notes back.
    UndoNotes,
    /// When sellers answer.
    TalkHours {
        /// The selection.
        filter: Filter,
        /// Window of the share that is answered.
        window: String,
        /// Whether times count working hours only.
        in_business_hours: bool,
    },
    /// What comes of conversations.
    Talks {
        /// The selection.
        filter: Filter,
    },
    /// Whose network grows while no business comes of it.
    Friends {
        /// The selection.
        filter: Filter,
        /// Over how many weeks.
        weeks: u32,
    },
    /// Say what counts as working time, which zone holds, and which keywords there are.
    SetTalkRules {
        /// All of it.
        rules: TalkRules,
    },
    /// All that is known of one person.
    Person {
        /// The selection, for the frame.
        filter: Filter,
        /// Profile address; may be blank.
        profile: String,
        /// Name; may be blank.
        name: String,
    },
    /// The metrics that a person made, as rows of the scorecard.
    OwnScores {
        /// The selection.
        filter: Filter,
    },
    /// One of them opened up.
    OwnMetric {
        /// Its name.
        name: String,
        /// The selection.
        filter: Filter,
        /// The breakdown wanted.
        by: Option<Dim>,
        /// The search interest wanted over the trend.
        over: Option<String>,
    },
    /// The first rows behind its number.
    OwnRows {
        /// Its name.
        name: String,
        /// The selection.
        filter: Filter,
        /// Which rows.
        which: Which,
    },
    /// What a metric would say that is not kept yet.
    TryOwn {
        /// The selection.
        filter: Filter,
        /// What a person says of it.
        metric: OwnMetric,
    },
    /// Replace the metrics that a person made.
    SetOwn {
        /// All of them.
        metrics: Vec<OwnMetric>,
    },
    /// The programme.
    Programme {
        /// The selection.
        filter: Filter,
    },
    /// Change the programme.
    ChangeProgramme {
        /// How.
        change: ProgrammeChange,
    },
    /// Leads and bands.
    Leads {
        /// The selection.
        filter: Filter,
    },
    /// Score and treat leads in this way.
    SetLeads {
        /// How.
        rules: LeadRules,
        /// Scores from which a lead is medium, and fast.
        limits: (f64, f64),
    },
    /// Score and treat leads as before the last change.
    UndoLeads,
    /// Settle sources or sellers of leads and deals, as one step.
    Settle {
        /// What.
        all: Vec<Settlement>,
    },
    /// Take the last such step back.
    UndoSettled,
    /// The funnel.
    Funnel {
        /// The selection.
        filter: Filter,
    },
    /// Which activity comes before results.
    Delay {
        /// The selection.
        filter: Filter,
    },
    /// What can be said, and what cannot.
    Honesty {
        /// The selection.
        filter: Filter,
    },
    /// What was spent and what came back.
    Return {
        /// The selection.
        filter: Filter,
    },
    /// What a selection can be narrowed to.
    Choices,
    /// The quoted numbers, with one's own figures beside them.
    Benchmarks {
        /// The selection.
        filter: Filter,
    },
    /// Change the quoted numbers, hide or add one.
    ChangeBenchmarks {
        /// How.
        change: BenchmarkChange,
    },
    /// Take the last such change back.
    UndoBenchmarks,
    /// What every metric is.
    Glossary,
    /// The report for management.
    Report {
        /// The selection.
        filter: Filter,
    },
    /// Change what is chosen for it.
    ChangeReport {
        /// How.
        change: ReportChange,
    },
    /// The slides.
    Slides {
        /// The selection.
        filter: Filter,
    },
    /// A question whose answer holds no name.
    Masked {
        /// The words that stand for names.
        words: MaskWords,
        /// The question; pseudonyms in it stand for their names.
        ask: Box<Ask>,
    },
}
