//! The samples in a chart's legend.

use leptos::prelude::*;

use crate::charts::Marker;

/// What a sample stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendKind {
    /// The line of this period with its interval.
    LineAndBand,
    /// The period before.
    Before,
    /// Something else, on a scale of its own.
    Over,
    /// Several lines: the one at an index, in its colour, with its dash and marker.
    Series(usize),
    /// Several curves, which have no markers.
    Curve(usize),
    /// Several trails, which have no dashes.
    Trail(usize),
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
        LegendKind::Over => view! { <path class="ln else" d="M0 6H30" /> }.into_any(),
        LegendKind::Series(index) => several(index, true, true),
        LegendKind::Curve(index) => several(index, true, false),
        LegendKind::Trail(index) => several(index, false, true),
    };
    view! { <svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">{inside}</svg> }
}

fn several(index: usize, has_dash: bool, has_marker: bool) -> AnyView {
    let category = index % 8 + 1;
    let dash = if has_dash { index % 4 } else { 0 };
    let marker = has_marker.then(|| {
        let (shape, is_filled) = marker_path(Marker::of_series(index));
        let class = if is_filled { format!("mk fill{category}") } else { format!("mk cat{category}") };
        view! {
            <circle class="mk rim" cx="15" cy="6" r="5" />
            <path class=class d=shape />
        }
    });
    view! {
        <path class=format!("ln cat{category} dash{dash}") d="M0 6H30" />
        {marker}
    }
    .into_any()
}

/// The shape of a marker around the middle of the sample, and whether it is filled.
fn marker_path(marker: Marker) -> (&'static str, bool) {
    match marker {
        Marker::Circle => ("M12 6a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z", true),
        Marker::Square => ("M12.4 3.4h5.2v5.2h-5.2Z", true),
        Marker::Triangle => ("M15 2.4L18.4 8.8H11.6Z", true),
        Marker::Diamond => ("M15 2.2L18.8 6L15 9.8L11.2 6Z", true),
        Marker::Cross => ("M12.4 3.4L17.6 8.6M12.4 8.6L17.6 3.4", false),
        Marker::Ring => ("M12.4 6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0Z", false),
        Marker::Plus => ("M11.6 6H18.4M15 2.6V9.4", false),
        Marker::Bar => ("M15 2.4V9.6", false),
    }
}
