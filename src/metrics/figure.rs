//! What comes out: a value with its interval and n, or why there is none.

use serde::{Deserialize, Serialize};

use super::{Dim, Need};
use crate::facts::Reason;

/// A number or money.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// A number in the metric's unit.
    Number(f64),
    /// Money in ten-thousandths of the main unit.
    Money(i128),
}

impl Quantity {
    /// As a float in the metric's unit (money: main units), for drawing and comparing.
    pub fn to_f64(self) -> f64 {
        match self {
            Quantity::Number(number) => number,
            Quantity::Money(amount) => amount as f64 / 10_000.0,
        }
    }
}

/// Whether there is a value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The value.
    Value(Quantity),
    /// Counts only: a rate needs this many cases.
    TooFew {
        /// How many.
        need: u32,
    },
    /// A median that fewer than half of the cases have reached.
    NotReached,
    /// No value.
    Missing(Missing),
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// No file with these facts.
    NoFacts(Need),
    /// There are such facts, but none for this seller.
    NoFactsOfSeller(Need),
    /// The period lies outside what the files tell.
    OutsideData,
    /// Nothing in the period that the value could be made of.
    NothingInPeriod,
    /// Nothing to start from (growth from zero).
    NoStart,
    /// No persona is saved.
    NoPersona,
    /// Too few readings for a slope.
    TooFewReadings,
    /// A sum over sellers of whom at least one is not known on that day.
    UnknownOfOne,
    /// There are rows in the period, and each of them lacks the value.
    AllUnknown,
    /// Daily rows cover a part of the period only, and no posts are known.
    PartOfPeriod,
    /// What it is made of does not tell the dimension that the selection is narrowed by.
    NotBy(Dim),
}

/// Which rows a figure was made of that must not mix daily rows and posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Daily rows.
    ByDay,
    /// Rows of posts.
    ByPost,
    /// Daily rows of some sellers or platforms, posts of others; never both of one.
    Mixed,
}

/// How old the reading of one seller is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingAge {
    /// Whose.
    pub seller: String,
    /// Days from the reading to the end of the period.
    pub age_days: i32,
    /// Whether a check-in reports it, and no reading says so.
    #[serde(default)]
    pub is_reported: bool,
}

/// A duration's further facts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Duration {
    /// Finished cases.
    pub events: u64,
    /// Mean of the finished cases.
    pub mean_finished: Option<f64>,
    /// Median of the finished cases.
    pub median_finished: Option<f64>,
}

/// Cases that are still open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenCases {
    /// How many.
    pub count: u64,
    /// Their median age in days.
    pub median_age_days: Option<f64>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The value or why there is none.
    pub state: State,
    /// Lower end of the 95 % interval.
    pub low: Option<Quantity>,
    /// Upper end of the 95 % interval.
    pub high: Option<Quantity>,
    /// Rows (cases, events, readings) behind it.
    pub n: u64,
    /// The part of a count or level that only check-ins report.
    #[serde(default)]
    pub reported: f64,
    /// Numerator of a ratio.
    pub numerator: Option<Quantity>,
    /// Denominator of a ratio.
    pub denominator: Option<Quantity>,
    /// Of a duration.
    pub duration: Option<Duration>,
    /// Cases that are still open.
    pub open: Option<OpenCases>,
    /// Hits of which nobody can say whether they were hits already on the earlier day as of which this is told.
    #[serde(default)]
    pub undated: u64,
    /// Which rows it was made of, where there is a choice.
    pub basis: Option<Basis>,
    /// Age of each seller's reading, by seller; of several readings of one seller the oldest.
    pub readings: Vec<ReadingAge>,
    /// What was left out and why, in the order of the reasons.
    pub left_out: Vec<(Reason, u32)>,
}

impl Figure {
    /// A figure that is missing.
    pub fn missing(why: Missing) -> Figure {
        Figure::of(State::Missing(why), 0)
    }

    /// A figure with a state and a number of rows, and nothing else.
    pub fn of(state: State, n: u64) -> Figure {
        Figure {
            state,
            low: None,
            high: None,
            n,
            reported: 0.0,
            numerator: None,
            denominator: None,
            duration: None,
            open: None,
            undated: 0,
            basis: None,
            readings: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// The value, where there is one.
    pub fn value(&self) -> Option<f64> {
        match self.state {
            State::Value(quantity) => Some(quantity.to_f64()),
            _ => None,
        }
    }
}
