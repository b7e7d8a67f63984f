//! Conversations: when sellers answer, who waits, and what comes of it.

use serde::{Deserialize, Serialize};

use super::{BreakdownView, Frame, HeatView, MetricView, ScoreRow};
use crate::facts::{Day, Span, Zone};
use crate::metrics::{BusinessHours, Figure};

/// What a person says of conversations: working hours, zone and keywords.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TalkRules {
    /// The hours that count as working time.
    pub business_hours: BusinessHours,
    /// Time zone; none means the browser's.
    pub zone: Option<Zone>,
    /// Words by which people were found.
    pub keywords: Vec<String>,
}

/// When sellers answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TalkHoursView {
    /// The selection.
    pub frame: Frame,
    /// The days of the maps: at least 52 weeks, so that more hours have enough messages.
    pub span: Span,
    /// The windows of the share, and the chosen one.
    pub windows: Vec<String>,
    /// The chosen one.
    pub window: String,
    /// Share answered within the window.
    pub share: WeekView,
    /// Median time to the answer.
    pub time: WeekView,
    /// The time to the answer over the period, opened up.
    pub waits: MetricView,
    /// Whether times count working hours only.
    pub in_business_hours: bool,
    /// Working hours, zone, keywords.
    pub rules: TalkRules,
}

/// A metric over the hours of the week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeekView {
    /// Its row.
    pub row: ScoreRow,
    /// Weekday × hour; none where no message has a time of day.
    pub heat: Option<HeatView>,
    /// By weekday, from Monday.
    pub days: Vec<Option<Figure>>,
}

/// What comes of conversations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TalksView {
    /// The selection.
    pub frame: Frame,
    /// The catalogue's metrics of conversations, each split by persona.
    pub personas: Vec<PersonaLine>,
    /// Who waits, longest first.
    pub waiting: Vec<WaitingLine>,
    /// How many do.
    pub waiting_total: u32,
    /// The day at whose end they wait.
    pub waiting_on: Option<Day>,
    /// Whether fast answers go with meetings.
    pub speed: SpeedView,
    /// What became of the conversations that became warm.
    pub outcomes: Vec<OutcomeLine>,
    /// How many became warm.
    pub became_warm: Figure,
    /// With prospects, customers …
    pub life: BreakdownView,
    /// By the keyword that they were found with.
    pub keywords: BreakdownView,
    /// The list of keywords.
    pub keyword_list: Vec<String>,
    /// The share that led to a meeting: all, by seller, persona, and week or month of the start.
    pub meetings: ScoreRow,
    /// Its breakdowns.
    pub meetings_by: Vec<BreakdownView>,
    /// What it takes until somebody becomes a customer.
    pub effort: EffortView,
}

/// A metric of conversations, split by persona.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonaLine {
    /// Its row.
    pub row: ScoreRow,
    /// With people of the persona, with others, with people of whom it is not known; none where no persona is
    /// chosen.
    pub parts: Option<[Option<Figure>; 3]>,
}

/// Somebody who waits for an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaitingLine {
    /// Name; may be blank.
    pub name: String,
    /// Profile address; may be blank.
    pub profile: String,
    /// Employer, where a connection tells.
    pub company: String,
    /// Whose conversation.
    pub seller: String,
    /// Since when.
    pub since: Day,
    /// Hours from the message to the end of what is known; none where its time is not known.
    pub hours: Option<f64>,
    /// Days.
    pub days: i32,
    /// Whether the seller has written before.
    pub has_answered_before: bool,
    /// Key of the persona's breakdown; blank where none is chosen.
    pub fit: String,
}

/// Whether fast answers go with meetings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpeedView {
    /// Meetings by how fast the first answer came.
    pub classes: BreakdownView,
    /// All of them.
    pub whole: ScoreRow,
    /// Whether the share changes with the class: its slope and p; none where nothing can be said.
    pub trend: Option<(f64, f64)>,
    /// Share within four hours less share later, with its interval; none where one of them has too few cases.
    pub difference: Option<(f64, f64, f64)>,
}

/// What became of some warm conversations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeLine {
    /// Key of the outcome.
    pub key: String,
    /// How many.
    pub count: u64,
    /// As a share of those that became warm, with its interval.
    pub share: Figure,
    /// Of them with people of the persona, others, unknown; none where no persona is chosen.
    pub parts: Option<[u64; 3]>,
}

/// What it takes until somebody becomes a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffortView {
    /// In days.
    pub days: MetricView,
    /// In contacts.
    pub contacts: MetricView,
    /// Hours logged in the period; none where no cost names hours.
    pub hours: Option<f64>,
    /// Deals won in the period.
    pub won: Figure,
}

/// Whose network grows while no business comes of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FriendsView {
    /// The selection.
    pub frame: Frame,
    /// The days looked at.
    pub span: Option<Span>,
    /// Weeks of them.
    pub weeks: u32,
    /// One seller each, those concerned first.
    pub lines: Vec<FriendLine>,
}

/// One seller's network and business.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FriendLine {
    /// Whose.
    pub seller: String,
    /// The index before and at the end; none where not known.
    pub ssi: Option<(f64, f64)>,
    /// The connections before and at the end.
    pub network: Option<(f64, f64)>,
    /// Conversations that became warm; none where no file tells.
    pub warm: Option<f64>,
    /// Meetings.
    pub meetings: Option<f64>,
    /// Deals created.
    pub deals: Option<f64>,
    /// Whether index or network rise while nothing comes of it; none where that cannot be said.
    pub is_stuck: Option<bool>,
    /// The contacts made in that time with whom nothing came of it, of a seller who is stuck.
    pub stalled: Vec<StalledLine>,
    /// How many there are.
    pub stalled_total: u32,
}

/// A contact with whom nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StalledLine {
    /// Name; may be blank.
    pub name: String,
    /// Profile address; may be blank.
    pub profile: String,
    /// Employer.
    pub company: String,
    /// Since when they are connected.
    pub connected: Day,
    /// Messages sent and received.
    pub messages: (u32, u32),
    /// The day of the last one.
    pub last: Option<Day>,
}
