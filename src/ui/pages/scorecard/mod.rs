//! The scorecard: a row of figures per metric, leading above lagging.

mod missing;
mod row;
mod table;
mod text;

use super::own::own_rows;
use crate::metrics::Verdict;
use crate::ui::parts::{CopyTable, Failed, NothingYet};
use crate::ui::session::{Session, session};
use crate::ui::words::{Words, words};
use crate::views::{Answer, Ask, ScorecardView};
use leptos::prelude::*;
pub use row::page_of;
pub(super) use row::{heights, row};
pub(super) use table::columns;

/// Placeholder rows while the first answer is on its way; about as many as come.
const PLACEHOLDERS: usize = 12;

/// The scorecard page.
#[component]
pub fn ScorecardPage() -> impl IntoView {
    let session = session();
    let words = words();
    let filter = Memo::new(move |_| session.filter());
    let answer = session.answer_to(move || Ask::Scorecard { filter: filter.get() });
    view! {
        {move || {
            answer.with(|answer| match answer {
                None => waiting(words),
                Some(Answer::Scorecard { view }) if view.frame.is_empty => empty(words),
                Some(Answer::Scorecard { view }) => filled(session, words, view),
                Some(Answer::Failed { failure }) => {
                    let failure = failure.clone();
                    view! { <h1>{words.t("scorecard.title")}</h1> <Failed failure=failure /> }.into_any()
                }
                Some(_) => ().into_any(),
            })
        }}
    }
}

/// A page of the same shape as the one to come, seen only when it takes long.
fn waiting(words: Words) -> AnyView {
    let rows = (0..PLACEHOLDERS)
        .map(|_| {
            view! {
                <tr class="row">
                    <th class="nm"><span class="skel"></span></th>
                    <td class="c-val"><span class="skel"></span></td>
                    <td class="c-whisk"><span class="skel"></span></td>
                    <td class="c-delta"><span class="skel"></span></td>
                    <td class="c-spark"><span class="skel"></span></td>
                    <td class="c-n"></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="head">
            <div>
                <h1>{words.t("scorecard.title")}</h1>
                <p class="quiet small late" role="status">{words.t("state.reading")}</p>
            </div>
        </div>
        <table class="score late" aria-hidden="true">
            {table::columns()}
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A workspace without any file: what is missing, and two ways on.
fn empty(words: Words) -> AnyView {
    view! {
        <div class="head">
            <div>
                <h1>{words.t("scorecard.title")}</h1>
            </div>
        </div>
        <NothingYet />
    }
    .into_any()
}

fn filled(session: Session, words: Words, view: &ScorecardView) -> AnyView {
    let known = known_now(words, view);
    let copied = StoredValue::new(view.clone());
    let below = move || {
        view! {
            {own_rows(session)}
            <div class="tfoot">
                <p class="note">{words.t("scorecard.foot")}</p>
                <p class="small push">
                    <CopyTable lines=move || copied.with_value(|view| text::lines(words, view)) />
                </p>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="head">
            <div>
                <h1>{words.t("scorecard.title")}</h1>
                <p class="quiet small" data-testid="scorecard-known">{known}</p>
            </div>
            {legend(words)}
        </div>
        {table::table(session, words, view, below)}
    }
    .into_any()
}

/// What is known now, in counts: every language can say a name and a number.
fn known_now(words: Words, view: &ScorecardView) -> String {
    let of = |verdict: Verdict| {
        let count = view.rows.iter().filter(|row| row.change.is_some_and(|change| change.verdict == verdict));
        words.integer(u64::try_from(count.count()).unwrap_or(0))
    };
    let mut sentences = Vec::new();
    if let Some(before) = view.frame.before {
        sentences.push(words.fill("scorecard.against", &[("span", &words.span(before))]));
        sentences.push(words.fill(
            "scorecard.known",
            &[
                ("better", &of(Verdict::Better)),
                ("worse", &of(Verdict::Worse)),
                ("unclear", &of(Verdict::CannotTell)),
            ],
        ));
    }
    if let Some(end) = view.frame.data_end {
        sentences.push(words.fill("missing.until", &[("day", &words.day(end))]));
    }
    words.sentences(sentences)
}

fn legend(words: Words) -> AnyView {
    view! {
        <div class="legend">
            <span>
                <svg width="46" height="14" aria-hidden="true">
                    <path class="wk" d="M2 7H44M2 3.5v7M44 3.5v7" />
                    <circle class="dot" cx="22" cy="7" r="4" />
                </svg>
                {words.t("legend.value")}
            </span>
            <span>
                <svg width="10" height="12" aria-hidden="true">
                    <circle class="ring" cx="5" cy="6" r="3" />
                </svg>
                {words.t("legend.before")}
            </span>
            <span>
                <i class="hatch swatch" aria-hidden="true"></i>
                {words.t("legend.missing")}
            </span>
        </div>
    }
    .into_any()
}
