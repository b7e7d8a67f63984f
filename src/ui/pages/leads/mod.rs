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

use super::shown::followed;
use crate::ui::parts::{Failed, NothingYet};
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::views::{Answer, Ask, LeadsView};

/// The page of leads.
#[component]
pub fn LeadsPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let (view, failure) = followed(
        move || Ask::Leads { filter: session.filter() },
        |answer| match answer {
            Answer::Leads { view } => Some(view.clone()),
            _ => None,
        },
    );
    view! {
        <div class="head">
            <div>
                <h1>{words.t("leads.title")}</h1>
                <p class="quiet" data-testid="leads-answer">
                    {move || view.with(|view| view.as_ref().map(|view| said::answer(words, view)))}
                </p>
            </div>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || {
            view.with(|view| match view {
                None => view! { <span class="skel" aria-hidden="true"></span> }.into_any(),
                Some(view) if view.frame.is_empty => view! { <NothingYet /> }.into_any(),
                Some(view) if said::is_nothing(view) => nothing(session),
                Some(view) => sections(session, view),
            })
        }}
    }
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

fn sections(session: Session, view: &LeadsView) -> AnyView {
    view! {
        {sources::by_source(session, view)}
        {sources::missing(session, view)}
        {bands::bands(session, view)}
        {moves::moves(session, view)}
        {care::costs(session, view)}
        {care::plays(session, view)}
        {care::care(session, view)}
        {scores::rules(session, view)}
        {scores::scored(session, view)}
        {owners::credit(session, view)}
        {owners::unsettled(session, view)}
        {points::points(session, view)}
    }
    .into_any()
}
