//! What the person chose so far about files that wait to be counted.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::sources::{ColumnView, Mapping, Outcome, UnknownTable};
use crate::ui::session::{ImportState, Session};
use crate::views::{RowKind, StagedView};

/// What the person chose so far; in the app's context, so that it outlives a look at another page.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The staged files; kept while others are read.
    pub view: RwSignal<StagedView>,
    /// Groups that are not to be counted.
    pub untaken: RwSignal<BTreeSet<String>>,
    /// Groups whose details are shown.
    pub opened: RwSignal<BTreeSet<String>>,
    /// Unknown tables by file; kept after they were mapped, to be mapped again.
    tables: RwSignal<BTreeMap<String, UnknownTable>>,
    /// Mappings under way by file.
    drafts: RwSignal<BTreeMap<String, Mapping>>,
    /// Files whose columns are asked again.
    reopened: RwSignal<BTreeSet<String>>,
    /// Groups that are to be counted without a seller.
    pub unowned: RwSignal<BTreeSet<String>>,
    /// Files whose mapping is not to be remembered.
    pub forgotten: RwSignal<BTreeSet<String>>,
    /// Of each file the kind of rows that are listed.
    pub listed: RwSignal<BTreeMap<String, RowKind>>,
    /// Files whose left-out rows are listed.
    pub left_out: RwSignal<BTreeSet<String>>,
    /// The row that is being corrected: file and line.
    pub mended: RwSignal<Option<(String, u32)>>,
}

/// Puts the desk into the context; it is cleared when the import is over.
pub fn provide_desk(session: Session) {
    let desk = Desk {
        view: RwSignal::default(),
        untaken: RwSignal::default(),
        opened: RwSignal::default(),
        tables: RwSignal::default(),
        drafts: RwSignal::default(),
        reopened: RwSignal::default(),
        unowned: RwSignal::default(),
        forgotten: RwSignal::default(),
        listed: RwSignal::default(),
        left_out: RwSignal::default(),
        mended: RwSignal::default(),
    };
    provide_context(desk);
    Effect::new(move || match session.import.get() {
        ImportState::Idle => desk.clear(),
        ImportState::Staged(view) => desk.take(view),
        _ => {}
    });
}

impl Desk {
    fn clear(self) {
        self.view.set(StagedView::default());
        self.listed.set(BTreeMap::new());
        self.mended.set(None);
        for set in [self.untaken, self.opened, self.reopened, self.unowned, self.forgotten, self.left_out] {
            set.set(BTreeSet::new());
        }
        self.tables.set(BTreeMap::new());
        self.drafts.set(BTreeMap::new());
    }

    fn take(self, view: StagedView) {
        let unknown = view.files.iter().filter_map(|file| match &file.outcome {
            Outcome::Unknown { table } => Some(table.clone()),
            _ => None,
        });
        for table in unknown {
            // A file of the same name and columns keeps what was said of it.
            let is_known = self.tables.with_untracked(|tables| {
                tables.get(&table.file).is_some_and(|known| known.shape == table.shape)
            });
            // A draft that waits for its table is the mapping that the file was read by.
            let waits = !self.tables.with_untracked(|tables| tables.contains_key(&table.file))
                && self.drafts.with_untracked(|drafts| drafts.contains_key(&table.file));
            if !is_known && !waits {
                let draft = Mapping { file: table.file.clone(), ..table.guess.clone() };
                self.drafts.update(|drafts| {
                    drafts.insert(table.file.clone(), draft);
                });
            }
            self.tables.update(|tables| {
                tables.insert(table.file.clone(), table);
            });
        }
        self.view.set(view);
    }

    /// Tables whose columns are asked now: the unknown ones, and those that are to be changed.
    pub fn mapped_now(self) -> Vec<UnknownTable> {
        let reopened = self.reopened.get();
        self.view.with(|view| {
            view.files
                .iter()
                .filter_map(|file| match &file.outcome {
                    Outcome::Unknown { table } => Some(table.clone()),
                    Outcome::Read { summary, mapping: Some(mapping), .. } => reopened
                        .contains(&summary.file)
                        .then(|| self.table_of(&summary.file, mapping, summary.rows)),
                    Outcome::Refused { file, .. } if reopened.contains(file) => {
                        self.tables.with_untracked(|tables| tables.get(file).cloned())
                    }
                    _ => None,
                })
                .collect()
        })
    }

