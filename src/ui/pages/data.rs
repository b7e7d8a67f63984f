//! The data page: imports with undo, tables, storage, backup, templates, deletion.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::setup::setup;
use crate::facts::FileSummary;
use crate::store::{Damaged, Meter};
use crate::ui::parts::{ConfirmDialog, Templates};
use crate::ui::route::Page;
use crate::ui::session::{Session, ToastAction, session};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, DataView, FileView, ImportView};

/// The data page.
#[component]
pub fn DataPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let answer = session.answer_to(move || Ask::Data { filter: session.filter() });
    let imported = move || match answer.get() {
        Some(Answer::Data { view }) => content(session, &view),
        Some(Answer::Failed { failure }) => {
            let key = format!("failure.{}", failure.code);
            let key = if words.has(&key) { key.as_str() } else { "failure.other" };
            view! { <p class="callout bad">{words.fill(key, &[("detail", &failure.detail)])}</p> }.into_any()
        }
        // As high as a window: on a phone the rest of the page stands below.
        _ => view! { <span class="skel tall" aria-hidden="true"></span> }.into_any(),
    };
    view! {
        <div class="head">
            <div>
                <h1>{words.t("data.title")}</h1>
                <p class="quiet small">{words.t("data.text")}</p>
            </div>
            <div class="acts">
                <a class="btn" href=move || session.href(Page::Matches) data-testid="open-matches">
                    {words.t("match.title")}
                </a>
                <a class="btn" href=move || session.href(Page::Personas)>
                    {words.t("data.personas")}
                </a>
            </div>
        </div>
        <div class="cols">
            <div>{imported}</div>
            <aside class="side">
                {backup(session)}
                {setup(session)}
                {storage(session)}
                <section>
                    <h3>{words.t("templates.heading")}</h3>
                    <Templates />
                </section>
                {deletion(session)}
            </aside>
        </div>
    }
}

fn content(session: Session, view: &DataView) -> AnyView {
    let words = session.words();
    if view.imports.is_empty() && view.tables.is_empty() {
        return view! {
            <div class="emp">
                <p class="quiet">
                    <b class="ink">{words.t("data.empty")}</b>
                    {words.gap()}
                    <a href=session.href(Page::Import)>{words.t("data.empty_link")}</a>
                </p>
            </div>
        }
        .into_any();
    }
    let imports = view.imports.iter().map(|import| one_import(session, import)).collect_view();
    let mappings = (view.mappings > 0).then(|| {
        view! { <p class="small quiet">{words.count("data.mappings", u64::from(view.mappings), &[])}</p> }
    });
    let typed = (view.typed > 0).then(|| {
        let text = words.count("log.typed", u64::from(view.typed), &[]);
        view! {
            <p class="small" data-testid="typed-count">
                {text} " " <a href=session.href(Page::Log)>{words.t("nav.log")}</a>
            </p>
        }
    });
    view! {
        <section class="sec first">
            <h2>{words.t("data.imports")}</h2>
            <p class="quiet small">{words.t("data.imports_text")}</p>
            {imports}
            {mappings}
            {typed}
        </section>
        {inventory(words, view)}
    }
    .into_any()
}

