//! What it takes until somebody becomes a customer: days, contacts, and logged hours.

use leptos::prelude::*;

use crate::metrics::Unit;
use crate::ui::pages::metric::survival::survival;
use crate::ui::session::session;
use crate::ui::words::Words;
use crate::views::{MetricView, TalksView};

/// Days and contacts until the conversion, as curves, and the hours logged.
pub fn effort(view: Memo<Option<TalksView>>) -> AnyView {
    let words = session().words();
    let days = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.effort.days.clone())));
    let contacts =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.effort.contacts.clone())));
    view! {
        <section class="sec" data-testid="talk-effort">
            <h2>{words.t("talk.effort.title")}</h2>
            <p class="small quiet">{words.t("talk.effort.text")}</p>
            <p>{move || view.with(|view| view.as_ref().and_then(|view| hours(words, view)))}</p>
            <div class="talk-two curves">
                <div>
                    <h3>{words.t("talk.effort.days")}</h3>
                    {curve(words, days)}
                </div>
                <div>
                    <h3>{words.t("talk.effort.contacts")}</h3>
                    {curve(words, contacts)}
                    <p class="note">{words.t("metric.effort_to_conversion.formula")}</p>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The hours logged in the period, and how many that is for a deal won in it.
fn hours(words: Words, view: &TalksView) -> Option<String> {
    let hours = view.effort.hours?;
    let won = view.effort.won.value().unwrap_or(0.0);
    let said = words.value_with_unit(Unit::Hours, hours, "");
    if won <= 0.0 {
        return Some(words.fill("talk.effort.hours", &[("hours", &said)]));
    }
    let each = words.value_with_unit(Unit::Hours, hours / won, "");
    let won = words.tidy(won);
    Some(words.fill("talk.effort.hours_each", &[("hours", &said), ("won", &won), ("each", &each)]))
}

/// A curve with its sentence, or why there is none.
fn curve(words: Words, view: Memo<Option<MetricView>>) -> impl IntoView {
    let spec = Memo::new(move |_| view.with(|view| view.as_ref().and_then(|view| view.survival.clone())));
    let is_there = Memo::new(move |_| spec.with(Option::is_some));
    move || {
        if !is_there.get() {
            let why = view.with(|view| view.as_ref().and_then(|view| words.why(&view.row, "")));
            return view! {
                <p class="emp quiet">{why.map(|why| words.sentences([why.lead, why.rest]))}</p>
            }
            .into_any();
        }
        let (Some(opened), Some(first)) = (view.get_untracked(), spec.get_untracked()) else {
            return ().into_any();
        };
        let kept = Memo::new(move |_| spec.get().unwrap_or_else(|| first.clone()));
        let opened = Memo::new(move |_| view.get().unwrap_or_else(|| opened.clone()));
        survival(opened.into(), kept.into()).into_any()
    }
}
