//! Where files come in: drop, choose, paste. The drop zone also shows how far reading is and why it failed.

use js_sys::Array;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, HtmlInputElement};

use super::TextDialog;
use crate::ui::browser::{is_field, now_millis};
use crate::ui::route::Page;
use crate::ui::session::{ImportState, Progress, Session, session};

/// After so many milliseconds the seconds left are told.
const TELLS_TIME_AFTER: u64 = 2_000;

/// Takes files dropped, and files or text pasted, anywhere on the page. Gives how many files are held over
/// the page.
pub fn follow_drops(session: Session) -> RwSignal<u32> {
    let held = RwSignal::new(0);
    let over = window_event_listener(ev::dragover, move |event| {
        let count = event.data_transfer().map_or(0, |data| files_in(&data));
        if count > 0 {
            // Else the browser would open the file in place of the page.
            event.prevent_default();
            if held.get_untracked() != count {
                held.set(count);
            }
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            held.set(0);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        held.set(0);
        if let Some(files) = event.data_transfer().and_then(|data| data.files())
            && files.length() > 0
        {
            event.prevent_default();
            take(session, Array::from(&files));
        }
    });
    let paste = window_event_listener(ev::paste, move |event| {
        // It goes into the field.
        if is_field(event.target()) {
            return;
        }
        let Some(data) = event.clipboard_data() else { return };
        if let Some(files) = data.files().filter(|files| files.length() > 0) {
            take(session, Array::from(&files));
        } else if let Some(text) = data.get_data("text/plain").ok().filter(|text| !text.trim().is_empty()) {
            session.with_rest(move |rest| (rest.read_paste)(session, text));
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        drop.remove();
        paste.remove();
    });
    held
}

fn take(session: Session, files: Array) {
    session.with_rest(move |rest| (rest.read_files)(session, files));
}

fn cancel(session: Session) {
    session.with_rest(move |rest| (rest.cancel_import)(session));
}

/// Files in what is dragged; 0 for text and links.
fn files_in(data: &DataTransfer) -> u32 {
    if data.types().includes(&"Files".into(), 0) { data.items().length().max(1) } else { 0 }
}

/// A button that opens the browser's choice of files.
#[component]
pub fn FileInput(
    /// Classes of the button.
    class: &'static str,
    /// The word on it.
    label: String,
) -> impl IntoView {
    let session = session();
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: ev::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let files = input.files().map(|files| Array::from(&files)).unwrap_or_default();
        take(session, files);
        // Else the same file could not be chosen again.
        input.set_value("");
    };
    view! {
        <button class=class on:click=choose data-testid="choose-files">
            {label.clone()}
        </button>
        <input
            node_ref=input
            class="vh"
            type="file"
            multiple
            tabindex="-1"
            aria-label=label
            data-testid="file-input"
            on:change=chosen
        />
    }
}

/// A button that opens a field for a pasted text.
#[component]
pub fn PasteButton(
    /// Classes of the button.
    class: &'static str,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let is_open = RwSignal::new(false);
    view! {
        <button class=class on:click=move |_| is_open.set(true) data-testid="paste-button">
            {words.t("action.paste")}
        </button>
        <TextDialog
            open=is_open
            title=words.t("paste.title")
            label=words.t("paste.label")
            action=words.t("paste.action")
            start=String::new()
            is_long=true
            on_text=Callback::new(move |text| session.with_rest(move |rest| (rest.read_paste)(session, text)))
        />
    }
}

/// The large field where files come in.
#[component]
pub fn DropZone(
    /// How many files are held over the page.
    held: RwSignal<u32>,
    /// Whether it offers the sample data.
    #[prop(optional)]
    offers_sample: bool,
) -> impl IntoView {
    let session = session();
    // What is shown changes with the kind of state; progress changes inside.
    let is_reading =
        Memo::new(move |_| session.import.with(|state| matches!(state, ImportState::Reading(_))));
    let failure = Memo::new(move |_| {
        session.import.with(|state| match state {
            ImportState::Broken(why) => Some(why.clone()),
            _ => None,
        })
    });
    let class = move || match (is_reading.get(), failure.with(Option::is_some), held.get() > 0) {
        (true, ..) => "drop reading",
        (_, _, true) => "drop over",
        (_, true, _) => "drop bad",
        _ => "drop",
    };
    view! {
        <section class=class aria-label=session.words().t("drop.label") data-testid="drop-zone">
            {move || {
                if is_reading.get() {
                    reading(session)
                } else if held.get() > 0 {
                    over(session, held.get())
                } else if let Some(why) = failure.get() {
                    failed(session, &why)
                } else {
                    rest(session, offers_sample)
                }
            }}
        </section>
    }
}

fn rest(session: Session, offers_sample: bool) -> AnyView {
    let words = session.words();
    let staged = move || {
        session.import.with(|state| match state {
            ImportState::Staged(view) => u64::try_from(view.files.len()).ok(),
            _ => None,
        })
    };
    let waiting = move || {
        let count = staged().filter(|_| session.route.with(|route| route.page != Page::Import))?;
        Some(view! {
            <p>
                <a href=session.href(Page::Import)>{words.count("drop.waiting", count, &[])}</a>
            </p>
        })
    };
    view! {
        <svg width="44" height="44" viewBox="0 0 44 44" class="sheet" aria-hidden="true">
            <path d="M10 4h16l8 8v28H10Z" />
            <path d="M26 4v8h8" />
            <path d="M15 27h14M15 24v6M29 24v6" />
            <circle cx="21" cy="27" r="3" />
        </svg>
        <h2>{words.t("drop.title")}</h2>
        <p>{words.t("drop.text")}</p>
        {waiting}
        <div class="acts">
            <FileInput class="btn primary big" label=words.t("action.choose_files") />
            <PasteButton class="btn big" />
            {offers_sample
                .then(|| {
                    view! {
                        <button class="btn big" data-testid="try-sample" on:click=move |_| session.with_rest(move |rest| (rest.load_sample)(session))>
                            {words.t("action.try_sample")}
                        </button>
                    }
                })}
        </div>
    }
    .into_any()
}

fn over(session: Session, count: u32) -> AnyView {
    let words = session.words();
    view! {
        <h2>{words.count("drop.over", u64::from(count), &[])}</h2>
        <p>{words.t("drop.over_text")}</p>
    }
    .into_any()
}

fn failed(session: Session, why: &str) -> AnyView {
    let words = session.words();
    view! {
        <div role="alert">
            <h2 class="err">{words.t("drop.failed")}</h2>
            <p>{words.fill("drop.failed_text", &[("detail", why)])}</p>
        </div>
        <div class="acts">
            <FileInput class="btn" label=words.t("action.other_file") />
            <button class="btn plain" on:click=move |_| cancel(session)>
                {words.t("action.cancel")}
            </button>
        </div>
    }
    .into_any()
}

fn reading(session: Session) -> AnyView {
    let words = session.words();
    let progress = Memo::new(move |_| {
        session.import.with(|state| match state {
            ImportState::Reading(progress) => progress.clone(),
            _ => Progress::default(),
        })
    });
    let percent = move || progress.with(percent);
    let rows = move || {
        let rows = progress.with(|progress| progress.rows);
        (rows > 0).then(|| words.count("progress.rows", rows, &[]))
    };
    let left = move || progress.with(seconds_left).map(|seconds| words.count("progress.left", seconds, &[]));
    view! {
        <div class="prog">
            <b>
                <bdi>{move || progress.with(|progress| progress.file.clone())}</bdi>
            </b>
            <span class="num q3">{rows}</span>
            <span
                class="bar"
                role="progressbar"
                aria-label=words.t("progress.label")
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || percent().to_string()
            >
                <i style:inline-size=move || format!("{}%", percent())></i>
            </span>
            <span class="note num">{move || words.percent(percent() as f64 / 100.0, 0)} " " {left}</span>
            <button class="link small" data-testid="stop-reading" on:click=move |_| cancel(session)>
                {words.t("action.stop")}
            </button>
        </div>
    }
    .into_any()
}

/// Hundredths read.
fn percent(progress: &Progress) -> u64 {
    (progress.bytes.min(progress.of_bytes) * 100).checked_div(progress.of_bytes).unwrap_or(0)
}

/// Seconds left at the speed so far; none while that says little.
fn seconds_left(progress: &Progress) -> Option<u64> {
    let passed = now_millis().saturating_sub(progress.since_millis);
    if progress.since_millis == 0 || passed < TELLS_TIME_AFTER {
        return None;
    }
    let left = progress.of_bytes.saturating_sub(progress.bytes);
    let millis = (u128::from(passed) * u128::from(left)).checked_div(u128::from(progress.bytes))?;
    u64::try_from(millis.div_ceil(1_000)).ok()
}
