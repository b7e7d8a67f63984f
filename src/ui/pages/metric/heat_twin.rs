//! The week by hours without its picture: a sentence, and every hour with a case in a table.

use leptos::prelude::*;

use super::super::shown::{folded, table_of};
use super::heat_data::{counts, figure_at, is_too_few, weekday_of};
use crate::metrics::{Figure, Unit};
use crate::ui::parts::CopyTable;
use crate::ui::words::Words;
use crate::views::HeatView;

/// Days of a week and hours of a day.
const DAYS: usize = 7;
const HOURS: u8 = 24;

/// Every hour in which a case came in, in the order of the map.
fn hours(words: Words, heat: &HeatView) -> Vec<(String, &Figure)> {
    let all = (0..DAYS).flat_map(|row| (0..HOURS).map(move |hour| (row, hour)));
    all.filter_map(|(row, hour)| {
        let figure = figure_at(words, heat, row, usize::from(hour))?;
        Some((place(words, row, hour), figure))
    })
    .collect()
}

fn place(words: Words, row: usize, hour: u8) -> String {
    words.in_line([words.weekday(weekday_of(words, row)), words.hour_range(hour)])
}

/// The highest and the lowest hour, and how many have too few cases to say.
pub fn sentence(words: Words, name: &str, unit: Unit, heat: &HeatView) -> String {
    let hours = hours(words, heat);
    let said: Vec<(&String, f64)> = hours
        .iter()
        .filter(|(_, figure)| !is_too_few(heat, figure))
        .filter_map(|(place, figure)| Some((place, figure.value()?)))
        .collect();
    let count = |hours: usize| words.integer(u64::try_from(hours).unwrap_or(0));
    let (few, all) = (count(hours.len() - said.len()), count(hours.len()));
    // The earliest of equals: `min_by` keeps the first, `max_by` the last.
    let lowest = said.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let highest = said.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1));
    let (Some((low_at, low)), Some((high_at, high))) = (lowest, highest) else {
        return words.fill("heat.sentence_empty", &[("name", name)]);
    };
    let value = |value: f64| words.value_with_unit(unit, value, "");
    words.fill(
        "heat.sentence",
        &[
            ("name", name),
            ("high", &value(*high)),
            ("high_at", high_at),
            ("low", &value(*low)),
            ("low_at", low_at),
            ("few", &few),
            ("all", &all),
        ],
    )
}

/// The lines of the table, head first.
fn lines(words: Words, unit: Unit, heat: &HeatView) -> Vec<Vec<String>> {
    let head = [
        "heat.column.hour",
        "chart.column.counted",
        "chart.column.of",
        "chart.column.value",
        "copy.interval",
    ];
    let line = |(place, figure): (String, &Figure)| {
        let known = !is_too_few(heat, figure);
        let value = figure.value().filter(|_| known).map(|value| words.value_with_unit(unit, value, ""));
        let interval = words.figure_interval(unit, figure, "").filter(|_| known);
        let missing = || "–".to_owned();
        vec![
            place,
            words.tidy(counts(figure)),
            words.integer(figure.n),
            value.unwrap_or_else(missing),
            interval.unwrap_or_else(missing),
        ]
    };
    let rows = hours(words, heat).into_iter().map(line);
    std::iter::once(head.map(|key| words.t(key)).to_vec()).chain(rows).collect()
}

/// The table under the map, folded, and the button that copies it.
pub fn twin(words: Words, heat: Signal<Option<(Unit, HeatView)>>) -> AnyView {
    let of_now = move || {
        heat.with(|heat| heat.as_ref().map(|(unit, heat)| lines(words, *unit, heat)).unwrap_or_default())
    };
    view! {
        {folded(words.t("twin.title"), move || table_of(of_now(), "heat-twin"))}
        <p class="small">
            <CopyTable lines=move || untrack(of_now) />
        </p>
    }
    .into_any()
}
