//! What a metric emits: dated samples.

use crate::facts::{Day, Names, Reason, RowRef, Sym};

/// A key of a breakdown, as a number of [`Samples::keys`]; blank where the sample has none.
pub type Key = Sym;

/// One thing that happened, or is so from this day on, or was left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// The day it is counted on, in the workspace's zone.
    pub day: Day,
    /// Hour of that day (0–23) where the time is known.
    pub hour: Option<u8>,
    /// Whose; blank where nobody's.
    pub seller: Sym,
    /// Breakdown keys, in the order of the metric's `by`.
    pub keys: [Key; 3],
    /// The row behind it.
    pub row: RowRef,
    /// Where it was read from, for metrics that must not mix two kinds of rows.
    pub layer: Layer,
    /// What it says.
    pub what: What,
}

/// Daily rows or posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// One row a day (also: the only kind there is).
    Daily,
    /// Rows of posts.
    Posts,
}

/// What a sample says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A level goes up or down by this from this day on.
    Step(f64),
    /// A level was read on this day.
    Reading(f64),
    /// So many happened.
    Count(f64),
    /// One of n: a hit or not.
    Case(bool),
    /// One of n whose outcome may still come.
    Ripening {
        /// The day from which on it is a case.
        seen: Day,
        /// Whether it is a hit by the end of the data, and since when.
        hit: Ripe,
    },
    /// A part of a ratio of sums.
    Part {
        /// Goes into the numerator.
        numerator: f64,
        /// Goes into the denominator.
        denominator: f64,
    },
    /// A level goes up or down by this from this day on, and its growth over so many months is asked.
    Monthly {
        /// By how much.
        step: f64,
        /// Months that the growth looks back.
        months: u8,
    },
    /// A case of the one group or of the others, a hit or not.
    Against {
        /// Whether it belongs to the one group.
        inside: bool,
        /// Whether it is a hit.
        hit: bool,
    },
    /// A customer bought; who it is stands in the sample's last key.
    Bought,
    /// A duration in the metric's unit.
    Lasting {
        /// How long.
        time: f64,
        /// How it ended.
        end: End,
    },
    /// Money in ten-thousandths of the workspace's currency. Sums and means add the hits; the rest says that
    /// something happened to which nothing is added, and belongs to the denominator of a ratio by value.
    Money {
        /// How much.
        amount: i64,
        /// Whether it is added (of a ratio by value: goes into the numerator).
        hit: bool,
    },
    /// The row belongs here and cannot be used.
    LeftOut(Reason),
}

impl What {
    /// Whether it ends a level that another sample of the same row began.
    pub fn is_end(self) -> bool {
        matches!(self, What::Step(step) if step < 0.0)
            || matches!(self, What::Money { amount, .. } if amount < 0)
    }
}

/// Whether a case has become a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ripe {
    /// Not by the end of the data.
    NotYet,
    /// On this day.
    On(Day),
    /// Yes, and nobody says when.
    Undated,
}

/// How a duration ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With the event.
    Event,
    /// Still open when the data ends.
    Open,
    /// With another event that rules this one out (a lost deal).
    Other,
}

/// A metric's samples.
#[derive(Clone, Debug, Default)]
pub struct Samples {
    /// The samples, in the order of the facts.
    pub list: Vec<Sample>,
    /// The texts of their keys.
    pub keys: Names,
    /// Open cases (open leads, open deals) with their creation day and age in days: shown beside a rate.
    pub open: Vec<(Day, Sym, i32)>,
}

impl Samples {
    /// Adds a sample without time of day, key or layer.
    pub fn add(&mut self, day: Day, seller: Sym, row: RowRef, what: What) {
        self.add_keyed(day, seller, row, [Key::BLANK; 3], what);
    }

    /// Adds a sample with breakdown keys.
    pub fn add_keyed(&mut self, day: Day, seller: Sym, row: RowRef, keys: [Key; 3], what: What) {
        self.list.push(Sample { day, hour: None, seller, keys, row, layer: Layer::Daily, what });
    }

    /// Adds a sample of a post, for metrics that must not mix posts with daily rows.
    pub fn add_post(&mut self, day: Day, seller: Sym, row: RowRef, keys: [Key; 3], what: What) {
        self.list.push(Sample { day, hour: None, seller, keys, row, layer: Layer::Posts, what });
    }
}
