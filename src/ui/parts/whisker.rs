//! A value with its interval over an axis from its natural zero.

use leptos::prelude::*;

use super::{interval_path, px};

/// Space at both ends of the axis.
const MARGIN: f64 = 6.0;

/// Where a share of the axis lies on a whisker so wide. Positions outside are held at the ends.
fn at(position: f64, width: f64) -> f64 {
    MARGIN + position.clamp(0.0, 1.0) * (width - 2.0 * MARGIN)
}

/// A value with its interval over an axis: line with caps, dot, ring of the period before on the
/// axis, flag of the goal. Positions are shares of the axis, 0 to 1.
#[component]
pub fn Whisker(
    /// The value.
    estimate: f64,
    /// Lower and upper end of its 95 % interval.
    interval: (f64, f64),
    /// What stands at the two ends of the axis ("0", "100%").
    ends: (String, String),
    /// The period before.
    #[prop(optional_no_strip)]
    before: Option<f64>,
    /// The goal.
    #[prop(optional_no_strip)]
    goal: Option<f64>,
    /// The same in words ("61%, 57–65%").
    #[prop(into)]
    label: String,
    /// Width in CSS pixels.
    #[prop(default = 196.0)]
    width: f64,
) -> impl IntoView {
    let last = px(width - MARGIN);
    let goal = goal.map(|goal| {
        let x = px(at(goal, width));
        view! {
            <path class="goalst" d=format!("M{x} 0V20") />
            <path class="goal" d=format!("M{x} 0l6 2.6-6 2.6Z") />
        }
    });
    let before = before.map(|before| {
        view! { <circle class="ring" cx=px(at(before, width)) cy="20" r="3" /> }
    });
    view! {
        <svg width=px(width) height="34" viewBox=format!("0 0 {} 34", px(width)) role="img" aria-label=label>
            <path class="axis" d=format!("M6 19.5H{last}M6 16v4M{last} 16v4") fill="none" />
            <text x="1" y="33">{ends.0}</text>
            <text class="e" x=px(width - 1.0) y="33">{ends.1}</text>
            {goal}
            <path class="wk" d=interval_path(at(interval.0, width), at(interval.1, width), 10.0, 3.5) />
            {before}
            <circle class="dot" cx=px(at(estimate, width)) cy="10" r="4" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_keeps_its_margins() {
        // 61 % of a 260 px whisker, as in the page of one metric.
        assert_eq!([0.0, 0.61, 1.0, 1.7].map(|p| px(at(p, 260.0))), ["6", "157.3", "254", "254"]);
    }
}
