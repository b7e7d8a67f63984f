//! Referrals and the ways to new people: who refers, what comes of it, whether naming a mutual connection helps,
//! and who on the team knows somebody at a company.

use serde::{Deserialize, Serialize};

use super::{Frame, ScoreRow};
use crate::charts::ChartSpec;
use crate::facts::{AskOutcome, Bucket, Day};
use crate::metrics::{Change, Figure};

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReferralsView {
    /// The selection.
    pub frame: Frame,
    /// How the trend is cut.
    pub bucket: Option<Bucket>,
    /// Referrals received.
    pub received: Option<ScoreRow>,
    /// The same over time.
    pub chart: Option<ChartSpec>,
    /// By who referred.
    pub referrers: Vec<ReferralLine>,
    /// By what the referrer is to the seller.
    pub kinds: Vec<ReferralLine>,
    /// By who received.
    pub sellers: Vec<ReferralLine>,
    /// All together.
    pub total: ReferralLine,
    /// Won against lost, referral against other sources.
    pub odds: Option<ScoreRow>,
    /// Median cycle of deals from referrals.
    pub cycle: Option<Figure>,
    /// Median cycle of deals from other known sources.
    pub cycle_others: Option<Figure>,
    /// Naming a mutual connection.
    pub mutual: MutualView,
    /// Companies worth a way in: those of open deals and leads.
    pub targets: Vec<TargetLine>,
    /// Who knows whom at the company asked for.
    pub paths: Option<PathsView>,
    /// Introductions asked for, newest first.
    pub asks: Vec<AskLine>,
    /// Who can ask and be asked.
    pub team: Vec<String>,
}

/// Referrals of one kind, and what became of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralLine {
    /// Name, as exported or logged; blank where nobody says.
    pub name: String,
    /// How many.
    pub received: u32,
    /// Of them won.
    pub won: u32,
    /// Of them lost.
    pub lost: u32,
    /// Of them open, or nothing known of what they became.
    pub open: u32,
}

/// Meetings that came of first messages with and without the name of a mutual connection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MutualView {
    /// Of those that named one.
    pub with: Option<Figure>,
    /// Of those that did not.
    pub without: Option<Figure>,
    /// With minus without.
    pub difference: Option<Change>,
    /// With divided by without, and its interval.
    pub ratio: Option<(f64, f64, f64)>,
    /// First messages in the period of which nobody has said.
    pub unsaid: u32,
    /// First messages of which it was said, and whose time is not over or whose meetings are not known.
    pub waiting: u32,
    /// The newest first messages of the period, to be told apart.
    pub messages: Vec<FirstMessageLine>,
}

/// A first message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstMessageLine {
    /// Whose.
    pub seller: String,
    /// What stands for the person.
    pub key: String,
    /// The person's name; may be blank.
    pub name: String,
    /// When.
    pub sent: Day,
    /// Whether it named a mutual connection; none where nobody has said.
    pub mentioned: Option<bool>,
}

/// A company worth a way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetLine {
    /// Its name.
    pub company: String,
    /// Open deals with it.
    pub deals: u32,
    /// Open leads of it.
    pub leads: u32,
    /// People there whom somebody on the team knows.
    pub known: u32,
}

/// Who knows whom at a company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathsView {
    /// The company asked for.
    pub company: String,
    /// The people, those known longest first.
    pub lines: Vec<PathLine>,
}

/// Somebody at a company whom a colleague knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathLine {
    /// The colleague.
    pub via: String,
    /// The person.
    pub person: String,
    /// Their title as exported.
    pub position: String,
    /// Their company as exported.
    pub company: String,
    /// Since when they are connected.
    pub since: Day,
    /// Whether an introduction to them through that colleague was asked for.
    pub is_asked: bool,
}

/// An introduction asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskLine {
    /// Its number.
    pub id: u32,
    /// Who asked.
    pub seller: String,
    /// The colleague.
    pub via: String,
    /// To whom.
    pub person: String,
    /// At which company.
    pub company: String,
    /// When.
    pub on: Day,
    /// What came of it.
    pub outcome: AskOutcome,
    /// The day on which that was noted.
    pub settled: Option<Day>,
}
