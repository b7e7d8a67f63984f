//! The copied page of the index: its text brings the total, the four parts and the ranks.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::{FormState, field_views};
use super::kinds::{FormField, Input};
use super::{Log, fault_at};
use crate::ui::parts::{labelled, lines_input};
use crate::ui::session::ToastAction;
use crate::views::EntryChange;

const FIELDS: [FormField; 2] =
    [FormField { name: "seller", input: Input::Seller }, FormField { name: "date", input: Input::Date }];

/// A part of the section that opens.
pub fn details(log: Log) -> AnyView {
    let words = log.session.words();
    let seller = log.session.remembered("log_seller").unwrap_or_default();
    let start = [("seller".to_owned(), seller), ("date".to_owned(), log.today.iso())];
    let state = FormState::new(&FIELDS, &start);
    let text = RwSignal::new(String::new());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let of = |name: &str| state.field(name).map(|text| text.get_untracked()).unwrap_or_default();
        let (seller, date) = (of("seller"), of("date"));
        let change = EntryChange::SsiText { text: text.get_untracked(), seller: seller.clone(), date };
        spawn_local(async move {
            match log.session.change_entries(vec![change]).await {
                Ok(_) => {
                    log.session.remember("log_seller", seller.trim());
                    let said = log.session.words().count("log.added", 1, &[]);
                    log.session.say(said, Some(ToastAction::UndoEntries));
                    text.set(String::new());
                    state.faults.set(Vec::new());
                }
                Err(faults) => state.faults.set(faults),
            }
        });
    };
    let fault = move || state.faults.with(|faults| fault_at(log.session, faults, 0, "text"));
    let body = view! {
        {lines_input("page-body", 4, text)}
        <small class="err" role="alert">
            {fault}
        </small>
    };
    view! {
        <details class="page-text">
            <summary data-testid="page-text">{words.t("log.page")}</summary>
            <p class="quiet small">{words.t("log.page_text")}</p>
            <form class="entry-form" on:submit=send novalidate>
                {field_views(log, state, &FIELDS, "page")}
                {labelled("page-body", words.t("log.page_body"), true, body.into_any())}
                <div class="acts">
                    <button class="btn" type="submit" data-testid="page-add">
                        {words.t("log.add_one")}
                    </button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
