//! Changing what the sellers have set out to do.

use leptos::task::spawn_local;

use super::session::{Session, ToastAction};
use crate::store::Copies;
use crate::views::{Answer, Ask};

impl Session {
    /// Makes a change of goals or programme, stores it, and says what was done.
    pub fn change_plan(self, question: Ask, said: String) {
        spawn_local(async move {
            match self.ask(&question).await {
                Answer::Changed => {
                    self.changed();
                    self.say(said, Some(ToastAction::UndoPlan));
                    self.save(Copies::KeepTwo).await;
                }
                Answer::Failed { failure } => {
                    // What was typed and refused goes back to what holds.
                    self.changed();
                    self.say_failure(&failure);
                }
                _ => {}
            }
        });
    }

    /// Takes the last such change back.
    pub fn undo_plan(self) {
        self.tell(Ask::UndoPlan);
    }
}
