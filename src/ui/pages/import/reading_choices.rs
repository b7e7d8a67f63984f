//! What parts the cells of a table, how its letters are written and which mark stands before the decimals:
//! found out, and open to correction.

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

/// By the names that standards use.
const ENCODINGS: [&str; 12] = [
    "UTF-8",
    "UTF-16LE",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1254",
    "windows-1256",
    "ISO-8859-2",
    "gb18030",
    "Big5",
    "Shift_JIS",
    "EUC-KR",
];

/// The choices; a sheet of a workbook has neither delimiter nor encoding.
pub(super) fn reading_choices(desk: Desk, words: Words, table: &UnknownTable) -> AnyView {
    let delimiter = table.delimiter.map(|now| {
        let ids = DELIMITERS.map(|(_, id)| (id, words.t(&format!("map.delimiter_{id}"))));
        let now = DELIMITERS.into_iter().find(|(known, _)| *known == now).map_or("", |(_, id)| id);
        let said = |id: &str, mapping: &mut Mapping| {
            mapping.delimiter =
                DELIMITERS.into_iter().find(|(_, known)| *known == id).map(|(known, _)| known);
        };
        rereading_choice(words, table, "delimiter", &ids, now, said)
    });
    let encoding = table.encoding.as_deref().map(|now| {
        let ids = ENCODINGS.map(|name| (name, name.to_owned()));
        let said = |id: &str, mapping: &mut Mapping| mapping.encoding = Some(id.to_owned());
        rereading_choice(words, table, "encoding", &ids, now, said)
    });
    view! {
        <section>
            <h3>{words.t("map.reading")}</h3>
            {delimiter}
            {encoding}
            {decimals_choice(desk, words, table)}
        </section>
    }
    .into_any()
}

/// A choice that makes other cells, hence other columns: the table is looked at anew.
fn rereading_choice(
    words: Words,
    table: &UnknownTable,
    name: &str,
    choices: &[(&'static str, String)],
    now: &str,
    say: fn(&str, &mut Mapping),
) -> AnyView {
    let session = session();
    let said = Mapping {
        file: table.file.clone(),
        delimiter: table.guess.delimiter,
        encoding: table.guess.encoding.clone(),
        header: table.guess.header,
        ..Mapping::default()
    };
    let options = choices
        .iter()
        .map(|(id, label)| {
            view! {
                <option value=*id selected=*id == now>
                    {label.clone()}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        let mut said = said.clone();
        say(&value_of(&event), &mut said);
        session.apply_mapping(said);
    };
    view! {
        <label class="fixed">
            <small>{words.t(&format!("map.{name}"))}</small>
            <select class="sel" data-testid=format!("map-{name}") on:change=choose>
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
