//! The marks of a metric's row: its whisker, and its change in words and shape.

use leptos::prelude::*;

use super::{Change, ChangeRange, Direction, GoalMark, Judgement, Whisker};
use crate::metrics::{Figure, Quantity, Standing, Verdict};
use crate::ui::words::Words;
use crate::views::ScoreRow;

/// A change's axis is so much longer than the farther end of its interval.
const CHANGE_ROOM: f64 = 1.5;

/// The row's value on its axis; none without a value, and none below zero, where the axis does not go.
pub fn value_whisker(words: Words, row: &ScoreRow, currency: &str, width: f64) -> Option<AnyView> {
    let value = row.figure.value().filter(|value| *value >= 0.0)?;
    let top = row.axis_top.filter(|top| *top > 0.0)?;
    let interval = interval_on_axis(&row.figure, value, top);
    let before = row.before.as_ref().and_then(|before| before.value()).map(|before| before / top);
    let goal = row.goal.map(|goal| goal.value / top);
    let label = words.read_aloud(row.unit, &row.figure, currency);
    let ends = words.axis_ends(row.unit, top, currency);
    let whisker = view! {
        <Whisker estimate=value / top interval=interval ends=ends before=before goal=goal label=label width=width />
    };
    Some(whisker.into_any())
}

/// The goal of a row in words, with its flag.
pub fn goal_words(words: Words, row: &ScoreRow, currency: &str) -> Option<AnyView> {
    let goal = row.goal?;
    let word = match goal.standing {
        Standing::Reached => "goals.standing.reached",
        Standing::NotReached => "goals.standing.not_reached",
        _ => "goals.in_reach",
    };
    let value = words.value_with_unit(row.unit, goal.value, currency);
    let text = words.fill("goals.row", &[("value", &value), ("word", &words.t(word))]);
    let said = view! {
        <small class="row-goal goalc" data-testid=format!("goal-of-{}", row.id)>
            <GoalMark />
            <bdi>{text}</bdi>
        </small>
    };
    Some(said.into_any())
}

/// Both ends of a figure's interval on an axis, 0 to 1. An upper end that is not reached lies beyond the axis;
/// without an interval both are the value.
pub fn interval_on_axis(figure: &Figure, value: f64, top: f64) -> (f64, f64) {
    let open = if figure.low.is_some() { top } else { value };
    let end = |quantity: Option<Quantity>, without: f64| quantity.map_or(without, Quantity::to_f64) / top;
    (end(figure.low, value), end(figure.high, open))
}

/// What is said of a row's change, as text.
pub struct ChangeText {
    /// Sign, number and unit.
    pub number: String,
    /// The judgement.
    pub word: String,
    /// The interval; empty for none.
    pub interval: String,
}

/// What is said of a row's change.
pub fn change_text(words: Words, row: &ScoreRow, currency: &str) -> Option<ChangeText> {
    let change = row.change?;
    let is_still = change.difference == 0.0;
    let word = match change.verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Moved => "moved",
        Verdict::CannotTell => "cannot_tell",
        Verdict::Counted if is_still => "unchanged",
        Verdict::Counted => "counted",
    };
    let number = words.signed(row.unit, change.difference, currency);
    let interval = change
        .low
        .zip(change.high)
        .map(|(low, high)| words.signed_interval(row.unit, low, high, currency))
        .unwrap_or_default();
    Some(ChangeText { number, word: words.t(&format!("verdict.{word}")), interval })
}

/// The row's change.
pub fn change_mark(words: Words, row: &ScoreRow, currency: &str) -> Option<AnyView> {
    let change = row.change?;
    let text = change_text(words, row, currency)?;
    let judgement = match change.verdict {
        Verdict::Better => Judgement::Better,
        Verdict::Worse => Judgement::Worse,
        Verdict::CannotTell => Judgement::Unclear,
        Verdict::Counted if change.difference == 0.0 => Judgement::Unclear,
        Verdict::Moved | Verdict::Counted => Judgement::Neutral,
    };
    let direction = if change.difference < 0.0 { Direction::Down } else { Direction::Up };
    let range = change.low.zip(change.high).map(|(low, high)| {
        let reach = (low.abs().max(high.abs()) * CHANGE_ROOM).max(f64::MIN_POSITIVE);
        let at = |value: f64| 0.5 + value / reach / 2.0;
        ChangeRange { low: at(low), change: at(change.difference), high: at(high) }
    });
    let ChangeText { number, word, interval } = text;
    // "No interval" is a remark on the number, not a judgement of it.
    let (word, interval) = if change.verdict == Verdict::Counted && change.difference != 0.0 {
        (String::new(), word)
    } else {
        (word, interval)
    };
    let mark = view! {
        <Change
            range=range
            judgement=judgement
            direction=direction
            number=number
            word=word
            interval=interval
        />
    };
    Some(mark.into_any())
}
