//! What a person changes, beside the imports: the engine is told, the pages ask again, the workspace is stored, and a
//! line says what was done with the way back.

use std::future::Future;

use leptos::prelude::Update;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::browser::today;
use super::session::{Session, ToastAction};
use crate::facts::{NoteChange, RosterChange, Settlement};
use crate::metrics::{BenchmarkChange, LeadRules, OwnMetric, Persona, ReturnRules};
use crate::store::Copies;
use crate::views::{Answer, Ask, ContentChange, EntryChange, EntryFault, TalkRules};

/// What is said of a change, and how it is taken back.
type Said = Option<(String, ToastAction)>;

impl ToastAction {
    /// Takes a change back by telling the engine this.
    pub fn told(question: Ask) -> ToastAction {
        ToastAction::TakeBack(Box::new(question))
    }
}

impl Session {
    /// Tells the engine a change and stores what came of it; what failed is said. Whether it was made.
    pub async fn change(self, question: Ask, said: Said) -> bool {
        match self.ask(&question).await {
            Answer::Changed => {
                self.changed();
                if let Some((said, back)) = said {
                    self.say(said, Some(back));
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

    /// The same, without waiting for it and with nothing to say.
    pub fn tell(self, question: Ask) {
        begin(self.change(question, None));
    }

    /// The same from a field that shows what was typed: where that is refused, it goes back to what holds.
    fn change_field(self, question: Ask, said: String, undo: Ask) {
        spawn_local(async move {
            if !self.change(question, Some((said, ToastAction::told(undo)))).await {
                self.changed();
            }
        });
    }

    /// Makes a change of the sellers or teams.
    pub fn change_roster(self, change: RosterChange, said: String) {
        self.change_field(Ask::ChangeRoster { change }, said, Ask::UndoRoster);
    }

    /// Makes a change of goals or programme.
    pub fn change_plan(self, question: Ask, said: String) {
        self.change_field(question, said, Ask::UndoPlan);
    }

    /// Changes how content is counted, or what a post is; says that a post was tagged where nothing else is given.
    pub fn change_content(self, change: ContentChange, said: Option<String>) {
        let said = said.unwrap_or_else(|| self.words().t("content.said_tag"));
        let question = Ask::ChangeContent { change };
        begin(self.change(question, Some((said, ToastAction::told(Ask::UndoContent)))));
    }

    /// Changes the quoted numbers.
    pub fn change_benchmarks(self, change: BenchmarkChange) {
        let said = self.words().t("bench.said");
        self.change_field(Ask::ChangeBenchmarks { change }, said, Ask::UndoBenchmarks);
    }

    /// Changes what is noted beside the facts; says so where there is something to say.
    pub fn note(self, change: NoteChange, said: Option<String>) {
        let said = said.map(|said| (said, ToastAction::told(Ask::UndoNotes)));
        begin(self.change(Ask::ChangeNotes { change }, said));
    }

    /// Scores and treats leads in this way.
    pub fn set_leads(self, rules: LeadRules, limits: (f64, f64)) {
        let said = (self.words().t("leads.said.rules"), ToastAction::told(Ask::UndoLeads));
        begin(self.change(Ask::SetLeads { rules, limits }, Some(said)));
    }

    /// Settles sources or sellers of leads and deals.
    pub fn settle(self, all: Vec<Settlement>) {
        let said = self.words().count("leads.said.settled", all.len() as u64, &[]);
        begin(self.change(Ask::Settle { all }, Some((said, ToastAction::told(Ask::UndoSettled)))));
    }

    /// Keeps rules of conversations; with those from before it says so and offers them.
    pub fn set_talk_rules(self, rules: TalkRules, before: Option<TalkRules>) {
        let said = before.map(|before| {
            (self.words().t("talk.rules.changed"), ToastAction::told(Ask::SetTalkRules { rules: before }))
        });
        begin(self.change(Ask::SetTalkRules { rules }, said));
    }

    /// Counts credit and return in this way; with the rules from before it says so and offers them.
    pub fn set_return_rules(self, rules: ReturnRules, before: Option<ReturnRules>) {
        if before.as_ref() == Some(&rules) {
            return;
        }
        let said = before.map(|before| {
            (self.words().t("return.said"), ToastAction::told(Ask::SetReturnRules { rules: before }))
        });
        begin(self.change(Ask::SetReturnRules { rules }, said));
    }

    /// Keeps the personas; says what was done, where something is given to say, and offers those from before. Whether
    /// that went well.
    pub async fn set_personas(self, personas: Vec<Persona>, before: Option<(String, Vec<Persona>)>) -> bool {
        let said =
            before.map(|(text, before)| (text, ToastAction::told(Ask::SetPersonas { personas: before })));
        self.change(Ask::SetPersonas { personas }, said).await
    }

    /// Keeps the metrics that a person made; with a sentence it says so and offers those from before. Whether
    /// that went well.
    pub async fn set_own(self, metrics: Vec<OwnMetric>, before: Option<(String, Vec<OwnMetric>)>) -> bool {
        let said = before.map(|(text, before)| (text, ToastAction::told(Ask::SetOwn { metrics: before })));
        self.change(Ask::SetOwn { metrics }, said).await
    }

    /// Reads a file of how a workspace counts and puts it in force.
    pub fn use_setup(self, file: web_sys::File) {
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            let said = (self.words().t("setup.used"), ToastAction::told(Ask::UndoSetup));
            self.change(Ask::UseSetup { text: text.unwrap_or_default() }, Some(said)).await;
        });
    }

    /// Whether the language in force writes a decimal comma.
    pub fn decimal_comma(self) -> bool {
        self.words().locale().writes_comma()
    }

    /// Makes changes of typed entries as one step. Gives the numbers of the entries that are there now.
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
        let said = (self.words().t("log.undone"), ToastAction::RedoEntries);
        begin(self.change(Ask::UndoEntries, Some(said)));
    }

    /// Makes the step again that was taken back last.
    pub fn redo_entries(self) {
        let said = (self.words().t("log.redone"), ToastAction::UndoEntries);
        begin(async move {
            let is_done = self.change(Ask::RedoEntries, Some(said)).await;
            if is_done {
                self.note_entries();
            }
            is_done
        });
    }
}

/// Starts a change of which nobody waits for the outcome.
fn begin(change: impl Future<Output = bool> + 'static) {
    spawn_local(async move {
        change.await;
    });
}
