//! The import page: what was recognised, what is asked, what counting it would change.
//!
//! | file | holds |
//! |---|---|
//! | `desk` | what the person chose so far; outlives a look at another page |
//! | `groups` | files as a person dropped them, and what is still asked of them |
//! | `files`, `detail` | the table of files and what a row opens to |
//! | `columns`, `column_rows`, `wide`, `value_rows` | what the columns of an unknown table and their values mean |
//! | `reading_choices` | delimiter and decimal mark, where finding them out must be overruled |
//! | `details` | rows one by one: new, changed, in conflict, left out and corrected |
//! | `questions` | day or month first, whose export |
//! | `confirm` | the bar at the foot |

mod column_rows;
mod columns;
mod confirm;
mod desk;
mod detail;
mod details;
mod files;
mod groups;
mod questions;
mod reading_choices;
mod value_rows;
mod wide;

use leptos::prelude::*;

use self::columns::columns_section;
use self::confirm::ConfirmBar;
use self::desk::Desk;
pub use self::desk::provide_desk;
use self::files::FileTable;
use self::questions::questions_section;
use crate::ui::parts::{DropZone, FileInput, PasteButton, follow_drops};
use crate::ui::route::Page;
use crate::ui::session::{ImportState, session};
use crate::views::Ask;

/// The import page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let desk = expect_context::<Desk>();
    let held = follow_drops(session);
    // Only for the frame: whether there is anything in the workspace.
    let _ = session.answer_to(move || Ask::Data { filter: session.filter() });
    let has_files = Memo::new(move |_| desk.view.with(|view| !view.files.is_empty()));
    let is_calm = Memo::new(move |_| {
        session.import.with(|state| matches!(state, ImportState::Idle | ImportState::Staged(_)))
    });
    let empty = move || {
        view! {
            <div class="head">
                <div>
                    <h1>{words.t("import.empty_title")}</h1>
                    <p class="quiet small">{words.t("import.empty_text")}</p>
                </div>
            </div>
            <DropZone held=held offers_sample=true />
            <Show when=move || !session.frame.with(|frame| frame.is_empty)>
                <p class="small quiet">
                    {words.t("match.after_import")} " "
                    <a href=move || session.href(Page::Matches)>{words.t("match.title")}</a>
                </p>
            </Show>
        }
        .into_any()
    };
    let full = move || {
        let count = desk.view.with(|view| u64::try_from(view.files.len()).unwrap_or(u64::MAX));
        view! {
            <div class="head">
                <div>
                    <h1>{words.t("import.title")}</h1>
                    <p class="quiet small">{words.count("import.read", count, &[])}</p>
                </div>
                <Show when=move || is_calm.get()>
                    <FileInput class="btn" label=words.t("action.add_file") />
                    <PasteButton class="btn" />
                </Show>
            </div>
            <Show when=move || !is_calm.get() || held.get().gt(&0)>
                <div class="strip">
                    <DropZone held=held />
                </div>
            </Show>
            <FileTable />
            {move || desk.mapped_now().into_iter().map(|table| columns_section(desk, table)).collect_view()}
            {move || questions_section(desk)}
            <ConfirmBar />
        }
        .into_any()
    };
    move || if has_files.get() { full() } else { empty() }
}
