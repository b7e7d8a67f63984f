//! The match review: where records of two systems meet, what joins them, and what the person says of it.
//!
//! | file | holds |
//! |---|---|
//! | `list` | records that meet, and the two answers |

mod list;

use leptos::prelude::*;

use self::list::meetings;
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::views::{Answer, Ask, DecisionView, MatchesView};

/// So many records of each list are shown at first, and so many more each time.
const PAGE_ROWS: u32 = 200;

/// The match review.
#[component]
pub fn MatchesPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let most = RwSignal::new(PAGE_ROWS);
    let answer = session.answer_to(move || Ask::Matches { most: most.get() });
    // Only for the frame: whether there is anything in the workspace.
    let _ = session.answer_to(move || Ask::Data { filter: session.filter() });
    let content = move || match answer.get() {
        Some(Answer::Matches { view }) => content(session, &view, most),
        Some(Answer::Failed { failure }) => {
            view! { <p class="callout bad">{words.fill("failure.other", &[("detail", &failure.detail)])}</p> }
                .into_any()
        }
        _ => view! { <span class="skel" aria-hidden="true"></span> }.into_any(),
    };
    view! {
        <div class="head">
            <div>
                <h1>{words.t("match.title")}</h1>
                <p class="quiet small">{words.t("match.text")}</p>
            </div>
            <a class="btn" href=move || session.href(Page::Data)>
                {words.t("persona.back")}
            </a>
        </div>
        {content}
    }
}

fn content(session: Session, view: &MatchesView, most: RwSignal<u32>) -> AnyView {
    let words = session.words();
    let suggests = view.suggests;
    let longest =
        [&view.exact, &view.by_name, &view.suggestions].into_iter().map(|list| list.total).max().unwrap_or(0);
    let more = (longest > u64::from(most.get_untracked())).then(|| {
        view! {
            <p>
                <button class="link small" on:click=move |_| most.update(|most| *most += PAGE_ROWS)>
                    {words.t("review.more")}
                </button>
            </p>
        }
    });
    view! {
        <section class="sec first">
            <h2>{words.t("match.suggestions")}</h2>
            <p class="quiet small">{words.t("match.suggestions_text")}</p>
            <label class="opt">
                <input
                    type="checkbox"
                    data-testid="match-suggest"
                    prop:checked=suggests
                    on:change=move |_| session.tell(Ask::Suggest { on: !suggests })
                />
                {words.t("match.suggest")}
            </label>
            {suggests.then(|| meetings(words, &view.suggestions, "suggestions"))}
        </section>
        <section class="sec">
            <h2>{words.t("match.decided")}</h2>
            <p class="quiet small">{words.t("match.decided_text")}</p>
            {decisions(session, &view.decided)}
        </section>
        <section class="sec">
            <h2>{words.t("match.by_name")}</h2>
            <p class="quiet small">{words.t("match.by_name_text")}</p>
            {meetings(words, &view.by_name, "by-name")}
        </section>
        <section class="sec">
            <h2>{words.t("match.exact")}</h2>
            <p class="quiet small">{words.t("match.exact_text")}</p>
            {meetings(words, &view.exact, "exact")}
        </section>
        {more}
    }
    .into_any()
}

fn decisions(session: Session, decided: &[DecisionView]) -> AnyView {
    let words = session.words();
    if decided.is_empty() {
        return view! { <p class="emp quiet">{words.t("match.none_decided")}</p> }.into_any();
    }
    let rows: Vec<AnyView> = decided
        .iter()
        .map(|decision| {
            let id = decision.id;
            let key = if decision.is_same { "match.said_same" } else { "match.said_other" };
            view! {
                <li>
                    <span>
                        <bdi>
                            <b>{decision.names.0.clone()}</b>
                        </bdi>
                        " · "
                        <bdi>
                            <b>{decision.names.1.clone()}</b>
                        </bdi>
                        " "
                        <span class="quiet">{words.t(key)}</span>
                    </span>
                    <button
                        class="btn"
                        data-testid=format!("take-back-{id}")
                        on:click=move |_| session.tell(Ask::TakeBack { id })
                    >
                        {words.t("action.undo")}
                    </button>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="mt-decided" data-testid="decided">{rows}</ul> }.into_any()
}
