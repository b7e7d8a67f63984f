//! Every page and every action by its name, and the keys that work everywhere.
//!
//! | file | holds |
//! |---|---|
//! | `command` | what can be called, and the keys |
//! | `list` | all that can be called just now |
//! | `search` | finding by a few letters |
//! | `picker` | the field and the list under it |
//! | `help` | the list of keys |

mod command;
mod help;
mod list;
mod picker;
mod search;

use std::time::Duration;

use js_sys::Array;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use self::command::{Act, Keys, Run};
use self::help::{KeyList, has_bare_keys};
use self::picker::Picker;
use super::browser::{command_key, is_field};
use super::focusing::go_to_section;
use super::parts::{Dialog, TextDialog, WorkspaceAsks};
use super::route::Page;
use super::session::{Session, session};
use crate::views::{Ask, Filter};

/// The questions and fields that commands open.
#[derive(Clone, Copy)]
struct Opens {
    session: Session,
    asks: WorkspaceAsks,
    is_pasting: RwSignal<bool>,
    has_keys: RwSignal<bool>,
    files: NodeRef<leptos::html::Input>,
    backup: NodeRef<leptos::html::Input>,
}

/// The button of the list, the list, and the keys.
#[component]
pub fn Palette(
    /// The questions about workspaces.
    asks: WorkspaceAsks,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let is_open = RwSignal::new(false);
    let opens = Opens {
        session,
        asks,
        is_pasting: RwSignal::new(false),
        has_keys: RwSignal::new(false),
        files: NodeRef::new(),
        backup: NodeRef::new(),
    };
    follow_keys(opens, is_open);
    let run = Callback::new(move |run: Run| {
        is_open.set(false);
        // The focus goes back to where it was before something else takes it.
        set_timeout(move || opens.run(run), Duration::ZERO);
    });
    let read = move |event: Event| {
        if let Some(files) = chosen(&event) {
            session.read_files(files);
        }
    };
    let restore = move |event: Event| {
        if let Some(file) = chosen(&event).and_then(|files| files.get(0).dyn_into().ok()) {
            session.restore_file(file);
        }
    };
    view! {
        <button
            class="pick find"
            aria-keyshortcuts="Control+K Meta+K"
            data-testid="palette-open"
            on:click=move |_| is_open.set(true)
        >
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="7" cy="7" r="4.5" stroke="currentColor" stroke-width="1.5" fill="none" />
                <path d="m10.5 10.5 4 4" stroke="currentColor" stroke-width="1.5" />
            </svg>
            <span class="find-word">{words.t("palette.open")}</span>
            <kbd aria-hidden="true">{command_key()} " K"</kbd>
        </button>
        <Dialog open=is_open title=words.t("palette.title") class="palette">
            {move || is_open.get().then(|| view! { <Picker run=run /> })}
        </Dialog>
        <KeyList open=opens.has_keys />
        <TextDialog
            open=opens.is_pasting
            title=words.t("paste.title")
            label=words.t("paste.label")
            action=words.t("paste.action")
            start=String::new()
            is_long=true
            on_text=Callback::new(move |text| session.read_paste(text))
        />
        <input node_ref=opens.files class="gone" type="file" multiple tabindex="-1" aria-hidden="true" on:change=read />
        <input node_ref=opens.backup class="gone" type="file" tabindex="-1" aria-hidden="true" on:change=restore />
    }
}

/// The files of an input, which can then be chosen again; none where none was chosen.
fn chosen(event: &Event) -> Option<Array> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let files = input.files().map(|files| Array::from(&files))?;
    input.set_value("");
    (files.length() > 0).then_some(files)
}

/// Follows the keys that work on every page.
fn follow_keys(opens: Opens, is_open: RwSignal<bool>) {
    let session = opens.session;
    let listener = window_event_listener(ev::keydown, move |event| {
        // A check-in opened by a link is all that its reader came for.
        if event.is_composing()
            || session.route.with_untracked(|route| matches!(route.page, Page::Checkin(_)))
        {
            return;
        }
        let command = event.ctrl_key() || event.meta_key();
        let in_field = is_field(event.target());
        let bare = !in_field && !event.alt_key() && has_bare_keys(session);
        let Some(keys) = Keys::of(&event.key(), command, event.shift_key(), bare) else { return };
        let has_dialog = document().query_selector("dialog[open]").is_ok_and(|found| found.is_some());
        let is_taken = match keys {
            Keys::Palette if is_open.get_untracked() => {
                is_open.set(false);
                true
            }
            // What is asked is answered first.
            _ if has_dialog => false,
            Keys::Palette => {
                is_open.set(true);
                true
            }
            Keys::Help => {
                opens.has_keys.set(true);
                true
            }
            // A field takes back what was written in it.
            _ if in_field => false,
            Keys::Undo => session.undo_last(),
            Keys::Redo => session.redo_last(),
            Keys::Present => session.present(),
        };
        if is_taken {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

impl Opens {
    fn run(self, run: Run) {
        let session = self.session;
        match run {
            Run::Open(page) => session.open(page),
            Run::Section(place) => go_to_section(place),
            Run::Select(filter) => session.select(|own| *own = *filter),
            Run::Theme(theme) => session.set_theme(theme),
            Run::Language(locale) => session.set_locale(locale),
            Run::Workspace(id) => {
                if session.current.get_untracked().as_ref() != Some(&id) {
                    session.cancel_import();
                    session.open_workspace(id);
                }
            }
            Run::Act(act) => self.act(act),
        }
    }

    fn act(self, act: Act) {
        let session = self.session;
        match act {
            Act::Choose => click(self.files),
            Act::Restore => click(self.backup),
            Act::Paste => self.is_pasting.set(true),
            Act::Sample => session.load_sample(),
            Act::Undo => {
                session.undo_last();
            }
            Act::Redo => {
                session.redo_last();
            }
            Act::Backup => session.download_backup(),
            Act::Setup => session.download_file(Ask::Setup),
            Act::Make => self.asks.is_making.set(true),
            Act::Rename => self.asks.is_renaming.set(true),
            Act::Delete => self.asks.ask_delete(session),
            Act::Print => {
                // A browser that does not print says so itself.
                let _ = window().print();
            }
            Act::Reset => session.select(|filter| *filter = Filter::default()),
            Act::Present => {
                session.present();
            }
            Act::Keys => self.has_keys.set(true),
        }
    }
}

fn click(input: NodeRef<leptos::html::Input>) {
    if let Some(input) = input.get_untracked() {
        input.click();
    }
}
