//! A figure as cells of a table: value over interval and n, or why there is none.

use crate::metrics::{Change, Figure, State, Unit, Verdict};
use crate::ui::words::Words;
use leptos::prelude::*;

/// A text of numbers that keeps its order inside a sentence of any direction (U+2066 … U+2069).
fn left_to_right(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Value, and under it the interval and on how much it rests.
pub fn figure_cell(words: Words, unit: Unit, figure: &Figure, currency: &str) -> AnyView {
    let below = match figure.value() {
        Some(_) => {
            let interval = words.figure_interval(unit, figure, currency).map(|text| left_to_right(&text));
            let counted = (unit == Unit::Ratio).then(|| words.counted(figure));
            [interval, counted].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        // What a table has no room for stands where the metric is opened; the counts of too few do not.
        None if matches!(figure.state, State::TooFew { .. }) => {
            words.why_of(unit, figure, None, currency).map(|why| why.rest).unwrap_or_default()
        }
        None => String::new(),
    };
    cell(words, unit, figure, currency, below)
}

/// Value without what it rests on: for counts and levels.
pub fn bare_cell(words: Words, unit: Unit, figure: &Figure, currency: &str) -> AnyView {
    cell(words, unit, figure, currency, String::new())
}

fn cell(words: Words, unit: Unit, figure: &Figure, currency: &str, below: String) -> AnyView {
    let under = |text: String| (!text.is_empty()).then(|| view! { <small class="q3">{text}</small> });
    match figure.value() {
        Some(value) => {
            let (value, word) = words.shown(unit, value, currency);
            let text = if word.is_empty() { value } else { format!("{value}\u{a0}{word}") };
            view! {
                <td class="r num">
                    <bdi dir="ltr" class="ltr">{text}</bdi>
                    {under(below)}
                </td>
            }
            .into_any()
        }
        None => {
            let lead = words.why_of(unit, figure, None, currency).map(|why| why.lead);
            view! {
                <td class="r q3">
                    <span class="note">{lead}</span>
                    {under(below)}
                </td>
            }
            .into_any()
        }
    }
}

/// The head cell of a row: a seller's or another name that the user gave.
pub fn name_cell(name: &str) -> AnyView {
    let name = name.to_owned();
    view! {
        <th scope="row">
            <bdi>{name}</bdi>
        </th>
    }
    .into_any()
}

/// A number that is no metric's figure.
pub fn number(text: Option<String>) -> AnyView {
    let text = text.unwrap_or_else(|| "–".to_owned());
    view! {
        <td class="r num">
            <bdi dir="ltr" class="ltr">{text}</bdi>
        </td>
    }
    .into_any()
}

/// A change in points of an index, with its sign.
pub fn points(words: Words, difference: f64) -> String {
    words.signed(Unit::Pillar, difference, "")
}

/// A figure's value with its interval in one line.
pub fn interval_of(words: Words, unit: Unit, figure: &Figure) -> String {
    let value = figure.value().map(|value| words.value_with_unit(unit, value, ""));
    match (value, words.figure_interval(unit, figure, "")) {
        (Some(value), Some(interval)) => words.with_aside(&value, &interval),
        (Some(value), None) => left_to_right(&value),
        (None, _) => words.why_of(unit, figure, None, "").map(|why| why.lead).unwrap_or_default(),
    }
}

/// A difference of two shares, its interval, and what may be said of it.
pub fn share_change(words: Words, change: &Change) -> String {
    let difference = words.signed(Unit::Ratio, change.difference, "");
    let verdict = match change.verdict {
        Verdict::Better => "verdict.better",
        Verdict::Worse => "verdict.worse",
        Verdict::Moved => "verdict.moved",
        Verdict::CannotTell => "verdict.cannot_tell",
        Verdict::Counted => "verdict.counted",
    };
    let interval =
        change.low.zip(change.high).map(|(low, high)| words.signed_interval(Unit::Ratio, low, high, ""));
    let said =
        interval.map_or_else(|| difference.clone(), |interval| words.with_aside(&difference, &interval));
    format!("{said} · {}", words.t(verdict))
}
