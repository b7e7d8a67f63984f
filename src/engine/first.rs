//! What a returning reader waits for: a stored workspace opened, and its scorecard.
//!
//! The engine's first file holds this and what it reaches, and nothing else (`later`).

use super::Engine;
use crate::facts::{Facts, Zone};
use crate::views::build::{Asked, frame, scorecard_view};
use crate::views::{Failure, Filter, FirstAnswer, FirstAsk};
use crate::workspace::{Workspace, read_body};

impl Engine {
    /// Answers one of the first questions.
    // Both files call it; a copy in each would make both larger.
    #[inline(never)]
    pub fn first(&mut self, question: FirstAsk) -> FirstAnswer {
        match question {
            FirstAsk::Open { body, name, zone } => self.open(body.as_deref(), &name, zone),
            FirstAsk::Scorecard { filter } => {
                let choices = &self.workspace.plan.report;
                FirstAnswer::Scorecard { view: Box::new(scorecard_view(&self.asked(&filter), choices)) }
            }
        }
    }

    pub(super) fn asked<'a>(&'a self, filter: &Filter) -> Asked<'a> {
        frame(&self.workspace, &self.facts, &self.zone, filter)
    }

    /// Puts the workspace's zone in force, else the browser's.
    pub(super) fn settle_zone(&mut self) {
        self.zone = self.workspace.definitions.zone.as_ref().unwrap_or(&self.home).clone();
    }

    fn open(&mut self, body: Option<&str>, name: &str, zone: Zone) -> FirstAnswer {
        let opened = body.map(read_body).transpose();
        self.opened = self.opened.wrapping_add(1);
        self.home = zone;
        self.staging.clear();
        self.before_undo = None;
        self.before_setup = None;
        self.before_changes.clear();
        self.before_plans.clear();
        self.before_content.clear();
        self.before_benchmarks.clear();
        match opened {
            Ok(workspace) => {
                self.workspace = workspace.unwrap_or_else(|| Workspace::new(name));
                if !name.is_empty() {
                    name.clone_into(&mut self.workspace.name);
                }
                self.facts = self.workspace.facts();
                self.settle_zone();
                FirstAnswer::Done
            }
            Err(error) => {
                self.workspace = Workspace::new(name);
                self.facts = Facts::default();
                self.settle_zone();
                failed("body", &error.to_string())
            }
        }
    }
}

fn failed(code: &str, detail: &str) -> FirstAnswer {
    FirstAnswer::Failed { failure: Failure { code: code.to_owned(), detail: detail.to_owned() } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::{Answer, Ask, pack, unpack};

    fn all() -> Vec<FirstAsk> {
        vec![
            FirstAsk::Open { body: None, name: "Nord".into(), zone: Zone::utc() },
            FirstAsk::Open { body: Some("no body".into()), name: String::new(), zone: Zone::utc() },
            FirstAsk::Scorecard { filter: Filter::default() },
        ]
    }

    #[test]
    fn the_bytes_are_those_of_all_questions_and_answers() {
        let mut engine = Engine::default();
        for first in all() {
            let bytes = pack(&first).unwrap();
            assert_eq!(bytes, pack(&Ask::from(first.clone())).unwrap(), "{first:?}");
            assert_eq!(unpack::<FirstAsk>(&bytes).unwrap(), first);
            let answer = engine.first(first.clone());
            let bytes = pack(&answer).unwrap();
            let whole = unpack::<Answer>(&bytes).unwrap();
            assert_eq!(whole, Answer::from(answer), "{first:?}");
            assert_eq!(whole, engine.answer(first.into(), Vec::new()));
        }
    }

    #[test]
    fn other_questions_are_none_of_them() {
        for other in
            [Ask::Data { filter: Filter::default() }, Ask::Body, Ask::Mappings, Ask::TakeBack { id: 0 }]
        {
            assert!(unpack::<FirstAsk>(&pack(&other).unwrap()).is_err(), "{other:?}");
        }
    }
}
