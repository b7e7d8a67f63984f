//! A chart as a file: PNG and SVG, with its name, days, legend, how it is counted and the day it was saved.

use leptos::prelude::*;

use super::{Drawn, legend, name_of, said};
use crate::charts::caption::file_name;
use crate::charts::{ChartSpec, Name};
use crate::facts::{Day, Span};
use crate::text::Locale;
use crate::ui::browser::today;
use crate::ui::canvas::{Caption, Labels, PaintError, save_png, save_svg};
use crate::ui::session::Session;
use crate::ui::words::Words;

/// The two buttons.
pub fn buttons(session: Session, chart: Signal<Drawn>, spec: Signal<ChartSpec>) -> impl IntoView {
    let words = session.words();
    let button = move |is_png: bool, key: &'static str, test_id: &'static str| {
        let keep = move |_| {
            let kept =
                chart.with_untracked(|chart| spec.with_untracked(|spec| keep(session, chart, spec, is_png)));
            if kept.is_err() {
                session.say_error(words.t("chart.save_failed"));
            }
        };
        view! {
            <button
                type="button"
                class="link note copy"
                data-testid=test_id
                aria-label=words.t(key)
                on:click=keep
            >
                {if is_png { "PNG" } else { "SVG" }}
            </button>
        }
    };
    view! {
        {button(true, "chart.save_png", "save-png")}
        {button(false, "chart.save_svg", "save-svg")}
    }
}

fn keep(session: Session, chart: &Drawn, spec: &ChartSpec, is_png: bool) -> Result<(), PaintError> {
    let words = session.words();
    let caption = caption(words, chart, spec, session.frame.with_untracked(|frame| frame.is_sample));
    // On a sheet the legend stands over the chart.
    let labels = Labels { names: Vec::new(), ..chart.labels(words, spec) };
    let name = |extension: &str| file_name(&caption.title, &today().iso(), extension);
    if is_png {
        let failed = move || session.say_error(words.t("chart.save_failed"));
        save_png(name("png"), spec, &labels, &caption, failed)
    } else {
        save_svg(&name("svg"), spec, &labels, &said::sentence(words, chart), &caption)
    }
}

fn caption(words: Words, chart: &Drawn, spec: &ChartSpec, is_sample: bool) -> Caption {
    let title = [&chart.heading, &chart.name].into_iter().find(|text| !text.is_empty()).cloned();
    let title = title.unwrap_or_else(|| {
        let names: Vec<String> = names(spec).into_iter().map(|name| name_of(words, name)).collect();
        words.list(&names)
    });
    let made = words.fill("chart.made", &[("day", &words.day(today()))]);
    let sample = is_sample.then(|| words.t("chart.made_of_sample"));
    let formula = (!chart.formula.is_empty()).then(|| {
        words.fill("chart.column_of", &[("series", &words.t("margin.counted")), ("column", &chart.formula)])
    });
    let is_over = matches!(spec, ChartSpec::Trend(trend) if trend.over.is_some());
    let over = is_over.then(|| words.sentences([words.t("search.text"), words.t("search.means")]));
    Caption {
        title,
        under: span(chart, spec).map(|span| words.span(span)).unwrap_or_default(),
        legend: legend::samples(words, spec),
        foot: formula.into_iter().chain(over).chain([made]).chain(sample).collect(),
        is_right_to_left: words.locale() == Locale::Ar,
    }
}

fn names(spec: &ChartSpec) -> Vec<&Name> {
    match spec {
        ChartSpec::Trend(trend) => trend.series.iter().map(|series| &series.name).collect(),
        ChartSpec::Survival(curves) => curves.series.iter().map(|curve| &curve.name).collect(),
        ChartSpec::Quadrants(plane) => plane.trails.iter().map(|trail| &trail.name).collect(),
    }
}

/// The days shown; a curve has none.
fn span(chart: &Drawn, spec: &ChartSpec) -> Option<Span> {
    let (from, to) = match spec {
        ChartSpec::Trend(trend) => (trend.x.from_day, trend.x.to_day),
        ChartSpec::Quadrants(plane) => {
            let days = || plane.trails.iter().flat_map(|trail| &trail.stops).map(|stop| stop.day);
            (days().min()?, days().max()?)
        }
        ChartSpec::Survival(_) => return None,
    };
    Some(Span { from: Day(from), to: chart.bucket.next(Day(to)).plus(-1) })
}
