//! Introductions asked for, and what came of them.

use leptos::prelude::*;

use super::super::shown::part;
use crate::facts::{AskOutcome, NoteChange};
use crate::ui::browser::today;
use crate::ui::session::{Session, value_of};
use crate::views::{AskLine, ReferralsView};

/// The list; nothing before the first ask.
pub fn asks(session: Session, view: Signal<ReferralsView>) -> impl IntoView {
    let words = session.words();
    let ids = part(view, |view| view.asks.iter().map(|ask| ask.id).collect::<Vec<_>>());
    let head = ["referrals.col_asker", "referrals.col_via", "referrals.col_person", "referrals.col_company"];
    let head = move || head.map(|key| view! { <th scope="col">{words.t(key)}</th> }).collect_view();
    move || {
        (!ids.with(Vec::is_empty)).then(|| {
            view! {
                <section class="sec">
                    <h2>{words.t("referrals.asks_title")}</h2>
                    <div class="scroll">
                        <table class="data" data-testid="asks">
                            <thead>
                                <tr>
                                    {head()} <th scope="col" class="r">{words.t("referrals.col_asked_on")}</th>
                                    <th scope="col">{words.t("referrals.col_outcome")}</th>
                                    <th scope="col"></th>
                                </tr>
                            </thead>
                            <tbody>
                                <For
                                    each=move || ids.get()
                                    key=|id| *id
                                    children=move |id| line(session, view, id)
                                />
                            </tbody>
                        </table>
                    </div>
                </section>
            }
        })
    }
}

fn line(session: Session, view: Signal<ReferralsView>, id: u32) -> AnyView {
    let words = session.words();
    let ask = part(view, move |view| view.asks.iter().find(|ask| ask.id == id).cloned());
    let Some(AskLine { seller, via, person, company, on, .. }) = ask.get_untracked() else {
        return ().into_any();
    };
    let names = [seller, via, person.clone(), company].map(|name| {
        view! {
            <td>
                <bdi>{name}</bdi>
            </td>
        }
    });
    let options = AskOutcome::ALL.map(|outcome| {
        let is_chosen = move || ask.with(|ask| ask.as_ref().is_some_and(|ask| ask.outcome == outcome));
        view! {
            <option value=outcome.id() prop:selected=is_chosen>
                {words.t(&format!("referrals.outcome.{}", outcome.id()))}
            </option>
        }
    });
    let settle = move |event| {
        let value = value_of(&event);
        if let Some(outcome) = AskOutcome::ALL.into_iter().find(|outcome| outcome.id() == value) {
            session.note(NoteChange::Settle { id, outcome, on: today() }, None);
        }
    };
    let settled = move || {
        let day = ask.with(|ask| ask.as_ref().and_then(|ask| ask.settled));
        day.map(|day| view! { <small class="q3">{words.day(day)}</small> })
    };
    let label = words.fill("referrals.outcome_of", &[("person", &person)]);
    let said = words.fill("referrals.said_forgotten", &[("person", &person)]);
    let forget = move |_| session.note(NoteChange::ForgetAsk { id }, Some(said.clone()));
    view! {
        <tr>
            {names.collect_view()} <td class="r num">{words.day(on)}</td>
            <td>
                <select class="field" aria-label=label on:change=settle>
                    {options.collect_view()}
                </select>
                {settled}
            </td>
            <td class="r">
                <button type="button" class="link" on:click=forget>
                    {words.t("action.delete")}
                </button>
            </td>
        </tr>
    }
    .into_any()
}
