//! What a person changes: how content counts, sellers and teams, notes, entries.

use super::Engine;
use super::answers::{MOST_CHANGES, failed};
use super::entries::read_changes;
use crate::facts::{Day, NoteChange, RosterChange};
use crate::views::{Answer, ContentChange, EntryChange};

impl Engine {
    pub(super) fn change_content(&mut self, change: ContentChange) -> Answer {
        let before = (self.workspace.definitions.content.clone(), self.workspace.tags.clone());
        match change {
            ContentChange::Rules { rules } => self.workspace.definitions.content = rules.tidy(),
            ContentChange::Tag { post, attribute, is_on } => {
                self.workspace.tags.say(&post, attribute, is_on);
            }
        }
        if self.before_content.len() == MOST_CHANGES {
            self.before_content.remove(0);
        }
        self.before_content.push(before);
        self.changed()
    }

    pub(super) fn change_roster(&mut self, change: &RosterChange) -> Answer {
        let before = self.workspace.roster.clone();
        let in_files = self.workspace.seller_names().into_keys().collect();
        match self.workspace.roster.apply(change, &in_files) {
            Ok(()) => {
                let after = self.workspace.roster.teams.clone();
                self.follow_teams(&before.teams, &after);
                if self.before_changes.len() == MOST_CHANGES {
                    self.before_changes.remove(0);
                }
                self.before_changes.push(before);
                self.changed()
            }
            Err(error) => failed(error.code(), error.detail()),
        }
    }

    /// Makes a change of the notes; the facts stay what they are but for where people were found.
    pub(super) fn note(&mut self, change: &NoteChange) -> Answer {
        let before = self.workspace.notes.clone();
        if !self.workspace.notes.apply(&self.workspace.roster, change) {
            return failed("no_such_note", "");
        }
        if self.before_notes.len() == MOST_CHANGES {
            self.before_notes.remove(0);
        }
        self.before_notes.push(before);
        self.noted()
    }

    /// What follows a change of the notes.
    pub(super) fn noted(&mut self) -> Answer {
        if *self.facts.tags == self.workspace.notes.tags {
            return Answer::Changed;
        }
        self.changed()
    }

    pub(super) fn enter(&mut self, changes: &[EntryChange], comma: bool, today: Day) -> Answer {
        let changes = match read_changes(&mut self.workspace, changes, comma, today) {
            Ok(changes) => changes,
            Err(faults) => return Answer::NotEntered { faults },
        };
        match self.workspace.change_entries(changes, today) {
            Some(ids) => {
                self.entered(true, "");
                Answer::Entered { ids }
            }
            None => failed("no_such_entry", ""),
        }
    }

    /// What follows a step of entries, where there was one.
    pub(super) fn entered(&mut self, is_done: bool, otherwise: &str) -> Answer {
        if !is_done {
            return failed(otherwise, "");
        }
        // The workspace before an import was taken back does not hold this step.
        self.before_undo = None;
        self.changed()
    }
}
