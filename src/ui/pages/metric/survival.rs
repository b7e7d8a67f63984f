//! The survival curve of a duration, and what it says in a sentence.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn};
use crate::charts::ChartSpec;
use crate::metrics::State;
use crate::ui::words::{Words, words};
use crate::views::MetricView;

/// The survival curve.
pub fn survival(view: Signal<MetricView>, spec: Signal<ChartSpec>) -> impl IntoView {
    let words = words();
    let chart = Memo::new(move |_| view.with(|view| spec.with(|spec| Drawn::of_metric(words, view, spec))));
    view! {
        <section class="sec">
            <h2>{words.t("survival.title")}</h2>
            <p class="small quiet">{move || view.with(|view| reads(words, view))}</p>
            {drawn(chart.into(), "short", "survival-canvas")}
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
            let value =
                interval.map_or_else(|| value.clone(), |interval| words.with_aside(&value, &interval));
            let mut args = vec![("median", value.as_str())];
            args.extend(counts);
            words.fill("survival.median", &args)
        }
    }
}
