//! The scorecard page.

use leptos::prelude::*;

/// The scorecard page.
#[component]
pub fn ScorecardPage() -> impl IntoView {
    view! { <h1>"Scorecard"</h1> }
}
