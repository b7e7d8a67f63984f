//! The delay page: does activity come before results, and is it time to judge results?
//!
//! | file | holds |
//! |---|---|
//! | `series` | one leading series: its curve over the lags, and what it says |
//! | `twin` | the same correlations as tables |
//! | `clock` | the programme's age against its own cycle |

mod clock;
mod series;
mod twin;

use leptos::prelude::*;

use crate::ui::parts::{Failed, NothingYet};
use crate::ui::session::{Session, session};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, DelayView, FindingView, LagView};

/// The delay page.
#[component]
pub fn DelayPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let filter = Memo::new(move |_| session.filter());
    let answer = session.answer_to(move || Ask::Delay { filter: filter.get() });
    view! {
        <div class="head">
            <div>
                <h1>{words.t("delay.title")}</h1>
            </div>
        </div>
        {move || {
            answer.with(|answer| match answer {
                None => view! { <p class="quiet small late" role="status">{words.t("state.reading")}</p> }.into_any(),
                Some(Answer::Delay { view }) if view.frame.is_empty => view! { <NothingYet /> }.into_any(),
                Some(Answer::Delay { view }) => filled(session, view),
                Some(Answer::Failed { failure }) => view! { <Failed failure=failure.clone() /> }.into_any(),
                Some(_) => ().into_any(),
            })
        }}
    }
}

fn filled(session: Session, view: &DelayView) -> AnyView {
    let words = session.words();
    let sentences: Vec<AnyView> = sentences(words, &view.lags)
        .into_iter()
        .map(|sentence| view! { <p class="lead-text">{sentence}</p> }.into_any())
        .collect();
    view! {
        <div data-testid="delay-says">{sentences}</div>
        <p class="quiet small measure">{words.t("delay.method")}</p>
        {clock::clock(session, view)}
        {series::series(words, view)}
        {twin::twins(words, view)}
    }
    .into_any()
}

/// What is found, a sentence each; else that nothing is, or that there is too little.
pub fn sentences(words: Words, lags: &[LagView]) -> Vec<String> {
    let found: Vec<String> = lags.iter().filter_map(|lag| Some(sentence(words, lag, lag.finding?))).collect();
    if !found.is_empty() {
        return found;
    }
    let is_tested = lags.iter().any(|lag| !lag.points.is_empty());
    vec![words.t(if is_tested { "delay.nothing" } else { "delay.too_little" })]
}

fn sentence(words: Words, lag: &LagView, finding: FindingView) -> String {
    let (series, outcome) = (words.metric_name(&lag.series, None), words.metric_name(&lag.outcome, None));
    let n = words.integer(finding.pairs);
    let (weeks, range) = weeks(words, finding);
    let key = if finding.weeks == 0 { "delay.same_week" } else { "delay.finding" };
    words.fill(
        key,
        &[("series", &series), ("outcome", &outcome), ("weeks", &weeks), ("range", &range), ("n", &n)],
    )
}

/// `9 weeks` and `7–11`.
fn weeks(words: Words, finding: FindingView) -> (String, String) {
    let number = |weeks: u32| words.integer(u64::from(weeks));
    let range = if finding.low == finding.high {
        number(finding.low)
    } else {
        format!("{}–{}", number(finding.low), number(finding.high))
    };
    (words.count("delay.weeks", u64::from(finding.weeks), &[]), range)
}
