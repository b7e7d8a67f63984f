//! How the workspace counts, changed by a person: rules of conversations, metrics of their own; with the way back.

use leptos::task::spawn_local;

use super::session::{Session, ToastAction};
use crate::metrics::OwnMetric;
use crate::store::Copies;
use crate::views::{Answer, Ask, TalkRules};

impl Session {
    /// Keeps rules of conversations; with those from before it says so and offers them.
    pub fn set_talk_rules(self, rules: TalkRules, before: Option<TalkRules>) {
        let undo = before.map(|before| {
            (self.words().t("talk.rules.changed"), ToastAction::RestoreTalkRules(Box::new(before)))
        });
        spawn_local(async move {
            self.count_as(&Ask::SetTalkRules { rules }, undo).await;
        });
    }

    /// Keeps the metrics that a person made; with a sentence it says so and offers those from before. Says
    /// whether that went well.
    pub async fn set_own(self, metrics: Vec<OwnMetric>, before: Option<(String, Vec<OwnMetric>)>) -> bool {
        let undo = before.map(|(text, before)| (text, ToastAction::RestoreOwn(before)));
        self.count_as(&Ask::SetOwn { metrics }, undo).await
    }

    async fn count_as(self, question: &Ask, undo: Option<(String, ToastAction)>) -> bool {
        match self.ask(question).await {
            Answer::Changed => {
                self.changed();
                if let Some((text, action)) = undo {
                    self.say(text, Some(action));
                }
                self.save(Copies::KeepTwo).await;
                true
            }
            Answer::Failed { failure } => {
                self.say_failure(&failure);
                false
            }
            _ => false,
        }
    }
}
