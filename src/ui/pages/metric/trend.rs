//! The trend, and the same points in a table further down.

use leptos::prelude::*;

use super::super::shown::{Drawn, lines, picture, table};
use super::over;
use super::rows::Listed;
use crate::facts::Span;
use crate::ui::parts::CopyTable;
use crate::ui::words::words;
use crate::views::{MetricView, Which};

/// The trend; a point opens the rows of its days.
pub fn trend(
    view: Signal<MetricView>,
    chart: Signal<Drawn>,
    listed: RwSignal<Option<Listed>>,
) -> impl IntoView {
    let words = words();
    let open = Callback::new(move |days: Span| {
        // A week that the period cuts is counted as far as the period goes.
        let period = view.with_untracked(|view| view.frame.period);
        let days = period
            .map_or(days, |period| Span { from: days.from.max(period.from), to: days.to.min(period.to) });
        let title = words.fill("chart.rows_of", &[("days", &words.span(days))]);
        listed.set(Some(Listed { which: Which::Used, title, days: Some(days) }));
    });
    view! {
        {picture(chart, "", "trend-canvas", Some(open))}
        {over::choice(view)}
    }
}

/// Its table under a heading.
pub fn twin(chart: Signal<Drawn>) -> impl IntoView {
    let words = words();
    view! {
        <section class="sec">
            <h2>{words.t("twin.title")}</h2>
            <p class="small quiet">{words.t("twin.of")}</p>
            {move || chart.with(|chart| table(words, chart))}
            <p class="small">
                <CopyTable lines=move || chart.with_untracked(|chart| lines(words, chart)) />
            </p>
        </section>
    }
}
