//! Who shared lately and who did not, and the share of active sharers over time.

use std::rc::Rc;

use leptos::prelude::*;

use super::Desk;
use super::cells::{self, count};
use crate::charts::{ChartSpec, Point};
use crate::facts::{Bucket, Span};
use crate::metrics::Unit;
use crate::ui::canvas::{ChartFigure, Labels};
use crate::ui::parts::{LegendKind, LegendMark};
use crate::ui::phrases::Ticks;
use crate::ui::words::Words;
use crate::views::{SharerLine, SharersView};

/// The table, and the trend beside it.
pub fn sharers(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.sharers.clone());
    let text = move || {
        view.with(|view| match view.window {
            Some((from, to)) => {
                words.fill("content.sharers_text", &[("span", &words.span(Span { from, to }))])
            }
            None => String::new(),
        })
    };
    let adoption = desk.part(|view| view.sharers.adoption.clone());
    let has_trend = Memo::new(move |_| adoption.with(Option::is_some));
    let body = view! {
        {move || view.with(|view| table(words, view))}
        {move || has_trend.get().then(|| trend(desk, adoption))}
    };
    cells::section(words.t("content.sharers"), text, body)
}

fn table(words: Words, view: &SharersView) -> AnyView {
    if view.sellers.is_empty() {
        return view! { <p class="emp quiet">{words.t("content.no_sharers")}</p> }.into_any();
    }
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let lines = view.sellers.iter().map(|line| row(words, line)).collect_view();
    let quiet: Vec<String> = (view.sellers.iter())
        .filter(|line| line.lately.value() == Some(0.0))
        .map(|line| line.seller.clone())
        .collect();
    let said = if quiet.is_empty() {
        None
    } else {
        Some(words.fill("content.not_lately", &[("names", &words.list(&quiet))]))
    };
    view! {
        <div class="scrolls">
            <table class="data" data-testid="content-sharers">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.seller")}</th>
                        {right("content.col.lately")}
                        {right("content.col.posts")}
                        {right("content.col.regularity")}
                        {right("content.col.last")}
                        {right("content.col.comments_given")}
                        {right("content.col.reactions_given")}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        <p class="small" data-testid="content-quiet">{said}</p>
    }
    .into_any()
}

fn row(words: Words, line: &SharerLine) -> AnyView {
    let last = line.last.map_or_else(|| "–".to_owned(), |day| words.day(day));
    let is_quiet = line.lately.value() == Some(0.0);
    let mark = is_quiet.then(|| view! { <small class="stand">{words.t("content.quiet")}</small> });
    view! {
        <tr>
            <th scope="row">
                <bdi>{line.seller.clone()}</bdi>
                {mark}
            </th>
            <td class="r">{count(words, &line.lately)}</td>
            <td class="r">{count(words, &line.posts)}</td>
            <td class="r">
                {cells::value(words, Unit::Ratio, &line.regularity)}
            </td>
            <td class="r num">{last}</td>
            <td class="r">{count(words, &line.comments)}</td>
            <td class="r">{count(words, &line.reactions)}</td>
        </tr>
    }
    .into_any()
}

fn trend(desk: Desk, adoption: Memo<Option<ChartSpec>>) -> Option<AnyView> {
    let words = desk.words;
    let first = adoption.get_untracked()?;
    let spec = Memo::new(move |known: Option<&ChartSpec>| {
        adoption.get().or_else(|| known.cloned()).unwrap_or_else(|| first.clone())
    });
    let bucket = move || desk.view.with(|view| view.sharers.bucket.unwrap_or(Bucket::Week));
    let labels = move |_: &ChartSpec| {
        Labels::bare(Rc::new(Ticks { words, unit: Unit::Ratio, currency: String::new() }))
    };
    let tip = move |index: usize| {
        spec.with(|spec| {
            point(spec, index).map(|point| tip_lines(words, bucket(), point)).unwrap_or_default()
        })
    };
    let summary = Signal::derive(move || spec.with(|spec| sentence(words, spec)));
    let chart = view! {
        <h3 class="trendhead">{words.t("metric.active_sharer_share.name")}</h3>
        <p class="small quiet">{move || summary.get()}</p>
        <ChartFigure
            spec=spec
            labels=labels
            tip=tip
            summary=summary
            class="short"
            test_id="adoption-canvas"
        >
            <span>
                <LegendMark kind=LegendKind::LineAndBand />
                {words.t("legend.value")}
            </span>
        </ChartFigure>
        <details class="small">
            <summary>{words.t("twin.title")}</summary>
            {move || spec.with(|spec| twin(words, bucket(), spec))}
        </details>
    };
    Some(chart.into_any())
}

fn points(spec: &ChartSpec) -> &[Point] {
    match spec {
        ChartSpec::Trend(trend) => trend.series.first().map_or(&[], |series| &series.points),
        ChartSpec::Survival(_) | ChartSpec::Quadrants(_) => &[],
    }
}

fn point(spec: &ChartSpec, index: usize) -> Option<&Point> {
    points(spec).get(index)
}

fn start(words: Words, bucket: Bucket, point: &Point) -> String {
    let day = crate::facts::Day(point.day);
    if bucket == Bucket::Month {
        words.month(day)
    } else {
        words.fill("chart.week_of", &[("day", &words.short_day(day))])
    }
}

fn share(words: Words, point: &Point) -> String {
    match point.drawn() {
        Some(value) => words.value_with_unit(Unit::Ratio, value, ""),
        None => words.t("chart.no_value"),
    }
}

fn tip_lines(words: Words, bucket: Bucket, point: &Point) -> Vec<String> {
    let mut lines = vec![start(words, bucket, point), share(words, point)];
    lines.extend(point.counted.map(|counted| words.k_of_n(counted.have as f64, counted.of)));
    lines
}

fn sentence(words: Words, spec: &ChartSpec) -> String {
    let drawn: Vec<&Point> = points(spec).iter().filter(|point| point.drawn().is_some()).collect();
    match (drawn.first(), drawn.last()) {
        (Some(first), Some(last)) => {
            words.fill("content.adoption", &[("first", &share(words, first)), ("last", &share(words, last))])
        }
        _ => String::new(),
    }
}

/// The same points in a table.
fn twin(words: Words, bucket: Bucket, spec: &ChartSpec) -> AnyView {
    let rows: Vec<AnyView> = points(spec)
        .iter()
        .map(|point| {
            let counted = point.counted.map(|counted| words.k_of_n(counted.have as f64, counted.of));
            view! {
                <tr>
                    <th scope="row">{start(words, bucket, point)}</th>
                    <td class="r num">{share(words, point)}</td>
                    <td class="r num q3">{counted}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="data">
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
