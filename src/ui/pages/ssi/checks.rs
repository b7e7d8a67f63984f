//! The questions for each seller's weakest pillar, and their answers with the day.

use leptos::prelude::*;

use super::super::shown::part;
use crate::facts::{CheckItem, NoteChange};
use crate::ui::browser::today;
use crate::ui::session::Session;
use crate::views::{CheckView, SsiView};

/// Three questions for each seller whose weakest pillar is known.
pub fn checks(session: Session, view: Signal<SsiView>) -> impl IntoView {
    let words = session.words();
    let sellers = part(view, |view| {
        let asked = view.sellers.iter().filter(|line| !line.checks.is_empty());
        asked.map(|line| (line.seller.clone(), line.weakest.clone())).collect::<Vec<_>>()
    });
    let one = move |(seller, weakest): (String, Option<String>)| {
        let own = seller.clone();
        let items = part(view, move |view| {
            let line = view.sellers.iter().find(|line| line.seller == own);
            line.map(|line| line.checks.iter().map(|check| check.item).collect::<Vec<_>>())
                .unwrap_or_default()
        });
        let pillar = weakest.map(|id| words.metric_name(&id, None)).unwrap_or_default();
        let name = seller.clone();
        view! {
            <div class="checks">
                <h3>
                    <bdi>{name}</bdi>
                    " · "
                    {pillar}
                </h3>
                <ul class="plain">
                    <For
                        each=move || items.get()
                        key=|item| item.id()
                        children=move |item| question(session, view, seller.clone(), item)
                    />
                </ul>
            </div>
        }
    };
    view! {
        <section class="sec">
            <h2>{words.t("ssi.checks_title")}</h2>
            <p class="quiet small">{words.t("ssi.checks_text")}</p>
            {move || {
                sellers
                    .with(Vec::is_empty)
                    .then(|| view! { <p class="emp quiet small">{words.t("ssi.no_pillars")}</p> })
            }}
            <div class="checklists" data-testid="checks">
                <For each=move || sellers.get() key=|seller| seller.clone() children=one />
            </div>
        </section>
    }
}

fn question(session: Session, view: Signal<SsiView>, seller: String, item: CheckItem) -> AnyView {
    let words = session.words();
    let own = seller.clone();
    let answer = part(view, move |view| {
        let line = view.sellers.iter().find(|line| line.seller == own)?;
        let check: &CheckView = line.checks.iter().find(|check| check.item == item)?;
        check.answer
    });
    let said = move |is_yes: bool| answer.get().is_some_and(|(known, _)| known == is_yes);
    let button = move |is_yes: bool, key: &'static str| {
        let seller = seller.clone();
        // Pressing the answer that holds takes it back.
        let press = move |_| {
            let given = Some(is_yes).filter(|_| !said(is_yes));
            let (seller, on) = (seller.clone(), today());
            session.note(NoteChange::Check { seller, item, answer: given, on }, None);
        };
        view! {
            <button type="button" class="btn small" aria-pressed=move || said(is_yes).to_string() on:click=press>
                {words.t(key)}
            </button>
        }
    };
    let day = move || answer.get().map(|(_, on)| words.fill("ssi.answered", &[("day", &words.day(on))]));
    view! {
        <li>
            <span>{words.t(&format!("ssi.check.{}", item.id()))}</span>
            <span class="acts">
                {button(true, "ssi.yes")} {button(false, "ssi.no")} <small class="q3">{day}</small>
            </span>
        </li>
    }
    .into_any()
}
