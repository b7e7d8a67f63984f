//! How a workspace counts, saved as a file and taken over from one.

use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::session::{Session, ToastAction};
use crate::store::Copies;
use crate::views::{Answer, Ask};

impl Session {
    /// Reads a file of definitions and puts it in force.
    pub fn use_setup(self, file: web_sys::File) {
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            let question = Ask::UseSetup { text: text.unwrap_or_default() };
            self.change_setup(&question, true).await;
        });
    }

    /// Puts back what was in force before.
    pub fn undo_setup(self) {
        spawn_local(async move { self.change_setup(&Ask::UndoSetup, false).await });
    }

    async fn change_setup(self, question: &Ask, is_new: bool) {
        match self.ask(question).await {
            Answer::Changed => {
                self.changed();
                if is_new {
                    self.say(self.words().t("setup.used"), Some(ToastAction::UndoSetup));
                }
                self.save(Copies::KeepTwo).await;
            }
            Answer::Failed { failure } => self.say_failure(&failure),
            _ => {}
        }
    }
}
