//! The survival curve of a duration, and what it says in a sentence.

use std::rc::Rc;

use leptos::prelude::*;

use super::chart::{sentence, ticks};
use super::twin;
use crate::charts::ChartSpec;
use crate::metrics::State;
use crate::ui::canvas::{ChartFigure, Labels};
use crate::ui::words::{Words, words};
use crate::views::MetricView;

/// The survival curve.
pub fn survival(view: Signal<MetricView>, spec: Signal<ChartSpec>) -> impl IntoView {
    let words = words();
    let labels = move |spec: &ChartSpec| {
        let format = view.with(|view| ticks(words, view));
        let median = |median: Option<f64>| {
            median.map_or_else(String::new, |median| {
                let unit = format.unit;
                words.fill("chart.median", &[("value", &words.value_with_unit(unit, median, ""))])
            })
        };
        let medians = match spec {
            ChartSpec::Survival(curve) => curve.series.iter().map(|series| median(series.median)).collect(),
            ChartSpec::Trend(_) | ChartSpec::Quadrants(_) => Vec::new(),
        };
        Labels { medians, at_risk: words.t("scorecard.head.n"), ..Labels::bare(Rc::new(format)) }
    };
    let tip = move |index: usize| view.with(|view| spec.with(|spec| tip_lines(words, view, spec, index)));
    let summary = Signal::derive(move || view.with(|view| spec.with(|spec| sentence(words, view, spec))));
    view! {
        <section class="sec">
            <h2>{words.t("survival.title")}</h2>
            <p class="small quiet">{move || view.with(|view| reads(words, view))}</p>
            <ChartFigure
                spec=spec
                labels=labels
                tip=tip
                summary=summary
                class="short"
                test_id="survival-canvas"
            >
                <span>{words.t("survival.legend.band")}</span>
                <span>{words.t("survival.legend.tick")}</span>
                <span>{words.t("survival.legend.n")}</span>
            </ChartFigure>
            <details class="twinfold">
                <summary class="small">{words.t("twin.title")}</summary>
                {move || view.with(|view| spec.with(|spec| twin::table(words, view, spec)))}
            </details>
        </section>
    }
}

/// What the curve says: where half is reached, and how many are still open.
fn reads(words: Words, view: &MetricView) -> String {
    let figure = &view.row.figure;
    let currency = &view.frame.currency;
    let events = figure.duration.map_or(0, |duration| duration.events);
    let counts = [("events", words.integer(events)), ("n", words.integer(figure.n))];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    match (figure.state, figure.value()) {
        (State::NotReached, _) | (_, None) => words.fill("survival.not_reached", &counts),
        (_, Some(median)) => {
            let value = words.value_with_unit(view.row.unit, median, currency);
            let interval = words.figure_interval(view.row.unit, figure, currency);
            let value = interval.map_or_else(|| value.clone(), |interval| format!("{value} ({interval})"));
            let mut args = vec![("median", value.as_str())];
            args.extend(counts);
            words.fill("survival.median", &args)
        }
    }
}

fn tip_lines(words: Words, view: &MetricView, spec: &ChartSpec, index: usize) -> Vec<String> {
    let ChartSpec::Survival(curve) = spec else { return Vec::new() };
    let Some(step) = curve.series.first().and_then(|series| series.steps.get(index)) else {
        return Vec::new();
    };
    let share = words.percent(step.share, 0);
    let share = match step.interval {
        Some(interval) => {
            let range = words.interval(crate::metrics::Unit::Ratio, interval.low, interval.high, "");
            format!("{share} ({range})")
        }
        None => share,
    };
    let time = words.value_with_unit(view.row.unit, step.time, "");
    vec![
        words.fill("survival.tip.after", &[("time", &time)]),
        words.fill("survival.tip.open", &[("share", &share)]),
    ]
}
