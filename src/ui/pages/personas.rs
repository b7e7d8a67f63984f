//! The personas page.

use leptos::prelude::*;

/// The personas page.
#[component]
pub fn PersonasPage() -> impl IntoView {
    view! { <h1>"Personas"</h1> }
}
