//! A chart without its picture: the table with the same points, and the facts of its sentence.
//!
//! Both are data with message keys; the page puts them into words and numbers of a locale.

use serde::{Deserialize, Serialize};

use super::spec::{
    ChartSpec, Counted, Interval, Name, QuadrantSpec, SurvivalSpec, Trail, TrendSeries, TrendSpec, Unit,
};

/// A column of the table twin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Message key of its head: `chart.column.{period, counted, of, value, interval, events, time, share, open}`.
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
        ChartSpec::Trend(trend) => trend_table(trend),
        ChartSpec::Survival(survival) => survival_table(survival),
        ChartSpec::Quadrants(plane) => plane_table(plane),
    }
}

/// The facts of a chart, one entry per series.
pub fn facts(spec: &ChartSpec) -> Vec<Facts> {
    match spec {
        ChartSpec::Trend(trend) => trend.series.iter().map(|series| trend_facts(trend, series)).collect(),
        ChartSpec::Survival(survival) => survival_facts(survival),
        ChartSpec::Quadrants(plane) => plane.trails.iter().map(|trail| trail_facts(plane, trail)).collect(),
    }
}

fn column(key: &str, series: Option<&Name>) -> Column {
    Column { key: format!("chart.column.{key}"), series: series.cloned() }
}

fn count_cell(counted: Option<Counted>, pick: fn(Counted) -> u64) -> Cell {
    counted.map_or(Cell::Missing, |counted| Cell::Count(pick(counted)))
}

fn trend_table(trend: &TrendSpec) -> TableTwin {
    let unit = &trend.y.unit;
    let several = trend.series.len() > 1;
    let mut columns = vec![column("period", None)];
    // Counts and intervals only where some point has them: no column of blanks.
    let shape: Vec<(&TrendSeries, bool, bool)> = trend
        .series
        .iter()
        .map(|series| {
            let counted = series.points.iter().any(|point| point.counted.is_some());
            let bounded = series.points.iter().any(|point| point.drawn_interval().is_some());
            (series, counted, bounded)
        })
        .collect();
    for (series, counted, bounded) in &shape {
        let name = several.then_some(&series.name);
        if *counted {
            columns.extend([column("counted", name), column("of", name)]);
        }
        columns.push(column("value", name));
        if *bounded {
            columns.push(column("interval", name));
        }
    }
    if let Some(before) = &trend.before {
        columns.push(column("value", Some(&before.name)));
    }
    if !trend.events.is_empty() {
        columns.push(column("events", None));
    }
    let all = trend.series.iter().chain(&trend.before).flat_map(|series| &series.points);
    let mut days: Vec<i32> = all.map(|point| point.day).collect();
    days.sort_unstable();
    days.dedup();
    let value = |value: Option<f64>| value.map_or(Cell::Missing, |value| Cell::Value(value, unit.clone()));
    let starts = days.clone();
    let rows = days
        .into_iter()
        .map(|day| {
            let mut row = vec![Cell::Day(day)];
            for (series, counted, bounded) in &shape {
                let point = series.points.iter().find(|point| point.day == day);
                if *counted {
                    let counted = point.and_then(|point| point.counted);
                    row.push(count_cell(counted, |counted| counted.have));
                    row.push(count_cell(counted, |counted| counted.of));
                }
                row.push(value(point.and_then(|point| point.drawn())));
                if *bounded {
                    let interval = point.and_then(|point| point.drawn_interval());
                    row.push(interval.map_or(Cell::Missing, |i| Cell::Interval(i, unit.clone())));
                }
            }
            if let Some(before) = &trend.before {
                let point = before.points.iter().find(|point| point.day == day);
                row.push(value(point.and_then(|point| point.drawn())));
            }
            if !trend.events.is_empty() {
                let names = events_of(trend, &starts, day);
                row.push(if names.is_empty() { Cell::Missing } else { Cell::Names(names) });
            }
            row
        })
        .collect();
    TableTwin { columns, rows }
}

/// The events of a row: from its day on until the next row's. Those before the first row stand in it.
fn events_of(trend: &TrendSpec, starts: &[i32], day: i32) -> Vec<Name> {
    let row_of = |event: i32| starts.iter().rfind(|start| **start <= event).or(starts.first());
    let own = trend.events.iter().filter(|event| row_of(event.day) == Some(&day));
    own.map(|event| event.name.clone()).collect()
}

