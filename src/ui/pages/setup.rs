//! Part of the data page: how the workspace counts, as a file for other workspaces.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::ui::session::Session;
use crate::views::Ask;

/// The section.
pub(super) fn setup(session: Session) -> AnyView {
    let words = session.words();
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: leptos::ev::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            session.use_setup(file);
        }
        input.set_value("");
    };
    view! {
        <section>
            <h3>{words.t("setup.title")}</h3>
            <p>{words.t("setup.text")}</p>
            <div class="acts stack">
                <button
                    class="btn"
                    data-testid="download-setup"
                    on:click=move |_| session.download_file(Ask::Setup)
                >
                    {words.t("setup.download")}
                </button>
                <button class="btn" on:click=choose>
                    {words.t("setup.use")}
                </button>
            </div>
            <input
                node_ref=input
                class="vh"
                type="file"
                accept=".json"
                tabindex="-1"
                aria-label=words.t("setup.use")
                data-testid="setup-input"
                on:change=chosen
            />
        </section>
    }
    .into_any()
}
