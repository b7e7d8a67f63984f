//! How names stand: as they are, as pseudonyms, hidden.

use leptos::prelude::*;

use crate::metrics::NameStyle;
use crate::ui::session::{Session, session, value_of};

/// The choice for the whole program, in the menu.
#[component]
pub fn NamesPick() -> impl IntoView {
    let session = session();
    let words = session.words();
    let options = NameStyle::ALL
        .map(|style| {
            view! {
                <option value=style.id() prop:selected=move || session.names.get() == style>
                    {words.t(&format!("names.{}", style.id()))}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="names-pick">
            <span>{words.t("names.title")}</span>
            <select
                class="field"
                data-testid="names"
                on:change=move |event| session.show_names(NameStyle::of_id(&value_of(&event)))
            >
                {options}
            </select>
        </label>
    }
}

/// A page that must show names, where they are shown; else how to have them shown.
pub fn where_names_show(session: Session, page: fn() -> AnyView) -> AnyView {
    let words = session.words();
    let is_shown = Memo::new(move |_| session.names.get() == NameStyle::Names);
    let shown = move || {
        if is_shown.get() {
            return page();
        }
        view! { <p class="quiet">{words.t("names.no_import")}</p> }.into_any()
    };
    shown.into_any()
}

/// Says that names are hidden, and shows them again.
#[component]
pub fn NamesNote() -> impl IntoView {
    let session = session();
    let words = session.words();
    move || {
        let style = session.names.get();
        (style != NameStyle::Names).then(|| {
            view! {
                <p class="callout names-note" data-testid="names-note">
                    {words.t(&format!("names.note_{}", style.id()))}
                    {words.gap()}
                    <button class="link" on:click=move |_| session.show_names(NameStyle::Names)>
                        {words.t("names.show")}
                    </button>
                </p>
            }
        })
    }
}
