//! Leads and bands.

use serde::{Deserialize, Serialize};

use super::{Frame, ScoreRow};
use crate::facts::{Day, TableId};
use crate::metrics::{Figure, LeadRules};

/// Leads and bands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeadsView {
    /// The selection, for the frame of the page.
    pub frame: Frame,
    /// All leads of the period.
    pub leads: ScoreRow,
    /// Those of social sources.
    pub social: Figure,
    /// Leads by source.
    pub sources: Vec<SourceLine>,
    /// What comes before leads.
    pub leading: Vec<ScoreRow>,
    /// Leads and deals that lack a source.
    pub missing: MissingSources,
    /// What social leads each seller is credited with.
    pub credit: Vec<CreditLine>,
    /// Social leads that two sellers may call their own.
    pub unsettled: Vec<UnsettledLead>,
    /// Whether something settled can be taken back.
    pub can_undo: bool,
    /// How leads are scored and treated.
    pub rules: LeadRules,
    /// Scores from which a lead is medium, and fast.
    pub limits: (f64, f64),
    /// How many leads each rule gave points to.
    pub rule_hits: Vec<u32>,
    /// Leads that stand, warmest first; the first of them.
    pub scored: Vec<ScoredLead>,
    /// How many stand.
    pub standing: u32,
    /// Slow, medium, fast.
    pub bands: Vec<BandLine>,
    /// How leads went from band to band; none where the score has no history.
    pub moves: Option<Moves>,
    /// Slow leads that were asked to buy.
    pub hard_sell: HardSell,
    /// What slow leads are given.
    pub nurture: Nurture,
    /// By what leads came in.
    pub points: Vec<PointLine>,
}

/// Leads of one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceLine {
    /// Source group.
    pub key: String,
    /// Leads of the last weeks, as shares of the largest number of any source.
    pub spark: Vec<Option<f64>>,
    /// Of the period.
    pub figure: Figure,
}

/// Leads and deals that lack a source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MissingSources {
    /// Share of the leads of the period; none without leads.
    pub leads: Option<Figure>,
    /// Share of the deals.
    pub deals: Option<Figure>,
    /// The first of them.
    pub rows: Vec<MissingSource>,
    /// How many there are.
    pub count: u32,
    /// Sources that others have, most frequent first.
    pub known: Vec<String>,
}

/// A lead or deal without a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingSource {
    /// Leads or deals.
    pub table: TableId,
    /// Its identifier.
    pub id: String,
    /// The person, else the name of the deal.
    pub name: String,
    /// The company.
    pub company: String,
    /// When it was created.
    pub created: Option<Day>,
}

/// What a seller is credited with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CreditLine {
    /// Who.
    pub seller: String,
    /// Social leads of the period.
    pub leads: Figure,
    /// Social deals won.
    pub won: Figure,
    /// Their value.
    pub value: Figure,
}

/// A social lead that two sellers may call their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsettledLead {
    /// Its identifier.
    pub id: String,
    /// The person.
    pub person: String,
    /// The company.
    pub company: String,
    /// When it was created.
    pub created: Day,
    /// Whose it is by the file; blank for nobody's.
    pub seller: String,
    /// Who talked with the person before that, and since when, earliest first.
    pub others: Vec<(String, Day)>,
    /// The deals that came of it.
    pub deals: Vec<String>,
}

/// A lead with its score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoredLead {
    /// Its identifier.
    pub id: String,
    /// The person.
    pub person: String,
    /// The company.
    pub company: String,
    /// Whose it is.
    pub seller: String,
    /// The score.
    pub score: f64,
    /// The band.
    pub band: String,
    /// What the file says, where the rules say otherwise.
    pub given: Option<f64>,
    /// Rule, day, points.
    pub lines: Vec<(u32, Day, i32)>,
}

/// One band.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BandLine {
    /// `slow`, `medium` or `fast`.
    pub band: String,
    /// Social leads at the end of each month, oldest first.
    pub months: Vec<(Day, Option<f64>)>,
    /// Monthly growth over so many months.
    pub growth: Vec<(u32, Figure)>,
    /// What it got in the period.
    pub got: Got,
    /// Cost of a conversion in the period.
    pub cost: Figure,
    /// The same month by month, oldest first.
    pub cost_months: Vec<(Day, Figure)>,
    /// The same by channel as source group.
    pub cost_channels: Vec<(String, Figure)>,
}

/// What the leads of a band got in the period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Got {
    /// Leads that were in it on any day.
    pub leads: u32,
    /// Months of all these leads together.
    pub lead_months: f64,
    /// Touches that give without asking.
    pub nurture: u32,
    /// Touches that ask for a purchase.
    pub sales: u32,
    /// All others.
    pub other: u32,
    /// All touches for a lead and month; none where no touch is known.
    pub touches_each: Option<f64>,
    /// Money that names the band, for a lead and month; none where no cost names it.
    pub money_each: Option<f64>,
    /// Hours that name the band, for a lead and month.
    pub hours_each: Option<f64>,
}

/// How leads went from band to band, from month end to month end.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moves {
    /// First days of the months, oldest first, each with its own table.
    pub months: Vec<(Day, MoveTable)>,
    /// All months together.
    pub all: MoveTable,
    /// What came last before leads became fast, most frequent first.
    pub tips: Vec<TipLine>,
    /// How many became fast from medium.
    pub tipped: u32,
}

/// From slow, medium, fast (rows) to slow, medium, fast, customer (columns).
pub type MoveTable = [[u32; 4]; 3];

/// An activity before leads became fast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TipLine {
    /// The activity as exported.
    pub kind: String,
    /// Leads that became fast on its day, or after it with nothing in between, of all that became fast.
    pub before: Figure,
    /// Its share of all touches of medium leads.
    pub usual: Figure,
}

/// Slow leads that were asked to buy, and those that were given content only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HardSell {
    /// Share lost of slow leads that were asked to buy.
    pub hard: Figure,
    /// Share lost of slow leads that were given content only.
    pub soft: Figure,
    /// First minus second, with its interval.
    pub difference: Option<(f64, f64, f64)>,
    /// The newest of those asked while slow and still there.
    pub flagged: Vec<FlaggedLead>,
    /// How many those are.
    pub flagged_count: u32,
}

/// A slow lead that was asked to buy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlaggedLead {
    /// Its identifier.
    pub id: String,
    /// The person.
    pub person: String,
    /// Whose it is.
    pub seller: String,
    /// When.
    pub on: Day,
    /// How.
    pub kind: String,
}

/// What slow leads are given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Nurture {
    /// Share of slow leads with content in the last 30 days.
    pub touched: Figure,
    /// Slow leads that nobody touched in that time.
    pub untouched: u32,
    /// Median of their age in days.
    pub median_age: Option<f64>,
    /// The oldest of them, with age and days since the last touch.
    pub oldest: Vec<(ScoredLead, u32, Option<u32>)>,
}

/// A way in which leads came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PointLine {
    /// As exported; blank where it is not known.
    pub point: String,
    /// Whether one asks to be talked with by it.
    pub is_direct: bool,
    /// Leads of the period.
    pub leads: u32,
    /// Share of them that became customers.
    pub conversion: Figure,
}
