//! What the columns of a table mean: which table, which field each column is, fixed values, order of dates.

use leptos::prelude::*;

use super::column_rows::column_rows;
use super::desk::{Desk, toggle};
use super::questions::date_question;
use super::reading_choices::reading_choices;
use super::value_rows::value_rows;
use super::wide::Wide;
use crate::facts::{Field, TableId};
use crate::sources::{Mapping, Question, TableGuess, UnknownTable};
use crate::ui::session::{session, value_of};
use crate::ui::words::Words;

/// The section of one table.
pub(super) fn columns_section(desk: Desk, table: UnknownTable) -> AnyView {
    let session = session();
    let words = session.words();
    let file = StoredValue::new(table.file.clone());
    let draft = move || file.with_value(|file| desk.draft(file, Clone::clone)).unwrap_or_default();
    let chosen_table = Memo::new(move |_| draft().table.as_deref().and_then(TableId::by_name));
    let has_header = Memo::new(move |_| draft().header != Some(false));
    let columns = StoredValue::new(table.columns.clone());
    let guesses = StoredValue::new(table.guesses.clone());
    // Only the columns: a meaning that is chosen must not make its list anew.
    let bound = Memo::new(move |_| draft().columns);
    let rows = table.rows;
    let wide = Wide::new();
    let shown = Memo::new(move |_| {
        chosen_table.track();
        has_header.track();
        // What a person chooses now must not move under the hand.
        let used = untrack(draft).columns;
        columns.with_value(|columns| {
            let name = |at: usize| columns.get(at).map_or("", |column| &column.name);
            wide.pick(columns, |at| used.contains_key(name(at)) || used.contains_key(&(at + 1).to_string()))
        })
    });
    let is_fit = Memo::new(move |_| {
        let draft = draft();
        chosen_table.get().is_some() && !draft.columns.is_empty()
    });
    let apply = move |_| {
        if is_fit.get_untracked() {
            let mapping = untrack(draft);
            desk.settle(&mapping.file);
            session.apply_mapping(Mapping { file: file.get_value(), ..mapping });
        }
    };
    let cancel = desk.is_reopened(&table.file).then(|| {
        view! {
            <button class="btn plain" on:click=move |_| file.with_value(|file| desk.settle(file))>
                {words.t("action.cancel")}
            </button>
        }
    });
    let dates = date_questions(desk, words, &table);
    // The name of the file stands in its own letters, wherever the sentence of the language puts it.
    let title = words.fill("map.title", &[("file", "\u{fffc}")]);
    let (before, after) = title.split_once('\u{fffc}').unwrap_or((title.as_str(), ""));
    view! {
        <div class="cols sec2" data-testid=format!("columns-{}", table.file)>
            <section class="sec">
                <h2>{before.to_owned()} <bdi class="nb">{table.file.clone()}</bdi> {after.to_owned()}</h2>
                <p class="quiet small">{words.t("map.text")}</p>
                {table_choice(desk, words, file, guesses, chosen_table)}
                {wide.search(words, table.columns.len(), shown)}
                {move || {
                    let table = chosen_table.get();
                    has_header.track();
                    let shown = shown.get().columns;
                    columns.with_value(|columns| {
                        let columns = shown.iter().filter_map(|at| Some((*at, columns.get(*at)?)));
                        guesses.with_value(|guesses| {
                            column_rows(desk, words, file, columns, guesses, rows, table)
                        })
                    })
                }}
                {wide.more(words, shown)}
                {move || {
                    let table = chosen_table.get();
                    bound.with(|bound| {
                        columns.with_value(|columns| value_rows(desk, words, file, columns, bound, table))
                    })
                }}
                {move || missing_fields(words, chosen_table.get(), &draft())}
                <div class="acts map-acts">
                    <button
                        class="btn primary"
                        data-testid="apply-mapping"
                        aria-disabled=move || (!is_fit.get()).then_some("true")
                        on:click=apply
                    >
                        {words.t("map.apply")}
                    </button>
                    {cancel}
                    <label class="small">
                        <input
                            type="checkbox"
                            prop:checked=move || file.with_value(|file| !desk.forgotten.with(|all| all.contains(file)))
                            on:change=move |_| file.with_value(|file| toggle(desk.forgotten, file))
                        />
                        " "
                        {words.t("map.remember")}
                    </label>
                </div>
            </section>
            <aside class="side sec">
                {dates}
                {reading_choices(desk, words, &table)}
                {header_choice(desk, words, &table)}
                {move || fixed_values(desk, words, file, chosen_table.get())}
            </aside>
        </div>
    }
    .into_any()
}

