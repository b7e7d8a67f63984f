//! Quoted numbers: shown with one's own figures, changed step by step, and taken back.

use super::Engine;
use super::answers::{MOST_CHANGES, failed};
use crate::metrics::BenchmarkChange;
use crate::views::build::benchmarks_view;
use crate::views::{Answer, Filter};

impl Engine {
    pub(super) fn benchmarks(&self, filter: &Filter) -> Answer {
        let view = benchmarks_view(&self.workspace, &self.asked(filter));
        Answer::Benchmarks { view: Box::new(view) }
    }

    pub(super) fn change_benchmarks(&mut self, change: &BenchmarkChange) -> Answer {
        let before = self.workspace.definitions.benchmarks.clone();
        if !self.workspace.definitions.benchmarks.apply(change) {
            return failed("no_such_benchmark", "");
        }
        if self.before_benchmarks.len() == MOST_CHANGES {
            self.before_benchmarks.remove(0);
        }
        self.before_benchmarks.push(before);
        Answer::Changed
    }

    pub(super) fn undo_benchmarks(&mut self) -> Answer {
        match self.before_benchmarks.pop() {
            Some(rules) => {
                self.workspace.definitions.benchmarks = rules;
                Answer::Changed
            }
            None => failed("nothing_to_undo", ""),
        }
    }
}
