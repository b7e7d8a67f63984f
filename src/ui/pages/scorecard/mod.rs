//! The scorecard: a row of figures per metric, leading above lagging.

mod missing;
mod row;
mod showing;
mod table;
mod text;

use super::own::own_rows;
use crate::metrics::Verdict;
use crate::ui::parts::{CopyTable, Failed, NothingYet};
use crate::ui::session::{Session, session};
use crate::ui::words::{Words, words};
use crate::views::{Answer, Ask, ScorecardView};
use leptos::html;
use leptos::prelude::*;
pub use row::page_of;
pub(super) use row::{heights, row};
use showing::Showing;
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
    let under_head = move || {
        answer.with(|answer| match answer {
            None => Some(
                view! { <p class="quiet small late" role="status">{words.t("state.reading")}</p> }.into_any(),
            ),
            Some(Answer::Scorecard { view }) if !view.frame.is_empty => {
                let known = known_now(words, view);
                Some(view! { <p class="quiet small" data-testid="scorecard-known">{known}</p> }.into_any())
            }
            Some(_) => None,
        })
    };
    let room = NodeRef::<html::Div>::new();
    let showing = RwSignal::new(Showing::remembered(session));
    let has_rows = Memo::new(move |_| {
        answer.with(|answer| matches!(answer, Some(Answer::Scorecard { view }) if !view.frame.is_empty))
    });
    let counts = Memo::new(move |_| {
        answer.with(|answer| match answer {
            Some(Answer::Scorecard { view }) => Some(Showing::counts(view)),
            _ => None,
        })
    });
    // Before the first answer the place is held where there was data last time.
    let may_have_rows = Memo::new(move |_| match answer.with(Option::is_none) {
        true => session.frame.with(|frame| !frame.is_empty),
        false => has_rows.get(),
    });
    let body = move || {
        if has_rows.get() {
            hold(room);
        } else {
            release(room);
        }
        answer.with(|answer| match answer {
            None => waiting(),
            Some(Answer::Scorecard { view }) if view.frame.is_empty => view! { <NothingYet /> }.into_any(),
            Some(Answer::Scorecard { view }) => filled(session, words, &showing.get().of(view), room),
            Some(Answer::Failed { failure }) => view! { <Failed failure=failure.clone() /> }.into_any(),
            Some(_) => ().into_any(),
        })
    };
    // The head stays the same element whatever comes: who stands on it is not moved, and taking away what has the
    // focus would have the browser lay out the page at once.
    view! {
        <div class="head">
            <div>
                <h1>{words.t("scorecard.title")}</h1>
                {under_head}
            </div>
            {move || has_rows.get().then(|| legend(words))}
        </div>
        {move || may_have_rows.get().then(|| showing::choice(session, counts, showing))}
        <div node_ref=room>{body}</div>
    }
}

/// Rows of the shape of those to come, seen only when it takes long.
fn waiting() -> AnyView {
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
        <table class="score late" aria-hidden="true">
            {table::columns()}
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn filled(session: Session, words: Words, view: &ScorecardView, room: NodeRef<html::Div>) -> AnyView {
    let copied = StoredValue::new(view.clone());
    let below = move || {
        release(room);
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
    table::table(session, words, view, below)
}

/// Keeps the length of the page while its lines are drawn anew: who has scrolled down stays there.
fn hold(room: NodeRef<html::Div>) {
    let Some(room) = room.get_untracked() else { return };
    // The place on the page is asked for only where there are lines: to say it the browser lays the page out.
    let has_lines = room.query_selector("[data-testid='scorecard']").is_ok_and(|found| found.is_some());
    if has_lines && window().scroll_y().is_ok_and(|y| y > 0.0) {
        let height = format!("{}px", room.offset_height());
        // A length that cannot be set costs the place on the page, no more.
        let _ = web_sys::HtmlElement::style(&room).set_property("min-block-size", &height);
    }
}

fn release(room: NodeRef<html::Div>) {
    if let Some(room) = room.get_untracked() {
        let _ = web_sys::HtmlElement::style(&room).remove_property("min-block-size");
    }
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
