//! The start page.

use leptos::prelude::*;

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    view! { <h1>"Start"</h1> }
}
