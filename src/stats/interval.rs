//! The shapes of an answer: a figure and the limits around it.

/// The 97.5 % point of the standard normal distribution: two-sided 95 % intervals.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// A two-sided 95 % interval; both limits finite, in the unit of the figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

impl Interval {
    /// The interval, unless a limit is not a finite number.
    pub(super) fn finite(low: f64, high: f64) -> Option<Self> {
        (low.is_finite() && high.is_finite()).then_some(Self { low, high })
    }
}

/// A figure with its own 95 % limits, all in one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

/// A count as a real number: exact up to 2⁵³, far above any number of rows.
pub(super) fn real(count: usize) -> f64 {
    count as f64
}