fn table_choice(
    desk: Desk,
    words: Words,
    file: StoredValue<String>,
    guesses: StoredValue<Vec<TableGuess>>,
    chosen: Memo<Option<TableId>>,
) -> AnyView {
    let now = chosen.get_untracked();
    let options = TableId::ALL
        .into_iter()
        .map(|table| {
            view! {
                <option value=table.name() selected=now == Some(table)>
                    {words.t(&format!("table.{}", table.name()))}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        let name = value_of(&event);
        file.with_value(|file| {
            desk.redraft(file, |draft| {
                // Fields that the new table does not have mean nothing in it; its own are guessed.
                let table = TableId::by_name(&name);
                let holds =
                    |field: &String| table.is_some_and(|table| table.schema().column(field).is_some());
                let guessed = guesses.with_value(|all| {
                    all.iter().find(|guess| guess.table == name).map(|guess| guess.columns.clone())
                });
                if draft.header != Some(false) {
                    draft.columns = guessed.unwrap_or_default();
                }
                draft.columns.retain(|_, field| holds(field));
                draft.constants.retain(|field, _| holds(field));
                draft.values.clear();
                draft.table = table.map(|table| table.name().to_owned());
            });
        });
    };
    view! {
        <label class="map-table">
            <small>{words.t("map.table")}</small>
            <select class="sel" data-testid="map-table" on:change=choose>
                <option value="" selected=now.is_none()>
                    {words.t("map.choose_table")}
                </option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// The table's fields that a row needs and no column or fixed value gives.
fn missing_fields(words: Words, table: Option<TableId>, draft: &Mapping) -> Option<AnyView> {
    let is_given = |field: &Field| {
        draft.columns.values().any(|given| given == field.name) || draft.constants.contains_key(field.name)
    };
    // Rows without an identifier get one made.
    let missing: Vec<String> = table?
        .schema()
        .fields
        .iter()
        .filter(|field| field.needed && field.name != "id" && !is_given(field))
        .map(|field| words.t(&format!("field.{}", field.name)))
        .collect();
    (!missing.is_empty()).then(|| {
        let text = words.fill("map.missing", &[("fields", &words.list(&missing))]);
        view! { <p class="callout ask">{text}</p> }.into_any()
    })
}

fn date_questions(desk: Desk, words: Words, table: &UnknownTable) -> AnyView {
    let file = StoredValue::new(table.file.clone());
    let chosen =
        Signal::derive(move || file.with_value(|file| desk.draft(file, |draft| draft.dates)).flatten());
    let choose = Callback::new(move |order| {
        file.with_value(|file| {
            desk.redraft(file, |draft| {
                draft.dates = Some(order);
                draft.dates_as = None;
            })
        });
    });
    table
        .questions
        .iter()
        .filter_map(|question| match question {
            Question::DateOrder { column, example, options } => {
                Some(date_question(words, &table.file, column, example, options, chosen, choose))
            }
            Question::Owner { .. } => None,
        })
        .collect_view()
        .into_any()
}

/// Whether the first line names the columns; asked where it is taken to. Without it columns go by their
/// numbers.
fn header_choice(desk: Desk, words: Words, table: &UnknownTable) -> AnyView {
    if table.guess.header == Some(false) {
        return view! {
            <section>
                <h3>{words.t("map.header")}</h3>
                <p>{words.t("map.header_none")}</p>
            </section>
        }
        .into_any();
    }
    let file = StoredValue::new(table.file.clone());
    let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    let change = move |_| {
        file.with_value(|file| {
            desk.redraft(file, |draft| {
                let was_header = draft.header != Some(false);
                draft.header = Some(!was_header);
                for (index, name) in names.iter().enumerate() {
                    let number = (index + 1).to_string();
                    let (from, to) = if was_header { (name, &number) } else { (&number, name) };
                    if let Some(field) = draft.columns.remove(from) {
                        draft.columns.insert(to.clone(), field);
                    }
                }
            });
        });
    };
    let is_header =
        move || file.with_value(|file| desk.draft(file, |draft| draft.header != Some(false))).unwrap_or(true);
    view! {
        <section>
            <h3>{words.t("map.header")}</h3>
            <label>
                <input type="checkbox" data-testid="map-header" prop:checked=is_header on:change=change />
                " "
                {words.t("map.header_yes")}
            </label>
        </section>
    }
    .into_any()
}

/// Fields that have the same value in every row.
fn fixed_values(
    desk: Desk,
    words: Words,
    file: StoredValue<String>,
    table: Option<TableId>,
) -> Option<AnyView> {
    let table = table?;
    // Read once: while a person writes, the fields must not be made anew.
    let draft = untrack(|| file.with_value(|file| desk.draft(file, Clone::clone))).unwrap_or_default();
    let fields = table.schema().fields;
    let shown = RwSignal::new(
        fields
            .iter()
            .map(|field| field.name)
            .filter(|name| *name == "seller" || draft.constants.contains_key(*name))
            .collect::<Vec<_>>(),
    );
    let inputs =
        move || shown.get().into_iter().map(|field| fixed_value(desk, words, file, field)).collect_view();
    let more = move || {
        let shown = shown.get();
        fields
            .iter()
            .filter(|field| !shown.contains(&field.name))
            .map(|field| {
                view! { <option value=field.name>{words.t(&format!("field.{}", field.name))}</option> }
            })
            .collect_view()
    };
    let add = move |event| {
        let name = value_of(&event);
        if let Some(field) = fields.iter().find(|field| field.name == name) {
            shown.update(|shown| shown.push(field.name));
        }
    };
    Some(
        view! {
            <section>
                <h3>{words.t("map.fixed")}</h3>
                <p>{words.t("map.fixed_text")}</p>
                {inputs}
                <label>
                    <span class="vh">{words.t("map.fixed_add")}</span>
                    <select class="sel" data-testid="map-fixed-add" on:change=add>
                        <option value="">{words.t("map.fixed_add")}</option>
                        {more}
                    </select>
                </label>
            </section>
        }
        .into_any(),
    )
}

fn fixed_value(desk: Desk, words: Words, file: StoredValue<String>, field: &'static str) -> AnyView {
    // A column that gives the field wins over a fixed value.
    let is_column = move || {
        file.with_value(|file| desk.draft(file, |draft| draft.columns.values().any(|given| given == field)))
            .unwrap_or(false)
    };
    let now = untrack(|| {
        file.with_value(|file| desk.draft(file, |draft| draft.constants.get(field).cloned())).flatten()
    });
    let write = move |event| {
        let value = value_of(&event).trim().to_owned();
        file.with_value(|file| {
            desk.redraft(file, |draft| {
                if value.is_empty() {
                    draft.constants.remove(field);
                } else {
                    draft.constants.insert(field.to_owned(), value);
                }
            });
        });
    };
    view! {
        <label class="fixed">
            <small>{words.t(&format!("field.{field}"))}</small>
            <input
                class="field"
                type="text"
                data-testid=format!("map-fixed-{field}")
                prop:value=now.unwrap_or_default()
                prop:disabled=is_column
                on:change=write
            />
        </label>
    }
    .into_any()
}
