//! The log page: what no system exports, typed or pasted in seconds.
//!
//! | file | holds |
//! |---|---|
//! | `kinds` | the kinds of entries and the fields of their forms |
//! | `form` | a form of one kind, for a new entry and for changing one |
//! | `quick` | new entries |
//! | `cost` | costs: spent, hours, recurring |
//! | `grid`, `cell` | readings of the index, sellers by weeks |
//! | `page_text` | the copied page of the index |
//! | `entries` | the table of entries |
//! | `checkin` | the weekly check-in: the form behind a link |
//! | `invite` | the link itself, and reminders |

mod cell;
mod checkin;
mod cost;
mod entries;
mod form;
mod grid;
mod invite;
mod kinds;
mod page_text;
mod quick;

use leptos::prelude::*;

pub use self::checkin::CheckinPage;
use crate::facts::{Day, TableId};
use crate::ui::browser::today;
use crate::ui::parts::follow_drops;
use crate::ui::session::{Session, ToastAction, session};
use crate::views::{Answer, Ask, EntryFault, LogView};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Log {
    session: Session,
    /// The last answer; blank before the first.
    view: Memo<LogView>,
    /// Entries of this kind only.
    wanted: RwSignal<Option<TableId>>,
    /// The day.
    today: Day,
}

/// Key of what a check-in asks for: what a seller shared is not what an audience shares.
fn asked_of(question: &str) -> String {
    if question == "shares" { "checkin.shares".to_owned() } else { format!("field.{question}") }
}

/// The log page.
#[component]
pub fn LogPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let wanted = RwSignal::new(None);
    let today = today();
    let comma = session.decimal_comma();
    let answer =
        session.answer_to(move || Ask::Log { filter: session.filter(), table: wanted.get(), comma, today });
    let view = Memo::new(move |_| match answer.get() {
        Some(Answer::Log { view }) => *view,
        _ => LogView::default(),
    });
    let log = Log { session, view, wanted, today };
    // Blank tables would grow under the eye.
    let is_known = Memo::new(move |known: Option<&bool>| {
        known.copied().unwrap_or_default() || answer.with(Option::is_some)
    });
    // A check-in that came back can be pasted or dropped anywhere here.
    let _ = follow_drops(session);
    view! {
        <div class="head">
            <div>
                <h1>{words.t("log.title")}</h1>
                <p class="quiet small">{words.t("log.text")}</p>
            </div>
            <div class="acts stack">
                <button
                    class="btn"
                    data-testid="log-undo"
                    disabled=move || !log.view.with(|view| view.can_undo)
                    on:click=move |_| session.take_back(ToastAction::UndoEntries)
                >
                    {words.t("action.undo")}
                </button>
                <button
                    class="btn"
                    data-testid="log-redo"
                    disabled=move || !log.view.with(|view| view.can_redo)
                    on:click=move |_| session.take_back(ToastAction::RedoEntries)
                >
                    {words.t("action.redo")}
                </button>
            </div>
        </div>
        <div class="cols log">
            <div>
                {quick::section(log)}
                {move || {
                    is_known
                        .get()
                        .then(|| view! {
                            {grid::section(log)}
                            {entries::section(log)}
                        })
                }}
            </div>
            <aside class="side">{invite::invitation(log)} {invite::reminder(log)}</aside>
        </div>
    }
}

/// What is said at a field that is not taken; none where it is.
fn fault_at(session: Session, faults: &[EntryFault], change: u32, field: &str) -> Option<String> {
    let fault = faults.iter().find(|fault| fault.change == change && fault.field == field)?;
    Some(session.words().t(&format!("typed.{}", fault.code)))
}
