//! The metric page.

use leptos::prelude::*;

/// The metric page.
#[component]
pub fn MetricPage(
    /// Metric id.
    id: String,
) -> impl IntoView {
    let _ = id;
    view! { <h1>"Metric"</h1> }
}
