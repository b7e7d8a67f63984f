//! The sentence that stands for a chart, and what is read out at one of its points.

use super::{Drawn, name_of};
use crate::charts::{
    Cell, ChartSpec, Facts, Interval, Point, QuadrantSpec, SurvivalSpec, TrendSpec, Unit as ChartUnit,
    describe,
};
use crate::ui::words::Words;

/// One sentence for each line, curve or trail, and where all of their values stand.
pub fn sentence(words: Words, chart: &Drawn) -> String {
    let facts = describe::facts(&chart.spec);
    let is_one = facts.len() == 1 && !chart.name.is_empty();
    let said = |facts: &Facts| {
        let name = if is_one { chart.name.clone() } else { name_of(words, &facts.name) };
        said(words, chart, &name, facts)
    };
    let over = describe::over(&chart.spec);
    let over = over.iter().map(|facts| {
        let name = words.fill("search.line", &[("term", &name_of(words, &facts.name))]);
        self::said(words, chart, &name, facts)
    });
    let has_points = facts.iter().any(|facts| facts.first.is_some());
    let table = has_points.then(|| words.t("chart.sentence.table"));
    words.sentences(facts.iter().map(said).chain(over).chain(table))
}

fn said(words: Words, chart: &Drawn, name: &str, facts: &Facts) -> String {
    let value = |value: f64| chart.value(words, &facts.unit, value);
    let place = |cell: &Cell| match cell {
        Cell::Day(day) => chart.place(words, *day),
        Cell::Value(at, unit) => chart.value(words, unit, *at),
        _ => String::new(),
    };
    let (Some(first), Some(last)) = (&facts.first, &facts.last) else {
        return words.fill("chart.sentence.empty", &[("name", name)]);
    };
    let (low, high) = (facts.lowest.as_ref().unwrap_or(first), facts.highest.as_ref().unwrap_or(last));
    words.fill(
        &facts.key,
        &[
            ("name", name),
            ("from", &place(&first.at)),
            ("to", &place(&last.at)),
            ("first", &value(first.value)),
            ("last", &value(last.value)),
            ("lowest", &value(low.value)),
            ("highest", &value(high.value)),
        ],
    )
}

/// What is read out where the crosshair stands: the place first, then a line for each value.
/// `spec` is the chart over the days shown.
pub fn at_point(words: Words, chart: &Drawn, spec: &ChartSpec, index: usize) -> Vec<String> {
    match spec {
        ChartSpec::Trend(trend) => of_trend(words, chart, trend, index),
        ChartSpec::Survival(curves) => of_curves(words, chart, curves, index),
        ChartSpec::Quadrants(plane) => of_plane(words, chart, plane, index),
    }
}

fn of_trend(words: Words, chart: &Drawn, trend: &TrendSpec, index: usize) -> Vec<String> {
    let Some(day) = trend.days().get(index).copied() else { return Vec::new() };
    let several = trend.series.len() > 1;
    let mut lines = vec![chart.place(words, day)];
    for series in &trend.series {
        let Some(point) = series.on(day) else { continue };
        let text = with_interval(words, chart, &trend.y.unit, point.drawn(), point.drawn_interval());
        lines.push(if several { named(words, &name_of(words, &series.name), &text) } else { text });
        if !several {
            lines.extend(counted(words, point));
            lines.extend(left_out(words, point));
        }
    }
    let before = trend.before.as_ref().and_then(|before| before.on(day));
    if let Some(value) = before.and_then(|before| before.drawn()) {
        let value = chart.value(words, &trend.y.unit, value);
        lines.push(words.fill("chart.tip.before", &[("value", &value)]));
    }
    if let Some(over) = &trend.over {
        let value = over.series.on(day).and_then(|point| over_value(words, chart, point));
        let value = value.unwrap_or_else(|| words.t("chart.no_value"));
        let name = words.fill("search.line", &[("term", &name_of(words, &over.series.name))]);
        lines.push(named(words, &name, &value));
    }
    lines
}

/// A figure of the line that lies over the others: a number, or the ends between which it lies where they differ in
/// print.
fn over_value(words: Words, chart: &Drawn, point: &Point) -> Option<String> {
    let (low, high) = match point.drawn_interval() {
        Some(interval) => (interval.low, interval.high),
        None => (point.drawn()?, point.drawn()?),
    };
    let unit = chart.ticks(words).unit_of(&ChartUnit::OfPeak);
    let value = |value: f64| words.value_with_unit(unit, value, &chart.currency);
    let is_one = value(low) == value(high);
    Some(if is_one { value(high) } else { words.interval(unit, low, high, &chart.currency) })
}

fn counted(words: Words, point: &Point) -> Option<String> {
    point.counted.map(|counted| words.k_of_n(counted.have as f64, counted.of))
}

fn left_out(words: Words, point: &Point) -> Option<String> {
    (point.left_out > 0).then(|| words.count("margin.left_out", point.left_out, &[]))
}

/// A value with its interval, or that there is none.
fn with_interval(
    words: Words,
    chart: &Drawn,
    unit: &ChartUnit,
    value: Option<f64>,
    interval: Option<Interval>,
) -> String {
    let Some(value) = value else { return words.t("chart.no_value") };
    let value = chart.value(words, unit, value);
    match interval {
        Some(interval) => {
            let unit = chart.ticks(words).unit_of(unit);
            words.with_aside(&value, &words.interval(unit, interval.low, interval.high, &chart.currency))
        }
        None => value,
    }
}

fn named(words: Words, name: &str, text: &str) -> String {
    words.fill("chart.column_of", &[("series", name), ("column", text)])
}

fn of_curves(words: Words, chart: &Drawn, curves: &SurvivalSpec, index: usize) -> Vec<String> {
    let Some(time) = curves.series.first().and_then(|curve| curve.steps.get(index)).map(|step| step.time)
    else {
        return Vec::new();
    };
    let after = chart.value(words, &curves.time_unit, time);
    let mut lines = vec![words.fill("survival.tip.after", &[("time", &after)])];
    for curve in curves.series.iter().filter(|curve| time <= curve.until) {
        let interval = curve.steps.iter().rfind(|step| step.time <= time).and_then(|step| step.interval);
        let share = with_interval(words, chart, &ChartUnit::Ratio, Some(curve.share_at(time)), interval);
        let open = words.fill("survival.tip.open", &[("share", &share)]);
        let several = curves.series.len() > 1;
        lines.push(if several { named(words, &name_of(words, &curve.name), &open) } else { open });
    }
    lines
}

fn of_plane(words: Words, chart: &Drawn, plane: &QuadrantSpec, index: usize) -> Vec<String> {
    let mut stops = plane.trails.iter().flat_map(|trail| trail.stops.iter().map(move |stop| (trail, stop)));
    let Some((trail, stop)) = stops.nth(index) else { return Vec::new() };
    let value = |unit: &ChartUnit, value: Option<f64>| with_interval(words, chart, unit, value, None);
    vec![
        chart.place(words, stop.day),
        name_of(words, &trail.name),
        named(words, &chart.across, &value(&plane.x.unit, stop.x)),
        named(words, &chart.title, &value(&plane.y.unit, stop.y)),
    ]
}
