//! Changing the sellers and teams.

use leptos::task::spawn_local;

use super::session::{Session, ToastAction};
use crate::facts::RosterChange;
use crate::store::Copies;
use crate::views::{Answer, Ask};

impl Session {
    /// Makes a change of the sellers or teams, stores it, and says what was done.
    pub fn change_roster(self, change: RosterChange, said: String) {
        spawn_local(async move {
            match self.ask(&Ask::ChangeRoster { change }).await {
                Answer::Changed => {
                    self.changed();
                    self.say(said, Some(ToastAction::UndoRoster));
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

    /// Takes the last change of the sellers or teams back.
    pub fn undo_roster(self) {
        spawn_local(async move {
            match self.ask(&Ask::UndoRoster).await {
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
