//! From dropped files to a confirmed import.
//!
//! Files are read in a worker of their own that is ended afterwards: whatever a file does to it, the
//! workspace is untouched. What it read is staged in the engine, previewed, and merged when confirmed.

use std::rc::Rc;

use js_sys::{Array, ArrayBuffer};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{now_iso, now_millis, today};
use super::link::{Link, LinkError, Program};
use super::route::Page;
use super::session::{ImportState, Progress, Session, ToastAction};
use crate::facts::TableId;
use crate::sources::remembered::Remembered;
use crate::sources::{Correction, Mapping, Outcome};
use crate::store::Copies;
use crate::views::{Answer, Ask, Garbled, ImportAnswer, ImportAsk, pack, unpack};

impl Session {
    /// Reads dropped or chosen files and stages them beside those that are staged already.
    pub fn read_files(self, files: Array) {
        if files.length() == 0 {
            return;
        }
        let name = name_of_first(&files);
        spawn_local(async move {
            let remembered = self.remembered_mappings().await;
            self.read(ImportAsk::Read { remembered, today: today() }, files, name).await;
            self.show_staged();
        });
    }

    /// Reads a pasted text.
    pub fn read_paste(self, text: String) {
        // Files of one name replace each other: every pasted text has its own number.
        let number = match self.import.get_untracked() {
            ImportState::Staged(view) => view.files.len() + 1,
            _ => 1,
        };
        let name = self.words().fill("import.pasted_name", &[("number", &number.to_string())]);
        spawn_local(async move {
            let remembered = self.remembered_mappings().await;
            let question = ImportAsk::Paste { name: name.clone(), text, remembered, today: today() };
            self.read(question, Array::new(), name).await;
            self.show_staged();
        });
    }

    /// Opens the preview of what was read.
    fn show_staged(self) {
        if matches!(self.import.get_untracked(), ImportState::Staged(_)) {
            self.open(Page::Import);
        }
    }

    /// Makes a workspace for the sample data, reads the data's files like a person's, and counts them.
    pub fn load_sample(self) {
        let name = self.words().t("sample.workspace");
        self.cancel_import();
        self.import.set(ImportState::Reading(Progress { file: name.clone(), ..Progress::default() }));
        self.create_workspace(&name);
        spawn_local(async move {
            self.read(ImportAsk::Sample { today: today() }, Array::new(), name).await;
            let names = match self.import.get_untracked() {
                ImportState::Staged(view) => {
                    view.files.iter().filter_map(|file| taken_name(&file.outcome)).collect()
                }
                _ => return,
            };
            self.merge_staged(names, true, Vec::new()).await;
        });
    }

    /// Reads one of the staged files again by a mapping.
    pub fn apply_mapping(self, mapping: Mapping) {
        let name = mapping.file.clone();
        spawn_local(async move {
            self.read(ImportAsk::Map { mapping }, Array::new(), name).await;
        });
    }

    /// Shows the columns of a staged file, however it was read.
    pub fn look_at(self, file: String) {
        let name = file.clone();
        spawn_local(async move {
            self.read(ImportAsk::Look { file }, Array::new(), name).await;
        });
    }

    /// Reads one of the staged files again with a row as the person corrected it.
    pub fn correct_row(self, correction: Correction) {
        let name = correction.file.clone();
        spawn_local(async move {
            self.read(ImportAsk::Correct { correction }, Array::new(), name).await;
        });
    }

    /// Says which of several words about a thing counts.
    pub fn pick_word(self, file: String, table: TableId, thing: String, word: u32) {
        spawn_local(async move {
            if let Answer::Staged { view } = self.ask(&Ask::Pick { file, table, thing, word }).await {
                self.import.set(ImportState::Staged(view));
            }
        });
    }

    /// Says whose export a staged file is.
    pub fn name_owner(self, file: String, owner: String) {
        spawn_local(async move {
            if let Answer::Staged { view } = self.ask(&Ask::NameOwner { file, owner }).await {
                self.import.set(ImportState::Staged(view));
            }
        });
    }

    /// Counts the named staged files as one import.
    pub fn confirm_import(self, files: Vec<String>, remember: Vec<(String, Mapping)>) {
        spawn_local(async move { self.merge_staged(files, false, remember).await });
    }

    /// Forgets the staged files.
    pub fn cancel_import(self) {
        self.reader_link.set_value(None);
        self.import.set(ImportState::Idle);
        spawn_local(async move {
            if self.engine_link.with_value(Option::is_some) {
                self.ask(&Ask::Unstage).await;
            }
        });
    }

