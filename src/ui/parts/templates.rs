//! Blank files with the canonical columns, to be filled in and brought.

use leptos::prelude::*;

use crate::facts::TableId;
use crate::ui::session::session;
use crate::views::Ask;

/// A closed list of the tables, each with its blank file.
#[component]
pub fn Templates() -> impl IntoView {
    let session = session();
    let words = session.words();
    let items = TableId::ALL
        .into_iter()
        .map(|table| {
            let name = table.name();
            view! {
                <li>
                    <button
                        class="link"
                        data-testid=format!("template-{name}")
                        on:click=move |_| session.download_file(Ask::Template { table: name.to_owned() })
                    >
                        {words.t(&format!("table.{name}"))}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="templates">
            <summary>{words.t("templates.title")}</summary>
            <p class="small quiet">{words.t("templates.text")}</p>
            <ul class="small">{items}</ul>
        </details>
    }
}
