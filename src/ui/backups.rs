//! Workspaces as files: backups, texts that could not be read, and how full the storage is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{download, now_iso, now_millis};
use super::session::Session;
use crate::store::{Damaged, Meter, WorkspaceId, backup_file_name};
use crate::views::{Answer, Ask};

impl Session {
    /// Offers the open workspace as one file. Works without storage too: the text comes from the engine.
    pub fn download_backup(self) {
        let words = self.words();
        spawn_local(async move {
            let Answer::Body { body, name } = self.ask(&Ask::Body).await else { return };
            let now = now_iso();
            let id = self.current.get_untracked().unwrap_or_else(|| WorkspaceId::from_seed(now_millis()));
            let text = crate::store::backup_text(&id, &name, &body, &now);
            if download(&backup_file_name(&name, &now), &text).is_ok() {
                self.remember("last_backup", &now);
            } else {
                self.say_error(words.t("failure.download"));
            }
        });
    }

    /// Restores a backup as a workspace of its own and opens it.
    pub fn restore_backup(self, text: &str) {
        match self.change_library(|library, now| library.restore_backup(text, now_millis(), now)) {
            Ok(id) => {
                self.open_workspace(id);
                self.say(self.words().t("toast.restored"), None);
            }
            Err(error) => self.say_library_error(&error),
        }
    }

    /// Reads a backup file and restores it.
    pub fn restore_file(self, file: web_sys::File) {
        spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
            match text.ok().and_then(|text| text.as_string()) {
                Some(text) => self.restore_backup(&text),
                None => self.say_error(self.words().t("failure.file")),
            }
        });
    }

    /// Offers an unreadable stored text as a file.
    pub fn download_damaged(self, key: &str) {
        if let Ok(Some(text)) = self.try_library(|library| library.raw_text(key)) {
            // A download that fails leaves the text where it is.
            let _ = download("rapport-unreadable.txt", &text);
        }
    }

    /// How much of the browser's storage is taken; none where storage is blocked.
    pub fn meter(self) -> Option<Meter> {
        self.library.with_value(|library| library.meter().ok())
    }

    /// Unreadable texts that were kept aside.
    pub fn kept_aside(self) -> Vec<Damaged> {
        self.library.with_value(|library| library.kept_aside().unwrap_or_default())
    }

    /// Throws away a text that was kept aside.
    pub fn discard_kept(self, key: &str) {
        if let Err(error) = self.library.with_value(|library| library.discard_kept(key)) {
            self.say_library_error(&error);
        }
    }
}
