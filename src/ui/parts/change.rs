//! A change against the period before: whisker about zero, mark, number, word, interval.

use leptos::prelude::*;

use super::{interval_path, px};

/// What a change means; growth that is neither good nor bad stays in ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// Better, the whole interval on the good side of zero.
    Better,
    /// Worse, the whole interval on the bad side.
    Worse,
    /// The interval holds zero.
    Unclear,
    /// Neither good nor bad.
    Neutral,
}

/// Where a value went, whatever that means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// The change on an axis from 0 to 1 with zero in its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangeRange {
    /// Lower end of the interval.
    pub low: f64,
    /// The change.
    pub change: f64,
    /// Upper end.
    pub high: f64,
}

impl Judgement {
    /// Class of the words, of the interval line, of the dot.
    fn classes(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Better => ("better", "sb", "fb"),
            Self::Worse => ("worse", "sw", "fw"),
            Self::Unclear => ("unclear", "su", "fu"),
            Self::Neutral => ("ink", "wk", "dot"),
        }
    }
}

/// The direction of a number with its unit: from right to left where the unit is an Arabic word, so that the number
/// comes first.
pub fn direction_of(text: &str) -> &'static str {
    if text.chars().any(|c| matches!(c, '\u{600}'..='\u{6ff}')) { "rtl" } else { "ltr" }
}

/// The sign before a change: a triangle shows the direction, a hollow circle that it cannot be told.
#[component]
pub fn DirectionMark(
    /// Decides between triangle and circle, and the colour.
    judgement: Judgement,
    /// Which way the triangle points.
    direction: Direction,
) -> impl IntoView {
    let (class, _, _) = judgement.classes();
    let shape = match (judgement, direction) {
        (Judgement::Unclear, _) => view! {
            <circle cx="5" cy="5" r="3.9" fill="none" stroke="currentColor" stroke-width="1.8" />
        }
        .into_any(),
        (_, Direction::Up) => view! { <path d="M5 0 10 10H0Z" fill="currentColor" /> }.into_any(),
        (_, Direction::Down) => view! { <path d="M5 10 10 0H0Z" fill="currentColor" /> }.into_any(),
    };
    view! { <svg class=format!("mk {class}") viewBox="0 0 10 10" aria-hidden="true">{shape}</svg> }
}

/// The small flag before a goal.
#[component]
pub fn GoalMark() -> impl IntoView {
    view! {
        <svg class="mk goalc" viewBox="0 0 10 10" aria-hidden="true">
            <path d="M1 0v10M1 0l8 3-8 3Z" stroke="currentColor" stroke-width="1" fill="currentColor" />
        </svg>
    }
}

/// A change with its judgement: shape and word say it, colour repeats it.
#[component]
pub fn Change(
    /// Positions for the whisker about zero; without, only the words.
    #[prop(optional_no_strip)]
    range: Option<ChangeRange>,
    /// What the change means.
    judgement: Judgement,
    /// Where the value went.
    direction: Direction,
    /// Sign, number and unit ("−7.5 h").
    #[prop(into)]
    number: String,
    /// The judgement as a word ("better"); empty for none.
    #[prop(into)]
    word: String,
    /// The interval ("−12.1 to −3.0").
    #[prop(into)]
    interval: String,
) -> impl IntoView {
    let (class, line, dot) = judgement.classes();
    let whisker = range.map(|range| {
        let at = |position: f64| 2.0 + position.clamp(0.0, 1.0) * 80.0;
        view! {
            <svg width="84" height="24" viewBox="0 0 84 24" aria-hidden="true">
                <path class="axis" d="M42 0V24" />
                <path class="grid" d="M2 12H82" fill="none" />
                <path
                    class=line
                    fill="none"
                    stroke-width="1.5"
                    d=interval_path(at(range.low), at(range.high), 12.0, 3.0)
                />
                <circle class=dot cx=px(at(range.change)) cy="12" r="3.5" />
            </svg>
        }
    });
    view! {
        <div class="delta">
            {whisker}
            <div>
                <b class=format!("{class} num")>
                    <DirectionMark judgement direction />
                    <bdi dir=direction_of(&number)>{number.clone()}</bdi>
                </b>
                " "
                <span class=class>{word}</span>
                <small class="num">
                    <bdi dir=direction_of(&interval)>{interval.clone()}</bdi>
                </small>
            </div>
        </div>
    }
}
