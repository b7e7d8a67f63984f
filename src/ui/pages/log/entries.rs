//! The table of entries: one kind or all, newest first, changed in place.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Log;
use super::form::{FormState, field_views};
use super::kinds::{kind, shown_fields};
use crate::facts::TableId;
use crate::ui::parts::Pick;
use crate::ui::session::ToastAction;
use crate::views::{EntryChange, EntryView, TypedRow};

/// The section.
pub fn section(log: Log) -> AnyView {
    let words = log.session.words();
    let editing = RwSignal::new(None::<u32>);
    let options = Signal::derive(move || {
        let mut options = vec![(String::new(), words.t("log.all_kinds"))];
        let tables = log.view.with(|view| view.tables.clone());
        let named =
            |table: &TableId| (table.name().to_owned(), words.t(&format!("log.kind.{}", table.name())));
        options.extend(tables.iter().map(named));
        options
    });
    let chosen =
        Signal::derive(move || log.wanted.get().map(|table| table.name().to_owned()).unwrap_or_default());
    let list = Memo::new(move |_| log.view.with(|view| (view.entries.clone(), view.total)));
    let rows = move || {
        let (entries, total) = list.get();
        if entries.is_empty() {
            return view! { <p class="emp quiet">{words.t("log.none")}</p> }.into_any();
        }
        let listed = u64::try_from(entries.len()).unwrap_or(u64::MAX);
        let more = (u64::from(total) > listed).then(|| {
            words.fill(
                "log.newest",
                &[("n", &words.integer(listed)), ("total", &words.integer(u64::from(total)))],
            )
        });
        let rows = entries.into_iter().map(|entry| row(log, editing, entry)).collect_view();
        view! {
            <table class="data entries" data-testid="entries">
                <thead>
                    <tr>
                        <th scope="col">{words.t("field.date")}</th>
                        <th scope="col">{words.t("log.what")}</th>
                        <th scope="col">{words.t("field.seller")}</th>
                        <th scope="col">
                            <span class="vh">{words.t("log.change")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="quiet small">{more}</p>
        }
        .into_any()
    };
    view! {
        <section class="sec">
            <h2>{words.t("log.entries")}</h2>
            <p class="quiet small">{words.t("log.entries_text")}</p>
            <div class="pickline">
                <Pick
                    name=words.t("log.kind")
                    test_id="entries-kind"
                    options=options
                    value=chosen
                    on_pick=move |name: String| log.wanted.set(TableId::by_name(&name))
                />
            </div>
            {rows}
        </section>
    }
    .into_any()
}

fn row(log: Log, editing: RwSignal<Option<u32>>, entry: EntryView) -> AnyView {
    let id = entry.id;
    let is_edited = Memo::new(move |_| editing.get() == Some(id));
    (move || {
        if is_edited.get() { edited(log, editing, &entry) } else { shown(log, editing, &entry) }
    })
    .into_any()
}

fn shown(log: Log, editing: RwSignal<Option<u32>>, entry: &EntryView) -> AnyView {
    let words = log.session.words();
    let id = entry.id;
    let name = words.t(&format!("log.kind.{}", entry.table.name()));
    let fields = shown_fields(&entry.fields);
    let seller = fields.iter().find(|(field, _)| field == "seller").map(|(_, text)| text.clone());
    // What tells an entry from others stands without its name, the rest with it.
    let parts = fields
        .iter()
        .filter(|(field, _)| !matches!(field.as_str(), "seller" | "date" | "warm_on" | "sent_at" | "week"));
    let parts = parts
        .map(|(field, text)| {
            let label = words.t(&format!("field.{field}"));
            let text = match field.as_str() {
                "status" | "referrer_type" => words.choice(text),
                "category" => words.code(text),
                _ => text.clone(),
            };
            view! {
                <span class="part">
                    <small>{label}</small>
                    " "
                    <bdi>{text}</bdi>
                </span>
            }
        })
        .collect_view();
    let delete = move |_| {
        spawn_local(async move {
            if log.session.change_entries(vec![EntryChange::Delete { id }]).await.is_ok() {
                log.session.say(log.session.words().t("log.deleted"), Some(ToastAction::UndoEntries));
            }
        });
    };
    let day = entry.day.map(|day| words.day(day));
    let label = words.in_line(std::iter::once(name.clone()).chain(day.clone()));
    view! {
        <tr data-testid=format!("entry-{id}")>
            <td class="num">{day}</td>
            <td>
                <b>{name}</b>
                {parts}
            </td>
            <td>
                <bdi>{seller}</bdi>
            </td>
            <td class="r">
                <button
                    class="link"
                    aria-label=words.labelled(&words.t("action.edit"), &label)
                    data-testid=format!("edit-{id}")
                    on:click=move |_| editing.set(Some(id))
                >
                    {words.t("action.edit")}
                </button>
                " "
                <button
                    class="link"
                    aria-label=words.labelled(&words.t("action.delete"), &label)
                    data-testid=format!("delete-{id}")
                    on:click=delete
                >
                    {words.t("action.delete")}
                </button>
            </td>
        </tr>
    }
    .into_any()
}

/// The row as a form.
fn edited(log: Log, editing: RwSignal<Option<u32>>, entry: &EntryView) -> AnyView {
    let words = log.session.words();
    let (id, table) = (entry.id, entry.table);
    let Some(kind) = kind(table) else { return ().into_any() };
    let state = FormState::new(kind.fields, &shown_fields(&entry.fields));
    request_animation_frame(move || state.focus_first());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let change = EntryChange::Edit { id, row: TypedRow { table, fields: state.texts() } };
        spawn_local(async move {
            match log.session.change_entries(vec![change]).await {
                Ok(_) => {
                    log.session.say(log.session.words().t("log.changed"), Some(ToastAction::UndoEntries));
                    editing.set(None);
                }
                Err(faults) => state.faults.set(faults),
            }
        });
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            editing.set(None);
        }
    };
    view! {
        <tr class="edited">
            <td colspan="4">
                <form class="entry-form" on:submit=send on:keydown=pressed novalidate data-testid="edit-form">
                    {field_views(log, state, kind.fields, "edit")}
                    <div class="acts">
                        <button class="btn primary" type="submit" data-testid="edit-save">
                            {words.t("action.save")}
                        </button>
                        <button class="btn plain" type="button" on:click=move |_| editing.set(None)>
                            {words.t("action.cancel")}
                        </button>
                    </div>
                </form>
            </td>
        </tr>
    }
    .into_any()
}
