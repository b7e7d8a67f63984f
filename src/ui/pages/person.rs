//! All that is known of one person, in the order of time.

use leptos::prelude::*;

use crate::facts::NoteChange;
use crate::ui::parts::Failed;
use crate::ui::route::Page;
use crate::ui::session::{Session, session, value_of};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, PersonEvent, PersonEventKind, PersonView};

/// The page of one person.
#[component]
pub fn PersonPage(
    /// Name; may be blank.
    name: String,
    /// Profile address; may be blank.
    profile: String,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let title = if name.is_empty() { words.t("key.unknown") } else { name.clone() };
    let filter = Memo::new(move |_| session.filter());
    let answer = session.answer_to(move || Ask::Person {
        filter: filter.get(),
        profile: profile.clone(),
        name: name.clone(),
    });
    view! {
        <p class="small crumb">
            <a href=move || session.href(Page::Conversations)>{words.t("talk.title")}</a>
        </p>
        <div class="head">
            <div>
                <h1><bdi>{title}</bdi></h1>
                <p class="quiet small">{words.t("person.text")}</p>
            </div>
        </div>
        {move || {
            answer.with(|answer| match answer {
                None => view! { <span class="skel" aria-hidden="true"></span> }.into_any(),
                Some(Answer::Person { view }) => known(session, words, view),
                Some(Answer::Failed { failure }) => {
                    let failure = failure.clone();
                    view! { <Failed failure=failure /> }.into_any()
                }
                Some(_) => ().into_any(),
            })
        }}
    }
}

fn known(session: Session, words: Words, view: &PersonView) -> AnyView {
    if view.events.is_empty() {
        return view! {
            <p class="emp quiet">
                {words.t("person.nothing")} " "
                <a href=session.href_now(Page::Import)>{words.t("data.empty_link")}</a>
            </p>
        }
        .into_any();
    }
    let facts = [
        ("field.company", view.company.clone()),
        ("field.position", view.position.clone()),
        ("field.seller", words.list(&view.sellers)),
        ("metric.messages_sent.name", words.integer(u64::from(view.messages.0))),
        ("metric.messages_received.name", words.integer(u64::from(view.messages.1))),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| view! { <li><span>{words.t(key)}</span><b><bdi>{text}</bdi></b></li> })
        .collect_view();
    let shown = u64::try_from(view.events.len()).unwrap_or(u64::MAX);
    let cut = (shown < u64::from(view.total)).then(|| {
        let (first, of) = (words.integer(shown), words.integer(u64::from(view.total)));
        view! { <p class="note">{words.fill("person.cut", &[("n", &first), ("of", &of)])}</p> }
    });
    view! {
        <div class="cols">
            <div>
                <section class="sec">
                    <h2>{words.t("person.timeline")}</h2>
                    <ol class="timeline" data-testid="person-events">{days(words, &view.events)}</ol>
                    {cut}
                </section>
            </div>
            <aside class="side">
                <ul class="kv">{facts}</ul>
                {tags(session, words, view)}
                <p class="note">{words.t("talk.text")}</p>
            </aside>
        </div>
    }
    .into_any()
}

/// Where they were found: said here, counted by keyword and by tag.
fn tags(session: Session, words: Words, view: &PersonView) -> AnyView {
    let name = if view.name.is_empty() { words.t("key.unknown") } else { view.name.clone() };
    let of = view.tags.iter().map(|(tag, entry)| {
        let (tag, entry) = (tag.clone(), entry.clone());
        let args = [("tag", tag.as_str()), ("name", name.as_str())];
        let (label, said) = (words.fill("tags.take_label", &args), words.fill("tags.said.taken", &args));
        let shown = tag.clone();
        let remove = move |_| {
            let change = NoteChange::TagPerson { tag: tag.clone(), person: entry.clone(), on: false };
            session.note(change, Some(said.clone()));
        };
        view! {
            <li>
                <bdi>{shown}</bdi>
                <button class="link small" aria-label=label on:click=remove>
                    {words.t("action.delete")}
                </button>
            </li>
        }
    });
    let list = (!view.tags.is_empty()).then(|| view! { <ul class="kv">{of.collect_view()}</ul> });
    let entry = if view.profile.is_empty() { view.name.clone() } else { view.profile.clone() };
    let add = move |event: web_sys::Event| {
        let tag = value_of(&event).trim().to_owned();
        if tag.is_empty() {
            return;
        }
        let said = words.fill("tags.said.given", &[("tag", &tag), ("name", &name)]);
        session.note(NoteChange::TagPerson { tag, person: entry.clone(), on: true }, Some(said));
    };
    let options = view.known_tags.iter().map(|tag| view! { <option value=tag.clone()></option> });
    view! {
        <section data-testid="person-tags">
            <h2>{words.t("tags.person")}</h2>
            {list}
            <label class="fixed">
                <b>{words.t("tags.give")}</b>
                <input
                    class="field"
                    type="text"
                    dir="auto"
                    list="known-tags"
                    autocomplete="off"
                    data-testid="person-tag"
                    on:change=add
                />
            </label>
            <datalist id="known-tags">{options.collect_view()}</datalist>
            <p class="note q3">{words.t("tags.person_note")}</p>
        </section>
    }
    .into_any()
}

/// The events, day by day.
fn days(words: Words, events: &[PersonEvent]) -> Vec<AnyView> {
    events
        .chunk_by(|a, b| a.day == b.day)
        .filter_map(|of_day| {
            let day = of_day.first()?.day;
            let lines = of_day.iter().map(|event| line(words, event)).collect_view();
            Some(view! { <li><h3>{words.day(day)}</h3><ul>{lines}</ul></li> }.into_any())
        })
        .collect()
}

fn line(words: Words, event: &PersonEvent) -> AnyView {
    let clock = event.minute.map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60));
    let detail = (!event.detail.is_empty()).then(|| {
        // The log offers what becomes of a meeting, and what the one who referred is to the seller.
        let is_chosen = matches!(event.kind, PersonEventKind::Meeting | PersonEventKind::Referral);
        let detail = if is_chosen { words.choice(&event.detail) } else { event.detail.clone() };
        view! { <bdi class="q3">{detail}</bdi> }
    });
    view! {
        <li>
            <span class="num q3 at"><bdi dir="ltr">{clock}</bdi></span>
            <span>{words.t(&format!("person.event.{}", event.kind.id()))} " " {detail}</span>
            <span class="small q3"><bdi>{event.seller.clone()}</bdi></span>
        </li>
    }
    .into_any()
}
