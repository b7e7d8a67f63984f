//! Values over time.

use serde::{Deserialize, Serialize};

use super::{Interval, Name, TimeAxis, ValueAxis};

/// The count behind a share: `have` of `of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Rows that count.
    pub have: u64,
    /// Rows looked at.
    pub of: u64,
}

/// One point of a trend. Without a value it is a gap: the line breaks there, and is never joined
/// over it nor drawn at zero.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Days since 1970-01-01 of the start of its period.
    pub day: i32,
    /// The value; `None` where there is none or too few rows carry it.
    pub value: Option<f64>,
    /// Its interval.
    pub interval: Option<Interval>,
    /// The rows behind it; known also where they are too few for a value.
    pub counted: Option<Counted>,
    /// Rows of its period that were left out, for whatever reason.
    pub left_out: u64,
}

impl Point {
    /// The value if it can be drawn: not a number and infinity are gaps too.
    pub fn drawn(&self) -> Option<f64> {
        self.value.filter(|value| value.is_finite())
    }

    /// The interval if the point is drawn and both ends are finite.
    pub fn drawn_interval(&self) -> Option<Interval> {
        self.drawn()?;
        self.interval.filter(|interval| interval.low.is_finite() && interval.high.is_finite())
    }
}

/// A line over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrendSeries {
    /// Its name in legend and table.
    pub name: Name,
    /// Points in order of time.
    pub points: Vec<Point>,
}

/// A line that counts something else than the axis does: thin, dashed, and on a scale of its own from 0 at the foot of
/// the plot to its top.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overlay {
    /// The line. The interval of a point is what is known of it where that is no single number.
    pub series: TrendSeries,
    /// What lies at the top of the plot.
    pub top: f64,
}

/// Something that happened, as a dotted line with a name on top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventMark {
    /// Days since 1970-01-01.
    pub day: i32,
    /// What it is called.
    pub name: Name,
}

/// Values over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrendSpec {
    /// The days shown.
    pub x: TimeAxis,
    /// The values shown.
    pub y: ValueAxis,
    /// The lines; a single one is drawn in ink, several in category colours.
    pub series: Vec<TrendSeries>,
    /// The period before, its days moved onto this one; drawn dashed and grey.
    pub before: Option<TrendSeries>,
    /// The goal, in the unit of `y`.
    pub goal: Option<f64>,
    /// Events, in order of time.
    pub events: Vec<EventMark>,
    /// Something else over the same days.
    pub over: Option<Overlay>,
}

impl TrendSeries {
    /// The point of a day.
    pub fn on(&self, day: i32) -> Option<&Point> {
        self.points.iter().find(|point| point.day == day)
    }
}

impl TrendSpec {
    /// The days on which a line has a point, in order, among those shown.
    pub fn days(&self) -> Vec<i32> {
        let all = self.series.iter().flat_map(|series| &series.points).map(|point| point.day);
        let mut days: Vec<i32> = all.filter(|day| self.x.holds(*day)).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Lowest and highest value that must fit: points, intervals, the period before, the goal.
    /// `None` if there is nothing to draw.
    pub fn extent(&self) -> Option<(f64, f64)> {
        let points = self.series.iter().chain(&self.before).flat_map(|series| &series.points);
        let values = points.flat_map(|point| {
            let interval = point.drawn_interval();
            [point.drawn(), interval.map(|i| i.low), interval.map(|i| i.high)]
        });
        let goal = self.goal.filter(|goal| goal.is_finite());
        values.flatten().chain(goal).fold(None, |range, value| match range {
            None => Some((value, value)),
            Some((low, high)) => Some((value.min(low), value.max(high))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Unit;
    use super::*;

    fn point(day: i32, value: Option<f64>, interval: Option<(f64, f64)>) -> Point {
        let interval = interval.map(|(low, high)| Interval { low, high });
        Point { day, value, interval, ..Point::default() }
    }

    #[test]
    fn the_extent_holds_intervals_and_goal_but_not_gaps() {
        let trend = TrendSpec {
            x: TimeAxis { from_day: 0, to_day: 7 },
            y: ValueAxis::of(Unit::Ratio),
            series: vec![TrendSeries {
                name: Name::Key("series.share".into()),
                points: vec![
                    point(0, Some(0.4), Some((0.3, 0.5))),
                    point(7, None, Some((0.0, 1.0))),
                    point(14, Some(f64::NAN), Some((0.0, 1.0))),
                ],
            }],
            before: None,
            goal: Some(0.7),
            events: vec![],
            over: None,
        };
        assert_eq!(trend.extent(), Some((0.3, 0.7)));
    }

    #[test]
    fn the_days_are_those_of_all_lines_among_those_shown() {
        let line = |days: &[i32]| TrendSeries {
            name: Name::Text("a".into()),
            points: days.iter().map(|day| point(*day, Some(1.0), None)).collect(),
        };
        let trend = TrendSpec {
            x: TimeAxis { from_day: 7, to_day: 21 },
            y: ValueAxis::of(Unit::Count),
            series: vec![line(&[0, 7, 21]), line(&[7, 14, 28])],
            before: None,
            goal: None,
            events: vec![],
            over: None,
        };
        assert_eq!(trend.days(), [7, 14, 21]);
        assert_eq!(trend.series[0].on(21).map(|point| point.day), Some(21));
        assert_eq!(trend.series[0].on(14), None);
    }
}
