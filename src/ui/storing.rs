//! Keeping workspaces: opening, saving, switching.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{HELD_DATA, HELD_SAMPLE, breathe, download, now_iso, now_millis};
use super::session::{Damage, EngineState, Session, ToastAction};
use super::steps::Steps;
use super::writing::{allowed, pending};
use crate::store::{
    Change, Copies, Library, LibraryError, Opened, Preferences, SaveState, Theme, WorkspaceId,
    changed_elsewhere, local::open_vault,
};
use crate::views::{Answer, Ask, Failure};

impl Session {
    /// Opens what this browser keeps, and the workspace that was open last.
    pub fn open_library(self) {
        let (library, report) = Library::open(open_vault());
        let is_blocked = report.failure.is_some() || !library.is_lasting();
        self.preferences.set_value(Preferences::load(library.vault()));
        self.workspaces.set(library.list().to_vec());
        self.save_state.set(is_blocked.then_some(SaveState::Blocked));
        self.library.set_value(library);
        self.open_last(&self.words().t("workspace.first_name"));
    }

    /// Remembers what the open workspace holds, for when the page is opened again.
    pub fn remember_held(self) {
        let held = Memo::new(move |_| {
            self.frame.with(|frame| match (frame.is_empty, frame.is_sample) {
                (true, _) => "",
                (false, true) => HELD_SAMPLE,
                (false, false) => HELD_DATA,
            })
        });
        Effect::new(move || {
            let held = held.get();
            if self.remembered("held").unwrap_or_default() != held {
                self.remember("held", held);
            }
        });
    }

    /// Notices when another tab stores something newer.
    pub fn follow_other_tabs(self) {
        window_event_listener(ev::storage, move |event| {
            let is_ours = match changed_elsewhere(event.key().as_deref()) {
                Some(Change::Workspace(id)) => self.current.get_untracked() == Some(id),
                Some(Change::Everything) => true,
                Some(Change::List) => {
                    self.library.update_value(|library| {
                        library.refresh();
                    });
                    self.workspaces.set(self.library.with_value(|library| library.list().to_vec()));
                    false
                }
                _ => false,
            };
            if let Some(id) = self.current.get_untracked().filter(|_| is_ours) {
                self.hear_newer(&id);
            }
        });
    }

    /// Opens the workspace that was open last; makes one where there is none.
    pub fn open_last(self, first_name: &str) {
        let last = self.library.with_value(|library| {
            library.last_opened().cloned().or_else(|| library.list().first().map(|entry| entry.id.clone()))
        });
        let id = match last {
            Some(id) => Ok(id),
            None => self.change_library(|library, now| library.create(first_name, now_millis(), now)),
        };
        match id {
            Ok(id) => self.open_workspace(id),
            // Not even an empty list entry fits: the page works, and says that nothing is kept.
            Err(_) => self.open_body(None, first_name.to_owned()),
        }
    }

    /// Opens a workspace.
    pub fn open_workspace(self, id: WorkspaceId) {
        let name = self.library.with_value(|library| library.entry(&id).map(|entry| entry.name.clone()));
        // A list that cannot be written keeps its old "last opened"; nothing is lost by that.
        let _ = self.change_library(|library, now| library.switch_to(&id, now));
        self.line_up(&id);
        let opened = self.try_library(|library| library.load(&id));
        self.current.set(Some(id));
        self.damage.set(None);
        self.steps.set(Steps::default());
        let is_lasting = self.library.with_value(Library::is_lasting);
        self.save_state.set((!is_lasting).then_some(SaveState::Blocked));
        let body = match opened {
            Ok(Opened::Ready(loaded)) => {
                if !loaded.damaged.is_empty() {
                    let keys = loaded.damaged.into_iter().map(|damaged| damaged.key).collect();
                    self.damage.set(Some(Damage { keys, older_opened: true }));
                }
                self.save_state.set(Some(SaveState::Saved { at: loaded.meta.saved_at.clone(), units: 0 }));
                Some(loaded.body)
            }
            Ok(Opened::ReadOnly { version, readable }) => {
                self.save_state.set(Some(SaveState::ReadOnly { version }));
                readable.map(|loaded| loaded.body)
            }
            Ok(Opened::Unreadable(damaged)) => {
                let keys = damaged.into_iter().map(|damaged| damaged.key).collect();
                self.damage.set(Some(Damage { keys, older_opened: false }));
                None
            }
            Ok(Opened::Empty) => None,
            Err(_) => {
                self.save_state.set(Some(SaveState::Blocked));
                None
            }
        };
        self.open_body(body, name.unwrap_or_default());
    }

