//! The same points as in a chart, in a table.

use leptos::prelude::*;

use super::{Drawn, name_of};
use crate::charts::{Cell, Column, describe};
use crate::ui::words::Words;

/// The lines of the table, head first.
pub fn lines(words: Words, chart: &Drawn) -> Vec<Vec<String>> {
    let twin = describe::table(&chart.spec);
    let ticks = chart.ticks(words);
    let head = twin.columns.iter().map(|column| column_name(words, chart, column)).collect();
    let cell = |cell: &Cell| match cell {
        Cell::Day(day) => chart.place(words, *day),
        Cell::Value(value, unit) => chart.value(words, unit, *value),
        Cell::Interval(interval, unit) => {
            words.interval(ticks.unit_of(unit), interval.low, interval.high, &chart.currency)
        }
        Cell::Count(count) => words.integer(*count),
        Cell::Names(names) if names.is_empty() => String::new(),
        Cell::Names(names) => words.list(&names.iter().map(|name| name_of(words, name)).collect::<Vec<_>>()),
        Cell::Missing => "–".to_owned(),
    };
    let row = |cells: &Vec<Cell>| cells.iter().map(cell).collect();
    std::iter::once(head).chain(twin.rows.iter().map(row)).collect()
}

/// A column's own name, after that of its series where there are several.
fn column_name(words: Words, chart: &Drawn, column: &Column) -> String {
    let own = match column.key.as_str() {
        "chart.column.across" => chart.across.clone(),
        "chart.column.up" => chart.title.clone(),
        key => words.t(key),
    };
    match &column.series {
        Some(name) if column.key == "chart.column.value" => name_of(words, name),
        Some(name) => words.fill("chart.column_of", &[("series", &name_of(words, name)), ("column", &own)]),
        None => own,
    }
}

/// The table.
pub fn table(words: Words, chart: &Drawn) -> AnyView {
    table_of(lines(words, chart), "twin")
}

/// Lines of cells as a table, head first; the first cell of a line names it.
pub fn table_of(lines: Vec<Vec<String>>, test_id: &'static str) -> AnyView {
    let mut lines = lines.into_iter();
    let head = lines.next().unwrap_or_default().into_iter().enumerate();
    let head: Vec<AnyView> =
        head.map(|(at, text)| view! { <th scope="col" class:r=at.gt(&0)>{text}</th> }.into_any()).collect();
    let rows: Vec<AnyView> = lines.map(row).collect();
    view! {
        <div class="scroll">
            <table class="data twin" data-testid=test_id>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A table that is made when it is opened.
pub fn folded(title: String, table: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    fold("twinfold", false, title.into_any(), table)
}

/// What is made when it is opened.
pub fn fold(
    class: &'static str,
    is_open: bool,
    summary: AnyView,
    inside: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let is_made = RwSignal::new(is_open);
    view! {
        <details class=class open=is_open on:toggle=move |_| is_made.set(true)>
            <summary>{summary}</summary>
            {move || is_made.get().then(&inside)}
        </details>
    }
    .into_any()
}

fn row(cells: Vec<String>) -> AnyView {
    let mut cells = cells.into_iter();
    let name = cells.next();
    let rest: Vec<AnyView> = cells
        .map(|text| {
            view! {
                <td class="r num">
                    <bdi dir="ltr" class="ltr">{text}</bdi>
                </td>
            }
            .into_any()
        })
        .collect();
    view! {
        <tr>
            <th scope="row" class="num">{name}</th>
            {rest}
        </tr>
    }
    .into_any()
}
