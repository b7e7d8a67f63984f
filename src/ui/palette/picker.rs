//! The field and the list under it. The focus stays in the field; the arrows mark an option, Enter takes it.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::command::{Command, Run};
use super::list::commands;
use super::search::{fit, fold};
use crate::ui::browser::command_key;
use crate::ui::session::{Session, session, value_of};
use crate::ui::words::Words;

/// Name of the remembered ids of what was called last.
const RECENT: &str = "recent_commands";
/// So many of them stand first.
const RECENTS: usize = 5;
/// So many options are shown; who seeks more writes more.
const SHOWN: usize = 60;
/// The options that a page key passes.
const PAGE: usize = 8;

/// A command with what it is compared by.
struct Entry {
    command: Command,
    name: String,
    also: String,
}

/// The field and its list.
#[component]
pub fn Picker(
    /// Takes what was chosen.
    run: Callback<Run>,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let recent = StoredValue::new(recent_ids(session));
    let entries = StoredValue::new(commands(session).into_iter().map(entry).collect::<Vec<_>>());
    let written = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        let written = folded(&written.get());
        entries.with_value(|entries| recent.with_value(|recent| order(entries, &written, recent)))
    });
    let take = move |place: usize| {
        let at = found.with_untracked(|found| found.get(place).copied());
        let taken = entries
            .with_value(|entries| at.and_then(|at| entries.get(at)).map(|entry| entry.command.clone()));
        if let Some(command) = taken {
            if let Some(id) = command.id {
                remember(session, id, &recent.get_value());
            }
            run.run(command.run);
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let count = found.with_untracked(Vec::len);
        if event.key() == "Enter" {
            event.prevent_default();
            take(active.get_untracked());
        } else if let Some(next) = after_key(&event.key(), active.get_untracked(), count) {
            event.prevent_default();
            active.set(next);
        }
    };
    Effect::new(move || {
        found.track();
        show(active.get());
    });
    let has_any = move || found.with(|found| !found.is_empty());
    let options = move || {
        let has_recent = written.with(|written| written.trim().is_empty());
        let heads = if has_recent { recent_count(&entries, &recent) } else { 0 };
        let option = |(place, at): (usize, usize)| {
            entries.with_value(|entries| {
                let command = &entries.get(at)?.command;
                Some(option(words, command, place, place < heads, active, take))
            })
        };
        found.get().into_iter().enumerate().filter_map(option).collect_view()
    };
    view! {
        <input
            class="field"
            type="text"
            role="combobox"
            autofocus
            autocomplete="off"
            spellcheck="false"
            placeholder=words.t("palette.field")
            aria-label=words.t("palette.title")
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=move || has_any().then(|| id_of(active.get()))
            data-testid="palette-field"
            on:keydown=key
            on:input=move |event| {
                written.set(value_of(&event));
                active.set(0);
            }
        />
        <ul id="palette-list" role="listbox" aria-label=words.t("palette.title") class:gone=move || !has_any()>
            {options}
        </ul>
        <p class="note" role="status">
            {move || {
                let count = found.with(Vec::len);
                match count {
                    0 => words.t("palette.none"),
                    _ => words.count("palette.found", u64::try_from(count).unwrap_or(0), &[]),
                }
            }}
        </p>
    }
}

fn option(
    words: Words,
    command: &Command,
    place: usize,
    is_recent: bool,
    active: RwSignal<usize>,
    take: impl Fn(usize) + 'static,
) -> AnyView {
    let keys = command.keys.map(|keys| {
        let keys = keys.written(command_key()).into_iter().map(|key| view! { <kbd>{key}</kbd> });
        view! { <span class="keys-of" dir="ltr" aria-hidden="true">{keys.collect_view()}</span> }
    });
    let recent = is_recent.then(|| view! { <span class="note">{words.t("palette.recent")} " · "</span> });
    let on = command.is_on.then(|| view! { <span class="note">{words.t("palette.is_on")} " · "</span> });
    view! {
        <li
            id=id_of(place)
            role="option"
            aria-selected=move || (active.get() == place).to_string()
            on:click=move |_| take(place)
            on:pointermove=move |_| {
                if active.get_untracked() != place {
                    active.set(place);
                }
            }
        >
            <bdi>{command.name.clone()}</bdi>
            <span class="note of">{recent} {on} <bdi>{command.kind.clone()}</bdi></span>
            {keys}
        </li>
    }
    .into_any()
}

