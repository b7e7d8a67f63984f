//! Rows of a breakdown on one shared axis: dot and interval, the team behind.

use leptos::prelude::*;

use super::{interval_path, px};

const MARGIN: f64 = 8.0;

fn at(position: f64, width: f64) -> f64 {
    MARGIN + position.clamp(0.0, 1.0) * (width - 2.0 * MARGIN)
}

/// A tick of the shared axis.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeTick {
    /// Where, 0 to 1.
    pub position: f64,
    /// What stands there.
    pub text: String,
}

/// The head of the rows: the labels of the shared axis. `label` says in words what it spans.
#[component]
pub fn DotRangeAxis(
    /// The ticks, left to right.
    ticks: Vec<RangeTick>,
    /// The axis in words ("on an axis from 0 to 100%").
    #[prop(into)]
    label: String,
    /// Width in CSS pixels, as of the rows.
    #[prop(default = 420.0)]
    width: f64,
) -> impl IntoView {
    let texts: Vec<_> = ticks
        .into_iter()
        .map(|tick| {
            // The outermost labels stay inside, the others stand over their tick.
            let (class, nudge) = match tick.position {
                position if position <= 0.0 => ("", -4.0),
                position if position >= 1.0 => ("e", 6.0),
                _ => ("m", 0.0),
            };
            view! { <text class=class x=px(at(tick.position, width) + nudge) y="12">{tick.text}</text> }
        })
        .collect();
    view! {
        <span class="vh">{label}</span>
        <svg width=px(width) height="18" aria-hidden="true">{texts}</svg>
    }
}

/// A row of a breakdown: dot and interval on the shared axis, the band of all rows behind, the goal,
/// the period before. Hollow without a ring where too few rows carry it. Positions are 0 to 1.
#[component]
pub fn DotRange(
    /// The value.
    estimate: f64,
    /// Lower and upper end of its 95 % interval.
    interval: (f64, f64),
    /// Where the hairlines of the axis stand.
    grid: Vec<f64>,
    /// Interval of all rows together.
    #[prop(optional_no_strip)]
    team: Option<(f64, f64)>,
    /// The goal.
    #[prop(optional_no_strip)]
    goal: Option<f64>,
    /// The period before.
    #[prop(optional_no_strip)]
    before: Option<f64>,
    /// Too few rows to rank.
    #[prop(default = false)]
    hollow: bool,
    /// The same in words ("75%, 65–83%").
    #[prop(into)]
    label: String,
    /// Width in CSS pixels.
    #[prop(default = 420.0)]
    width: f64,
) -> impl IntoView {
    let grid: Vec<_> = grid
        .into_iter()
        .map(|position| view! { <path class="grid" d=format!("M{} 0v36", px(at(position, width))) /> })
        .collect();
    let team = team.map(|(low, high)| {
        let (low, high) = (at(low, width), at(high, width));
        view! { <rect class="band" x=px(low) y="0" width=px((high - low).max(0.0)) height="36" /> }
    });
    let goal = goal.map(|goal| view! { <path class="goalst" d=format!("M{} 0v36", px(at(goal, width))) /> });
    let before = before
        .filter(|_| !hollow)
        .map(|before| view! { <circle class="ring" cx=px(at(before, width)) cy="18" r="3" /> });
    let dot = if hollow { "fu" } else { "dot" };
    view! {
        <svg width=px(width) height="36" viewBox=format!("0 0 {} 36", px(width)) role="img" aria-label=label>
            {grid}
            {team}
            {goal}
            <path class="wk" d=interval_path(at(interval.0, width), at(interval.1, width), 18.0, 4.0) />
            {before}
            <circle class=dot cx=px(at(estimate, width)) cy="18" r="4" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_axis_share_their_ends() {
        assert_eq!([0.0, 0.25, 0.75, 1.0].map(|p| px(at(p, 420.0))), ["8", "109", "311", "412"]);
    }
}
