//! What a person says of leads: scores, bands, sources, owners. Everything can be taken back.

use leptos::task::spawn_local;

use super::session::{Session, ToastAction};
use crate::facts::Settlement;
use crate::metrics::LeadRules;
use crate::store::Copies;
use crate::views::{Answer, Ask};

impl Session {
    /// Scores and treats leads in this way, and says so.
    pub fn set_leads(self, rules: LeadRules, limits: (f64, f64)) {
        let said = self.words().t("leads.said.rules");
        self.change_leads(Ask::SetLeads { rules, limits }, Some((said, ToastAction::UndoLeads)));
    }

    /// Scores and treats leads as before the last change.
    pub fn undo_leads(self) {
        self.change_leads(Ask::UndoLeads, None);
    }

    /// Settles sources or sellers of leads and deals, and says so.
    pub fn settle(self, all: Vec<Settlement>) {
        let said = self.words().count("leads.said.settled", all.len() as u64, &[]);
        self.change_leads(Ask::Settle { all }, Some((said, ToastAction::UndoSettled)));
    }

    /// Takes the last such step back.
    pub fn undo_settled(self) {
        self.change_leads(Ask::UndoSettled, None);
    }

    fn change_leads(self, question: Ask, said: Option<(String, ToastAction)>) {
        spawn_local(async move {
            match self.ask(&question).await {
                Answer::Changed => {
                    self.changed();
                    if let Some((said, back)) = said {
                        self.say(said, Some(back));
                    }
                    self.save(Copies::KeepTwo).await;
                }
                Answer::Failed { failure } => self.say_failure(&failure),
                _ => {}
            }
        });
    }
}
