//! The selection that the filter bar states, and what it comes to in a workspace.

use serde::{Deserialize, Serialize};

use super::Only;
use crate::facts::{Bucket, Day, Span};

/// A period relative to how far the data goes, or by its days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodChoice {
    /// So many whole days up to the data end.
    LastDays(i32),
    /// The 13 weeks up to the data end.
    #[default]
    Quarter,
    /// From the earliest to the latest dated fact.
    All,
    /// By its days.
    Days(Span),
    /// From the baseline of the chosen sellers to the data end; the period before it is as long, and before the
    /// baseline.
    SinceBaseline,
}

/// What a period is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    /// The equally long period just before.
    #[default]
    Before,
    /// The same weekdays 52 weeks earlier.
    YearBefore,
    /// Nothing.
    Nothing,
}

/// The selection that the filter bar states.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Which days.
    pub period: PeriodChoice,
    /// Compared with what.
    pub compare: Compare,
    /// One seller by name; all when none.
    pub seller: Option<String>,
    /// A team by name, where no seller is chosen.
    pub team: Option<String>,
    /// A saved persona by name.
    pub persona: Option<String>,
    /// How series are cut.
    pub by: BucketChoice,
    /// What it is narrowed to besides.
    pub only: Only,
}

/// How series are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BucketChoice {
    /// By week up to 60 weeks, by month beyond.
    #[default]
    Fitting,
    /// ISO weeks.
    Week,
    /// Months.
    Month,
}

impl BucketChoice {
    /// The cut for a period.
    pub fn bucket(self, span: Span) -> Bucket {
        match self {
            BucketChoice::Week => Bucket::Week,
            BucketChoice::Month => Bucket::Month,
            BucketChoice::Fitting if span.days() <= 60 * 7 => Bucket::Week,
            BucketChoice::Fitting => Bucket::Month,
        }
    }
}

/// The baseline of the chosen sellers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Baseline {
    /// None of them has one.
    #[default]
    None,
    /// They share it.
    Day(Day),
    /// They have different ones, or some have none: no one period is since all of them.
    Different,
    /// They share it, and the data ends before it.
    AfterData(Day),
}

/// Sellers that stand together in the choice of sellers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SellerGroup {
    /// Their team; none for those in no team, and for brand pages.
    pub team: Option<String>,
    /// Whether they are the brand pages.
    pub is_brand: bool,
    /// By name.
    pub sellers: Vec<String>,
}

/// What a selection comes to, and what there is to choose from. Every page's answer begins with it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Name of the workspace.
    pub workspace: String,
    /// Whether it holds the fictional sample data.
    pub is_sample: bool,
    /// Whether nothing was imported yet.
    pub is_empty: bool,
    /// The selection in force. A seller or persona that no longer exists was dropped from it.
    pub filter: Filter,
    /// The period in days; none where nothing is dated.
    pub period: Option<Span>,
    /// The period it is compared with.
    pub before: Option<Span>,
    /// First and last dated fact.
    pub known: Option<Span>,
    /// How far the data goes.
    pub data_end: Option<Day>,
    /// Sellers by name, brand pages too.
    pub sellers: Vec<String>,
    /// The same by team, in the order of the teams, then those in none, then brand pages. Teams without
    /// anyone are there too.
    pub groups: Vec<SellerGroup>,
    /// The baseline of the chosen sellers.
    pub baseline: Baseline,
    /// Saved personas by name.
    pub personas: Vec<String>,
    /// Currency of money figures; empty where no file names one.
    pub currency: String,
    /// IANA name of the time zone; empty for UTC.
    pub zone: String,
}
