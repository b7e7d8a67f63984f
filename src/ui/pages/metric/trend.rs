//! The trend, and the same points in a table further down.

use leptos::prelude::*;

use super::super::shown::{Drawn, lines, picture, table};
use crate::ui::parts::CopyTable;
use crate::ui::words::words;

/// The trend.
pub fn trend(chart: Signal<Drawn>) -> impl IntoView {
    picture(chart, "", "trend-canvas")
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
