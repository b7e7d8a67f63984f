//! What a file's row opens to: what is inside, what was left out and why, what else is to be known.

use leptos::prelude::*;

use super::files::{notice_text, source_name};
use super::groups::Group;
use crate::facts::{FileSummary, TableId};
use crate::sources::Outcome;
use crate::ui::words::Words;

/// So many left-out rows are shown at first.
const FIRST_ROWS: usize = 50;

/// The row under a file's row.
pub(super) fn detail_row(words: Words, group: &Group) -> AnyView {
    let left_out = group.left_out();
    let sum: u64 = left_out.iter().map(|(_, rows)| rows).sum();
    let reasons = left_out
        .iter()
        .map(|(reason, rows)| {
            view! {
                <li>
                    <b class="num">{words.integer(*rows)}</b>
                    {words.t(&reason.message_key())}
                </li>
            }
        })
        .collect_view();
    let lists = group
        .summaries()
        .filter(|summary| !summary.left_out_rows.is_empty())
        .map(|summary| rows_left_out(words, summary));
    let lists = lists.collect_view();
    let holds_messages = group
        .summaries()
        .any(|summary| summary.facts.iter().any(|(table, rows)| *table == TableId::Messages && *rows > 0));
    let notices = group
        .summaries()
        .flat_map(|summary| &summary.notices)
        .map(|notice| view! { <p class="small quiet">{notice_text(words, &notice.code, &notice.args)}</p> })
        .collect_view();
    let messages = holds_messages.then(|| {
        view! {
            <h2 class="h3">{words.t("import.message_text")}</h2>
            <p class="small quiet">{words.t("import.message_dropped")}</p>
        }
    });
    view! {
        <tr class="det">
            <td></td>
            <td colspan="6">
                <div class="lo">
                    <div>
                        <h2 class="h3">{words.t("import.inside")}</h2>
                        {inside(words, group)}
                    </div>
                    <div>
                        <h2 class="h3">{words.count("import.left_out", sum, &[])}</h2>
                        <ul class="small quiet">{reasons}</ul>
                        {lists}
                    </div>
                    <div>{messages} {notices}</div>
                </div>
            </td>
        </tr>
    }
    .into_any()
}

fn inside(words: Words, group: &Group) -> AnyView {
    let mut lines: Vec<AnyView> = Vec::new();
    for summary in group.summaries() {
        let facts = summary
            .facts
            .iter()
            .map(|(table, rows)| {
                format!("{} {}", words.t(&format!("table.{}", table.name())), words.integer(u64::from(*rows)))
            })
            .collect::<Vec<_>>()
            .join(" · ");
        let rows = words.count("import.rows", u64::from(summary.rows), &[]);
        let end = summary.data_end.map(|day| words.fill("import.data_end", &[("day", &words.day(day))]));
        lines.push(
            view! {
                <li>
                    <bdi>{part(group, &summary.file).to_owned()}</bdi>
                    ": "
                    {source_name(words, &summary.source)}
                    ", "
                    {rows}
                    <small>{facts}{end.map(|end| format!(". {end}"))}</small>
                </li>
            }
            .into_any(),
        );
    }
    for file in &group.files {
        if let Outcome::NotUsed { files, .. } = &file.outcome {
            let count = u64::try_from(files.len()).unwrap_or(u64::MAX);
            lines.push(
                view! {
                    <li>
                        <details>
                            <summary>{words.count("import.not_used", count, &[])}</summary>
                            <bdi class="mono">{files.join(", ")}</bdi>
                        </details>
                    </li>
                }
                .into_any(),
            );
        }
    }
    view! { <ul class="small quiet parts">{lines}</ul> }.into_any()
}

/// The name of a part inside its archive; of a file alone its own name.
fn part<'a>(group: &Group, file: &'a str) -> &'a str {
    file.strip_prefix(&group.name).and_then(|rest| rest.strip_prefix('/')).unwrap_or(file)
}

/// The left-out rows of one file: line, reason, cells.
fn rows_left_out(words: Words, summary: &FileSummary) -> AnyView {
    let rows = StoredValue::new(summary.left_out_rows.clone());
    let total = rows.with_value(Vec::len);
    let (is_open, shows_all) = (RwSignal::new(false), RwSignal::new(false));
    let body = move || {
        let shown = if shows_all.get() { total } else { FIRST_ROWS };
        rows.with_value(|rows| {
            rows.iter()
                .take(shown)
                .map(|row| {
                    let column = row.column.clone().map(|column| {
                        view! { <small class="mono"><bdi>{column}</bdi></small> }
                    });
                    view! {
                        <tr>
                            <td class="r num">{words.integer(u64::from(row.line))}</td>
                            <td>{words.t(&row.reason.message_key())} {column}</td>
                            <td class="mono cells">
                                <bdi>{row.cells.join(" · ")}</bdi>
                            </td>
                        </tr>
                    }
                })
                .collect_view()
        })
    };
    let table = move || {
        view! {
            <table class="data left-out">
                <thead>
                    <tr>
                        <th scope="col" class="r">
                            {words.t("import.col_line")}
                        </th>
                        <th scope="col">{words.t("import.col_reason")}</th>
                        <th scope="col">{words.t("import.col_cells")}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
            <Show when=move || { total > FIRST_ROWS && !shows_all.get() }>
                <button class="link small" on:click=move |_| shows_all.set(true)>
                    {words.count("action.show_all", u64::try_from(total).unwrap_or(u64::MAX), &[])}
                </button>
            </Show>
        }
        .into_any()
    };
    let count = u64::from(summary.left_out_count());
    let label = words.count("import.show_left_out", count, &[("file", short(&summary.file))]);
    view! {
        <button
            class="link small"
            aria-expanded=move || is_open.get().to_string()
            on:click=move |_| is_open.update(|open| *open = !*open)
        >
            {label}
        </button>
        {move || is_open.get().then(table)}
    }
    .into_any()
}

/// The last part of a file's name.
fn short(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}
