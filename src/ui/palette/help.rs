//! The list of keys.

use leptos::prelude::*;

use super::command::Keys;
use crate::ui::browser::command_key;
use crate::ui::parts::Dialog;
use crate::ui::session::{Session, session};

/// Name of the remembered choice of whether keys without Ctrl or ⌘ work.
const BARE: &str = "bare_keys";

/// Whether keys without Ctrl or ⌘ work: unless they were turned off.
pub fn has_bare_keys(session: Session) -> bool {
    session.remembered(BARE).as_deref() != Some("off")
}

/// The list of keys, over the page.
#[component]
pub fn KeyList(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let command = command_key();
    let key = |name: &str| vec![name.to_owned()];
    let everywhere = [
        ("keys.palette", Keys::Palette.written(command)),
        ("keys.palette_too", key("/")),
        ("keys.help", Keys::Help.written(command)),
        ("keys.undo", Keys::Undo.written(command)),
        ("keys.redo", Keys::Redo.written(command)),
        ("slides.present", Keys::Present.written(command)),
        ("keys.paste", vec![command.to_owned(), "V".to_owned()]),
        ("keys.close", key("Esc")),
    ];
    let inside = [
        ("keys.chart", key("← →")),
        ("keys.map", key("← ↑ → ↓")),
        ("keys.cells", key("Enter")),
        ("keys.fold", key("Space")),
    ];
    let rows = move |all: Vec<(&'static str, Vec<String>)>| {
        let row = move |(name, keys): (&'static str, Vec<String>)| {
            let keys = keys.into_iter().map(|key| view! { <kbd>{key}</kbd> }).collect_view();
            view! {
                <div>
                    <dt>{words.t(name)}</dt>
                    <dd dir="ltr">{keys}</dd>
                </div>
            }
        };
        all.into_iter().map(row).collect_view()
    };
    let bare = RwSignal::new(has_bare_keys(session));
    let turn = move |_| {
        bare.update(|bare| *bare = !*bare);
        session.remember(BARE, if bare.get_untracked() { "on" } else { "off" });
    };
    view! {
        <Dialog open=open title=words.t("keys.title") class="keys">
            <h3>{words.t("keys.everywhere")}</h3>
            <dl>{rows(everywhere.into())}</dl>
            <h3>{words.t("keys.inside")}</h3>
            <dl>{rows(inside.into())}</dl>
            <label class="small">
                <input type="checkbox" data-testid="bare-keys" prop:checked=move || bare.get() on:change=turn />
                " "
                {words.t("keys.bare")}
            </label>
            <div class="acts">
                <button class="btn" autofocus data-testid="keys-close" on:click=move |_| open.set(false)>
                    {words.t("action.close")}
                </button>
            </div>
        </Dialog>
    }
}
