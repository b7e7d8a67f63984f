//! The programme page: how old it is, what changed since the baseline, what the sellers do, what people say of it.
//!
//! | file | holds |
//! |---|---|
//! | `clock` | age against the own sales cycle, and what the programme is judged by |
//! | `choices` | horizon and phase |
//! | `then` | baseline against now |
//! | `team` | what each seller does, the fair average, check-ins and the oldest input |
//! | `maturity` | the self-assessment |
//! | `ready` | the checklist for management |
//! | `events` | event markers, and those that platforms made |

mod choices;
mod clock;
mod events;
mod maturity;
mod ready;
mod team;
mod then;

use leptos::prelude::*;

use super::shown::followed;
use crate::metrics::ProgrammeChange;
use crate::ui::parts::Failed;
use crate::ui::session::{Session, ToastAction, session};
use crate::views::{Answer, Ask};

/// The programme page.
#[component]
pub fn ProgrammePage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let (view, failure) = followed(
        move || Ask::Programme { filter: session.filter() },
        |answer| match answer {
            Answer::Programme { view } => Some((**view).clone()),
            _ => None,
        },
    );
    let can_undo = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.can_undo)));
    let draft = maturity::Draft::new();
    view! {
        <div class="head">
            <div>
                <h1>{words.t("nav.programme")}</h1>
                <p class="quiet">
                    {move || view.with(|view| view.as_ref().map(|view| clock::sentence(words, view)))}
                </p>
            </div>
            <button
                class="btn"
                data-testid="programme-undo"
                disabled=move || !can_undo.get()
                on:click=move |_| session.take_back(ToastAction::told(Ask::UndoPlan))
            >
                {words.t("action.undo")}
            </button>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || {
            view.with(|view| match view {
                None => view! { <span class="skel" aria-hidden="true"></span> }.into_any(),
                Some(view) => {
                    view! {
                        <div class="cols programme">
                            <div>
                                {clock::section(session, view)} {then::section(session, view)}
                                {team::section(session, view)}
                            </div>
                            <aside class="side">
                                {choices::section(session, view)} {ready::section(session, view)}
                                {events::section(session, view)}
                            </aside>
                        </div>
                        {maturity::section(session, view, draft)}
                    }
                        .into_any()
                }
            })
        }}
    }
}

/// Makes a change of the programme.
fn change(session: Session, change: ProgrammeChange) {
    session.change_plan(Ask::ChangeProgramme { change }, session.words().t("programme.said"));
}
