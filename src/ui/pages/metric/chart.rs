//! The trend on its canvas.

use std::rc::Rc;

use leptos::prelude::*;

use crate::charts::{Cell, ChartSpec, Facts, Point, Unit as ChartUnit, describe};
use crate::facts::{Bucket, Day};
use crate::ui::canvas::{ChartFigure, Labels};
use crate::ui::parts::{CopyTable, LegendKind, LegendMark};
use crate::ui::phrases::Ticks;
use crate::ui::words::{Words, words};
use crate::views::MetricView;

use super::twin;

/// What writes the numbers of a metric's charts.
pub fn ticks(words: Words, view: &MetricView) -> Ticks {
    Ticks { words, unit: view.row.unit, currency: view.frame.currency.clone() }
}

/// The trend.
pub fn trend(view: Signal<MetricView>, spec: Signal<ChartSpec>) -> impl IntoView {
    let words = words();
    let labels = move |spec: &ChartSpec| view.with(|view| labels(words, view, spec));
    let tip = move |index: usize| view.with(|view| spec.with(|spec| tip_lines(words, view, spec, index)));
    let summary = Signal::derive(move || view.with(|view| spec.with(|spec| sentence(words, view, spec))));
    let has_before = Memo::new(move |_| {
        spec.with(|spec| matches!(spec, ChartSpec::Trend(trend) if trend.before.is_some()))
    });
    let has_band = Memo::new(move |_| spec.with(is_banded));
    view! {
        <ChartFigure spec=spec labels=labels tip=tip summary=summary test_id="trend-canvas">
            <span>
                <LegendMark kind=LegendKind::LineAndBand />
                {move || words.t(if has_band.get() { "legend.value" } else { "legend.bare" })}
            </span>
            {move || {
                has_before
                    .get()
                    .then(|| {
                        view! {
                            <span>
                                <LegendMark kind=LegendKind::Before />
                                {words.t("legend.before")}
                            </span>
                        }
                    })
            }}
            <span class="push">
                <CopyTable lines=move || {
                    view.with_untracked(|view| spec.with_untracked(|spec| twin::lines(words, view, spec)))
                } />
            </span>
        </ChartFigure>
    }
}

/// What is written on the trend: its numbers, the goal, the events.
fn labels(words: Words, view: &MetricView, spec: &ChartSpec) -> Labels {
    let mut labels = Labels::bare(Rc::new(ticks(words, view)));
    if let ChartSpec::Trend(trend) = spec {
        labels.events = trend.events.iter().map(|event| words.event_name(&event.name)).collect();
        if let Some(goal) = trend.goal {
            let value = words.value_with_unit(view.row.unit, goal, &view.frame.currency);
            labels.goal = words.fill("goals.line", &[("value", &value)]);
        }
    }
    labels
}

fn is_banded(spec: &ChartSpec) -> bool {
    let ChartSpec::Trend(trend) = spec else { return false };
    trend.series.iter().flat_map(|series| &series.points).any(|point| point.drawn_interval().is_some())
}

/// The name of a bucket by its first day.
pub fn bucket_name(words: Words, bucket: Bucket, day: i32) -> String {
    match bucket {
        Bucket::Month => words.month(Day(day)),
        _ => words.fill("chart.week_of", &[("day", &words.short_day(Day(day)))]),
    }
}

fn tip_lines(words: Words, view: &MetricView, spec: &ChartSpec, index: usize) -> Vec<String> {
    let ChartSpec::Trend(trend) = spec else { return Vec::new() };
    let Some(point) = trend.series.first().and_then(|series| series.points.get(index)) else {
        return Vec::new();
    };
    let mut lines = vec![bucket_name(words, view.bucket, point.day), point_text(words, view, point)];
    if let Some(counted) = point.counted {
        lines.push(words.k_of_n(counted.have as f64, counted.of));
    }
    let before = trend.before.as_ref().and_then(|before| before.points.iter().find(|p| p.day == point.day));
    if let Some(value) = before.and_then(|before| before.drawn()) {
        let value = words.value_with_unit(view.row.unit, value, &view.frame.currency);
        lines.push(words.fill("chart.tip.before", &[("value", &value)]));
    }
    lines
}

fn point_text(words: Words, view: &MetricView, point: &Point) -> String {
    let currency = &view.frame.currency;
    let Some(value) = point.drawn() else { return words.t("chart.no_value") };
    let value = words.value_with_unit(view.row.unit, value, currency);
    match point.drawn_interval() {
        Some(interval) => {
            format!("{value} ({})", words.interval(view.row.unit, interval.low, interval.high, currency))
        }
        None => value,
    }
}

/// The sentence that stands for a chart.
pub fn sentence(words: Words, view: &MetricView, spec: &ChartSpec) -> String {
    let ticks = ticks(words, view);
    let name = words.metric_name(&view.row.id, view.variant.as_deref());
    describe::facts(spec).first().map_or_else(String::new, |facts| said(&ticks, view, &name, facts))
}

fn said(ticks: &Ticks, view: &MetricView, name: &str, facts: &Facts) -> String {
    let words = ticks.words;
    let currency = &ticks.currency;
    let value = |value: f64| words.value_with_unit(ticks.unit_of(&facts.unit), value, currency);
    let place = |cell: &Cell| match cell {
        Cell::Day(day) => bucket_name(words, view.bucket, *day),
        Cell::Value(at, unit) => words.value_with_unit(ticks.unit_of(unit), *at, currency),
        _ => String::new(),
    };
    let (Some(first), Some(last)) = (&facts.first, &facts.last) else {
        return words.fill("chart.sentence.empty", &[("name", name)]);
    };
    let (low, high) = (facts.lowest.as_ref().unwrap_or(first), facts.highest.as_ref().unwrap_or(last));
    words.fill(
        if facts.unit == ChartUnit::Ratio && facts.key.ends_with("survival") {
            "chart.sentence.survival"
        } else {
            "chart.sentence.trend"
        },
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
