//! What the values of a status, a source or a direction mean: each with its rows and its guess.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::desk::Desk;
use crate::facts::TableId;
use crate::sources::{ColumnView, ValueView, meanings};
use crate::ui::session::value_of;
use crate::ui::words::Words;

/// The values of every column whose field means one of a list.
pub(super) fn value_rows(
    desk: Desk,
    words: Words,
    file: StoredValue<String>,
    columns: &[ColumnView],
    bound: &BTreeMap<String, String>,
    table: Option<TableId>,
) -> Option<AnyView> {
    let table = table?;
    let sections: Vec<AnyView> = columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| {
            let number = (index + 1).to_string();
            let field = bound.get(&column.name).or_else(|| bound.get(&number))?;
            let field = table.schema().fields.iter().find(|known| known.name == field)?.name;
            let known = meanings(table, field);
            (!known.is_empty() && !column.values.is_empty())
                .then(|| section(desk, words, file, table, field, known, column))
        })
        .collect();
    (!sections.is_empty()).then(|| sections.into_any())
}

fn section(
    desk: Desk,
    words: Words,
    file: StoredValue<String>,
    table: TableId,
    field: &'static str,
    known: &'static [&'static str],
    column: &ColumnView,
) -> AnyView {
    let key = format!("{}.{field}", table.name());
    let guesses: Vec<Option<&str>> =
        column.values.iter().map(|value| value.guesses.get(&key).map(String::as_str)).collect();
    let unread = guesses.iter().any(Option::is_none);
    // A list of results in which nothing is won or lost is more likely not understood.
    let is_result = field == "status" && matches!(table, TableId::Deals | TableId::Leads);
    let unended = is_result && guesses.iter().all(|guess| *guess == Some("open"));
    let lines = column.values.iter().map(|value| line(desk, words, file, &key, field, known, value));
    let lines = lines.collect_view();
    let label = words.fill(
        "map.values_title",
        &[("column", &column.name), ("field", &words.t(&format!("field.{field}")))],
    );
    let hint = if unended { "map.values_unended" } else { "map.values_text" };
    // What was understood needs no reading: only values that were not open the list by themselves.
    view! {
        <details class="vals" open=unread || unended data-testid=format!("map-values-{field}")>
            <summary>
                <b>{label}</b>
                " "
                <span class="quiet small">
                    {words.count("map.values_count", column.values.len() as u64, &[])}
                </span>
            </summary>
            <p class="small" class:quiet=!unended class:askc=unended>
                {words.t(hint)}
            </p>
            <table class="data map">
                <thead>
                    <tr>
                        <th scope="col">{words.t("map.value")}</th>
                        <th scope="col" class="num">{words.t("map.value_rows")}</th>
                        <th scope="col">{words.t("map.value_means")}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn line(
    desk: Desk,
    words: Words,
    file: StoredValue<String>,
    key: &str,
    field: &'static str,
    known: &'static [&'static str],
    value: &ValueView,
) -> AnyView {
    let guess = value.guesses.get(key).cloned();
    let said = untrack(|| {
        file.with_value(|file| {
            desk.draft(file, |draft| draft.values.get(field).and_then(|all| all.get(&value.text)).cloned())
        })
    })
    .flatten();
    let now = said.or_else(|| guess.clone());
    let options = known
        .iter()
        .map(|meaning| {
            view! {
                <option value=*meaning selected=now.as_deref() == Some(*meaning)>
                    {meaning_text(words, field, meaning)}
                </option>
            }
        })
        .collect_view();
    let none = now.is_none().then(|| {
        view! { <option value="" selected=true>{words.t("map.value_unread")}</option> }
    });
    let text = value.text.clone();
    let choose = {
        let guess = guess.clone();
        move |event| {
            let chosen = value_of(&event);
            file.with_value(|file| {
                desk.redraft(file, |draft| {
                    let all = draft.values.entry(field.to_owned()).or_default();
                    // What the guess says anyway need not be kept.
                    if chosen.is_empty() || Some(&chosen) == guess.as_ref() {
                        all.remove(&text);
                    } else {
                        all.insert(text.clone(), chosen);
                    }
                    draft.values.retain(|_, all| !all.is_empty());
                });
            });
        }
    };
    view! {
        <tr>
            <th scope="row">
                <bdi>{value.text.clone()}</bdi>
            </th>
            <td class="num quiet">{words.integer(u64::from(value.rows))}</td>
            <td>
                <select
                    class="sel"
                    class:askc=guess.is_none()
                    aria-label=words.fill("map.value_is", &[("value", &value.text)])
                    on:change=choose
                >
                    {none}
                    {options}
                </select>
            </td>
        </tr>
    }
    .into_any()
}

fn meaning_text(words: Words, field: &str, meaning: &str) -> String {
    match field {
        "source" => words.t(&format!("group.{meaning}")),
        _ => words.t(&format!("meaning.{}", meaning.replace('-', "_"))),
    }
}
