//! The form that corrects a row: its cells under the names of their columns.

use leptos::prelude::*;

use crate::facts::LeftOutRow;
use crate::sources::Correction;
use crate::ui::pages::import::desk::Desk;
use crate::ui::session::{session, value_of};
use crate::ui::words::Words;

/// What stands for the text of a person, which is never shown.
const HIDDEN: &str = "…";

/// The form for one row. The file stays as it is: the row is read again as it stands in the form.
pub(super) fn mend_form(
    desk: Desk,
    words: Words,
    file: &str,
    columns: &[String],
    row: &LeftOutRow,
) -> AnyView {
    let session = session();
    let cell = |at: usize| row.cells.get(at).cloned().unwrap_or_default();
    let width = columns.len().min(row.cells.len().max(blamed(columns, row).map_or(0, |at| at + 1)).max(24));
    let cells: Vec<RwSignal<String>> = (0..width).map(|at| RwSignal::new(cell(at))).collect();
    let before: Vec<String> = (0..width).map(cell).collect();
    let fields: Vec<AnyView> = columns
        .iter()
        .zip(&cells)
        .enumerate()
        .filter(|(at, _)| before.get(*at).is_none_or(|text| text != HIDDEN))
        .map(|(at, (name, text))| {
            let text = *text;
            let is_blamed = blamed(columns, row) == Some(at);
            let label = if name.is_empty() {
                words.integer(u64::try_from(at + 1).unwrap_or(0))
            } else {
                name.clone()
            };
            view! {
                <label class:blamed=is_blamed>
                    <small class="mono">
                        <bdi>{label}</bdi>
                    </small>
                    <input
                        class="field"
                        type="text"
                        dir="auto"
                        autofocus=is_blamed
                        aria-invalid=is_blamed.then_some("true")
                        data-testid=format!("mend-cell-{at}")
                        prop:value=move || text.get()
                        on:input=move |event| text.set(value_of(&event))
                    />
                </label>
            }
            .into_any()
        })
        .collect();
    let (file, line) = (file.to_owned(), row.line);
    let says_nothing = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let changed: Vec<(u32, String)> = cells
            .iter()
            .zip(&before)
            .enumerate()
            .map(|(at, (text, before))| (at, text.get_untracked().trim().to_owned(), before))
            .filter(|(_, text, before)| text != *before)
            .map(|(at, text, _)| (u32::try_from(at).unwrap_or(u32::MAX), text))
            .collect();
        says_nothing.set(changed.is_empty());
        if !changed.is_empty() {
            session.correct_row(Correction { file: file.clone(), line, cells: changed });
        }
    };
    view! {
        <form class="mend" on:submit=submit data-testid="mend-form">
            <p class="small quiet">{words.t("mend.text")}</p>
            <div class="mend-cells">{fields}</div>
            <div class="acts">
                <button class="btn" type="submit" data-testid="mend-apply">
                    {words.t("mend.apply")}
                </button>
                <button class="link small" type="button" on:click=move |_| desk.mended.set(None)>
                    {words.t("action.cancel")}
                </button>
                <span class="note" role="status">
                    {move || says_nothing.get().then(|| words.t("mend.nothing"))}
                </span>
            </div>
        </form>
    }
    .into_any()
}

/// The column that is to blame.
fn blamed(columns: &[String], row: &LeftOutRow) -> Option<usize> {
    let name = row.column.as_ref()?;
    let wanted = name.to_lowercase();
    columns.iter().position(|column| column == name).or_else(|| {
        columns.iter().position(|column| column.to_lowercase().replace('_', " ") == wanted.replace('_', " "))
    })
}
