//! One condition: a field, how it is held against a value, and the value.

use leptos::prelude::*;

use super::said::field;
use crate::facts::{FieldType, TableId};
use crate::metrics::{Condition, OwnPart, Test};
use crate::ui::session::value_of;
use crate::ui::words::Words;

/// One condition of a part, which `change` changes.
pub fn condition(
    words: Words,
    table: TableId,
    at: usize,
    known: &Condition,
    change: impl Fn(&dyn Fn(&mut OwnPart)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let kind = kind_of(table, &known.field);
    let fields = table
        .schema()
        .fields
        .iter()
        .map(|of| {
            let is_it = of.name == known.field;
            view! { <option value=of.name selected=is_it>{field(words, of.name)}</option> }
        })
        .collect_view();
    let tests = Test::ALL
        .into_iter()
        .filter(|test| test.fits(kind))
        .map(|test| {
            let text = words.t(&format!("own.test.{}", test.id()));
            view! { <option value=test.id() selected=test == known.test>{text}</option> }
        })
        .collect_view();
    let set_field = move |event: web_sys::Event| {
        let name = value_of(&event);
        let kind = kind_of(table, &name);
        change(&|part| {
            if let Some(condition) = part.conditions.get_mut(at) {
                condition.field.clone_from(&name);
                if !condition.test.fits(kind) {
                    condition.test = Test::Known;
                }
            }
        });
    };
    let set_test = move |event: web_sys::Event| {
        let id = value_of(&event);
        let Some(test) = Test::ALL.into_iter().find(|test| test.id() == id) else { return };
        change(&|part| {
            if let Some(condition) = part.conditions.get_mut(at) {
                condition.test = test;
            }
        });
    };
    let set_value = move |event: web_sys::Event| {
        let value = value_of(&event);
        change(&|part| {
            if let Some(condition) = part.conditions.get_mut(at) {
                condition.value.clone_from(&value);
            }
        });
    };
    let value = known.test.has_value().then(|| {
        view! {
            <input
                class="field"
                type="text"
                aria-label=words.t("own.value")
                placeholder=words.t("own.value")
                value=known.value.clone()
                on:change=set_value
            />
        }
    });
    view! {
        <li class="own-condition">
            <select class="sel" aria-label=words.t("own.field") on:change=set_field>
                {fields}
            </select>
            <select class="sel" aria-label=words.t("own.test") on:change=set_test>
                {tests}
            </select>
            {value}
            <button
                type="button"
                class="link"
                on:click=move |_| {
                    change(&|part| {
                        if at < part.conditions.len() {
                            part.conditions.remove(at);
                        }
                    });
                }
            >
                {words.t("own.drop")}
            </button>
        </li>
    }
    .into_any()
}

/// What a field holds; text for one that the table has not.
pub fn kind_of(table: TableId, name: &str) -> FieldType {
    let fields = table.schema().fields.iter();
    fields.clone().find(|field| field.name == name).map_or(FieldType::Text, |field| field.kind)
}
