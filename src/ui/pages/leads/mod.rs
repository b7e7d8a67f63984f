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
use crate::ui::turns::{Section, in_turn};
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
    let state = Memo::new(move |_| view.with(|view| view.as_deref().map(state_of)));
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
        {move || match state.get() {
            None => view! { <span class="skel" aria-hidden="true"></span> }.into_any(),
            Some(State::Empty) => view! { <NothingYet /> }.into_any(),
            Some(State::WithoutLeads) => nothing(session),
            Some(State::Filled) => filled(session, view),
        }}
    }
}

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// No data of any kind.
    Empty,
    /// Data, but none of leads.
    WithoutLeads,
    Filled,
}

fn state_of(view: &LeadsView) -> State {
    match (view.frame.is_empty, said::is_nothing(view)) {
        (true, _) => State::Empty,
        (false, true) => State::WithoutLeads,
        (false, false) => State::Filled,
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

fn filled(session: Session, view: Memo<Option<Box<LeadsView>>>) -> AnyView {
    let section = move |show: fn(Session, &LeadsView) -> AnyView| -> Section {
        let shown =
            move |view: &Option<Box<LeadsView>>| view.as_deref().map(|view| show(session, view)).into_any();
        Box::new(move || view.with_untracked(shown))
    };
    in_turn(
        move || view.track(),
        vec![
            section(sources::by_source),
            section(sources::missing),
            section(bands::bands),
            section(moves::moves),
            section(care::costs),
            section(care::plays),
            section(care::care),
            section(scores::rules),
            section(scores::scored),
            section(owners::credit),
            section(owners::unsettled),
            section(points::points),
        ],
    )
}
