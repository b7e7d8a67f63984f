//! The shapes and dashes that tell series apart where colour cannot.

use serde::{Deserialize, Serialize};

/// The shape that tells a series apart where colour cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    /// Filled circle.
    Circle,
    /// Filled square.
    Square,
    /// Filled triangle.
    Triangle,
    /// Filled diamond.
    Diamond,
    /// Diagonal cross.
    Cross,
    /// Hollow circle.
    Ring,
    /// Upright cross.
    Plus,
    /// Upright bar.
    Bar,
}

impl Marker {
    /// The marker of the series at an index; after eight they begin again.
    pub fn of_series(index: usize) -> Self {
        match index % 8 {
            0 => Self::Circle,
            1 => Self::Square,
            2 => Self::Triangle,
            3 => Self::Diamond,
            4 => Self::Cross,
            5 => Self::Ring,
            6 => Self::Plus,
            _ => Self::Bar,
        }
    }
}

/// Dash and gap of the line at an index among several, in CSS pixels; the first of each four is solid. A line is
/// told apart by its dash and its marker together: no two of the first eight share both.
pub fn dash_of_series(index: usize) -> Option<(f64, f64)> {
    match index % 4 {
        0 => None,
        1 => Some((7.0, 3.0)),
        2 => Some((2.0, 2.5)),
        _ => Some((12.0, 3.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_of_eight_series_share_dash_and_marker() {
        let look = |index: usize| (dash_of_series(index), Marker::of_series(index));
        for one in 0..8 {
            for other in 0..one {
                assert_ne!(look(one), look(other), "{one} and {other}");
            }
        }
        // Neighbours differ in both.
        assert!((1..8).all(|index| dash_of_series(index) != dash_of_series(index - 1)));
    }
}
