//! The rest of the program: every page but the first, in a file of its own.
//!
//! The build cuts the page's program in two (`tools/build-page.mjs`). The first file holds what the start
//! page needs and is all that a visitor waits for; whatever is reached only through [`rest`] goes into
//! the second, which is fetched as soon as the first page stands.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::pages::{DataPage, ImportPage, MetricPage, PersonasPage, ScorecardPage};
use super::parts::FilterBar;
use super::route::Page;

/// The ways into the second file.
#[derive(Clone, Copy)]
pub struct Rest {
    /// Makes the page of an address.
    pub page: fn(Page) -> AnyView,
    /// Makes the bar of the selection.
    pub filter_bar: fn() -> AnyView,
}

/// Fetches the second file, once.
///
/// # Errors
/// When it could not be fetched; asking again tries again.
#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
pub fn rest() -> Result<Rest, SplitLoaderError> {
    Ok(Rest { page, filter_bar: || view! { <FilterBar /> }.into_any() })
}

fn page(page: Page) -> AnyView {
    match page {
        Page::Start => ().into_any(),
        Page::Import => view! { <ImportPage /> }.into_any(),
        Page::Scorecard => view! { <ScorecardPage /> }.into_any(),
        Page::Metric { id, .. } => view! { <MetricPage id=id /> }.into_any(),
        Page::Data => view! { <DataPage /> }.into_any(),
        Page::Personas => view! { <PersonasPage /> }.into_any(),
    }
}
