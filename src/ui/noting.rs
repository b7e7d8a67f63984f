//! Changing what is noted beside the facts.

use leptos::task::spawn_local;

use super::session::{Session, ToastAction};
use crate::facts::NoteChange;
use crate::store::Copies;
use crate::views::{Answer, Ask};

impl Session {
    /// Makes a change of the notes, stores it, and says what was done where there is something to say.
    pub fn note(self, change: NoteChange, said: Option<String>) {
        spawn_local(async move {
            match self.ask(&Ask::ChangeNotes { change }).await {
                Answer::Changed => {
                    self.changed();
                    if let Some(said) = said {
                        self.say(said, Some(ToastAction::UndoNotes));
                    }
                    self.save(Copies::KeepTwo).await;
                }
                Answer::Failed { failure } => self.say_failure(&failure),
                _ => {}
            }
        });
    }

    /// Takes the last change of the notes back.
    pub fn undo_notes(self) {
        spawn_local(async move {
            match self.ask(&Ask::UndoNotes).await {
                Answer::Changed => {
                    self.changed();
                    self.save(Copies::KeepTwo).await;
                }
                Answer::Failed { failure } => self.say_failure(&failure),
                _ => {}
            }
        });
    }
}
