//! New, changed and identical rows of a file, field by field.

use leptos::prelude::*;

use super::conflict::conflicts;
use crate::facts::{Day, FieldType, TableId};
use crate::sources::Outcome;
use crate::ui::pages::import::desk::Desk;
use crate::ui::pages::import::groups::Group;
use crate::ui::session::session;
use crate::ui::words::Words;
use crate::views::{Answer, Ask, FieldChange, Origin, RowKind, StagedFile, StagedRow, StagedRows};

/// So many rows are shown at first, and so many more each time.
const PAGE_ROWS: u32 = 200;

/// The kinds of rows of each part of a dropped file, each opening to its rows.
pub(in crate::ui::pages::import) fn row_lists(desk: Desk, words: Words, group: &Group) -> AnyView {
    let parts: Vec<AnyView> =
        group.files.iter().filter_map(|file| part_lists(desk, words, group, file)).collect();
    if parts.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="rv">
            <h2 class="h3">{words.t("review.title")}</h2>
            <p class="small quiet">{words.t("review.rule")}</p>
            {parts}
        </section>
    }
    .into_any()
}

fn part_lists(desk: Desk, words: Words, group: &Group, file: &StagedFile) -> Option<AnyView> {
    let Outcome::Read { summary, .. } = &file.outcome else { return None };
    let name = summary.file.clone();
    let counts = RowKind::ALL.map(|kind| {
        let count = match kind {
            RowKind::New => file.new,
            RowKind::Changed => file.changed,
            RowKind::Same => file.same,
            RowKind::Conflict => file.conflicts,
        };
        (kind, u64::from(count))
    });
    if counts.iter().all(|(_, count)| *count == 0) {
        return None;
    }
    let buttons: Vec<AnyView> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| kind_button(desk, words, &name, kind, count))
        .collect();
    let part = name.strip_prefix(&group.name).and_then(|rest| rest.strip_prefix('/')).map(str::to_owned);
    let part = part.map(|part| view! { <bdi class="small">{part}</bdi> });
    let listed = {
        let name = name.clone();
        Memo::new(move |_| desk.listed.with(|listed| listed.get(&name).copied()))
    };
    Some(
        view! {
            <div class="rv-part">
                {part}
                <div class="rv-kinds">{buttons}</div>
                {move || listed.get().map(|kind| list(words, &name, kind))}
            </div>
        }
        .into_any(),
    )
}

fn kind_button(desk: Desk, words: Words, file: &str, kind: RowKind, count: u64) -> AnyView {
    let file = file.to_owned();
    let is_listed = {
        let file = file.clone();
        Memo::new(move |_| desk.listed.with(|listed| listed.get(&file) == Some(&kind)))
    };
    let toggle = move |_| {
        desk.listed.update(|listed| {
            if listed.get(&file) == Some(&kind) {
                listed.remove(&file);
            } else {
                listed.insert(file.clone(), kind);
            }
        });
    };
    view! {
        <button
            class="link small"
            class:askc=kind == RowKind::Conflict
            aria-expanded=move || is_listed.get().to_string()
            data-testid=format!("rows-{}", kind.id())
            on:click=toggle
        >
            {words.count(&format!("review.{}", kind.id()), count, &[])}
        </button>
    }
    .into_any()
}

fn list(words: Words, file: &str, kind: RowKind) -> AnyView {
    let session = session();
    let most = RwSignal::new(PAGE_ROWS);
    let asked = file.to_owned();
    let answer = session.answer_to(move || Ask::StagedRows { file: asked.clone(), kind, most: most.get() });
    let file = file.to_owned();
    let shown = move || match answer.get() {
        Some(Answer::StagedRows { rows }) => {
            let shown = u64::try_from(rows.rows.len()).unwrap_or(u64::MAX);
            let more = (rows.total > shown).then(|| {
                let text = words.fill(
                    "rows.shown",
                    &[("shown", &words.integer(shown)), ("total", &words.integer(rows.total))],
                );
                view! {
                    <p class="small quiet">
                        {text} " "
                        <button
                            class="link"
                            data-testid="more-rows"
                            on:click=move |_| most.update(|most| *most += PAGE_ROWS)
                        >
                            {words.t("review.more")}
                        </button>
                    </p>
                }
            });
            let rows =
                if kind == RowKind::Conflict { conflicts(words, &file, &rows) } else { table(words, &rows) };
            view! { <div data-testid=format!("list-{}", kind.id())>{rows} {more}</div> }.into_any()
        }
        Some(Answer::Failed { failure }) => {
            view! { <p class="err small">{words.fill("failure.other", &[("detail", &failure.detail)])}</p> }
                .into_any()
        }
        _ => view! { <p class="small quiet" role="status">{words.t("state.reading")}</p> }.into_any(),
    };
    shown.into_any()
}

