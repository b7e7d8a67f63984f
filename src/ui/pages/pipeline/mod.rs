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

use super::shown::{shown, shows};
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::ui::words::Words;
use crate::views::{Ask, PipelineView};

shows!(PipelineView of Pipeline);

/// The pipeline page.
#[component]
pub fn PipelinePage() -> impl IntoView {
    let session = session();
    let words = session.words();
    view! {
        <div class="pipe">
            {shown(
                "pipe.title",
                move || Ask::Pipeline { filter: session.filter() },
                move |view: &PipelineView| lead(words, view),
                move |view| filled(session, words, view),
            )}
        </div>
    }
}

fn lead(words: Words, view: &PipelineView) -> AnyView {
    view! { <p class="quiet" data-testid="pipe-sentence">{sentence(words, view)}</p> }.into_any()
}

fn filled(session: Session, words: Words, view: Signal<PipelineView>) -> AnyView {
    in_turn(
        move || view.track(),
        sections![view =>
            level::level(session, words, view),
            mix::mix(words, view),
            cycle::cycle(session, words, view),
            rates::rates(session, words, view),
            wins::wins(words, view),
            warm::warm(session, words, view),
            steps::handover(words, view),
            steps::exits(words, view),
            steps::firsts(words, view),
            retention::retention(session, words, view),
            steps::lift(words, view),
        ],
    )
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
