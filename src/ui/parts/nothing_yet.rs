//! What a page of figures says in a workspace without any file: what is missing, and two ways on.

use leptos::prelude::*;

use crate::ui::route::Page;
use crate::ui::session::session;

/// The sentence and the two ways.
#[component]
pub fn NothingYet() -> impl IntoView {
    let session = session();
    let words = session.words();
    view! {
        <p class="quiet">{words.t("scorecard.empty")}</p>
        <p class="ways" data-testid="nothing-yet">
            <a class="btn primary big" href=session.href_now(Page::Start)>
                {words.t("scorecard.empty.add")}
            </a>
            <button type="button" class="btn big" on:click=move |_| session.load_sample()>
                {words.t("scorecard.empty.sample")}
            </button>
        </p>
    }
}
