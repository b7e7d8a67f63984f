//! A trend as a table and as facts.

use super::{Cell, Extreme, Facts, TableTwin, column, summed_up};
use crate::charts::spec::{Counted, Name, Overlay, Point, TrendSeries, TrendSpec, Unit};

fn count_cell(counted: Option<Counted>, pick: fn(Counted) -> u64) -> Cell {
    counted.map_or(Cell::Missing, |counted| Cell::Count(pick(counted)))
}

pub(super) fn table(trend: &TrendSpec) -> TableTwin {
    let unit = &trend.y.unit;
    let several = trend.series.len() > 1;
    let mut columns = vec![column("period", None)];
    // Counts and intervals only where some point has them: no column of blanks.
    let has_left_out = trend.series.iter().flat_map(|series| &series.points).any(|point| point.left_out > 0);
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
        if has_left_out {
            columns.push(column("left_out", name));
        }
    }
    if let Some(before) = &trend.before {
        columns.push(column("value", Some(&before.name)));
    }
    if let Some(over) = &trend.over {
        columns.push(column("over", Some(&over.series.name)));
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
                let point = series.on(day);
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
                if has_left_out {
                    row.push(point.map_or(Cell::Missing, |point| Cell::Count(point.left_out)));
                }
            }
            if let Some(before) = &trend.before {
                let point = before.on(day);
                row.push(value(point.and_then(|point| point.drawn())));
            }
            if let Some(over) = &trend.over {
                row.push(over.series.on(day).map_or(Cell::Missing, over_cell));
            }
            if !trend.events.is_empty() {
                row.push(Cell::Names(events_of(trend, &starts, day)));
            }
            row
        })
        .collect();
    TableTwin { columns, rows }
}

/// What is known of another line at a point: a number, or the ends between which it lies.
fn over_cell(point: &Point) -> Cell {
    match (point.drawn(), point.drawn_interval()) {
        (Some(_), Some(interval)) => Cell::Interval(interval, Unit::OfPeak),
        (Some(value), None) => Cell::Value(value, Unit::OfPeak),
        (None, _) => Cell::Missing,
    }
}

/// The facts of what lies over the lines, over the days that they have.
pub(super) fn over_facts(trend: &TrendSpec, over: &Overlay) -> Facts {
    let mut facts = of_line(trend, &over.series);
    facts.unit = Unit::OfPeak;
    facts
}

/// The events of a row: from its day on until the next row's. Those before the first row stand in it.
fn events_of(trend: &TrendSpec, starts: &[i32], day: i32) -> Vec<Name> {
    let row_of = |event: i32| starts.iter().rfind(|start| **start <= event).or(starts.first());
    let own = trend.events.iter().filter(|event| row_of(event.day) == Some(&day));
    own.map(|event| event.name.clone()).collect()
}

/// The facts of each line.
pub(super) fn facts(trend: &TrendSpec) -> Vec<Facts> {
    trend.series.iter().map(|series| of_line(trend, series)).collect()
}

fn of_line(trend: &TrendSpec, series: &TrendSeries) -> Facts {
    let drawn: Vec<Extreme> = series
        .points
        .iter()
        .filter_map(|point| point.drawn().map(|value| Extreme { at: Cell::Day(point.day), value }))
        .collect();
    let key = if drawn.is_empty() { "empty" } else { "trend" };
    summed_up(key, &series.name, trend.y.unit.clone(), &drawn, series.points.len() - drawn.len(), None)
}

#[cfg(test)]
mod tests {
    use super::super::{facts, table};
    use super::*;
    use crate::charts::spec::{ChartSpec, EventMark, Point, TimeAxis, Unit, ValueAxis};

    fn weekly(values: &[Option<(u64, u64)>]) -> TrendSeries {
        let points = values.iter().zip(0i32..).map(|(counts, week)| Point {
            day: week * 7,
            value: counts.filter(|(_, of)| *of >= 5).map(|(have, of)| have as f64 / of as f64),
            interval: None,
            counted: counts.map(|(have, of)| Counted { have, of }),
            ..Point::default()
        });
        TrendSeries { name: Name::Key("series.answered".into()), points: points.collect() }
    }

    fn trend(series: TrendSeries, before: Option<TrendSeries>) -> ChartSpec {
        let x = TimeAxis { from_day: 0, to_day: 28 };
        let y = ValueAxis::of(Unit::Ratio);
        ChartSpec::Trend(TrendSpec {
            x,
            y,
            series: vec![series],
            before,
            goal: None,
            events: vec![],
            over: None,
        })
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
    fn events_stand_in_the_row_of_their_week() {
        let ChartSpec::Trend(mut spec) = trend(weekly(&[Some((3, 6)), Some((4, 6)), Some((5, 6))]), None)
        else {
            panic!()
        };
        let event = |day, name: &str| EventMark { day, name: Name::Text(name.into()) };
        spec.events = vec![event(-2, "before"), event(8, "a"), event(13, "b"), event(14, "c")];
        let twin = table(&ChartSpec::Trend(spec));
        assert_eq!(twin.columns.last().map(|column| column.key.as_str()), Some("chart.column.events"));
        let told: Vec<&Cell> = twin.rows.iter().filter_map(|row| row.last()).collect();
        let names = |list: &[&str]| Cell::Names(list.iter().map(|name| Name::Text((*name).into())).collect());
        assert_eq!(told, [&names(&["before"]), &names(&["a", "b"]), &names(&["c"])]);
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
    fn rows_left_out_have_a_column_where_there_are_any() {
        let mut series = weekly(&[Some((3, 6)), Some((2, 4))]);
        series.points[1].left_out = 7;
        let twin = table(&trend(series, None));
        assert_eq!(twin.columns.last().map(|column| column.key.as_str()), Some("chart.column.left_out"));
        let told: Vec<&Cell> = twin.rows.iter().filter_map(|row| row.last()).collect();
        assert_eq!(told, [&Cell::Count(0), &Cell::Count(7)]);
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
}
