//! Deals by stage over time: one small picture for each stage, all on one scale.

use leptos::prelude::*;

use super::super::shown::{Drawn, folded, lines, table};
use super::held::name_text;
use crate::charts::{ChartSpec, TrendSeries};
use crate::facts::Day;
use crate::ui::parts::{CopyTable, Sparkline};
use crate::ui::words::Words;

/// The pictures, and the same points as a table.
pub fn multiples(words: Words, spec: &ChartSpec, chart: Drawn) -> AnyView {
    let ChartSpec::Trend(trend) = spec else { return ().into_any() };
    let values = trend.series.iter().flat_map(|series| &series.points).filter_map(|point| point.value);
    let top = values.fold(0.0_f64, f64::max);
    let length = f64::from((trend.x.to_day - trend.x.from_day).max(1));
    let shown = || trend.events.iter().filter(|event| trend.x.holds(event.day));
    let events: Vec<f64> = shown().map(|event| f64::from(event.day - trend.x.from_day) / length).collect();
    let pictures = trend.series.iter().map(|series| picture(words, series, top, &events)).collect_view();
    let named: Vec<String> = shown()
        .map(|event| words.in_line([words.event_name(&event.name), words.short_day(Day(event.day))]))
        .collect();
    let named =
        (!named.is_empty()).then(|| words.fill("pipe.level.events", &[("events", &named.join(" · "))]));
    let scale = words.fill("pipe.level.scale", &[("top", &words.tidy(top))]);
    let twin = {
        let chart = chart.clone();
        folded(words.t("twin.title"), move || table(words, &chart))
    };
    view! {
        <ul class="multiples" data-testid="pipe-stages">
            {pictures}
        </ul>
        <p class="note q3">{words.sentences(std::iter::once(scale).chain(named))}</p>
        <div class="tfoot small quiet">
            <CopyTable lines=move || lines(words, &chart) />
        </div>
        {twin}
    }
    .into_any()
}

/// One stage: its name, its deals at the end, and the line of all days.
fn picture(words: Words, series: &TrendSeries, top: f64, events: &[f64]) -> AnyView {
    let scale = if top > 0.0 { top } else { 1.0 };
    let points: Vec<Option<f64>> =
        series.points.iter().map(|point| point.value.map(|value| value / scale)).collect();
    let last = series.points.iter().rev().find_map(|point| point.value);
    view! {
        <li>
            <b>
                <bdi>{name_text(words, &series.name)}</bdi>
            </b>
            <Sparkline points=points events=events.to_vec() />
            <span class="num">{last.map_or_else(|| "–".to_owned(), |last| words.tidy(last))}</span>
        </li>
    }
    .into_any()
}