    /// Takes an import back.
    pub fn undo_import(self, id: u32) {
        let said = (self.words().t("toast.import_undone"), ToastAction::RedoImport);
        spawn_local(async move {
            self.change(Ask::UndoImport { id }, Some(said)).await;
        });
    }

    /// Brings the import back that was taken back last.
    pub fn redo_import(self) {
        self.toast.set(None);
        self.tell(Ask::RedoImport);
    }

    async fn remembered_mappings(self) -> Remembered {
        match self.ask(&Ask::Mappings).await {
            Answer::Mappings { mappings } => mappings,
            _ => Remembered::default(),
        }
    }

    /// Counts staged files, shows the scorecard of them, and keeps them.
    async fn merge_staged(self, files: Vec<String>, is_sample: bool, remember: Vec<(String, Mapping)>) {
        let page = move || self.route.with_untracked(|route| route.page.clone());
        let asked_on = page();
        let answer = self.ask(&Ask::Confirm { files, at: now_iso(), is_sample, remember }).await;
        let Answer::Imported { id, counted, left_out } = answer else {
            if let Answer::Failed { failure } = answer {
                self.say_failure(&failure);
            }
            return;
        };
        self.reader_link.set_value(None);
        self.import.set(ImportState::Idle);
        self.changed();
        let words = self.words();
        let (counted, left_out) = (words.integer(u64::from(counted)), words.integer(u64::from(left_out)));
        let text = words.fill("toast.imported", &[("counted", &counted), ("left_out", &left_out)]);
        self.say(text, Some(ToastAction::UndoImport(id)));
        // Who went on to another page in the meantime stays there.
        if page() == asked_on {
            self.open(Page::Scorecard);
        }
        self.save(Copies::KeepTwo).await;
    }

    /// Asks the reading worker, and stages what it read.
    async fn read(self, question: ImportAsk, files: Array, name: String) {
        let before = self.import.get_untracked();
        self.import.set(ImportState::Reading(Progress {
            file: name,
            since_millis: now_millis(),
            ..Progress::default()
        }));
        let link = match self.reader() {
            Ok(link) => link,
            Err(LinkError(why)) => return self.import.set(ImportState::Broken(why)),
        };
        match ask_reader(&link, &question, &files).await {
            // A person who stopped the reading wants to hear no more of it.
            _ if self.reader_link.with_value(Option::is_none) => {}
            Ok((ImportAnswer::Read { outcomes }, bytes)) => self.stage(outcomes, bytes).await,
            Ok((ImportAnswer::Progress { .. }, _)) => self.import.set(before),
            Err(why) => {
                self.reader_link.set_value(None);
                self.import.set(ImportState::Broken(why));
            }
        }
    }

    async fn stage(self, outcomes: Vec<Outcome>, bytes: Vec<ArrayBuffer>) {
        match self.ask_with(&Ask::Stage { outcomes }, bytes).await {
            Answer::Staged { view } => self.import.set(ImportState::Staged(view)),
            Answer::Failed { failure } => {
                self.import.set(ImportState::Idle);
                self.say_failure(&failure);
            }
            _ => self.import.set(ImportState::Idle),
        }
    }

    /// The reading worker; started when there is none.
    fn reader(self) -> Result<Rc<Link>, LinkError> {
        if let Some(link) = self.reader_link.get_value() {
            return Ok(link);
        }
        let link = Rc::new(Link::start(Program::Reader)?);
        link.on_progress(move |progress| {
            let Ok(ImportAnswer::Progress { file, rows, bytes, of_bytes }) = unpack(progress) else {
                return;
            };
            self.import.update(|state| {
                if let ImportState::Reading(progress) = state {
                    *progress = Progress { file, rows, bytes, of_bytes, since_millis: progress.since_millis };
                }
            });
        });
        self.reader_link.set_value(Some(link.clone()));
        Ok(link)
    }
}

/// Asks the reading worker; what came beside its answer comes with it, or why there is none.
async fn ask_reader(
    link: &Link,
    question: &ImportAsk,
    files: &Array,
) -> Result<(ImportAnswer, Vec<ArrayBuffer>), String> {
    let garbled = |error: Garbled| error.to_string();
    let question = pack(question).map_err(garbled)?;
    let reply = link.ask(&question, Vec::new(), files).await.map_err(|LinkError(why)| why)?;
    Ok((unpack(&reply.message).map_err(garbled)?, reply.bytes))
}

/// Name under which a file's facts are staged; none for one that gave none.
pub fn taken_name(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Read { summary, .. } => Some(summary.file.clone()),
        _ => None,
    }
}

fn name_of_first(files: &Array) -> String {
    js_sys::Reflect::get(&files.get(0), &"name".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}
