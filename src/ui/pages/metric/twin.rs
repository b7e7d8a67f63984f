//! The same points as in a chart, in a table.

use leptos::prelude::*;

use super::chart::{bucket_name, ticks};
use crate::charts::{Cell, ChartSpec, Column, Name, describe};
use crate::ui::parts::CopyTable;
use crate::ui::phrases::Ticks;
use crate::ui::words::{Words, words};
use crate::views::MetricView;

/// The table under its heading.
pub fn twin(view: Signal<MetricView>, spec: Signal<ChartSpec>) -> impl IntoView {
    let words = words();
    view! {
        <section class="sec">
            <h2>{words.t("twin.title")}</h2>
            <p class="small quiet">{words.t("twin.of")}</p>
            {move || view.with(|view| spec.with(|spec| table(words, view, spec)))}
            <p class="small">
                <CopyTable lines=move || {
                    view.with_untracked(|view| spec.with_untracked(|spec| lines(words, view, spec)))
                } />
            </p>
        </section>
    }
}

/// The table.
pub fn table(words: Words, view: &MetricView, spec: &ChartSpec) -> AnyView {
    let mut lines = lines(words, view, spec).into_iter();
    let head: Vec<AnyView> = lines
        .next()
        .unwrap_or_default()
        .into_iter()
        .enumerate()
        .map(|(at, text)| view! { <th scope="col" class:r=at.gt(&0)>{text}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = lines
        .map(|cells| {
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
        })
        .collect();
    view! {
        <table class="data twin" data-testid="twin">
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The lines of the table, head first.
pub fn lines(words: Words, view: &MetricView, spec: &ChartSpec) -> Vec<Vec<String>> {
    let twin = describe::table(spec);
    let ticks = ticks(words, view);
    let head = twin.columns.iter().map(|column| column_name(words, column)).collect();
    let row = |cells: &Vec<Cell>| cells.iter().map(|cell| cell_text(&ticks, view, cell)).collect();
    std::iter::once(head).chain(twin.rows.iter().map(row)).collect()
}

/// A column of the period before is headed by that; this page's charts have one series else.
fn column_name(words: Words, column: &Column) -> String {
    match &column.series {
        Some(Name::Key(key)) => words.t(key),
        Some(Name::Text(text)) => text.clone(),
        None => words.t(&column.key),
    }
}

fn cell_text(ticks: &Ticks, view: &MetricView, cell: &Cell) -> String {
    let words = ticks.words;
    let currency = &ticks.currency;
    match cell {
        Cell::Day(day) => bucket_name(words, view.bucket, *day),
        Cell::Value(value, unit) => words.value_with_unit(ticks.unit_of(unit), *value, currency),
        Cell::Interval(interval, unit) => {
            words.interval(ticks.unit_of(unit), interval.low, interval.high, currency)
        }
        Cell::Count(count) => words.integer(*count),
        Cell::Names(names) => {
            let names: Vec<String> = names.iter().map(|name| words.event_name(name)).collect();
            words.list(&names)
        }
        Cell::Missing => "–".to_owned(),
    }
}
