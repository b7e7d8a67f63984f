//! The page of conversations: when sellers answer, who waits, and what comes of it.
//!
//! | file | holds |
//! |---|---|
//! | `hours` | the week by hours, and how long people wait |
//! | `rules` | working hours and time zone |
//! | `waiting` | who waits for an answer |
//! | `personas` | the catalogue's metrics, split by persona |
//! | `outcomes` | what became of warm conversations, and with whom they are |
//! | `speed` | whether fast answers go with meetings |
//! | `meetings` | how many warm conversations lead to a meeting |
//! | `keywords` | by which words people were found |
//! | `effort` | what it takes until somebody becomes a customer |
//! | `friends` | whose network grows while no business comes of it |
//! | `cells` | a figure in a cell of a table |

pub(super) mod cells;
mod effort;
mod friends;
mod hours;
mod keywords;
mod meetings;
mod outcomes;
mod personas;
mod rules;
mod speed;
mod waiting;

use leptos::prelude::*;

use super::shown::followed;
use crate::ui::parts::{Failed, NothingYet};
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, TalksView};

/// The page of conversations.
#[component]
pub fn ConversationsPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let filter = Memo::new(move |_| session.filter());
    let (view, failure) = followed(
        move || Ask::Talks { filter: filter.get() },
        |answer| match answer {
            Answer::Talks { view } => Some((**view).clone()),
            _ => None,
        },
    );
    let is_empty = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.frame.is_empty)));
    view! {
        <div class="head">
            <div>
                <h1>{words.t("talk.title")}</h1>
                <p class="quiet" data-testid="talk-sentence">
                    {move || view.with(|view| view.as_ref().map(|view| sentence(words, view)))}
                </p>
            </div>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || match is_empty.get() {
            None => view! { <span class="skel" aria-hidden="true"></span> }.into_any(),
            Some(true) => view! { <NothingYet /> }.into_any(),
            Some(false) => filled(session, view),
        }}
    }
}

/// What the page says first.
fn sentence(words: Words, view: &TalksView) -> String {
    if view.frame.is_empty {
        return words.t("talk.text");
    }
    let of = |id: &str| view.personas.iter().find(|line| line.row.id == id).map(|line| &line.row);
    let shown = |id: &str| {
        let row = of(id)?;
        row.figure.value().map(|value| words.value_with_unit(row.unit, value, ""))
    };
    let mut said = Vec::new();
    if let (Some(started), Some(received)) = (shown("conversations_started"), shown("conversations_received"))
    {
        said.push(words.fill("talk.sentence_begun", &[("started", &started), ("received", &received)]));
    }
    if let Some(rate) = shown("response_rate") {
        said.push(words.fill("talk.sentence_rate", &[("rate", &rate)]));
    }
    said.push(words.count("talk.sentence_waiting", u64::from(view.waiting_total), &[]));
    said.push(words.t("talk.text"));
    words.sentences(said)
}

fn filled(session: Session, view: Memo<Option<TalksView>>) -> AnyView {
    let words = session.words();
    // Each section follows the answer by itself, so that what has the focus in another stays.
    let section = move |show: fn(Session, Words, &TalksView) -> AnyView| {
        move || view.with(|view| view.as_ref().map(|view| show(session, words, view)))
    };
    in_turn(
        || (),
        sections![
            hours::hours(session),
            view! {
                <div class="talk-two">
                    {section(waiting::waiting)}
                    {section(outcomes::outcomes)}
                </div>
            },
            section(personas::personas),
            view! {
                <div class="talk-two">
                    {section(speed::speed)}
                    {section(outcomes::life)}
                </div>
            },
            section(meetings::meetings),
            keywords::keywords(session, view),
            effort::effort(view),
            friends::friends(session),
        ],
    )
}
