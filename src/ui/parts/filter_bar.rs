//! FilterBar.

use leptos::prelude::*;

/// FilterBar.
#[component]
pub fn FilterBar() -> impl IntoView {
    view! { <div></div> }
}
