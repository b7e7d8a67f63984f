//! The samples in a chart's legend.

use leptos::prelude::*;

/// What a sample stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendKind {
    /// The line of this period with its interval.
    LineAndBand,
    /// The period before.
    Before,
    /// The goal.
    Goal,
    /// Several series: the one at an index, in its colour.
    Series(usize),
}

/// A sample of a line for the legend.
#[component]
pub fn LegendMark(
    /// What it stands for.
    kind: LegendKind,
) -> impl IntoView {
    let inside = match kind {
        LegendKind::LineAndBand => view! {
            <rect class="band" width="30" height="12" />
            <path class="ln" d="M0 6H30" />
        }
        .into_any(),
        LegendKind::Before => view! { <path class="ghost" d="M0 6H30" /> }.into_any(),
        LegendKind::Goal => view! { <path class="goalln" d="M0 6H30" /> }.into_any(),
        LegendKind::Series(index) => {
            let (category, dash) = (index % 8 + 1, index % 4);
            view! { <path class=format!("ln cat{category} dash{dash}") d="M0 6H30" /> }.into_any()
        }
    };
    view! { <svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">{inside}</svg> }
}