fn table(words: Words, rows: &StagedRows) -> AnyView {
    let heads = ["import.col_line", "review.col_thing", "review.col_says", "review.col_known"];
    let has_known = rows.kind != RowKind::New;
    let lines: Vec<AnyView> = rows.rows.iter().map(|row| line(words, rows.kind, row)).collect();
    view! {
        <div class="scroll rv-list" tabindex="0">
            <table class="data">
                <thead>
                    <tr>
                        {heads
                            .into_iter()
                            .take(if has_known { 4 } else { 3 })
                            .map(|key| view! { <th scope="col">{words.t(key)}</th> })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(words: Words, kind: RowKind, row: &StagedRow) -> AnyView {
    let fields: Vec<AnyView> = row
        .fields
        .iter()
        .map(|change| {
            if kind == RowKind::Changed {
                changed(words, row.table, change)
            } else {
                said(words, row.table, change)
            }
        })
        .collect();
    let older = row.is_older.then(|| view! { <p class="note">{words.t("review.older")}</p> });
    let known = (kind != RowKind::New)
        .then(|| view! { <td>{row.known_from.as_ref().map(|from| origin(words, from))}</td> });
    view! {
        <tr>
            <td class="num">{words.integer(u64::from(row.line))}</td>
            <th scope="row">
                <bdi>{row.thing.clone()}</bdi>
            </th>
            <td>
                {older}
                <dl class="rv-fields">{fields}</dl>
            </td>
            {known}
        </tr>
    }
    .into_any()
}

fn changed(words: Words, table: TableId, change: &FieldChange) -> AnyView {
    let arrow = if words.locale().is_rtl() { "←" } else { "→" };
    view! {
        <div>
            <dt>{field(words, &change.field)}</dt>
            <dd>
                <del>
                    <bdi>{value(words, table, &change.field, &change.old)}</bdi>
                </del>
                <span aria-hidden="true">{format!(" {arrow} ")}</span>
                <ins>
                    <bdi>{value(words, table, &change.field, &change.new)}</bdi>
                </ins>
            </dd>
        </div>
    }
    .into_any()
}

fn said(words: Words, table: TableId, change: &FieldChange) -> AnyView {
    view! {
        <div>
            <dt>{field(words, &change.field)}</dt>
            <dd>
                <bdi>{value(words, table, &change.field, &change.new)}</bdi>
            </dd>
        </div>
    }
    .into_any()
}

/// Where a row stands, as a person finds it.
pub(super) fn origin(words: Words, from: &Origin) -> AnyView {
    let line =
        (from.line > 0).then(|| words.fill("review.line", &[("line", &words.integer(u64::from(from.line)))]));
    view! {
        <bdi class="fn">{from.file.clone()}</bdi>
        <small class="q3">{line}</small>
    }
    .into_any()
}

/// Name of a field.
pub(super) fn field(words: Words, name: &str) -> String {
    words.t(&format!("field.{name}"))
}

/// A value as the language prints it.
pub(super) fn value(words: Words, table: TableId, name: &str, text: &str) -> String {
    if text.is_empty() {
        return words.t("review.blank");
    }
    let field = table.schema().fields.iter().find(|field| field.name == name);
    match field.map(|field| field.kind) {
        Some(FieldType::Moment) => {
            let day = text.get(..10).and_then(Day::parse_iso);
            let clock = text.get(10..).unwrap_or_default();
            day.map_or_else(|| text.to_owned(), |day| format!("{}{clock}", words.day(day)))
        }
        Some(FieldType::Amount) => {
            text.parse().map_or_else(|_| text.to_owned(), |amount| words.number(amount, 2))
        }
        Some(FieldType::Number) => {
            let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len().min(4));
            let decimals = u32::try_from(decimals).unwrap_or(0);
            text.parse().map_or_else(|_| text.to_owned(), |number| words.number(number, decimals))
        }
        Some(FieldType::Flag) => words.t(if text == "1" { "review.yes" } else { "review.no" }),
        Some(FieldType::Text) | None => text.to_owned(),
    }
}
