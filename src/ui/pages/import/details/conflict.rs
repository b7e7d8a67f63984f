//! Words that speak against each other, side by side, and the choice between them.

use leptos::prelude::*;

use super::lists::{field, origin, value};
use crate::ui::session::session;
use crate::ui::words::Words;
use crate::views::{StagedRow, StagedRows};

/// The things of which words speak against each other.
pub(super) fn conflicts(words: Words, file: &str, rows: &StagedRows) -> AnyView {
    let all: Vec<AnyView> =
        rows.rows.iter().enumerate().map(|(at, row)| conflict(words, file, at, row)).collect();
    view! {
        <p class="small quiet">{words.t("review.conflict_text")}</p>
        <div class="scroll rv-list" tabindex="0">{all}</div>
    }
    .into_any()
}

fn conflict(words: Words, file: &str, at: usize, row: &StagedRow) -> AnyView {
    let session = session();
    let fields: Vec<&String> =
        row.words.first().into_iter().flat_map(|word| &word.fields).map(|(name, _)| name).collect();
    let heads: Vec<AnyView> =
        fields.iter().map(|name| view! { <th scope="col">{field(words, name)}</th> }.into_any()).collect();
    let group = format!("word-{file}-{at}");
    let lines: Vec<AnyView> = row
        .words
        .iter()
        .enumerate()
        .map(|(number, word)| {
            let (file, table, thing) = (file.to_owned(), row.table, row.thing.clone());
            let choose = move |_| {
                session.pick_word(
                    file.clone(),
                    table,
                    thing.clone(),
                    u32::try_from(number).unwrap_or(u32::MAX),
                );
            };
            let values: Vec<AnyView> = word
                .fields
                .iter()
                .map(|(name, text)| {
                    view! {
                        <td>
                            <bdi>{value(words, row.table, name, text)}</bdi>
                        </td>
                    }
                    .into_any()
                })
                .collect();
            let default =
                word.is_default.then(|| view! { <small class="q3">{words.t("review.default")}</small> });
            view! {
                <tr class:chosen=word.is_chosen>
                    <td>
                        <label class="opt">
                            <input
                                type="radio"
                                name=group.clone()
                                data-testid=format!("word-{at}-{number}")
                                prop:checked=word.is_chosen
                                on:change=choose
                            />
                            <span>{origin(words, &word.from)} {default}</span>
                        </label>
                    </td>
                    {values}
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="data rv-conflict">
            <caption>
                <bdi>{row.thing.clone()}</bdi>
            </caption>
            <thead>
                <tr>
                    <th scope="col">{words.t("review.col_word")}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}
