//! Rows of a file that were left out, and those that were corrected by hand.

use leptos::prelude::*;

use super::mend::mend_form;
use crate::facts::{FileSummary, LeftOutRow};
use crate::sources::Correction;
use crate::ui::pages::import::desk::{Desk, toggle};
use crate::ui::session::session;
use crate::ui::words::Words;
use crate::views::Ask;

/// So many left-out rows are shown at first.
const FIRST_ROWS: usize = 50;

/// The left-out rows of one file: line, reason, cells, and the form for those that can be mended.
pub(in crate::ui::pages::import) fn left_out_rows(
    desk: Desk,
    words: Words,
    summary: &FileSummary,
) -> AnyView {
    let session = session();
    let summary = StoredValue::new(summary.clone());
    let total = summary.with_value(|summary| summary.left_out_rows.len());
    let name = summary.with_value(|summary| summary.file.clone());
    let is_open = {
        let name = name.clone();
        Memo::new(move |_| desk.left_out.with(|open| open.contains(&name)))
    };
    let shows_all = RwSignal::new(false);
    let body = move || {
        let shown = if shows_all.get() { total } else { FIRST_ROWS };
        summary.with_value(|summary| {
            let rows = summary.left_out_rows.iter().take(shown);
            rows.map(|row| one_row(desk, words, summary, row)).collect_view()
        })
    };
    let csv = name.clone();
    let table = move || {
        let csv = csv.clone();
        view! {
            <div class="scroll rv-list" tabindex="0">
                <table class="data left-out">
                    <thead>
                        <tr>
                            <th scope="col" class="r">
                                {words.t("import.col_line")}
                            </th>
                            <th scope="col">{words.t("import.col_reason")}</th>
                            <th scope="col">{words.t("import.col_cells")}</th>
                            <th scope="col">
                                <span class="vh">{words.t("mend.col")}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            <p class="rv-acts">
                <Show when=move || { total > FIRST_ROWS && !shows_all.get() }>
                    <button class="link small" on:click=move |_| shows_all.set(true)>
                        {words.count("action.show_all", u64::try_from(total).unwrap_or(u64::MAX), &[])}
                    </button>
                </Show>
                <button
                    class="link small"
                    data-testid="staged-left-out-csv"
                    on:click=move |_| session.download_file(Ask::LeftOutCsv { file: csv.clone() })
                >
                    {words.t("mend.csv")}
                </button>
            </p>
        }
        .into_any()
    };
    let count = summary.with_value(|summary| u64::from(summary.left_out_count()));
    let short = name.rsplit('/').next().unwrap_or(&name).to_owned();
    let label = words.count("import.show_left_out", count, &[("file", &short)]);
    view! {
        <div class="rv">
            <button
                class="link small"
                data-testid="show-left-out"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| toggle(desk.left_out, &name)
            >
                {label}
            </button>
            {move || is_open.get().then(&table)}
        </div>
    }
    .into_any()
}

fn one_row(desk: Desk, words: Words, summary: &FileSummary, row: &LeftOutRow) -> AnyView {
    let column = row.column.clone().map(|column| {
        view! { <small class="mono"><bdi>{column}</bdi></small> }
    });
    let can_be_mended = row.reason.is_mendable() && !summary.columns.is_empty();
    let place = (summary.file.clone(), row.line);
    let is_mended = {
        let place = place.clone();
        Memo::new(move |_| desk.mended.with(|mended| mended.as_ref() == Some(&place)))
    };
    let open = move |_| {
        desk.mended.update(|mended| {
            *mended = if mended.as_ref() == Some(&place) { None } else { Some(place.clone()) };
        });
    };
    let button = can_be_mended.then(|| {
        view! {
            <button
                class="link small"
                data-testid=format!("mend-{}", row.line)
                aria-expanded=move || is_mended.get().to_string()
                on:click=open
            >
                {words.t("mend.open")}
            </button>
        }
    });
    let form = StoredValue::new((summary.file.clone(), summary.columns.clone(), row.clone()));
    view! {
        <tr>
            <td class="r num">{words.integer(u64::from(row.line))}</td>
            <td>{words.t(&row.reason.message_key())} {column}</td>
            <td class="mono cells">
                <bdi>{row.cells.join(" · ")}</bdi>
            </td>
            <td class="r">{button}</td>
        </tr>
        {move || {
            is_mended
                .get()
                .then(|| {
                    form.with_value(|(file, columns, row)| {
                        view! {
                            <tr>
                                <td colspan="4">{mend_form(desk, words, file, columns, row)}</td>
                            </tr>
                        }
                    })
                })
        }}
    }
    .into_any()
}

/// Rows that are used as a person corrected them.
pub(in crate::ui::pages::import) fn corrected_rows(words: Words, summary: &FileSummary) -> AnyView {
    let session = session();
    let arrow = if words.locale().is_rtl() { "←" } else { "→" };
    let count = u64::try_from(summary.corrected.len()).unwrap_or(u64::MAX);
    let rows: Vec<AnyView> = summary
        .corrected
        .iter()
        .map(|row| {
            let (file, line) = (summary.file.clone(), row.line);
            let cells: Vec<AnyView> = row
                .cells
                .iter()
                .map(|(column, before, after)| {
                    let name = summary.columns.get(*column as usize).cloned().unwrap_or_default();
                    let before = if before.is_empty() { words.t("review.blank") } else { before.clone() };
                    let after = if after.is_empty() { words.t("review.blank") } else { after.clone() };
                    view! {
                        <span class="mend-cell">
                            {words.woven(
                                "together.label",
                                [
                                    ("label", view! { <bdi class="mono">{name}</bdi> }.into_any()),
                                    ("text", view! { <del><bdi>{before}</bdi></del> }.into_any()),
                                ],
                            )}
                            {format!(" {arrow} ")}
                            <ins>
                                <bdi>{after}</bdi>
                            </ins>
                        </span>
                    }
                    .into_any()
                })
                .collect();
            let take_back = move |_| {
                session.correct_row(Correction { file: file.clone(), line, cells: Vec::new() });
            };
            view! {
                <li>
                    {words.fill("review.line", &[("line", &words.integer(u64::from(line)))])}
                    " "
                    {cells}
                    " "
                    <button class="link small" data-testid=format!("unmend-{line}") on:click=take_back>
                        {words.t("mend.take_back")}
                    </button>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <p class="small" data-testid="corrected">{words.count("mend.corrected", count, &[])}</p>
        <ul class="small quiet">{rows}</ul>
    }
    .into_any()
}
