//! The page of leads: where they come from, whose they are, how warm they are, and what they are given.
//!
//! | file | holds |
//! |---|---|
//! | `sources` | leads by source beside what comes before them; sources that lack |
//! | `owners` | what sellers are credited with, and leads that two may claim |
//! | `bands` | month ends, growth, limits |
//! | `scores` | the rules of the score, and scores with their lines |
//! | `moves` | from band to band, and what came before |
//! | `care` | what each band costs and gets; hard sells, content |
//! | `points` | the ways in which leads came |
//! | `said` | figures as text |

mod bands;
mod care;
mod moves;
mod owners;
mod points;
mod said;
mod scores;
mod sources;

use leptos::prelude::*;

use super::shown::{part, shown, shows};
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::views::{Ask, LeadsView};

shows!(LeadsView of Leads);

/// The page of leads.
#[component]
pub fn LeadsPage() -> impl IntoView {
    let session = session();
    shown(
        "leads.title",
        move || Ask::Leads { filter: session.filter() },
        move |view: &LeadsView| {
            let answer = said::answer(session.words(), view);
            view! { <p class="quiet" data-testid="leads-answer">{answer}</p> }.into_any()
        },
        move |view| {
            let is_nothing = part(view, said::is_nothing);
            (move || if is_nothing.get() { nothing(session) } else { filled(session, view) }).into_any()
        },
    )
}

fn nothing(session: Session) -> AnyView {
    let words = session.words();
    view! {
        <div class="emp">
            <p class="quiet">
                <b class="ink">{words.t("leads.empty")}</b>
                {words.gap()}
                {words.t("need.leads")}
                {words.gap()}
                <a href=session.href_now(Page::Import)>{words.t("data.empty_link")}</a>
            </p>
        </div>
    }
    .into_any()
}

fn filled(session: Session, view: Signal<LeadsView>) -> AnyView {
    in_turn(
        move || view.track(),
        sections![view =>
            sources::by_source(session, view),
            sources::missing(session, view),
            bands::bands(session, view),
            moves::moves(session, view),
            care::costs(session, view),
            care::plays(session, view),
            care::care(session, view),
            scores::rules(session, view),
            scores::scored(session, view),
            owners::credit(session, view),
            owners::unsettled(session, view),
            points::points(session, view),
        ],
    )
}
