//! The four pillars beside each other, on one scale.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_where, part};
use crate::metrics::Unit;
use crate::ui::session::Session;
use crate::views::{PILLARS, SsiView};

/// A small chart for each; the weakest is named.
pub fn pillars(session: Session, view: Signal<SsiView>) -> impl IntoView {
    let words = session.words();
    let one = move |id: &'static str| {
        let chart = part(view, move |view| {
            let pillar = view.pillars.iter().find(|pillar| pillar.row.id == id)?;
            Some(Drawn::trend(words, id, Unit::Pillar, view.bucket, pillar.chart.as_ref()?))
        });
        let now = part(view, move |view| {
            let row = view.pillars.iter().map(|pillar| &pillar.row).find(|row| row.id == id)?;
            row.figure.value().map(|value| words.value(Unit::Pillar, value, ""))
        });
        let is_weakest = part(view, move |view| view.weakest.as_deref() == Some(id));
        view! {
            <div>
                <h3>
                    {words.metric_name(id, None)} " "
                    <span class="num q3">{move || now.get().unwrap_or_else(|| "–".to_owned())}</span>
                </h3>
                <p class="note" class:off=move || !is_weakest.get()>
                    <b>{words.t("ssi.weakest")}</b>
                </p>
                {drawn_where(chart, "small-chart", id)}
            </div>
        }
        .into_any()
    };
    let has_any = part(view, |view| view.pillars.iter().any(|pillar| pillar.chart.is_some()));
    view! {
        <section class="sec">
            <h2>{words.t("ssi.pillars_title")}</h2>
            <p class="quiet small">{words.t("ssi.pillars_text")}</p>
            {move || {
                if has_any.get() {
                    view! { <div class="four-charts">{PILLARS.map(one).collect_view()}</div> }.into_any()
                } else {
                    view! { <p class="emp quiet small">{words.t("ssi.no_pillars")}</p> }.into_any()
                }
            }}
        </section>
    }
}
