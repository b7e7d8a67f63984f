//! Dialogs: a plain one, one that asks before something cannot be undone, one that asks for a text.

use leptos::prelude::*;

use crate::ui::session::{session, value_of};
use crate::ui::words::words;

/// A dialog over the page: the browser keeps the focus inside and closes it with Escape.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its head.
    #[prop(into)]
    title: Signal<String>,
    /// A class of its own.
    #[prop(optional)]
    class: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                // A dialog that cannot be modal is no dialog: then nothing opens.
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            node_ref=node
            class=format!("dialog {class}")
            aria-label=move || title.get()
            on:close=move |_| open.set(false)
        >
            <h2>{move || title.get()}</h2>
            {children()}
        </dialog>
    }
}

/// Asks before something that cannot be undone: names the thing, counts what goes, offers the backup
/// first. The harmless button has the focus.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its head: a question that names the thing.
    #[prop(into)]
    title: Signal<String>,
    /// What goes.
    #[prop(into)]
    text: Signal<String>,
    /// The word on the button that does it.
    action: String,
    /// Does it.
    on_confirm: Callback<()>,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    view! {
        <Dialog open=open title=title>
            <p>{move || text.get()}</p>
            <div class="acts">
                <button class="btn plain" autofocus on:click=move |_| open.set(false) data-testid="dialog-keep">
                    {words.t("action.keep")}
                </button>
                <button class="btn" on:click=move |_| session.download_backup()>
                    {words.t("action.backup_first")}
                </button>
                <button
                    class="btn danger"
                    data-testid="dialog-confirm"
                    on:click=move |_| {
                        open.set(false);
                        on_confirm.run(());
                    }
                >
                    {action}
                </button>
            </div>
        </Dialog>
    }
}

/// Asks for a text: a name, or a pasted table.
#[component]
pub fn TextDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its head.
    #[prop(into)]
    title: Signal<String>,
    /// What to write, over the field.
    label: String,
    /// The word on the button.
    action: String,
    /// What stands in the field at first.
    #[prop(into)]
    start: Signal<String>,
    /// Whether several lines may be written.
    #[prop(optional)]
    is_long: bool,
    /// Gets the text, never blank.
    on_text: Callback<String>,
) -> impl IntoView {
    let words = words();
    let text = RwSignal::new(String::new());
    Effect::new(move || {
        if open.get() {
            text.set(start.get_untracked());
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let written = text.get_untracked();
        if !written.trim().is_empty() {
            open.set(false);
            on_text.run(written);
        }
    };
    let field = if is_long {
        view! {
            <textarea
                class="field paste"
                rows="10"
                autofocus
                data-testid="dialog-text"
                prop:value=move || text.get()
                on:input=move |event| text.set(value_of(&event))
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="field"
                type="text"
                maxlength="120"
                autofocus
                data-testid="dialog-text"
                prop:value=move || text.get()
                on:input=move |event| text.set(value_of(&event))
            />
        }
        .into_any()
    };
    view! {
        <Dialog open=open title=title>
            <form on:submit=submit>
                <label>
                    <small>{label}</small>
                    {field}
                </label>
                <div class="acts">
                    <button class="btn plain" type="button" on:click=move |_| open.set(false)>
                        {words.t("action.cancel")}
                    </button>
                    <button class="btn primary" type="submit" data-testid="dialog-submit">
                        {action}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
