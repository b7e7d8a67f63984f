//! Two values against each other, month by month.

use serde::{Deserialize, Serialize};

use super::{Name, ValueAxis};

/// Where somebody stood in one month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Days since 1970-01-01 of the first of the month.
    pub day: i32,
    /// From left to right; `None` where it cannot be said.
    pub x: Option<f64>,
    /// From bottom to top; `None` where it cannot be said.
    pub y: Option<f64>,
}

impl Stop {
    /// The place if both values can be drawn.
    pub fn drawn(&self) -> Option<(f64, f64)> {
        let is_there = |value: &f64| value.is_finite();
        self.x.filter(is_there).zip(self.y.filter(is_there))
    }
}

/// One who moves over a plane from month to month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trail {
    /// Whose, in legend and table.
    pub name: Name,
    /// The stops in order of time.
    pub stops: Vec<Stop>,
}

/// Two values against each other, month by month, over four named quarters of the plane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuadrantSpec {
    /// The values from left to right.
    pub x: ValueAxis,
    /// The values from bottom to top.
    pub y: ValueAxis,
    /// Where the quarters meet.
    pub split: (f64, f64),
    /// The trails, in category colours.
    pub trails: Vec<Trail>,
}

/// A quarter of a plane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quarter {
    /// Low and low.
    LowLow,
    /// High from left to right alone.
    HighLow,
    /// High from bottom to top alone.
    LowHigh,
    /// High and high.
    HighHigh,
}

impl Quarter {
    /// All, in the order of the names in a chart's labels.
    pub const ALL: [Self; 4] = [Self::LowLow, Self::HighLow, Self::LowHigh, Self::HighHigh];
}

impl QuadrantSpec {
    /// The quarter of a place; on the line between two the higher one.
    pub fn quarter(&self, (x, y): (f64, f64)) -> Quarter {
        match (x >= self.split.0, y >= self.split.1) {
            (false, false) => Quarter::LowLow,
            (true, false) => Quarter::HighLow,
            (false, true) => Quarter::LowHigh,
            (true, true) => Quarter::HighHigh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Unit;
    use super::*;

    #[test]
    fn a_place_on_the_line_is_of_the_higher_quarter() {
        let axis = ValueAxis::of(Unit::Ratio);
        let plane = QuadrantSpec { x: axis.clone(), y: axis, split: (0.02, 0.5), trails: vec![] };
        let quarters = [(0.01, 0.4), (0.02, 0.4), (0.01, 0.5), (0.02, 0.5)].map(|place| plane.quarter(place));
        assert_eq!(quarters, Quarter::ALL);
    }
}
