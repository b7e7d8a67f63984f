//! The difference of two figures of one metric, and whether it says anything.

use crate::metrics::{Better, Change, Figure, Kind, Metric, Quantity, Verdict};
use crate::stats::{self, Estimate, Interval};

/// The difference between two figures of one metric for periods that do not overlap; none where one has no
/// value. Shares are compared by Newcombe's interval, others by their own limits (MOVER).
pub fn change(metric: &Metric, now: &Figure, before: &Figure) -> Option<Change> {
    let (new, old) = (now.value()?, before.value()?);
    let interval = match metric.kind {
        // The cases of the one period are among those of the other: no interval for independent shares holds.
        Kind::LevelShare | Kind::LevelHeads => None,
        Kind::Share | Kind::HeadCount | Kind::ActiveWeeks | Kind::HeadWeeks | Kind::Retention => {
            newcombe(now, before)
        }
        _ => estimate(now).zip(estimate(before)).and_then(|(new, old)| stats::difference(new, old)),
    };
    let verdict = match interval {
        None => Verdict::Counted,
        Some(Interval { low, high }) if low <= 0.0 && high >= 0.0 => Verdict::CannotTell,
        Some(Interval { low, .. }) => match metric.better {
            Better::Neither => Verdict::Moved,
            Better::Higher if low > 0.0 => Verdict::Better,
            Better::Lower if low <= 0.0 => Verdict::Better,
            _ => Verdict::Worse,
        },
    };
    Some(Change {
        difference: new - old,
        low: interval.map(|interval| interval.low),
        high: interval.map(|interval| interval.high),
        verdict,
    })
}

fn newcombe(now: &Figure, before: &Figure) -> Option<Interval> {
    let (k1, n1) = counts(now)?;
    let (k2, n2) = counts(before)?;
    let most = stats::newcombe(k1, n1, k2, n2)?;
    // Hits without a day may have come later than the day as of which the two are compared.
    let fewest = stats::newcombe(k1, n1, k2.saturating_sub(before.undated), n2)?;
    Some(Interval { low: most.low.min(fewest.low), high: most.high.max(fewest.high) })
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
