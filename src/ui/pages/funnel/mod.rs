//! The funnel page: cohorts, the bottleneck, where people stand, and how long it takes.
//!
//! | file | holds |
//! |---|---|
//! | `cohorts` | the table of cohorts |
//! | `narrow` | the bottleneck in words |
//! | `after` | where people stand now, and how long it takes |

mod after;
mod cohorts;
mod narrow;

use leptos::prelude::*;

use crate::metrics::Dim;
use crate::ui::parts::{Failed, NothingYet};
use crate::ui::session::{Session, session};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, FunnelView};

/// The funnel page.
#[component]
pub fn FunnelPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let filter = Memo::new(move |_| session.filter());
    let answer = session.answer_to(move || Ask::Funnel { filter: filter.get() });
    view! {
        <div class="head">
            <div>
                <h1>{words.t("funnel.title")}</h1>
                <p class="quiet small">{words.t("funnel.text")}</p>
            </div>
        </div>
        {move || {
            answer.with(|answer| match answer {
                None => view! { <p class="quiet small late" role="status">{words.t("state.reading")}</p> }.into_any(),
                Some(Answer::Funnel { view }) if view.frame.is_empty => view! { <NothingYet /> }.into_any(),
                Some(Answer::Funnel { view }) if view.cohorts.is_empty() => {
                    view! {
                        <p class="quiet" data-testid="funnel-empty">
                            <span class="hatch swatch" aria-hidden="true"></span>
                            {words.t("need.connections")}
                        </p>
                    }
                        .into_any()
                }
                Some(Answer::Funnel { view }) => filled(session, view),
                Some(Answer::Failed { failure }) => view! { <Failed failure=failure.clone() /> }.into_any(),
                Some(_) => ().into_any(),
            })
        }}
    }
}

fn filled(session: Session, view: &FunnelView) -> AnyView {
    let words = session.words();
    view! {
        {narrow::narrow(session, view)}
        {cohorts::cohorts(words, view)}
        {after::standing(words, view)}
        {after::delays(words, view)}
    }
    .into_any()
}

/// The name of a step.
fn step_name(words: Words, step: &str) -> String {
    words.key_name(Dim::Step, step)
}
