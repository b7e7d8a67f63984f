//! What can be taken back from anywhere on the page: each change that was told at its foot, newest last.

use leptos::prelude::*;

use super::session::{Session, ToastAction};

/// So many changes are remembered; older ones are taken back on their own pages.
const KEPT: usize = 50;

/// A change that was told, and the way back.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    /// What was said of it.
    said: String,
    back: ToastAction,
}

/// The changes since the workspace was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
    is_redoing: bool,
}

impl Steps {
    /// Remembers what was said of a change, and what it offered.
    pub fn note(&mut self, said: &str, back: &ToastAction) {
        let step = Step { said: said.to_owned(), back: back.clone() };
        if is_redo(back) {
            self.undone.push(step);
            return;
        }
        // A change of its own leaves nothing to make again; one that was made again leaves the rest.
        if !std::mem::take(&mut self.is_redoing) {
            self.undone.clear();
        }
        self.done.push(step);
        if self.done.len() > KEPT {
            self.done.remove(0);
        }
    }

    /// Forgets the newest step of this way back: it is being gone.
    fn forget(&mut self, back: &ToastAction) {
        let list = if is_redo(back) { &mut self.undone } else { &mut self.done };
        if let Some(at) = list.iter().rposition(|step| step.back == *back) {
            list.remove(at);
        }
        self.is_redoing = *back == ToastAction::RedoEntries;
    }

    /// The newest change: what was said of it, and the way back.
    pub fn last(&self) -> Option<(&str, &ToastAction)> {
        self.done.last().map(|step| (step.said.as_str(), &step.back))
    }

    /// What was taken back last: what was said of it, and the way to make it again.
    pub fn last_undone(&self) -> Option<(&str, &ToastAction)> {
        self.undone.last().map(|step| (step.said.as_str(), &step.back))
    }
}

/// Whether it makes something again rather than taking it back.
pub fn is_redo(action: &ToastAction) -> bool {
    matches!(action, ToastAction::RedoImport | ToastAction::RedoEntries)
}

impl Session {
    /// Takes the newest change back; false where there is none.
    pub fn undo_last(self) -> bool {
        let last = self.steps.with_untracked(|steps| steps.last().map(|(_, back)| back.clone()));
        self.goes_back(last)
    }

    /// Makes again what was taken back last; false where there is nothing.
    pub fn redo_last(self) -> bool {
        let last = self.steps.with_untracked(|steps| steps.last_undone().map(|(_, back)| back.clone()));
        self.goes_back(last)
    }

    fn goes_back(self, back: Option<ToastAction>) -> bool {
        let goes = back.is_some();
        if let Some(back) = back {
            self.toast.set(None);
            self.take_back(back);
        }
        goes
    }

    /// Does what a message offers.
    pub fn take_back(self, action: ToastAction) {
        self.steps.update(|steps| steps.forget(&action));
        match action {
            ToastAction::UndoImport(id) => self.undo_import(id),
            ToastAction::RedoImport => self.redo_import(),
            ToastAction::UndoEntries => self.undo_entries(),
            ToastAction::RedoEntries => self.redo_entries(),
            ToastAction::RestoreDeleted(id) => self.restore_deleted(&id),
            ToastAction::TakeBack(question) => self.tell(*question),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_change_is_taken_back_first() {
        let mut steps = Steps::default();
        steps.note("imported", &ToastAction::UndoImport(1));
        steps.note("typed", &ToastAction::UndoEntries);
        assert_eq!(steps.last(), Some(("typed", &ToastAction::UndoEntries)));
        // Its own page takes the import back.
        steps.forget(&ToastAction::UndoImport(1));
        steps.note("taken back", &ToastAction::RedoImport);
        assert_eq!(steps.last_undone(), Some(("taken back", &ToastAction::RedoImport)));
        steps.forget(&ToastAction::UndoEntries);
        assert_eq!(steps.last(), None);
    }

    #[test]
    fn a_new_change_leaves_nothing_to_make_again() {
        let mut steps = Steps::default();
        for _ in 0..2 {
            steps.note("undone", &ToastAction::RedoEntries);
        }
        steps.forget(&ToastAction::RedoEntries);
        steps.note("made again", &ToastAction::UndoEntries);
        assert!(steps.last_undone().is_some());
        steps.note("typed", &ToastAction::UndoEntries);
        assert_eq!(steps.last_undone(), None);
    }
}
