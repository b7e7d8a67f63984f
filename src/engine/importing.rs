//! Files on their way into the workspace: staged, confirmed, taken back.

use super::Engine;
use super::answers::failed;
use crate::facts::Reader;
use crate::metrics::{LeadRules, Persona, RuleField, ScoreRule};
use crate::sample;
use crate::sources::Outcome;
use crate::views::{Answer, Filter};
use crate::workspace::Workspace;

impl Engine {
    pub(super) fn stage(&mut self, outcomes: Vec<Outcome>, bytes: &[Vec<u8>]) -> Answer {
        let mut facts = bytes.iter();
        let mut files = Vec::with_capacity(outcomes.len());
        for outcome in outcomes {
            let read = if matches!(outcome, Outcome::Read { .. }) {
                let Some(bytes) = facts.next() else { return failed("facts_missing", "") };
                match Reader::new(bytes).file() {
                    Ok(file) => Some(file),
                    Err(error) => return failed("facts_damaged", &error.to_string()),
                }
            } else {
                None
            };
            files.push((outcome, read));
        }
        self.staging.add(files);
        self.staged()
    }

    pub(super) fn staged(&mut self) -> Answer {
        let sellers = self.asked(&Filter::default()).frame.sellers;
        Answer::Staged { view: self.staging.view(&mut self.workspace, sellers) }
    }

    pub(super) fn confirm(&mut self, names: &[String], at: &str, is_sample: bool) -> Answer {
        let settled = self.staging.take(&mut self.workspace, names);
        if settled.files.is_empty() {
            return failed("staged_gone", "");
        }
        let left_out = settled.files.iter().map(|file| file.summary.left_out_count()).sum();
        if is_sample {
            self.workspace.is_sample = true;
            self.workspace.definitions.personas.extend(sample_persona(&self.workspace));
            if self.workspace.definitions.leads == LeadRules::default() {
                self.workspace.definitions.leads = sample_rules();
            }
        }
        let id = self.workspace.import_settled(settled, at);
        let counted = self.workspace.imports.last().map_or(0, |import| {
            let files = import.files.iter().filter_map(|file| self.workspace.files.get(file));
            files
                .map(|record| crate::views::build::totals(&record.delta))
                .map(|(new, changed, _)| new + changed)
                .sum()
        });
        self.before_undo = None;
        self.facts = self.workspace.facts();
        Answer::Imported { id, counted, left_out }
    }

    pub(super) fn undo(&mut self, id: u32) -> Answer {
        let before = self.workspace.clone();
        match self.workspace.undo_import(id) {
            Some(_) => {
                self.before_undo = Some(before);
                self.changed()
            }
            None => failed("no_such_import", &id.to_string()),
        }
    }
}

/// The people whom the fictional team wants to know; none where personas are saved already.
fn sample_persona(workspace: &Workspace) -> Option<Persona> {
    let words = sample::planted::PERSONA_TITLE_WORDS;
    workspace.definitions.personas.is_empty().then(|| Persona {
        name: sample::planted::PERSONA_NAME.to_owned(),
        title_words: words.iter().map(|word| (*word).to_owned()).collect(),
        company_words: Vec::new(),
    })
}

/// The rules by which the fictional team scores its leads.
fn sample_rules() -> LeadRules {
    let rule = |points: &sample::planted::Points| ScoreRule {
        on: RuleField::by_id(points.field).unwrap_or(RuleField::Touch),
        word: points.word.to_lowercase(),
        points: i32::try_from(points.points).unwrap_or(0),
        most: u32::try_from(points.most).unwrap_or(0),
    };
    let rules = sample::planted::POINTS.iter().map(rule).collect();
    LeadRules { by_rules: true, rules, ..LeadRules::default() }
}
