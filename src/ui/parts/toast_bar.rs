//! ToastBar.

use leptos::prelude::*;

/// ToastBar.
#[component]
pub fn ToastBar() -> impl IntoView {
    view! { <div></div> }
}
