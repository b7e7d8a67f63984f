//! The pipeline page: what stands in it, how long deals take, how many are won and from where, and what comes before
//! and after the winning.
//!
//! | file | holds |
//! |---|---|
//! | `level` | the pipeline over time |
//! | `mix` | social sources against the others over time |
//! | `cycle` | how long a deal takes |
//! | `rates` | win and close rates by source; referrals |
//! | `wins` | winning by elapsed time and by touches |
//! | `warm` | what open warm conversations may bring |
//! | `multiples` | deals by stage, a small picture each |
//! | `steps` | hand-over, exits, first touches, ranking |
//! | `retention` | customers who came back, and who did not |
//! | `rows`, `held` | tables that several of them use |

mod cycle;
pub mod held;
mod level;
mod mix;
mod multiples;
mod rates;
mod retention;
mod rows;
mod steps;
mod warm;
mod wins;

use leptos::prelude::*;

use crate::ui::parts::{Failed, NothingYet};
use crate::ui::session::{Session, session};
use crate::ui::words::{Words, words};
use crate::views::{Answer, Ask, PipelineView};

/// The pipeline page.
#[component]
pub fn PipelinePage() -> impl IntoView {
    let session = session();
    let words = words();
    let filter = Memo::new(move |_| session.filter());
    let answer = session.answer_to(move || Ask::Pipeline { filter: filter.get() });
    view! {
        <div class="pipe">
            {move || {
                answer.with(|answer| match answer {
                    None => waiting(words),
                    Some(Answer::Pipeline { view }) if view.frame.is_empty => empty(words),
                    Some(Answer::Pipeline { view }) => filled(session, words, view),
                    Some(Answer::Failed { failure }) => {
                        let failure = failure.clone();
                        view! { <h1>{words.t("pipe.title")}</h1> <Failed failure=failure /> }.into_any()
                    }
                    Some(_) => ().into_any(),
                })
            }}
        </div>
    }
}

fn waiting(words: Words) -> AnyView {
    view! {
        <h1>{words.t("pipe.title")}</h1>
        <p class="quiet small late" role="status">{words.t("state.reading")}</p>
        <div class="late chart" aria-hidden="true"></div>
    }
    .into_any()
}

fn empty(words: Words) -> AnyView {
    view! {
        <h1>{words.t("pipe.title")}</h1>
        <NothingYet />
    }
    .into_any()
}

fn filled(session: Session, words: Words, view: &PipelineView) -> AnyView {
    view! {
        <div class="head">
            <div>
                <h1>{words.t("pipe.title")}</h1>
                <p class="quiet" data-testid="pipe-sentence">{sentence(words, view)}</p>
            </div>
        </div>
        {level::level(session, words, view)}
        {mix::mix(words, view)}
        {cycle::cycle(session, words, view)}
        {rates::rates(session, words, view)}
        {wins::wins(words, view)}
        {warm::warm(session, words, view)}
        {steps::handover(words, view)}
        {steps::exits(words, view)}
        {steps::firsts(words, view)}
        {retention::retention(session, words, view)}
        {steps::lift(words, view)}
    }
    .into_any()
}

/// What the page says in short: how social deals do in time and in winning.
fn sentence(words: Words, view: &PipelineView) -> String {
    words.sentences([cycle::verdict(words, view), mix::verdict(words, view)].into_iter().flatten())
}

/// A section with its heading, a sentence under it, and what it shows.
fn section(title: String, said: impl IntoView, test_id: &'static str, inside: impl IntoView) -> AnyView {
    view! {
        <section class="sec" data-testid=test_id>
            <h2>{title}</h2>
            <p class="small quiet">{said.into_any()}</p>
            {inside.into_any()}
        </section>
    }
    .into_any()
}

/// A sentence in the place of what cannot be shown.
fn lacking(text: String) -> AnyView {
    view! {
        <p class="lacking small">
            <span class="hatch" aria-hidden="true"></span>
            <span>{text}</span>
        </p>
    }
    .into_any()
}
