//! The difference of two figures of one metric, and whether it says anything.

use serde::{Deserialize, Serialize};

use crate::facts::Amount;
use crate::metrics::{Better, Figure, Kind, Metric, Quantity, State};
use crate::stats::{self, Estimate, Interval};

/// A difference with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Now minus before, in the metric's unit.
    pub difference: Option<Quantity>,
    /// Lower limit.
    pub low: Option<Quantity>,
    /// Upper limit.
    pub high: Option<Quantity>,
    /// What it says.
    pub verdict: Verdict,
}

/// What a difference says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The interval lies on the good side of zero.
    Better,
    /// The interval lies on the bad side of zero.
    Worse,
    /// The interval excludes zero, and neither side is good in itself.
    Differs,
    /// The interval includes zero.
    CannotTell,
    /// The figures have no intervals: plain counts and levels.
    NoInterval,
    /// One of the figures has no value.
    Unknown,
}

/// The difference between two figures of one metric for periods that do not overlap. Shares are compared
/// by Newcombe's interval, others by their own limits (MOVER).
pub fn change(metric: &Metric, now: &Figure, before: &Figure) -> Change {
    let (State::Value(new), State::Value(old)) = (now.state, before.state) else {
        return Change { difference: None, low: None, high: None, verdict: Verdict::Unknown };
    };
    let difference = match (new, old) {
        (Quantity::Money(new), Quantity::Money(old)) => Quantity::Money(new - old),
        (new, old) => Quantity::Number(new.to_f64() - old.to_f64()),
    };
    let interval = match metric.kind {
        Kind::Share | Kind::HeadCount | Kind::ActiveWeeks => newcombe(now, before),
        _ => estimate(now).zip(estimate(before)).and_then(|(new, old)| stats::difference(new, old)),
    };
    let verdict = match interval {
        None => Verdict::NoInterval,
        Some(Interval { low, high }) if low <= 0.0 && high >= 0.0 => Verdict::CannotTell,
        Some(Interval { low, .. }) => match metric.better {
            Better::Neither => Verdict::Differs,
            Better::Higher if low > 0.0 => Verdict::Better,
            Better::Lower if low <= 0.0 => Verdict::Better,
            _ => Verdict::Worse,
        },
    };
    let limit = |limit: f64| match difference {
        Quantity::Money(_) => Amount::from_f64(limit).map(|amount| Quantity::Money(i128::from(amount.0))),
        Quantity::Number(_) => Some(Quantity::Number(limit)),
    };
    Change {
        difference: Some(difference),
        low: interval.and_then(|interval| limit(interval.low)),
        high: interval.and_then(|interval| limit(interval.high)),
        verdict,
    }
}

fn newcombe(now: &Figure, before: &Figure) -> Option<Interval> {
    let (k1, n1) = counts(now)?;
    let (k2, n2) = counts(before)?;
    stats::newcombe(k1, n1, k2, n2)
}

fn counts(figure: &Figure) -> Option<(u64, u64)> {
    match figure.numerator? {
        // Hits are counted one by one, far below the 2⁵³ up to which a float is exact.
        Quantity::Number(hits) if hits >= 0.0 => Some((hits.round() as u64, figure.n)),
        _ => None,
    }
}

fn estimate(figure: &Figure) -> Option<Estimate> {
    Some(Estimate { value: figure.value()?, low: figure.low?.to_f64(), high: figure.high?.to_f64() })
}