fn survival_table(survival: &SurvivalSpec) -> TableTwin {
    let several = survival.series.len() > 1;
    let mut columns = vec![column("time", None)];
    for series in &survival.series {
        let name = several.then_some(&series.name);
        columns.extend([column("share", name), column("interval", name), column("open", name)]);
    }
    let mut times: Vec<f64> = survival
        .series
        .iter()
        .flat_map(|series| {
            series.steps.iter().map(|step| step.time).chain(series.at_risk.iter().map(|risk| risk.time))
        })
        .filter(|time| time.is_finite())
        .collect();
    times.sort_unstable_by(f64::total_cmp);
    times.dedup();
    let rows = times
        .into_iter()
        .map(|time| {
            let mut row = vec![Cell::Value(time, survival.time_unit.clone())];
            for series in &survival.series {
                let step = series.steps.iter().rfind(|step| step.time <= time);
                let inside = time <= series.until;
                row.push(if inside {
                    Cell::Value(series.share_at(time), Unit::Ratio)
                } else {
                    Cell::Missing
                });
                let interval = step.and_then(|step| step.interval).filter(|_| inside);
                row.push(interval.map_or(Cell::Missing, |i| Cell::Interval(i, Unit::Ratio)));
                let risk = series.at_risk.iter().find(|risk| risk.time == time);
                row.push(risk.map_or(Cell::Missing, |risk| Cell::Count(risk.open)));
            }
            row
        })
        .collect();
    TableTwin { columns, rows }
}

/// A row for each month, two columns for each trail.
fn plane_table(plane: &QuadrantSpec) -> TableTwin {
    let mut columns = vec![column("period", None)];
    for trail in &plane.trails {
        columns.extend([column("across", Some(&trail.name)), column("up", Some(&trail.name))]);
    }
    let mut days: Vec<i32> =
        plane.trails.iter().flat_map(|trail| &trail.stops).map(|stop| stop.day).collect();
    days.sort_unstable();
    days.dedup();
    let cell = |value: Option<f64>, unit: &Unit| match value.filter(|value| value.is_finite()) {
        Some(value) => Cell::Value(value, unit.clone()),
        None => Cell::Missing,
    };
    let rows = days.into_iter().map(|day| {
        let mut row = vec![Cell::Day(day)];
        for trail in &plane.trails {
            let stop = trail.stops.iter().find(|stop| stop.day == day);
            row.push(cell(stop.and_then(|stop| stop.x), &plane.x.unit));
            row.push(cell(stop.and_then(|stop| stop.y), &plane.y.unit));
        }
        row
    });
    TableTwin { rows: rows.collect(), columns }
}

/// Where a trail begins and ends: `at` is the value from left to right, `value` that from bottom to top.
fn trail_facts(plane: &QuadrantSpec, trail: &Trail) -> Facts {
    let places: Vec<(f64, f64)> = trail.stops.iter().filter_map(|stop| stop.drawn()).collect();
    let place = |(x, y): (f64, f64)| Extreme { at: Cell::Value(x, plane.x.unit.clone()), value: y };
    Facts {
        key: if places.is_empty() { "chart.sentence.empty" } else { "chart.sentence.trail" }.to_owned(),
        name: trail.name.clone(),
        unit: plane.y.unit.clone(),
        points: places.len(),
        gaps: trail.stops.len() - places.len(),
        first: places.first().copied().map(place),
        last: places.last().copied().map(place),
        lowest: None,
        highest: None,
        median: None,
    }
}

fn trend_facts(trend: &TrendSpec, series: &TrendSeries) -> Facts {
    let drawn: Vec<Extreme> = series
        .points
        .iter()
        .filter_map(|point| point.drawn().map(|value| Extreme { at: Cell::Day(point.day), value }))
        .collect();
    let key = if drawn.is_empty() { "empty" } else { "trend" };
    summed_up(key, &series.name, trend.y.unit.clone(), &drawn, series.points.len() - drawn.len(), None)
}

