//! By which words people were found: the list of keywords, and conversations and meetings by keyword.

use leptos::prelude::*;

use super::cells;
use super::rules::words_of;
use crate::facts::Reason;
use crate::metrics::{Figure, Unit};
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{Answer, Ask, TalksView};

/// The list of keywords, and what came of them.
pub fn keywords(session: Session, view: Memo<Option<TalksView>>) -> AnyView {
    let words = session.words();
    let list = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.keyword_list.join(", "))));
    let set = move |event: web_sys::Event| {
        let keywords = words_of(&event);
        // The other rules stay as the engine knows them.
        leptos::task::spawn_local(async move {
            let filter = session.route.with_untracked(|route| route.filter.clone());
            let question = Ask::TalkHours { filter, window: String::new(), in_business_hours: false };
            if let Answer::TalkHours { view } = session.ask(&question).await {
                let before = view.rules;
                let now = crate::views::TalkRules { keywords, ..before.clone() };
                session.set_talk_rules(now, Some(before));
            }
        });
    };
    view! {
        <section class="sec">
            <h2>{words.t("talk.keyword.title")}</h2>
            <p class="small quiet">
                {words.t("talk.keyword.text")}
                {words.gap()}
                <a href=session.href_now(Page::Log)>{words.t("nav.log")}</a>
            </p>
            <label class="fixed talk-keywords">
                <b>{words.t("talk.keyword.list")}</b>
                <small>{words.t("talk.keyword.list_note")}</small>
                <input
                    class="field"
                    type="text"
                    data-testid="talk-keywords"
                    prop:value=move || list.get().unwrap_or_default()
                    on:change=set
                />
            </label>
            {move || view.with(|view| view.as_ref().map(|view| table(words, view)))}
        </section>
    }
    .into_any()
}

/// All conversations, also those that are too young to have led to a meeting; none twice.
fn conversations(figure: &Figure) -> u64 {
    let others = figure.left_out.iter().filter(|(reason, _)| *reason != Reason::CountedAlready);
    figure.n + others.map(|(_, rows)| u64::from(*rows)).sum::<u64>()
}

fn table(words: Words, view: &TalksView) -> AnyView {
    if view.keywords.rows.is_empty() {
        return view! { <p class="emp quiet">{words.t("talk.keyword.none")}</p> }.into_any();
    }
    let rows = view
        .keywords
        .rows
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row"><bdi>{row.key.clone()}</bdi></th>
                    <td class="r num">{words.integer(conversations(&row.figure))}</td>
                    <td class="r">{cells::figure(words, Unit::Ratio, Some(&row.figure))}</td>
                    <td class="r num q3">{words.counted(&row.figure)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="data" data-testid="talk-keyword-table">
            <thead>
                <tr>
                    <th scope="col">{words.t("dim.keyword")}</th>
                    <th scope="col" class="r">{words.t("talk.title")}</th>
                    <th scope="col" class="r">{words.t("talk.speed.met")}</th>
                    <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
