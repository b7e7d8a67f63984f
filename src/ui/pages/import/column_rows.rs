//! The columns of a table: name, first values, what each is, how many rows fit.

use leptos::prelude::*;

use super::desk::Desk;
use crate::facts::{Field, FieldType, TableId};
use crate::sources::{ColumnView, TableGuess};
use crate::ui::session::value_of;
use crate::ui::words::Words;

/// The table of columns, each with its place.
pub(super) fn column_rows<'a>(
    desk: Desk,
    words: Words,
    file: StoredValue<String>,
    columns: impl Iterator<Item = (usize, &'a ColumnView)>,
    guesses: &[TableGuess],
    rows: u32,
    table: Option<TableId>,
) -> AnyView {
    let fields: &'static [Field] = table.map_or(&[], |table| table.schema().fields);
    let has_header = untrack(|| {
        file.with_value(|file| desk.draft(file, |draft| draft.header != Some(false))).unwrap_or(true)
    });
    let guess = guesses.iter().find(|guess| table.is_some_and(|table| table.name() == guess.table));
    let lines = columns
        .map(|(index, column)| {
            let key = if has_header { column.name.clone() } else { (index + 1).to_string() };
            {
                let line = Line { column: column.clone(), key, reason: Reason::of(guess, &column.name) };
                one_line(desk, words, file, line, rows, fields)
            }
        })
        .collect_view();
    view! {
        <table class="data map">
            <colgroup>
                <col class="c-name" />
                <col />
                <col class="c-field" />
                <col class="c-fit" />
            </colgroup>
            <thead>
                <tr>
                    <th scope="col">{words.t("map.col_name")}</th>
                    <th scope="col">{words.t("map.col_values")}</th>
                    <th scope="col">{words.t("map.col_is")}</th>
                    <th scope="col">{words.t("map.col_fit")}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn one_line(
    desk: Desk,
    words: Words,
    file: StoredValue<String>,
    line: Line,
    rows: u32,
    fields: &'static [Field],
) -> AnyView {
    let Line { column, key, reason } = line;
    let name = key.clone();
    let key = StoredValue::new(key);
    let field = Memo::new(move |_| {
        let given =
            file.with_value(|file| key.with_value(|key| desk.draft(file, |d| d.columns.get(key).cloned())));
        given.flatten().and_then(|given| fields.iter().position(|field| field.name == given))
    });
    let now = field.get_untracked();
    let options = fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let label = words.t(&format!("field.{}", field.name));
            let label = if field.needed { words.fill("map.needed", &[("field", &label)]) } else { label };
            view! {
                <option value=field.name selected=now == Some(index)>
                    {label}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        let chosen = value_of(&event);
        file.with_value(|file| {
            key.with_value(|key| {
                desk.redraft(file, |draft| {
                    if chosen.is_empty() {
                        draft.columns.remove(key);
                    } else {
                        draft.columns.insert(key.clone(), chosen);
                    }
                });
            });
        });
    };
    let values = column.first_values.join(" · ");
    let kind = move || field.get().and_then(|index| fields.get(index)).map(|field| field.kind);
    let fit_of = column.clone();
    view! {
        <tr>
            <th scope="row">
                <bdi class="mono">{name.clone()}</bdi>
            </th>
            <td class="quiet">
                <bdi>{values}</bdi>
            </td>
            <td>
                <select
                    class="sel"
                    aria-label=words.fill("map.is", &[("column", &name)])
                    data-testid=format!("map-field-{name}")
                    on:change=choose
                >
                    <option value="" selected=now.is_none()>
                        {words.t("map.not_used")}
                    </option>
                    {options}
                </select>
                {move || because(words, reason.as_ref(), field.get().and_then(|at| fields.get(at)))}
            </td>
            <td
                class="small q3"
                class:askc=move || !fits(&column, kind())
            >
                {move || fit_text(words, &fit_of, rows, kind())}
            </td>
        </tr>
    }
    .into_any()
}

/// One column as it is shown.
struct Line {
    column: ColumnView,
    /// What the mapping calls it.
    key: String,
    reason: Option<Reason>,
}

/// Why a column was guessed to be a field.
#[derive(Clone)]
struct Reason {
    field: String,
    /// The word for the field that the column's name is like; blank where it is that word.
    word: String,
}

impl Reason {
    fn of(guess: Option<&TableGuess>, column: &str) -> Option<Reason> {
        let guess = guess?;
        Some(Reason { field: guess.columns.get(column)?.clone(), word: guess.words.get(column)?.clone() })
    }
}

/// The reason for a guess, as long as the field is the guessed one.
fn because(words: Words, reason: Option<&Reason>, field: Option<&Field>) -> Option<AnyView> {
    let reason = reason.filter(|reason| field.is_some_and(|field| field.name == reason.field))?;
    let text = if reason.word.is_empty() {
        words.t("map.because_name")
    } else {
        words.fill("map.because", &[("word", &reason.word)])
    };
    Some(view! { <span class="why">{text}</span> }.into_any())
}

/// Where counting the different values of a column ends.
const MOST_DISTINCT: u32 = 1_000;

/// Filled cells that a kind of field can read.
fn fitting(column: &ColumnView, kind: FieldType) -> u32 {
    match kind {
        FieldType::Moment => column.dates,
        FieldType::Number | FieldType::Amount => column.numbers,
        FieldType::Text | FieldType::Flag => column.filled,
    }
}

fn fits(column: &ColumnView, kind: Option<FieldType>) -> bool {
    kind.is_none_or(|kind| fitting(column, kind) == column.filled)
}

fn fit_text(words: Words, column: &ColumnView, rows: u32, kind: Option<FieldType>) -> String {
    let key = match kind {
        Some(FieldType::Moment) => "map.fit_dates",
        Some(FieldType::Number | FieldType::Amount) => "map.fit_numbers",
        // Different values are counted up to a thousand: beyond it their number is not known.
        Some(FieldType::Text | FieldType::Flag) if column.distinct < MOST_DISTINCT => "map.fit_different",
        _ => "map.fit_unused",
    };
    let number = |count: u32| words.integer(u64::from(count));
    let fitting = kind.map_or(column.filled, |kind| fitting(column, kind));
    let blank = rows.saturating_sub(column.filled);
    let text = words.fill(
        key,
        &[
            ("fit", &number(fitting)),
            ("filled", &number(column.filled)),
            ("different", &number(column.distinct)),
        ],
    );
    if blank == 0 {
        text
    } else {
        words.in_line([text, words.fill("map.fit_blank", &[("blank", &number(blank))])])
    }
}
