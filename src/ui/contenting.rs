//! Changing how content is counted, and what a post is.

use leptos::task::spawn_local;

use super::session::{Session, ToastAction};
use crate::store::Copies;
use crate::views::{Answer, Ask, ContentChange};

impl Session {
    /// Makes a change, stores it, and says what was done where there is a sentence for it.
    pub fn change_content(self, change: ContentChange, said: Option<String>) {
        spawn_local(async move {
            match self.ask(&Ask::ChangeContent { change }).await {
                Answer::Changed => {
                    self.changed();
                    let said = said.unwrap_or_else(|| self.words().t("content.said_tag"));
                    self.say(said, Some(ToastAction::UndoContent));
                    self.save(Copies::KeepTwo).await;
                }
                Answer::Failed { failure } => self.say_failure(&failure),
                _ => {}
            }
        });
    }

    /// Takes the last such change back.
    pub fn undo_content(self) {
        self.tell(Ask::UndoContent);
    }
}
