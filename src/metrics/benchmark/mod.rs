//! Numbers that are often quoted, where they come from, and how one's own figure is held against them.
//!
//! | file | holds |
//! |---|---|
//! | `library` | the numbers, one declaration each |
//! | `rules` | what a person changes in them, hides or adds |
//! | `ruling` | the test: agrees, disagrees, cannot tell |
//!
//! The words of a number are the messages `bench.<id>.claim` (with `{value}`), `.population`, `.compared` and `.says`.

mod library;
mod rules;
mod ruling;

pub use library::{BENCHMARKS, benchmark};
pub use rules::{BenchmarkChange, BenchmarkRules, ChangedBenchmark, OwnBenchmark};
pub use ruling::{Doubt, Ruling, rule};

use super::Unit;
use serde::{Deserialize, Serialize};

/// What can be said of where a number comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// Who measured it says so, and it was read there.
    Primary,
    /// Others quote who measured it.
    Secondary,
    /// It stands in lists and articles; who measured it is not found.
    #[default]
    NotFound,
    /// A forecast for a day that has passed.
    PastForecast,
}

impl Trust {
    /// All of them, the surest first.
    pub const ALL: [Trust; 4] = [Trust::Primary, Trust::Secondary, Trust::NotFound, Trust::PastForecast];

    /// The mark in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Trust::Primary => "primary",
            Trust::Secondary => "secondary",
            Trust::NotFound => "not_found",
            Trust::PastForecast => "past_forecast",
        }
    }
}

/// How a number is meant and printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meant {
    /// A value in a unit, as it is.
    Plain(Unit),
    /// So much more (or less) than without it: 0.45 is 45 % more.
    More,
}

impl Meant {
    /// Where it would lie if the one thing made no difference to the other.
    pub fn no_difference(self) -> f64 {
        match self {
            Meant::Plain(Unit::Times) => 1.0,
            _ => 0.0,
        }
    }
}

/// How one's own figure is held against a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trial {
    /// The figure is to lie near the number.
    Level,
    /// The figure is to show a difference, and as large a one as the number says.
    Effect,
    /// The number counts those who believe it; the figure is to show the difference that they believe in.
    Direction,
    /// The number is a share of many firms; one's own is one of them, and its figure is shown beside.
    OneOfMany,
    /// It was asked of people, or foretold: no file holds it.
    NotInFiles,
}

/// A number that is often quoted.
#[derive(Debug)]
pub struct Benchmark {
    /// Its id; never changes its meaning.
    pub id: &'static str,
    /// The number.
    pub value: f64,
    /// How it is meant.
    pub measure: Meant,
    /// The year that it speaks of, where one is known.
    pub year: Option<u16>,
    /// What can be said of where it comes from.
    pub trust: Trust,
    /// Where it comes from, as far as found; blank where nothing was.
    pub cites: &'static str,
    /// How one's own figure is held against it.
    pub trial: Trial,
}
