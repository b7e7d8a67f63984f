//! What a person says of leads: how they are scored, where they came from, whose they are.

use super::Engine;
use super::answers::failed;
use crate::facts::Settlement;
use crate::metrics::{LeadRules, MOST_SCORE_RULES};
use crate::views::Answer;

/// How leads were scored before a change.
pub(super) type LeadsBefore = (LeadRules, (f64, f64));

/// So many changes can be taken back.
const MOST_CHANGES: usize = 50;

impl Engine {
    /// Puts rules and limits of the bands in force.
    pub(super) fn set_leads(&mut self, rules: LeadRules, limits: (f64, f64)) -> Answer {
        let (medium, fast) = limits;
        let in_order = 0.0 < medium && medium < fast && fast <= 100.0;
        let windows_fit = rules.windows.iter().all(|(from, to)| from <= to);
        let words_fit = rules.rules.iter().all(|rule| !rule.word.trim().is_empty());
        if !in_order {
            return failed("band_limits", "");
        }
        if !windows_fit {
            return failed("band_windows", "");
        }
        if !words_fit || rules.rules.len() > MOST_SCORE_RULES {
            return failed("score_rules", "");
        }
        let definitions = &mut self.workspace.definitions;
        let before = (definitions.leads.clone(), (definitions.medium_from, definitions.fast_from));
        definitions.leads = rules;
        (definitions.medium_from, definitions.fast_from) = limits;
        if self.before_leads.len() == MOST_CHANGES {
            self.before_leads.remove(0);
        }
        self.before_leads.push(before);
        Answer::Changed
    }

    /// Counts leads again as before the last change.
    pub(super) fn undo_leads(&mut self) -> Answer {
        match self.before_leads.pop() {
            Some((rules, (medium, fast))) => {
                let definitions = &mut self.workspace.definitions;
                definitions.leads = rules;
                (definitions.medium_from, definitions.fast_from) = (medium, fast);
                Answer::Changed
            }
            None => failed("nothing_to_undo", ""),
        }
    }

    /// Settles sources or sellers of leads and deals as one step.
    pub(super) fn settle(&mut self, all: Vec<Settlement>) -> Answer {
        self.workspace.settled.settle(all);
        self.changed()
    }

    /// Takes the last such step back.
    pub(super) fn undo_settled(&mut self) -> Answer {
        if self.workspace.settled.undo() { self.changed() } else { failed("nothing_to_undo", "") }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Desk;
    use super::*;
    use crate::facts::{SettledField, TableId};
    use crate::metrics::{RuleField, ScoreRule};
    use crate::views::{Ask, Filter, LeadsView, PeriodChoice};
    use crate::workspace::read_body;

    const LEADS: &str = "id,created,seller,source,score,person\n\
        a,2026-01-05,Ada,LinkedIn,80,Kim Berg\nb,2026-01-06,Ada,,20,Bo Ek\nc,2026-01-07,Bo,,50,Al Dahl\n";

    fn view(desk: &mut Desk) -> LeadsView {
        let filter = Filter { period: PeriodChoice::All, ..Filter::default() };
        match desk.engine.answer(Ask::Leads { filter }, Vec::new()) {
            Answer::Leads { view } => *view,
            other => panic!("{other:?}"),
        }
    }

    fn desk() -> Desk {
        let mut desk = Desk::new();
        let staged = desk.read(&[("leads.csv", LEADS)]);
        desk.confirm(&staged);
        desk
    }

    #[test]
    fn sources_are_set_in_bulk_kept_and_taken_back() {
        let mut desk = desk();
        let before = view(&mut desk);
        assert_eq!(before.missing.count, 2);
        assert_eq!(before.missing.known, ["LinkedIn"]);
        let one = |id: &str| Settlement {
            table: TableId::Leads,
            id: id.into(),
            field: SettledField::Source,
            value: "Fair".into(),
        };
        let settle = Ask::Settle { all: vec![one("b"), one("c")] };
        assert_eq!(desk.engine.answer(settle, Vec::new()), Answer::Changed);
        let after = view(&mut desk);
        assert_eq!((after.missing.count, after.can_undo), (0, true));
        let sources: Vec<&str> = after.sources.iter().map(|line| line.key.as_str()).collect();
        assert_eq!(sources, ["event", "social"]);
        let Answer::Body { body, .. } = desk.engine.answer(Ask::Body, Vec::new()) else { panic!() };
        assert_eq!(read_body(&body).unwrap().settled.list().len(), 2);
        // The same export once more, as its system has it: what was settled still holds.
        let again = desk.read(&[("leads (2).csv", LEADS)]);
        let id = desk.confirm(&again);
        assert_eq!(view(&mut desk).missing.count, 0);
        desk.engine.answer(Ask::UndoImport { id }, Vec::new());
        assert_eq!(desk.engine.answer(Ask::UndoSettled, Vec::new()), Answer::Changed);
        assert_eq!(view(&mut desk).missing.rows, before.missing.rows);
        assert!(matches!(desk.engine.answer(Ask::UndoSettled, Vec::new()), Answer::Failed { .. }));
    }

    #[test]
    fn rules_go_with_the_setup_and_are_taken_back() {
        let mut desk = desk();
        let rule = ScoreRule { on: RuleField::Source, word: "linkedin".into(), points: 30, most: 1 };
        let rules = LeadRules { by_rules: true, rules: vec![rule], ..LeadRules::default() };
        let set = |rules: &LeadRules, limits| Ask::SetLeads { rules: rules.clone(), limits };
        for limits in [(0.0, 70.0), (70.0, 70.0), (40.0, 101.0)] {
            let answer = desk.engine.answer(set(&rules, limits), Vec::new());
            assert!(matches!(answer, Answer::Failed { failure } if failure.code == "band_limits"));
        }
        let too_many = LeadRules { rules: vec![rules.rules[0].clone(); 9], ..rules.clone() };
        assert!(matches!(
            desk.engine.answer(set(&too_many, (20.0, 60.0)), Vec::new()),
            Answer::Failed { .. }
        ));
        assert_eq!(desk.engine.answer(set(&rules, (20.0, 60.0)), Vec::new()), Answer::Changed);
        let after = view(&mut desk);
        assert_eq!((after.limits, after.rule_hits.clone()), ((20.0, 60.0), vec![1]));
        let first = &after.scored[0];
        assert_eq!((first.score, first.band.as_str(), first.given), (30.0, "medium", Some(80.0)));
        assert_eq!(
            first.lines.iter().map(|(rule, _, points)| (*rule, *points)).collect::<Vec<_>>(),
            [(0, 30)]
        );
        let Answer::File { text, .. } = desk.engine.answer(Ask::Setup, Vec::new()) else { panic!() };
        let mut other = Desk::new();
        assert_eq!(other.engine.answer(Ask::UseSetup { text }, Vec::new()), Answer::Changed);
        assert_eq!(other.engine.workspace.definitions.leads, rules);
        assert_eq!(desk.engine.answer(Ask::UndoLeads, Vec::new()), Answer::Changed);
        assert_eq!(view(&mut desk).scored[0].score, 80.0);
    }
}
