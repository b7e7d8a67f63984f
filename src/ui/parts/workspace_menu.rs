//! The menu of workspaces: switch, make, rename, delete.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{ConfirmDialog, TextDialog};
use crate::store::Entry;
use crate::ui::session::{Session, session};
use crate::ui::words::Words;
use crate::views::{Answer, Ask};

/// The questions about workspaces that can be opened from elsewhere too.
#[derive(Clone, Copy)]
pub struct WorkspaceAsks {
    /// The name of a new one.
    pub is_making: RwSignal<bool>,
    /// Another name for the open one.
    pub is_renaming: RwSignal<bool>,
    /// Whether the open one shall be deleted.
    pub is_deleting: RwSignal<bool>,
    goes: RwSignal<String>,
}

impl WorkspaceAsks {
    /// None is open.
    pub fn none() -> WorkspaceAsks {
        let closed = || RwSignal::new(false);
        WorkspaceAsks {
            is_making: closed(),
            is_renaming: closed(),
            is_deleting: closed(),
            goes: RwSignal::new(String::new()),
        }
    }

    /// Asks whether the open workspace shall be deleted, with what goes.
    pub fn ask_delete(self, session: Session) {
        spawn_local(async move {
            self.goes.set(what_goes(session).await);
            self.is_deleting.set(true);
        });
    }
}

/// The menu of workspaces. A native popover: Escape and a click elsewhere close it, and the focus returns.
#[component]
pub fn WorkspaceMenu(
    /// Its questions.
    asks: WorkspaceAsks,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let WorkspaceAsks { is_making, is_renaming, is_deleting, goes } = asks;
    let name = Memo::new(move |_| open_name(session));
    let first_name = StoredValue::new(words.t("workspace.first_name"));
    view! {
        <button class="pick" popovertarget="workspace-menu" aria-haspopup="true" data-testid="workspace-menu-button">
            <span class="vh">{words.t("workspace.label")} " · "</span>
            <bdi class="cut">{move || name.get()}</bdi>
        </button>
        <div id="workspace-menu" class="pop menu" popover="auto">
            <ul aria-label=words.t("workspace.list")>
                {move || session.workspaces.get().into_iter().map(|entry| item(session, entry)).collect_view()}
            </ul>
            <ul>
                {action(words, "workspace.new", "workspace-new", move || is_making.set(true))}
                <Show when=move || session.current.with(Option::is_some)>
                    {action(words, "workspace.rename", "workspace-rename", move || is_renaming.set(true))}
                    {action(words, "workspace.delete", "workspace-delete", move || asks.ask_delete(session))}
                </Show>
            </ul>
        </div>
        <TextDialog
            open=is_making
            title=words.t("workspace.new_title")
            label=words.t("workspace.name")
            action=words.t("action.make")
            start=String::new()
            on_text=Callback::new(move |name: String| session.create_workspace(name.trim()))
        />
        <TextDialog
            open=is_renaming
            title=words.t("workspace.rename_title")
            label=words.t("workspace.name")
            action=words.t("action.rename")
            start=name
            on_text=Callback::new(move |name: String| session.rename_workspace(name.trim().to_owned()))
        />
        <ConfirmDialog
            open=is_deleting
            title=Signal::derive(move || words.fill("workspace.delete_title", &[("name", &name.get())]))
            text=goes
            action=words.t("action.delete")
            on_confirm=Callback::new(move |()| {
                if let Some(id) = session.current.get_untracked() {
                    session.delete_workspace(&id, &first_name.get_value());
                }
            })
        />
    }
}

/// Names that the program gives, in every language that it speaks: the sample's, and that of a first workspace.
const GIVEN: [(&str, [&str; 5]); 2] = [
    ("sample.workspace", ["Sample data", "Exempeldata", "Dane przykładowe", "بيانات نموذجية", "示例数据"]),
    (
        "workspace.first_name",
        ["My workspace", "Min arbetsyta", "Mój obszar roboczy", "مساحة عملي", "我的工作区"],
    ),
];

/// A name that nobody has changed since the program gave it stands in the reader's language; any other as it is.
fn shown_name(words: Words, name: String) -> String {
    let given = GIVEN.iter().find(|(_, names)| names.contains(&name.as_str()));
    match given {
        Some((key, _)) => words.t(key),
        None if name.is_empty() => words.t("workspace.unnamed"),
        None => name,
    }
}

/// Name of the open workspace.
fn open_name(session: Session) -> String {
    let words = session.words();
    let listed = session.current.get().and_then(|id| {
        session.workspaces.with(|all| all.iter().find(|entry| entry.id == id).map(|entry| entry.name.clone()))
    });
    let name = listed.unwrap_or_else(|| session.frame.with(|frame| frame.workspace.clone()));
    shown_name(words, name)
}

fn item(session: Session, entry: Entry) -> AnyView {
    let is_open = session.current.get().as_ref() == Some(&entry.id);
    let name = shown_name(session.words(), entry.name);
    let id = entry.id;
    let open = move |_| {
        if session.current.get_untracked().as_ref() != Some(&id) {
            session.cancel_import();
            session.open_workspace(id.clone());
        }
    };
    view! {
        <li>
            <button
                popovertarget="workspace-menu"
                popovertargetaction="hide"
                aria-current=is_open.then_some("true")
                on:click=open
            >
                <bdi>{name}</bdi>
            </button>
        </li>
    }
    .into_any()
}

fn action(words: Words, key: &str, test_id: &'static str, run: impl Fn() + 'static) -> AnyView {
    view! {
        <li>
            <button
                popovertarget="workspace-menu"
                popovertargetaction="hide"
                data-testid=test_id
                on:click=move |_| run()
            >
                {words.t(key)}
            </button>
        </li>
    }
    .into_any()
}

/// What goes with the open workspace, and when it was backed up last.
async fn what_goes(session: Session) -> String {
    let words = session.words();
    let filter = untrack(|| session.filter());
    let mut said = Vec::new();
    if let Answer::Data { view } = session.ask(&Ask::Data { filter }).await {
        let rows = view.tables.iter().map(|table| u64::from(table.rows)).sum();
        let imports = u64::try_from(view.imports.len()).unwrap_or(u64::MAX);
        let rows = words.count("workspace.goes_rows", rows, &[]);
        said.push(words.count("workspace.goes_imports", imports, &[("rows", &rows)]));
    }
    said.push(words.t("workspace.only_here"));
    said.push(match session.remembered("last_backup") {
        Some(at) => words.fill("backup.last", &[("when", &words.timestamp(&at))]),
        None => words.t("backup.none"),
    });
    words.sentences(said)
}

#[cfg(test)]
mod tests {
    use super::GIVEN;
    use crate::text::{Catalog, Locale};

    #[test]
    fn given_names_are_those_of_the_languages() {
        for (key, names) in GIVEN {
            let said = Locale::ALL.map(|locale| Catalog::new(locale).raw(key));
            assert_eq!(said, names.map(Some));
        }
    }
}
