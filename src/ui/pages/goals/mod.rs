//! The goals page: what the sellers want to reach, how far they have come, and where it leads.
//!
//! | file | holds |
//! |---|---|
//! | `list` | the table of goals |
//! | `way` | the small picture of a goal: its line and the way so far |
//! | `says` | what is said of a goal in words |
//! | `form` | setting a goal, and changing one |
//! | `brief` | the goals that belong to another page, told there |
//! | `fields` | the form's fields, and what was written in them |

mod brief;
mod fields;
mod form;
mod list;
mod says;
mod way;

pub(super) use fields::read_number;
use leptos::prelude::*;

use super::shown::followed;

pub use brief::brief;

use crate::ui::parts::Failed;
use crate::ui::session::{ToastAction, session};
use crate::views::{Answer, Ask};

/// The goals page.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let (view, failure) = followed(
        move || Ask::Goals { filter: session.filter() },
        |answer| match answer {
            Answer::Goals { view } => Some((**view).clone()),
            _ => None,
        },
    );
    let is_known = Memo::new(move |_| view.with(Option::is_some));
    let known = Signal::derive(move || view.get().unwrap_or_default());
    let form = fields::Fields::new();
    view! {
        <div class="head">
            <div>
                <h1>{words.t("goals.title")}</h1>
                <p class="quiet">{move || view.with(|view| view.as_ref().map(|view| says::tally(words, view)))}</p>
            </div>
            <button
                class="btn"
                data-testid="goals-undo"
                disabled=move || !known.with(|view| view.can_undo)
                on:click=move |_| session.take_back(ToastAction::told(Ask::UndoPlan))
            >
                {words.t("action.undo")}
            </button>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || {
            if is_known.get() {
                view! {
                    {list::list(session, known, form)}
                    {form::section(session, known, form)}
                }
                    .into_any()
            } else {
                view! { <span class="skel" aria-hidden="true"></span> }.into_any()
            }
        }}
    }
}