    /// The table that a mapping is for. One that was read by a remembered mapping was never shown: then only
    /// the mapping's own columns are known.
    fn table_of(self, file: &str, mapping: &Mapping, rows: u32) -> UnknownTable {
        let known = self.tables.with_untracked(|tables| tables.get(file).cloned());
        known.unwrap_or_else(|| UnknownTable {
            file: file.to_owned(),
            rows,
            columns: mapping.columns.keys().map(|name| blank_column(name)).collect(),
            guess: mapping.clone(),
            guesses: Vec::new(),
            delimiter: None,
            encoding: None,
            questions: Vec::new(),
            shape: String::new(),
        })
    }

    /// Asks again for the columns of a file.
    pub fn reopen(self, mapping: Mapping) {
        self.reopened.update(|files| {
            files.insert(mapping.file.clone());
        });
        self.drafts.update(|drafts| {
            drafts.insert(mapping.file.clone(), mapping);
        });
    }

    /// Whether a file's columns were looked at.
    pub fn knows(self, file: &str) -> bool {
        self.tables.with_untracked(|tables| tables.contains_key(file))
    }

    /// Makes a mapping that names a table the draft of a file whose columns are about to be looked at; of
    /// any other file they are guessed.
    pub fn redraft_as(self, mapping: &Mapping) {
        self.drafts.update(|drafts| match mapping.table {
            Some(_) => {
                drafts.insert(mapping.file.clone(), mapping.clone());
            }
            None => {
                drafts.remove(&mapping.file);
            }
        });
    }

    /// Whether the columns of a refused file can be asked again, and with what.
    pub fn draft_of(self, file: &str) -> Option<Mapping> {
        self.drafts.with_untracked(|drafts| drafts.get(file).cloned())
    }

    /// Asks for the columns of a file no more.
    pub fn settle(self, file: &str) {
        self.reopened.update(|files| {
            files.remove(file);
        });
    }

    /// Whether the columns of a file are asked again.
    pub fn is_reopened(self, file: &str) -> bool {
        self.reopened.with(|files| files.contains(file))
    }

    /// Reads a file's mapping under way.
    pub fn draft<T>(self, file: &str, read: impl FnOnce(&Mapping) -> T) -> Option<T> {
        self.drafts.with(|drafts| drafts.get(file).map(read))
    }

    /// Changes a file's mapping under way.
    pub fn redraft(self, file: &str, change: impl FnOnce(&mut Mapping)) {
        self.drafts.update(|drafts| {
            if let Some(draft) = drafts.get_mut(file) {
                change(draft);
            }
        });
    }

    /// Shape of a table and the mapping it was read by, for those that are to be remembered.
    pub fn to_remember(self, files: &[String]) -> Vec<(String, Mapping)> {
        let forgotten = self.forgotten.get_untracked();
        let shape_of = |file: &str| {
            self.tables.with_untracked(|tables| tables.get(file).map(|table| table.shape.clone()))
        };
        self.view.with_untracked(|view| {
            let read = view.files.iter().filter_map(|file| match &file.outcome {
                Outcome::Read { summary, mapping: Some(mapping), .. } => Some((&summary.file, mapping)),
                _ => None,
            });
            read.filter(|(file, _)| files.contains(file) && !forgotten.contains(*file))
                .filter_map(|(file, mapping)| Some((shape_of(file)?, mapping.clone())))
                .collect()
        })
    }
}

fn blank_column(name: &str) -> ColumnView {
    ColumnView {
        name: name.to_owned(),
        first_values: Vec::new(),
        filled: 0,
        distinct: 0,
        dates: 0,
        numbers: 0,
        values: Vec::new(),
    }
}

/// Puts a member into a set or takes it out.
pub(super) fn toggle(set: RwSignal<BTreeSet<String>>, member: &str) {
    set.update(|set| {
        if !set.remove(member) {
            set.insert(member.to_owned());
        }
    });
}
