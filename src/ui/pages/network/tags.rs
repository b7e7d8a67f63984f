//! Connections and requests by where people were found.

use leptos::prelude::*;

use super::super::shown::{bare_cell, figure_cell, part};
use super::tag_form::{Fields, form};
use crate::facts::{NoteChange, PeopleTag};
use crate::metrics::{Figure, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{NetworkView, TagOfPeople, TagsOfPeople};

/// The table, and setting a tag.
pub fn tags(session: Session, view: Signal<NetworkView>) -> impl IntoView {
    let words = session.words();
    let tags = part(view, |view| view.tags.clone());
    let fields = Fields::new();
    view! {
        <section class="sec" data-testid="people-tags">
            <h2>{words.t("tags.title")}</h2>
            <p class="quiet small">{words.t("tags.text")}</p>
            {move || tags.with(|tags| table(session, tags, fields))}
            {form(session, fields)}
        </section>
    }
}

fn table(session: Session, view: &TagsOfPeople, fields: Fields) -> AnyView {
    let words = session.words();
    if view.tags.is_empty() {
        return view! { <p class="emp quiet small">{words.t("tags.none")}</p> }.into_any();
    }
    let head = [
        "metric.connections.name",
        "metric.connections_new.name",
        "metric.invitations_sent.name",
        "metric.invitation_acceptance_rate.name",
        "key.has_note.yes",
        "key.has_note.no",
    ];
    let head = head.map(|key| view! { <th scope="col" class="r">{words.t(key)}</th> }).collect_view();
    let rows = view
        .lines
        .iter()
        .map(|line| {
            let tag = view.tags.iter().find(|tag| Some(&tag.name) == line.name.as_ref()).cloned();
            row(session, line, tag, fields)
        })
        .collect_view();
    let by_words = view.tags.iter().any(|tag| !tag.words.is_empty());
    let note = by_words.then(|| view! { <p class="note q3">{words.t("tags.by_words")}</p> });
    view! {
        <div class="scroll">
            <table class="data" data-testid="tag-table">
                <thead>
                    <tr>
                        <th scope="col">{words.t("tags.name")}</th>
                        {head}
                        <th scope="col">
                            <span class="vh">{words.t("goals.col_change")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {note}
    }
    .into_any()
}

fn row(session: Session, line: &TagOfPeople, tag: Option<PeopleTag>, fields: Fields) -> AnyView {
    let words = session.words();
    let requests = match &line.requests {
        Some(requests) => {
            let noted = |figure: &Option<Figure>| match figure {
                Some(figure) => figure_cell(words, Unit::Ratio, figure, ""),
                None => dash(),
            };
            view! {
                {bare_cell(words, Unit::Count, &requests.sent, "")}
                {figure_cell(words, Unit::Ratio, &requests.accepted, "")}
                {noted(&requests.with)}
                {noted(&requests.without)}
            }
            .into_any()
        }
        None => view! { <td class="q3 small" colspan="4">{words.t("tags.withheld")}</td> }.into_any(),
    };
    let acts = tag.map(|tag| acts(session, words, tag, fields));
    view! {
        <tr>
            <th scope="row">
                <bdi>{line.name.clone().unwrap_or_else(|| words.t("tags.without"))}</bdi>
            </th>
            {bare_cell(words, Unit::Count, &line.connections, "")}
            {bare_cell(words, Unit::Count, &line.new, "")}
            {requests}
            <td class="c-acts">{acts}</td>
        </tr>
    }
    .into_any()
}

fn dash() -> AnyView {
    view! { <td class="r q3">"–"</td> }.into_any()
}

fn acts(session: Session, words: Words, tag: PeopleTag, fields: Fields) -> AnyView {
    let name = tag.name.clone();
    let label = |key: &str| words.fill(key, &[("name", &name)]);
    let (edit_label, remove_label) = (label("tags.edit_label"), label("tags.remove_label"));
    let said = label("tags.said.removed");
    let remove = move |_| {
        session.note(NoteChange::RemoveTag { name: name.clone() }, Some(said.clone()));
    };
    view! {
        <button class="link" aria-label=edit_label on:click=move |_| fields.edit(&tag)>
            {words.t("action.edit")}
        </button>
        " "
        <button class="link" aria-label=remove_label on:click=remove>
            {words.t("action.delete")}
        </button>
    }
    .into_any()
}
