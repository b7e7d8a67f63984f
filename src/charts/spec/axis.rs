//! Units, axes, intervals and names of charts.

use serde::{Deserialize, Serialize};

/// A name in a chart: a message key the page puts into words, or text the user gave.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Name {
    /// Key of a message.
    Key(String),
    /// The user's own text (a seller, an event), shown as it is.
    Text(String),
}

/// What a value counts; it decides the ticks and how the page writes a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A share from 0 to 1.
    Ratio,
    /// Whole things.
    Count,
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
    /// Seconds.
    Seconds,
    /// Money in the major unit of a currency.
    Money {
        /// ISO 4217 code.
        currency: String,
    },
    /// Points of an index such as the Social Selling Index.
    Score,
    /// Percentage points, as a share: 0.05 is 5 points.
    Points,
    /// Points of a pillar of the index, always shown from 0 to 25, so that the four compare.
    Pillar,
    /// Among the top x per cent, as a number of per cent: less is better, so the axis goes down.
    TopPercent,
    /// Hundredths of a peak, as search interest is told.
    OfPeak,
}

impl Unit {
    /// Whether the axis has its zero on top.
    pub fn goes_down(&self) -> bool {
        matches!(self, Self::TopPercent)
    }
}

/// A vertical axis. It always holds 0; its top is the next natural tick.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueAxis {
    /// What the values count.
    pub unit: Unit,
    /// No value can lie above this (1 for a share, 100 for an index): the axis never passes it.
    pub ceiling: Option<f64>,
}

impl ValueAxis {
    /// The axis of a unit; a share ends at 1, the others are open.
    pub fn of(unit: Unit) -> Self {
        let ceiling = matches!(unit, Unit::Ratio).then_some(1.0);
        Self { unit, ceiling }
    }
}

/// A time axis in days since 1970-01-01, both ends shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeAxis {
    /// First day.
    pub from_day: i32,
    /// Last day.
    pub to_day: i32,
}

impl TimeAxis {
    /// Whether a day is shown.
    pub fn holds(&self, day: i32) -> bool {
        (self.from_day..=self.to_day).contains(&day)
    }
}

/// A 95 % interval, in the unit of its axis.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}