    /// Gives the engine a workspace's text, or a new one's name.
    fn open_body(self, body: Option<String>, name: String) {
        spawn_local(async move {
            let is_started = self.engine_link.with_value(Option::is_some)
                && self.engine.get_untracked() == EngineState::Ready;
            let answer = if is_started {
                let zone = crate::facts::Zone { name: super::browser::zone_name(), offsets: Vec::new() };
                self.ask(&Ask::Open { body, name: name.clone(), zone }).await
            } else {
                if matches!(self.engine.get_untracked(), EngineState::Broken(_)) {
                    self.engine_link.set_value(None);
                }
                self.engine.set(EngineState::Starting);
                self.start_engine(body, name.clone()).await
            };
            if let Answer::Failed { failure } = answer {
                self.say_failure(&failure);
            }
            self.changed();
        });
    }

    /// Starts the engine anew from what is stored, after it broke down.
    pub fn restart_engine(self) {
        self.engine_link.set_value(None);
        match self.current.get_untracked() {
            Some(id) => self.open_workspace(id),
            None => self.open_last(&self.words().t("workspace.first_name")),
        }
    }

    /// Says that the workspace in the engine is another one now: pages ask again.
    pub fn changed(self) {
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
        self.workspaces.set(self.library.with_value(|library| library.list().to_vec()));
    }

    /// Stores the workspace as it is in the engine.
    pub async fn save(self, copies: Copies) {
        let Some(id) = self.current.get_untracked() else {
            self.save_state.set(Some(SaveState::Blocked));
            return;
        };
        let told = pending();
        if let Answer::Body { body, .. } = self.ask(&Ask::Body).await {
            // To store is a task of its own: the page is not held up by both at once.
            breathe().await;
            let is_open = || self.current.get_untracked().as_ref() == Some(&id);
            if is_open() && self.is_elsewhere.get_untracked() {
                return;
            }
            // A body is ASCII, a unit each. One beyond all there is need not be sealed and tried to be known too
            // large, which would hold the page up.
            let need_units = u64::try_from(body.len()).unwrap_or(u64::MAX);
            let have_units = self.library.with_value(|library| library.vault().capacity_units());
            if self.library.with_value(crate::store::Library::is_lasting) && need_units > have_units {
                return self.save_state.set(Some(SaveState::Full { need_units, have_units }));
            }
            let now = now_iso();
            let state = self.library.try_update_value(|library| library.save(&id, &body, &now, copies));
            if is_open() {
                if matches!(state, Some(SaveState::Saved { .. })) {
                    self.forget_told(&id, told);
                }
                self.save_state.set(state);
            }
            self.workspaces.set(self.library.with_value(|library| library.list().to_vec()));
        }
    }

    /// Keeps this tab's state over the one that another tab stored.
    pub fn keep_mine(self) {
        let Some(id) = self.current.get_untracked() else { return };
        if self.try_library(|library| library.overtake(&id)).is_ok() {
            spawn_local(self.save(Copies::KeepTwo));
        }
    }

    /// Keeps the open workspace as a new one, where the stored one is gone or not to be written.
    pub fn save_as_new(self) {
        spawn_local(async move {
            let Answer::Body { name, .. } = self.ask(&Ask::Body).await else { return };
            match self.change_library(|library, now| library.create(&name, now_millis(), now)) {
                Ok(id) => {
                    self.line_up(&id);
                    self.current.set(Some(id));
                    self.save(Copies::KeepTwo).await;
                }
                Err(error) => self.say_library_error(&error),
            }
        });
    }

    /// Takes the state that another tab stored.
    pub fn take_theirs(self) {
        if let Some(id) = self.current.get_untracked() {
            self.open_workspace(id);
        }
    }

    /// Makes a workspace and opens it.
    pub fn create_workspace(self, name: &str) {
        match self.change_library(|library, now| library.create(name, now_millis(), now)) {
            Ok(id) => self.open_workspace(id),
            Err(error) => self.say_library_error(&error),
        }
    }

