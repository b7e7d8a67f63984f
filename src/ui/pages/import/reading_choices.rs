//! What parts the cells of a table and which mark stands before the decimals: found out, and open to
//! correction.

use leptos::prelude::*;

use super::desk::Desk;
use crate::sources::{Decimals, Mapping, MappingDelimiter, UnknownTable};
use crate::ui::session::{session, value_of};
use crate::ui::words::Words;

const DELIMITERS: [(MappingDelimiter, &str); 5] = [
    (MappingDelimiter::Comma, "comma"),
    (MappingDelimiter::Semicolon, "semicolon"),
    (MappingDelimiter::Tab, "tab"),
    (MappingDelimiter::Pipe, "pipe"),
    (MappingDelimiter::Spaces, "spaces"),
];

/// The two choices; a sheet of a workbook has no delimiter.
pub(super) fn reading_choices(desk: Desk, words: Words, table: &UnknownTable) -> AnyView {
    let delimiter = table.delimiter.map(|now| delimiter_choice(words, table, now));
    view! {
        <section>
            <h3>{words.t("map.reading")}</h3>
            {delimiter}
            {decimals_choice(desk, words, table)}
        </section>
    }
    .into_any()
}

fn delimiter_choice(words: Words, table: &UnknownTable, now: MappingDelimiter) -> AnyView {
    let session = session();
    let (file, header) = (table.file.clone(), table.guess.header);
    let options = DELIMITERS
        .into_iter()
        .map(|(delimiter, id)| {
            view! {
                <option value=id selected=delimiter == now>
                    {words.t(&format!("map.delimiter_{id}"))}
                </option>
            }
        })
        .collect_view();
    // Other cells are other columns: the table is looked at anew.
    let choose = move |event| {
        let id = value_of(&event);
        let delimiter =
            DELIMITERS.into_iter().find(|(_, known)| *known == id).map(|(delimiter, _)| delimiter);
        session.apply_mapping(Mapping { file: file.clone(), delimiter, header, ..Mapping::default() });
    };
    view! {
        <label class="fixed">
            <small>{words.t("map.delimiter")}</small>
            <select class="sel" data-testid="map-delimiter" on:change=choose>
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn decimals_choice(desk: Desk, words: Words, table: &UnknownTable) -> AnyView {
    let file = StoredValue::new(table.file.clone());
    let now = untrack(|| file.with_value(|file| desk.draft(file, |draft| draft.decimals))).flatten();
    let choose = move |event| {
        let decimals = match value_of(&event).as_str() {
            "point" => Some(Decimals::Point),
            "comma" => Some(Decimals::Comma),
            _ => None,
        };
        file.with_value(|file| desk.redraft(file, |draft| draft.decimals = decimals));
    };
    view! {
        <label class="fixed">
            <small>{words.t("map.decimals")}</small>
            <select class="sel" data-testid="map-decimals" on:change=choose>
                <option value="" selected=now.is_none()>
                    {words.t("map.decimals_found")}
                </option>
                <option value="point" selected=now == Some(Decimals::Point)>
                    "1,234.5"
                </option>
                <option value="comma" selected=now == Some(Decimals::Comma)>
                    "1.234,5"
                </option>
            </select>
        </label>
    }
    .into_any()
}
