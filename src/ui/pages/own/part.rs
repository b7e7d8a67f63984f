//! Which rows are meant: table, date, conditions.

use leptos::prelude::*;

use super::condition::condition;
use super::said::field;
use crate::facts::TableId;
use crate::metrics::{Condition, OwnMetric, OwnPart, Test};
use crate::ui::session::value_of;
use crate::ui::words::Words;

/// The table, the date and the conditions of a part, which `change` changes.
pub fn part(
    words: Words,
    test_id: &'static str,
    known: &OwnPart,
    change: impl Fn(&dyn Fn(&mut OwnPart)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let table = known.table;
    let tables = OwnMetric::tables()
        .iter()
        .map(|id| {
            let text = words.t(&format!("table.{}", id.name()));
            view! { <option value=id.name() selected=*id == table>{text}</option> }
        })
        .collect_view();
    let dates = OwnPart::dates(table)
        .into_iter()
        .map(|name| view! { <option value=name selected=name == known.date>{field(words, name)}</option> })
        .collect_view();
    let set_table = move |event: web_sys::Event| {
        if let Some(table) = TableId::by_name(&value_of(&event)) {
            change(&|part| *part = OwnPart::of(table));
        }
    };
    let set_date = move |event: web_sys::Event| {
        let date = value_of(&event);
        change(&|part| part.date.clone_from(&date));
    };
    let conditions = known
        .conditions
        .iter()
        .enumerate()
        .map(|(at, one)| condition(words, table, at, one, change))
        .collect_view();
    let add = move |_| {
        // The field that is asked for most.
        let names = || table.schema().fields.iter().map(|field| field.name);
        let usual = ["status", "source", "kind", "direction", "channel", "to_stage"];
        let name = usual.into_iter().find(|usual| names().any(|name| name == *usual));
        let name = name.or_else(|| names().next()).unwrap_or_default().to_owned();
        change(&|part| {
            part.conditions.push(Condition { field: name.clone(), test: Test::Is, value: String::new() });
        });
    };
    view! {
        <div class="own-part">
            <label class="pick">
                <small>{words.t("own.table")}</small>
                <select data-testid=test_id on:change=set_table>{tables}</select>
            </label>
            <label class="pick">
                <small>{words.t("own.date")}</small>
                <select on:change=set_date>{dates}</select>
            </label>
        </div>
        <ul class="own-conditions">{conditions}</ul>
        <button type="button" class="link" data-testid=format!("{test_id}-add") on:click=add>
            {words.t("own.add_condition")}
        </button>
    }
    .into_any()
}
