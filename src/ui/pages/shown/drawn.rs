//! A chart with its legend, the sentence that stands for it, and the table of the same points.

use std::rc::Rc;

use leptos::prelude::*;

use crate::charts::{Cell, ChartSpec, Column, Facts, Name, TrendSpec, Unit as ChartUnit, describe};
use crate::facts::{Bucket, Day};
use crate::metrics::Unit;
use crate::ui::canvas::{ChartFigure, Labels};
use crate::ui::parts::{CopyTable, LegendKind, LegendMark};
use crate::ui::phrases::Ticks;
use crate::ui::words::{Words, words};

/// A chart and the words around it.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    /// The chart.
    pub spec: ChartSpec,
    /// What it shows, where it has one line.
    pub name: String,
    /// What the metric's values are.
    pub unit: Unit,
    /// How time is cut.
    pub bucket: Bucket,
    /// What stands at the line of a goal or reference.
    pub goal: String,
    /// What is counted upwards; blank where the heading says so.
    pub title: String,
    /// What is counted from left to right, of a plane.
    pub across: String,
    /// Names of a plane's quarters.
    pub corners: Vec<String>,
}

impl Drawn {
    /// A line over time.
    pub fn trend(words: Words, id: &str, unit: Unit, bucket: Option<Bucket>, spec: &ChartSpec) -> Drawn {
        Drawn {
            spec: spec.clone(),
            name: words.metric_name(id, None),
            unit,
            bucket: bucket.unwrap_or(Bucket::Week),
            goal: String::new(),
            title: String::new(),
            across: String::new(),
            corners: Vec::new(),
        }
    }

    fn ticks(&self, words: Words) -> Ticks {
        Ticks { words, unit: self.unit, currency: String::new() }
    }
}

/// A chart while there is one; what has the focus keeps it while its values change.
pub fn drawn_where(source: Memo<Option<Drawn>>, class: &'static str, test_id: &'static str) -> impl IntoView {
    let is_there = Memo::new(move |_| source.with(Option::is_some));
    move || {
        let first = is_there.get().then(|| source.get_untracked()).flatten()?;
        let kept = Memo::new(move |known: Option<&Drawn>| {
            source.get().or_else(|| known.cloned()).unwrap_or_else(|| first.clone())
        });
        Some(drawn(kept.into(), class, test_id))
    }
}

/// A chart with its legend and its table.
fn drawn(chart: Signal<Drawn>, class: &'static str, test_id: &'static str) -> impl IntoView {
    let words = words();
    let spec = Memo::new(move |_| chart.with(|chart| chart.spec.clone()));
    let labels = move |_: &ChartSpec| chart.with(|chart| labels(words, chart));
    let tip = move |index: usize| chart.with(|chart| tip_lines(words, chart, index));
    let summary = Signal::derive(move || chart.with(|chart| sentence(words, chart)));
    view! {
        <ChartFigure spec=spec labels=labels tip=tip summary=summary class=class test_id=test_id>
            {move || chart.with(|chart| legend(words, chart))}
            <span class="push">
                <CopyTable lines=move || chart.with_untracked(|chart| lines(words, chart)) />
            </span>
        </ChartFigure>
        <details class="twin-more small">
            <summary>{words.t("twin.title")}</summary>
            {move || chart.with(|chart| table(words, chart))}
        </details>
    }
}

fn labels(words: Words, chart: &Drawn) -> Labels {
    let bare = Labels::bare(Rc::new(chart.ticks(words)));
    Labels {
        goal: chart.goal.clone(),
        title: chart.title.clone(),
        across: chart.across.clone(),
        corners: chart.corners.clone(),
        ..bare
    }
}

fn name_of(words: Words, name: &Name) -> String {
    match name {
        Name::Key(key) => words.t(key),
        Name::Text(text) => text.clone(),
    }
}

/// The names of several series, each with its line.
fn legend(words: Words, chart: &Drawn) -> Vec<AnyView> {
    let names: Vec<&Name> = match &chart.spec {
        ChartSpec::Trend(trend) if trend.series.len() > 1 => {
            trend.series.iter().map(|series| &series.name).collect()
        }
        ChartSpec::Quadrants(plane) => plane.trails.iter().map(|trail| &trail.name).collect(),
        _ => Vec::new(),
    };
    let is_one = names.len() == 1;
    (names.into_iter().enumerate())
        .map(|(index, name)| {
            let kind = if is_one { LegendKind::LineAndBand } else { LegendKind::Series(index) };
            view! {
                <span>
                    <LegendMark kind=kind />
                    <bdi>{name_of(words, name)}</bdi>
                </span>
            }
            .into_any()
        })
        .collect()
}

fn place_name(words: Words, bucket: Bucket, day: i32) -> String {
    match bucket {
        Bucket::Month => words.month(Day(day)),
        Bucket::Week => words.fill("chart.week_of", &[("day", &words.short_day(Day(day)))]),
    }
}

fn value_text(words: Words, chart: &Drawn, unit: &ChartUnit, value: f64) -> String {
    words.value_with_unit(chart.ticks(words).unit_of(unit), value, "")
}