fn id_of(place: usize) -> String {
    format!("palette-{place}")
}

fn entry(command: Command) -> Entry {
    let (name, also) = (folded(&command.name), folded(&command.kind));
    Entry { command, name, also }
}

fn folded(text: &str) -> String {
    let apart = js_sys::JsString::from(text).normalize("NFD");
    fold(&String::from(apart)).trim().to_owned()
}

/// The options for what was written: before anything is, what was called last and then what is listed; else what
/// fits, best first, of equals what was called last.
fn order(entries: &[Entry], written: &str, recent: &[String]) -> Vec<usize> {
    let rank = |entry: &Entry| {
        let id = entry.command.id.as_ref();
        id.and_then(|id| recent.iter().position(|known| known == id)).unwrap_or(usize::MAX)
    };
    if written.is_empty() {
        let mut first: Vec<usize> =
            (0..entries.len()).filter(|at| rank(&entries[*at]) < usize::MAX).collect();
        first.sort_by_key(|at| rank(&entries[*at]));
        let rest = (0..entries.len()).filter(|at| entries[*at].command.is_listed && !first.contains(at));
        let rest: Vec<usize> = rest.collect();
        return first.into_iter().chain(rest).collect();
    }
    let mut fits: Vec<(u32, usize)> = (entries.iter().enumerate())
        .filter_map(|(at, entry)| Some((fit(written, &entry.name, &entry.also)?, at)))
        .collect();
    fits.sort_by_key(|(fit, at)| (u32::MAX - fit, rank(&entries[*at]), *at));
    fits.into_iter().map(|(_, at)| at).take(SHOWN).collect()
}

fn recent_count(entries: &StoredValue<Vec<Entry>>, recent: &StoredValue<Vec<String>>) -> usize {
    recent.with_value(|recent| {
        let is_recent = |entry: &&Entry| entry.command.id.as_ref().is_some_and(|id| recent.contains(id));
        entries.with_value(|entries| entries.iter().filter(is_recent).count())
    })
}

fn after_key(key: &str, active: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(if active >= last { 0 } else { active + 1 }),
        "ArrowUp" => Some(if active == 0 { last } else { active - 1 }),
        "PageDown" => Some((active + PAGE).min(last)),
        "PageUp" => Some(active.saturating_sub(PAGE)),
        _ => None,
    }
}

/// Scrolls the marked option into the list's sight.
fn show(place: usize) {
    if let Some(option) = document().get_element_by_id(&id_of(place)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn recent_ids(session: Session) -> Vec<String> {
    let text = session.remembered(RECENT).unwrap_or_default();
    text.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

fn remember(session: Session, id: String, recent: &[String]) {
    let others = recent.iter().filter(|known| **known != id).cloned();
    let ids: Vec<String> = std::iter::once(id.clone()).chain(others).take(RECENTS).collect();
    session.remember(RECENT, &ids.join(" "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_page_keys_stop() {
        assert_eq!(after_key("ArrowDown", 2, 3), Some(0));
        assert_eq!(after_key("ArrowUp", 0, 3), Some(2));
        assert_eq!(after_key("PageDown", 1, 20), Some(9));
        assert_eq!(after_key("PageUp", 1, 20), Some(0));
        assert_eq!(after_key("ArrowDown", 0, 0), None);
        assert_eq!(after_key("Home", 1, 3), None);
    }
}
