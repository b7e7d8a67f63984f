//! TopBar.

use leptos::prelude::*;

/// TopBar.
#[component]
pub fn TopBar() -> impl IntoView {
    view! { <div></div> }
}