fn tip_lines(words: Words, chart: &Drawn, index: usize) -> Vec<String> {
    match &chart.spec {
        ChartSpec::Trend(trend) => trend_tip(words, chart, trend, index),
        ChartSpec::Quadrants(plane) => {
            let mut stops =
                plane.trails.iter().flat_map(|trail| trail.stops.iter().map(move |stop| (trail, stop)));
            let Some((trail, stop)) = stops.nth(index) else { return Vec::new() };
            let Some((x, y)) = stop.drawn() else { return Vec::new() };
            vec![
                place_name(words, chart.bucket, stop.day),
                name_of(words, &trail.name),
                format!("{} {}", chart.across, value_text(words, chart, &plane.x.unit, x)),
                format!("{} {}", chart.title, value_text(words, chart, &plane.y.unit, y)),
            ]
        }
        ChartSpec::Survival(_) => Vec::new(),
    }
}

fn trend_tip(words: Words, chart: &Drawn, trend: &TrendSpec, index: usize) -> Vec<String> {
    let Some(day) = trend.series.first().and_then(|series| series.points.get(index)).map(|point| point.day)
    else {
        return Vec::new();
    };
    let several = trend.series.len() > 1;
    let line = |series: &crate::charts::TrendSeries| {
        let point = series.points.iter().find(|point| point.day == day)?;
        let value = point.drawn().map(|value| value_text(words, chart, &trend.y.unit, value));
        let value = value.unwrap_or_else(|| words.t("chart.no_value"));
        let interval = point.drawn_interval().map(|interval| {
            let unit = chart.ticks(words).unit_of(&trend.y.unit);
            format!(" ({})", words.interval(unit, interval.low, interval.high, ""))
        });
        let text = format!("{value}{}", interval.unwrap_or_default());
        Some(if several { format!("{}: {text}", name_of(words, &series.name)) } else { text })
    };
    let mut lines = vec![place_name(words, chart.bucket, day)];
    lines.extend(trend.series.iter().filter_map(line));
    lines
}

/// One sentence for each line or trail.
fn sentence(words: Words, chart: &Drawn) -> String {
    let is_one = matches!(&chart.spec, ChartSpec::Trend(trend) if trend.series.len() < 2);
    let sentences = describe::facts(&chart.spec).into_iter().map(|facts| {
        let own = name_of(words, &facts.name);
        let name = if is_one { chart.name.clone() } else { own };
        said(words, chart, &name, &facts)
    });
    sentences.collect::<Vec<_>>().join(" ")
}

fn said(words: Words, chart: &Drawn, name: &str, facts: &Facts) -> String {
    let value = |value: f64| value_text(words, chart, &facts.unit, value);
    let place = |cell: &Cell| match cell {
        Cell::Day(day) => place_name(words, chart.bucket, *day),
        Cell::Value(at, unit) => value_text(words, chart, unit, *at),
        _ => String::new(),
    };
    let (Some(first), Some(last)) = (&facts.first, &facts.last) else {
        return words.fill("chart.sentence.empty", &[("name", name)]);
    };
    let (low, high) = (facts.lowest.as_ref().unwrap_or(first), facts.highest.as_ref().unwrap_or(last));
    words.fill(
        if facts.key.ends_with("trail") { "chart.sentence.trail" } else { "chart.sentence.trend" },
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

/// The lines of the table, head first.
fn lines(words: Words, chart: &Drawn) -> Vec<Vec<String>> {
    let twin = describe::table(&chart.spec);
    let ticks = chart.ticks(words);
    let head = twin.columns.iter().map(|column| column_name(words, chart, column)).collect();
    let cell = |cell: &Cell| match cell {
        Cell::Day(day) => place_name(words, chart.bucket, *day),
        Cell::Value(value, unit) => words.value_with_unit(ticks.unit_of(unit), *value, ""),
        Cell::Interval(interval, unit) => {
            words.interval(ticks.unit_of(unit), interval.low, interval.high, "")
        }
        Cell::Count(count) => words.integer(*count),
        Cell::Names(names) => names.iter().map(|name| name_of(words, name)).collect::<Vec<_>>().join("; "),
        Cell::Missing => "–".to_owned(),
    };
    let row = |cells: &Vec<Cell>| cells.iter().map(cell).collect();
    std::iter::once(head).chain(twin.rows.iter().map(row)).collect()
}

/// A column's own name, after that of its series where there are several.
fn column_name(words: Words, chart: &Drawn, column: &Column) -> String {
    let own = match column.key.as_str() {
        "chart.column.across" => chart.across.clone(),
        "chart.column.up" => chart.title.clone(),
        key => words.t(key),
    };
    match &column.series {
        Some(name) if column.key == "chart.column.value" => name_of(words, name),
        Some(name) => format!("{}: {own}", name_of(words, name)),
        None => own,
    }
}

fn table(words: Words, chart: &Drawn) -> AnyView {
    let mut lines = lines(words, chart).into_iter();
    let head = lines.next().unwrap_or_default().into_iter().enumerate();
    let head = head.map(|(at, text)| view! { <th scope="col" class:r=at.gt(&0)>{text}</th> }).collect_view();
    let rows = lines.map(|cells| {
        let mut cells = cells.into_iter();
        let name = cells.next();
        let rest = cells.map(|text| {
            view! {
                <td class="r num">
                    <bdi dir="ltr" class="ltr">{text}</bdi>
                </td>
            }
        });
        view! {
            <tr>
                <th scope="row" class="num">{name}</th>
                {rest.collect_view()}
            </tr>
        }
    });
    view! {
        <div class="scroll">
            <table class="data twin">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
