//! Saying how credit and return are counted.

use leptos::task::spawn_local;

use super::session::{Session, ToastAction};
use crate::metrics::ReturnRules;
use crate::store::Copies;
use crate::views::{Answer, Ask};

impl Session {
    /// Counts credit and return in this way. `before` is the way before it, to which the word on it leads back;
    /// without one nothing is said.
    pub fn set_return_rules(self, rules: ReturnRules, before: Option<ReturnRules>) {
        if before.as_ref() == Some(&rules) {
            return;
        }
        spawn_local(async move {
            match self.ask(&Ask::SetReturnRules { rules }).await {
                Answer::Changed => {
                    self.changed();
                    if let Some(before) = before {
                        let back = ToastAction::RestoreReturns(Box::new(before));
                        self.say(self.words().t("return.said"), Some(back));
                    }
                    self.save(Copies::KeepTwo).await;
                }
                Answer::Failed { failure } => self.say_failure(&failure),
                _ => {}
            }
        });
    }
}
