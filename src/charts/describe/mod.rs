//! A chart without its picture: the table with the same points, and the facts of its sentence.
//!
//! Both are data with message keys; the page puts them into words and numbers of a locale. A file for each kind of
//! chart.

mod quadrants;
mod survival;
mod trend;

use serde::{Deserialize, Serialize};

use super::spec::{ChartSpec, Interval, Name, Unit};

/// A column of the table twin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Message key of its head: `chart.column.{period, counted, of, left_out, value,
    /// interval, over, events, time, share, open, across, up}`.
    pub key: String,
    /// The series it belongs to, where the head must say so.
    pub series: Option<Name>,
}

/// A cell of the table twin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Days since 1970-01-01.
    Day(i32),
    /// A value and its unit.
    Value(f64, Unit),
    /// An interval and its unit.
    Interval(Interval, Unit),
    /// A count of rows.
    Count(u64),
    /// Names of events.
    Names(Vec<Name>),
    /// Nothing known here; never to be written as 0.
    Missing,
}

/// The table with the same points as the chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableTwin {
    /// Columns; the first heads the rows.
    pub columns: Vec<Column>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

/// A value and where it stands: `at` is [`Cell::Day`] in a trend, [`Cell::Value`] in a survival curve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extreme {
    /// Where on the horizontal axis.
    pub at: Cell,
    /// The value there, in the unit of the vertical axis.
    pub value: f64,
}

/// What the sentence for an aria-label says of one series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Message key: `chart.sentence.trend`, `.survival`, or `.empty` without a point.
    pub key: String,
    /// The series.
    pub name: Name,
    /// Unit of the values.
    pub unit: Unit,
    /// Points or steps that carry a value.
    pub points: usize,
    /// Points without one.
    pub gaps: usize,
    /// First value in time.
    pub first: Option<Extreme>,
    /// Last value in time.
    pub last: Option<Extreme>,
    /// Lowest value; the earliest of equals.
    pub lowest: Option<Extreme>,
    /// Highest value; the earliest of equals.
    pub highest: Option<Extreme>,
    /// Where a survival curve reaches one half, in the unit of its time axis.
    pub median: Option<f64>,
}

/// The table twin of a chart.
pub fn table(spec: &ChartSpec) -> TableTwin {
    match spec {
        ChartSpec::Trend(trend) => trend::table(trend),
        ChartSpec::Survival(survival) => survival::table(survival),
        ChartSpec::Quadrants(plane) => quadrants::table(plane),
    }
}

/// The facts of a chart, one entry per series.
pub fn facts(spec: &ChartSpec) -> Vec<Facts> {
    match spec {
        ChartSpec::Trend(trend) => trend::facts(trend),
        ChartSpec::Survival(survival) => survival::facts(survival),
        ChartSpec::Quadrants(plane) => quadrants::facts(plane),
    }
}

/// The facts of what lies over the lines of a trend, where anything does.
pub fn over(spec: &ChartSpec) -> Option<Facts> {
    match spec {
        ChartSpec::Trend(trend) => Some(trend::over_facts(trend, trend.over.as_ref()?)),
        ChartSpec::Survival(_) | ChartSpec::Quadrants(_) => None,
    }
}

fn column(key: &str, series: Option<&Name>) -> Column {
    Column { key: format!("chart.column.{key}"), series: series.cloned() }
}

fn summed_up(
    key: &str,
    name: &Name,
    unit: Unit,
    drawn: &[Extreme],
    gaps: usize,
    median: Option<f64>,
) -> Facts {
    // `min_by` keeps the first of equals, `max_by` the last: reversed, both keep the earliest.
    let lowest = drawn.iter().min_by(|a, b| a.value.total_cmp(&b.value));
    let highest = drawn.iter().rev().max_by(|a, b| a.value.total_cmp(&b.value));
    Facts {
        key: format!("chart.sentence.{key}"),
        name: name.clone(),
        unit,
        points: drawn.len(),
        gaps,
        first: drawn.first().cloned(),
        last: drawn.last().cloned(),
        lowest: lowest.cloned(),
        highest: highest.cloned(),
        median,
    }
}
