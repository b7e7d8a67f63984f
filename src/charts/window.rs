//! Which days of a trend are shown when a person looks closer.
//!
//! `days` are the days that have a point, in order. A window begins and ends on such days, so that its first and
//! last point stand at its edges.

use super::spec::{ChartSpec, TimeAxis, TrendSpec};

/// Fewer points than this are no line: a window never holds less.
const FEWEST: usize = 3;

/// The window from one day's point to another's, in whatever order they were marked; `None` where it would hold too
/// few.
pub fn between(days: &[i32], one: usize, other: usize) -> Option<TimeAxis> {
    let (first, last) = (one.min(other), one.max(other).min(days.len().checked_sub(1)?));
    (last + 1 >= first + FEWEST).then(|| window(days, first, last)).flatten()
}

/// Half as many points around a day; `None` where they would be too few.
pub fn closer(days: &[i32], now: TimeAxis, around: Option<i32>) -> Option<TimeAxis> {
    let (first, last) = ends(days, now)?;
    let count = last - first + 1;
    let fewer = count.div_ceil(2).max(FEWEST);
    if fewer >= count {
        return None;
    }
    // Without a crosshair the newest are looked at.
    let middle = around.and_then(|day| days.iter().position(|own| *own == day)).unwrap_or(last);
    let start = middle.saturating_sub(fewer / 2).clamp(first, last + 1 - fewer);
    window(days, start, start + fewer - 1)
}

/// Twice as many points with the same middle; `None` where that is all of them.
pub fn wider(days: &[i32], now: TimeAxis) -> Option<TimeAxis> {
    let (first, last) = ends(days, now)?;
    let count = last - first + 1;
    let more = count * 2;
    if more >= days.len() {
        return None;
    }
    let start = first.saturating_sub(count / 2).min(days.len() - more);
    window(days, start, start + more - 1)
}

/// A chart over a window; other charts than trends have none. The value axis is not stretched with it: the same
/// height means the same value before and after.
pub fn shown(spec: &ChartSpec, window: Option<TimeAxis>) -> ChartSpec {
    match (spec, window) {
        (ChartSpec::Trend(trend), Some(x)) => ChartSpec::Trend(TrendSpec { x, ..trend.clone() }),
        _ => spec.clone(),
    }
}

fn window(days: &[i32], first: usize, last: usize) -> Option<TimeAxis> {
    Some(TimeAxis { from_day: *days.get(first)?, to_day: *days.get(last)? })
}

/// The first and last point inside a window.
fn ends(days: &[i32], now: TimeAxis) -> Option<(usize, usize)> {
    let first = days.iter().position(|day| now.holds(*day))?;
    let last = days.iter().rposition(|day| now.holds(*day))?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thirteen weeks.
    fn weeks() -> Vec<i32> {
        (0..13).map(|week| week * 7).collect()
    }

    fn axis(from_week: i32, to_week: i32) -> TimeAxis {
        TimeAxis { from_day: from_week * 7, to_day: to_week * 7 }
    }

    #[test]
    fn a_drag_marks_the_same_days_in_both_directions() {
        assert_eq!(between(&weeks(), 2, 6), Some(axis(2, 6)));
        assert_eq!(between(&weeks(), 6, 2), Some(axis(2, 6)));
        assert_eq!(between(&weeks(), 9, 99), Some(axis(9, 12)));
    }

    #[test]
    fn a_drag_over_too_little_marks_nothing() {
        assert_eq!(between(&weeks(), 4, 5), None);
        assert_eq!(between(&[], 0, 5), None);
        assert_eq!(between(&weeks(), 4, 6), Some(axis(4, 6)));
    }

    #[test]
    fn closer_halves_around_the_crosshair_and_stays_inside() {
        assert_eq!(closer(&weeks(), axis(0, 12), Some(5 * 7)), Some(axis(2, 8)));
        assert_eq!(closer(&weeks(), axis(0, 12), Some(0)), Some(axis(0, 6)));
        assert_eq!(closer(&weeks(), axis(0, 12), None), Some(axis(6, 12)));
        assert_eq!(closer(&weeks(), axis(4, 6), Some(5 * 7)), None);
    }

    #[test]
    fn closer_and_wider_end_at_the_fewest_and_at_all() {
        let mut now = axis(0, 12);
        let mut counts = Vec::new();
        while let Some(next) = closer(&weeks(), now, Some(84)) {
            now = next;
            counts.push((now.to_day - now.from_day) / 7 + 1);
        }
        assert_eq!(counts, [7, 4, 3]);
        assert_eq!(wider(&weeks(), now), Some(axis(7, 12)));
        assert_eq!(wider(&weeks(), axis(7, 12)), Some(axis(1, 12)));
        assert_eq!(wider(&weeks(), axis(1, 12)), None);
        assert_eq!(closer(&[], axis(0, 12), None), None);
    }
}
