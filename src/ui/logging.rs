//! Typed entries: changing them, and taking steps back.

use leptos::task::spawn_local;

use super::browser::today;
use super::session::{Session, ToastAction};
use crate::store::Copies;
use crate::text::Locale;
use crate::views::{Answer, Ask, EntryChange, EntryFault};

impl Session {
    /// Whether the language in force writes a decimal comma.
    pub fn decimal_comma(self) -> bool {
        matches!(self.words().locale(), Locale::Sv | Locale::Pl)
    }

    /// Makes changes as one step and stores them. Gives the numbers of the entries that are there now.
    ///
    /// # Errors
    /// The fields that are not taken; none where the engine failed, which it says itself.
    pub async fn change_entries(self, changes: Vec<EntryChange>) -> Result<Vec<u32>, Vec<EntryFault>> {
        let question = Ask::ChangeEntries { changes, comma: self.decimal_comma(), today: today() };
        match self.ask(&question).await {
            Answer::Entered { ids } => {
                self.note_entries();
                self.changed();
                self.save(Copies::KeepTwo).await;
                Ok(ids)
            }
            Answer::NotEntered { faults } => Err(faults),
            Answer::Failed { failure } => {
                self.say_failure(&failure);
                Err(Vec::new())
            }
            _ => Err(Vec::new()),
        }
    }

    /// Remembers a step of entries, which not every place tells at the foot of the page.
    fn note_entries(self) {
        let said = self.words().t("log.changed");
        self.steps.update(|steps| steps.note(&said, &ToastAction::UndoEntries));
    }

    /// Takes the last step of entries back.
    pub fn undo_entries(self) {
        self.step(Ask::UndoEntries, "log.undone", ToastAction::RedoEntries);
    }

    /// Makes the step again that was taken back last.
    pub fn redo_entries(self) {
        self.step(Ask::RedoEntries, "log.redone", ToastAction::UndoEntries);
    }

    fn step(self, question: Ask, said: &'static str, back: ToastAction) {
        spawn_local(async move {
            match self.ask(&question).await {
                Answer::Changed => {
                    if back == ToastAction::UndoEntries {
                        self.note_entries();
                    }
                    self.changed();
                    self.say(self.words().t(said), Some(back));
                    self.save(Copies::KeepTwo).await;
                }
                Answer::Failed { failure } => self.say_failure(&failure),
                _ => {}
            }
        });
    }
}