fn survival_facts(survival: &SurvivalSpec) -> Vec<Facts> {
    let facts = survival.series.iter().map(|series| {
        let at = |time: f64| Cell::Value(time, survival.time_unit.clone());
        let drawn: Vec<Extreme> =
            series.steps.iter().map(|step| Extreme { at: at(step.time), value: step.share }).collect();
        let key = if drawn.is_empty() { "empty" } else { "survival" };
        summed_up(key, &series.name, Unit::Ratio, &drawn, 0, series.median)
    });
    facts.collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::spec::{AtRisk, Point, Step, SurvivalSeries, TimeAxis, ValueAxis};

    fn weekly(values: &[Option<(u64, u64)>]) -> TrendSeries {
        let points = values.iter().zip(0i32..).map(|(counts, week)| Point {
            day: week * 7,
            value: counts.filter(|(_, of)| *of >= 5).map(|(have, of)| have as f64 / of as f64),
            interval: None,
            counted: counts.map(|(have, of)| Counted { have, of }),
        });
        TrendSeries { name: Name::Key("series.answered".into()), points: points.collect() }
    }

    fn trend(series: TrendSeries, before: Option<TrendSeries>) -> ChartSpec {
        let x = TimeAxis { from_day: 0, to_day: 28 };
        let y = ValueAxis::of(Unit::Ratio);
        ChartSpec::Trend(TrendSpec { x, y, series: vec![series], before, goal: None, events: vec![] })
    }

    #[test]
    fn the_twin_has_every_point_and_says_what_is_missing() {
        let spec = trend(weekly(&[Some((3, 6)), Some((2, 4)), None]), None);
        let twin = table(&spec);
        let keys: Vec<&str> = twin.columns.iter().map(|column| column.key.as_str()).collect();
        assert_eq!(
            keys,
            ["chart.column.period", "chart.column.counted", "chart.column.of", "chart.column.value"]
        );
        assert_eq!(
            twin.rows,
            [
                vec![Cell::Day(0), Cell::Count(3), Cell::Count(6), Cell::Value(0.5, Unit::Ratio)],
                vec![Cell::Day(7), Cell::Count(2), Cell::Count(4), Cell::Missing],
                vec![Cell::Day(14), Cell::Missing, Cell::Missing, Cell::Missing],
            ]
        );
    }

    #[test]
    fn a_day_of_the_period_before_alone_gets_its_row() {
        let mut before = weekly(&[Some((1, 8)), Some((2, 8)), Some((4, 8))]);
        before.name = Name::Key("series.before".into());
        let twin = table(&trend(weekly(&[Some((3, 6))]), Some(before)));
        assert_eq!(twin.rows.len(), 3);
        assert!(twin.rows.iter().all(|row| row.len() == twin.columns.len()));
        assert_eq!(twin.rows[2].last(), Some(&Cell::Value(0.5, Unit::Ratio)));
    }

    #[test]
    fn facts_name_the_earliest_of_equals() {
        let spec = trend(weekly(&[Some((3, 6)), None, Some((5, 6)), Some((3, 6)), Some((5, 6))]), None);
        let facts = facts(&spec).remove(0);
        assert_eq!((facts.points, facts.gaps, facts.key.as_str()), (4, 1, "chart.sentence.trend"));
        let at = |extreme: Option<Extreme>| extreme.unwrap().at;
        assert_eq!(at(facts.first), Cell::Day(0));
        assert_eq!(at(facts.last), Cell::Day(28));
        assert_eq!(at(facts.lowest), Cell::Day(0));
        assert_eq!(at(facts.highest), Cell::Day(14));
    }

    #[test]
    fn a_series_of_gaps_is_empty_not_zero() {
        let facts = facts(&trend(weekly(&[None, Some((1, 2))]), None)).remove(0);
        assert_eq!(facts.key, "chart.sentence.empty");
        assert_eq!((facts.points, facts.gaps, facts.first), (0, 2, None));
    }

    #[test]
    fn a_plane_is_listed_by_month_with_two_columns_for_each_trail() {
        let stop = |day: i32, x: Option<f64>, y: Option<f64>| crate::charts::Stop { day, x, y };
        let axis = crate::charts::ValueAxis::of(Unit::Ratio);
        let spec = ChartSpec::Quadrants(QuadrantSpec {
            x: axis.clone(),
            y: axis,
            split: (0.1, 0.5),
            trails: vec![
                Trail {
                    name: Name::Text("Ada".into()),
                    stops: vec![stop(0, Some(0.1), None), stop(31, Some(0.2), Some(0.6))],
                },
                Trail { name: Name::Text("Bo".into()), stops: vec![stop(31, None, Some(0.3))] },
            ],
        });
        let share = |share: f64| Cell::Value(share, Unit::Ratio);
        assert_eq!(
            table(&spec).rows,
            [
                vec![Cell::Day(0), share(0.1), Cell::Missing, Cell::Missing, Cell::Missing],
                vec![Cell::Day(31), share(0.2), share(0.6), Cell::Missing, share(0.3)],
            ]
        );
        let [ada, bo]: [Facts; 2] = facts(&spec).try_into().unwrap();
        assert_eq!((ada.points, ada.gaps, ada.last.unwrap().value), (1, 1, 0.6));
        assert_eq!((bo.points, bo.key.as_str()), (0, "chart.sentence.empty"));
        assert_eq!(spec.places(), 3);
    }

    #[test]
    fn a_curve_is_listed_by_step_and_by_number_at_risk() {
        let spec = ChartSpec::Survival(SurvivalSpec {
            time_unit: Unit::Hours,
            time_to: 24.0,
            series: vec![SurvivalSeries {
                name: Name::Key("series.waiting".into()),
                steps: vec![
                    Step { time: 2.0, share: 0.75, interval: None },
                    Step { time: 9.0, share: 0.5, interval: Some(Interval { low: 0.2, high: 0.8 }) },
                ],
                censored: vec![],
                at_risk: vec![AtRisk { time: 0.0, open: 4 }, AtRisk { time: 24.0, open: 1 }],
                median: Some(9.0),
                until: 20.0,
            }],
        });
        let hours = |time: f64| Cell::Value(time, Unit::Hours);
        let share = |share: f64| Cell::Value(share, Unit::Ratio);
        let interval = Cell::Interval(Interval { low: 0.2, high: 0.8 }, Unit::Ratio);
        assert_eq!(
            table(&spec).rows,
            [
                vec![hours(0.0), share(1.0), Cell::Missing, Cell::Count(4)],
                vec![hours(2.0), share(0.75), Cell::Missing, Cell::Missing],
                vec![hours(9.0), share(0.5), interval, Cell::Missing],
                vec![hours(24.0), Cell::Missing, Cell::Missing, Cell::Count(1)],
            ]
        );
        assert_eq!(facts(&spec)[0].median, Some(9.0));
    }
}