    /// Renames the open workspace.
    pub fn rename_workspace(self, name: String) {
        let Some(id) = self.current.get_untracked() else { return };
        if let Err(failure) = allowed(self, &Ask::Rename { name: String::new() }) {
            return self.say_failure(&failure);
        }
        if let Err(error) = self.change_library(|library, now| library.rename(&id, &name, now)) {
            return self.say_library_error(&error);
        }
        spawn_local(async move {
            self.ask(&Ask::Rename { name }).await;
            self.save(Copies::KeepTwo).await;
            self.changed();
        });
    }

    /// Deletes a workspace; it can be brought back until the page is closed.
    pub fn delete_workspace(self, id: &WorkspaceId, first_name: &str) {
        let name = self.library.with_value(|library| library.entry(id).map(|entry| entry.name.clone()));
        if let Err(error) = self.change_library(|library, now| library.delete(id, now)) {
            return self.say_library_error(&error);
        }
        self.current.set(None);
        self.open_last(first_name);
        let text = self.words().fill("toast.deleted", &[("name", &name.unwrap_or_default())]);
        self.say(text, Some(ToastAction::RestoreDeleted(id.clone())));
    }

    /// Deletes every workspace of this browser. Nothing of it can be brought back.
    pub fn delete_everything(self, first_name: &str) {
        let ids = self
            .library
            .with_value(|library| library.list().iter().map(|entry| entry.id.clone()).collect::<Vec<_>>());
        for id in ids {
            if let Err(error) = self.change_library(|library, now| library.delete(&id, now)) {
                return self.say_library_error(&error);
            }
        }
        self.current.set(None);
        self.open_last(first_name);
    }

    /// Brings a deleted workspace back and opens it.
    pub fn restore_deleted(self, id: &WorkspaceId) {
        match self.change_library(|library, now| library.restore_deleted(id, now)) {
            Ok(()) => self.open_workspace(id.clone()),
            Err(error) => self.say_library_error(&error),
        }
    }

    /// Puts a theme in force and remembers it.
    pub fn set_theme(self, theme: Theme) {
        self.preferences.update_value(|preferences| preferences.theme = theme);
        self.save_preferences();
        self.theme.set(theme);
    }

    /// Asks for a file and offers it to be saved.
    pub fn download_file(self, question: Ask) {
        spawn_local(async move {
            let failed = match self.ask(&question).await {
                Answer::File { name, text } => download(&name, &text).is_err(),
                Answer::Failed { failure } => return self.say_failure(&failure),
                _ => false,
            };
            if failed {
                self.say_error(self.words().t("failure.download"));
            }
        });
    }

    /// Says why a question could not be answered.
    pub fn say_failure(self, failure: &Failure) {
        let words = self.words();
        let key = format!("failure.{}", failure.code);
        let key = if words.has(&key) { key.as_str() } else { "failure.other" };
        self.say_error(words.fill(key, &[("detail", &failure.detail)]));
    }

    /// Remembers a small choice in this browser.
    pub fn remember(self, name: &str, value: &str) {
        self.preferences.update_value(|preferences| {
            preferences.remembered.insert(name.to_owned(), value.to_owned());
        });
        self.save_preferences();
    }

    /// A remembered choice.
    pub fn remembered(self, name: &str) -> Option<String> {
        self.preferences.with_value(|preferences| preferences.remembered.get(name).cloned())
    }

    /// Stores the small settings; where that fails they hold until the page is closed.
    pub fn save_preferences(self) {
        self.library.with_value(|library| {
            let _ = self.preferences.with_value(|preferences| preferences.save(library.vault()));
        });
    }

    pub(super) fn change_library<T>(
        self,
        change: impl FnOnce(&mut crate::store::Library, &str) -> Result<T, LibraryError>,
    ) -> Result<T, LibraryError> {
        let now = now_iso();
        self.try_library(|library| change(library, &now))
    }

    pub(super) fn try_library<T>(
        self,
        work: impl FnOnce(&mut crate::store::Library) -> Result<T, LibraryError>,
    ) -> Result<T, LibraryError> {
        self.library
            .try_update_value(work)
            .unwrap_or(Err(LibraryError::Vault(crate::store::VaultError::Blocked)))
    }

    pub(super) fn say_library_error(self, error: &LibraryError) {
        self.say_error(self.words().fill("failure.library", &[("detail", &error.to_string())]));
    }
}