fn one_import(session: Session, import: &ImportView) -> AnyView {
    let words = session.words();
    let id = import.id;
    let when = words.timestamp(&import.at);
    let label = words.fill("data.undo_label", &[("when", &when)]);
    let files = import.files.iter().map(|file| file_row(session, file)).collect_view();
    view! {
        <div class="import" data-testid="import">
            <div class="import-head">
                <h3 class="num">{when}</h3>
                <button
                    class="btn"
                    aria-label=label
                    data-testid=format!("undo-import-{id}")
                    on:click=move |_| session.take_back(ToastAction::UndoImport(id))
                >
                    {words.t("action.undo")}
                </button>
            </div>
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{words.t("import.col_file")}</th>
                        <th scope="col" class="r">
                            {words.t("import.col_new")}
                        </th>
                        <th scope="col" class="r">
                            {words.t("import.col_changed")}
                        </th>
                        <th scope="col" class="r">
                            {words.t("import.col_same")}
                        </th>
                        <th scope="col" class="r">
                            {words.t("import.col_left_out")}
                        </th>
                    </tr>
                </thead>
                <tbody>{files}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn file_row(session: Session, file: &FileView) -> AnyView {
    let words = session.words();
    let number = |count: u32| words.integer(u64::from(count));
    view! {
        <tr>
            <th scope="row">
                <bdi class="fn">{file.summary.file.clone()}</bdi>
                <small class="q3">{file.summary.period.map(|span| words.span(span))}</small>
            </th>
            <td class="r num" class:q3=file.new == 0>{number(file.new)}</td>
            <td class="r num" class:q3=file.changed == 0>{number(file.changed)}</td>
            <td class="r num" class:q3=file.same == 0>{number(file.same)}</td>
            <td class="r num" class:q3=file.summary.left_out_count() == 0>{left_out(session, &file.summary)}</td>
        </tr>
    }
    .into_any()
}

/// The number of left-out rows; pressing it saves them all.
fn left_out(session: Session, summary: &FileSummary) -> AnyView {
    let words = session.words();
    let count = words.integer(u64::from(summary.left_out_count()));
    if summary.left_out_count() == 0 {
        return count.into_any();
    }
    let file = summary.file.clone();
    let label = words.fill("data.left_out_label", &[("n", &count), ("file", &file)]);
    view! {
        <button
            class="link num"
            aria-label=label.clone()
            title=label
            data-testid="left-out-csv"
            on:click=move |_| session.download_file(Ask::LeftOutCsv { file: file.clone() })
        >
            {count}
        </button>
    }
    .into_any()
}

fn inventory(words: Words, view: &DataView) -> AnyView {
    let rows = view
        .tables
        .iter()
        .map(|table| {
            let name = words.t(&format!("table.{}", table.table.name()));
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="r num">{words.integer(u64::from(table.rows))}</td>
                    <td class="num">{table.period.map(|span| words.span(span))}</td>
                    <td class="num">{table.data_end.map(|day| words.day(day))}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="sec">
            <h2>{words.t("data.tables")}</h2>
            <p class="quiet small">{words.t("data.tables_text")}</p>
            <table class="data" data-testid="inventory">
                <thead>
                    <tr>
                        <th scope="col">{words.t("data.col_table")}</th>
                        <th scope="col" class="r">
                            {words.t("data.col_rows")}
                        </th>
                        <th scope="col">{words.t("data.col_period")}</th>
                        <th scope="col">{words.t("data.col_end")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn backup(session: Session) -> AnyView {
    let words = session.words();
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: leptos::ev::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            session.restore_file(file);
        }
        input.set_value("");
    };
    let last = match session.remembered("last_backup") {
        Some(at) => words.fill("backup.last", &[("when", &words.timestamp(&at))]),
        None => words.t("backup.none"),
    };
    view! {
        <section>
            <h3>{words.t("backup.title")}</h3>
            <p>{words.t("backup.text")} {words.gap()} {last}</p>
            <div class="acts stack">
                <button class="btn" data-testid="download-backup" on:click=move |_| session.download_backup()>
                    {words.t("action.backup")}
                </button>
                <button class="btn" on:click=choose>
                    {words.t("action.restore")}
                </button>
            </div>
            <input
                node_ref=input
                class="vh"
                type="file"
                tabindex="-1"
                aria-label=words.t("action.restore")
                data-testid="restore-input"
                on:change=chosen
            />
        </section>
    }
    .into_any()
}

fn storage(session: Session) -> AnyView {
    let words = session.words();
    let kept = RwSignal::new(session.kept_aside());
    let shown = move || {
        // A save changes the figures.
        session.save_state.track();
        kept.track();
        match session.meter() {
            Some(meter) => meter_view(words, meter),
            None => view! { <p>{words.t("storage.blocked")}</p> }.into_any(),
        }
    };
    let texts =
        move || kept.get().into_iter().map(|damaged| kept_text(session, damaged, kept)).collect_view();
    view! {
        <section>
            <h3>{words.t("storage.title")}</h3>
            {shown}
            <p>{words.t("storage.text")}</p>
            <ul class="kept">{texts}</ul>
        </section>
    }
    .into_any()
}

fn meter_view(words: Words, meter: Meter) -> AnyView {
    let own = meter.workspace_units + meter.kept_units + meter.own_units;
    let used = own + meter.other_units;
    let percent = (used.min(meter.capacity_units) * 100).checked_div(meter.capacity_units).unwrap_or(0);
    let text = words.fill(
        "storage.used",
        &[("used", &words.units(used)), ("capacity", &words.units(meter.capacity_units))],
    );
    let other = (meter.other_units > 0)
        .then(|| words.fill("storage.other", &[("other", &words.units(meter.other_units))]));
    view! {
        <div
            class="bar done"
            role="meter"
            aria-label=words.t("storage.title")
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=percent.to_string()
            data-testid="storage-meter"
        >
            <i style:inline-size=format!("{percent}%")></i>
        </div>
        <p class="num">{text} " " {other}</p>
    }
    .into_any()
}

fn kept_text(session: Session, damaged: Damaged, kept: RwSignal<Vec<Damaged>>) -> AnyView {
    let words = session.words();
    let text = words.fill("storage.unreadable", &[("size", &words.units(damaged.units))]);
    let (download, discard) = (damaged.key.clone(), damaged.key);
    view! {
        <li>
            {text}
            " "
            <button class="link" on:click=move |_| session.download_damaged(&download)>
                {words.t("action.download")}
            </button>
            " "
            <button
                class="link"
                on:click=move |_| {
                    session.discard_kept(&discard);
                    kept.set(session.kept_aside());
                }
            >
                {words.t("action.discard")}
            </button>
        </li>
    }
    .into_any()
}

fn deletion(session: Session) -> AnyView {
    let words = session.words();
    let is_open = RwSignal::new(false);
    let first_name = words.t("workspace.first_name");
    let text = Signal::derive(move || {
        let count = session.workspaces.with(|all| u64::try_from(all.len()).unwrap_or(u64::MAX));
        words.count("delete_all.text", count, &[])
    });
    view! {
        <section>
            <h3>{words.t("delete_all.heading")}</h3>
            <button class="btn danger" data-testid="delete-all" on:click=move |_| is_open.set(true)>
                {words.t("delete_all.action")}
            </button>
            <ConfirmDialog
                open=is_open
                title=words.t("delete_all.title")
                text=text
                action=words.t("delete_all.action")
                on_confirm=Callback::new(move |()| session.delete_everything(&first_name))
            />
        </section>
    }
    .into_any()
}
