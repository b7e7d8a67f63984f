//! What a chart shows, as data: its axes, series and marks.

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

/// A 95 % interval, in the unit of its axis.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Days since 1970-01-01 of the start of its period.
    pub day: i32,
    /// The value; `None` where there is none or too few rows carry it.
    pub value: Option<f64>,
    /// Its interval.
    pub interval: Option<Interval>,
    /// The rows behind it; known also where they are too few for a value.
    pub counted: Option<Counted>,
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
}

/// A step of a survival curve: from `time` on the share holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Time since the start, in the unit of the x axis.
    pub time: f64,
    /// Share still open, 0 to 1.
    pub share: f64,
    /// Its interval.
    pub interval: Option<Interval>,
}

/// How many are still open at a time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct AtRisk {
    /// Time since the start, in the unit of the x axis.
    pub time: f64,
    /// How many are open then.
    pub open: u64,
}

/// A survival curve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SurvivalSeries {
    /// Its name in legend and table.
    pub name: Name,
    /// Steps in order of time; before the first the share is 1.
    pub steps: Vec<Step>,
    /// Times at which something still open leaves observation: ticks on the curve.
    pub censored: Vec<f64>,
    /// Numbers for the row under the axis.
    pub at_risk: Vec<AtRisk>,
    /// Where the curve reaches one half; `None` if it does not.
    pub median: Option<f64>,
    /// Last time observed: the curve ends there.
    pub until: f64,
}

impl SurvivalSeries {
    /// Share still open at a time: the last step at or before it, 1 before the first.
    pub fn share_at(&self, time: f64) -> f64 {
        self.steps.iter().take_while(|step| step.time <= time).last().map_or(1.0, |step| step.share)
    }
}

/// Shares still open by the time since a start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SurvivalSpec {
    /// Unit of time, [`Unit::Hours`] or [`Unit::Days`].
    pub time_unit: Unit,
    /// Right end of the time axis; it begins at 0.
    pub time_to: f64,
    /// The curves.
    pub series: Vec<SurvivalSeries>,
}

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

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChartSpec {
    /// Values over time.
    Trend(TrendSpec),
    /// Shares still open by the time since a start.
    Survival(SurvivalSpec),
    /// Two values against each other.
    Quadrants(QuadrantSpec),
}

impl ChartSpec {
    /// How many places the crosshair can stand at: the points or steps of the first series, the stops of all
    /// trails.
    pub fn places(&self) -> usize {
        match self {
            Self::Trend(trend) => trend.series.first().map_or(0, |series| series.points.len()),
            Self::Survival(survival) => survival.series.first().map_or(0, |series| series.steps.len()),
            Self::Quadrants(plane) => plane.trails.iter().map(|trail| trail.stops.len()).sum(),
        }
    }
}

impl TrendSpec {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn point(day: i32, value: Option<f64>, interval: Option<(f64, f64)>) -> Point {
        Point { day, value, interval: interval.map(|(low, high)| Interval { low, high }), counted: None }
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
        };
        assert_eq!(trend.extent(), Some((0.3, 0.7)));
    }

    #[test]
    fn a_spec_survives_json() {
        let spec = ChartSpec::Survival(SurvivalSpec {
            time_unit: Unit::Hours,
            time_to: 72.0,
            series: vec![SurvivalSeries {
                name: Name::Text("Ines".into()),
                steps: vec![Step { time: 2.0, share: 0.5, interval: None }],
                censored: vec![3.0],
                at_risk: vec![AtRisk { time: 0.0, open: 4 }],
                median: Some(2.0),
                until: 72.0,
            }],
        });
        let json = serde_json::to_string(&spec).unwrap();
        assert!(json.starts_with(r#"{"survival":"#), "{json}");
        assert_eq!(serde_json::from_str::<ChartSpec>(&json).unwrap(), spec);
    }

    #[test]
    fn a_place_on_the_line_is_of_the_higher_quarter() {
        let axis = ValueAxis::of(Unit::Ratio);
        let plane = QuadrantSpec { x: axis.clone(), y: axis, split: (0.02, 0.5), trails: vec![] };
        let quarters = [(0.01, 0.4), (0.02, 0.4), (0.01, 0.5), (0.02, 0.5)].map(|place| plane.quarter(place));
        assert_eq!(quarters, Quarter::ALL);
    }

    #[test]
    fn the_share_holds_from_its_step_on() {
        let series = SurvivalSeries {
            name: Name::Text("x".into()),
            steps: vec![
                Step { time: 1.0, share: 0.8, interval: None },
                Step { time: 4.0, share: 0.5, interval: None },
            ],
            censored: vec![],
            at_risk: vec![],
            median: None,
            until: 5.0,
        };
        assert_eq!([0.5, 1.0, 3.9, 4.0].map(|t| series.share_at(t)), [1.0, 0.8, 0.8, 0.5]);
    }
}
