//! The quoted numbers, each with one's own figure and the ruling on it.
//!
//! | file | holds |
//! |---|---|
//! | `mine` | one's own figure beside each number, from the metrics of the catalogue |

mod mine;

use super::Asked;
use crate::metrics::{
    BENCHMARKS, Benchmark, BenchmarkRules, Meant, OwnBenchmark, REGISTRY, Ruling, Trial, benchmark, metric,
    rule,
};
use crate::views::{BenchmarkLine, BenchmarksView, HiddenBenchmark};
use crate::workspace::Workspace;

/// The page.
pub fn benchmarks_view(workspace: &Workspace, asked: &Asked<'_>) -> BenchmarksView {
    let rules = &workspace.definitions.benchmarks;
    BenchmarksView {
        frame: asked.frame.clone(),
        lines: benchmark_lines(workspace, asked),
        hidden: hidden(rules),
        metrics: REGISTRY.iter().map(|metric| (metric.id.to_owned(), metric.unit)).collect(),
        need: workspace.definitions.rate_needs,
    }
}

/// The numbers that are shown, with their rulings: for the page, and for a report to cite.
pub fn benchmark_lines(workspace: &Workspace, asked: &Asked<'_>) -> Vec<BenchmarkLine> {
    let rules = &workspace.definitions.benchmarks;
    let is_hidden = |listed: &&Benchmark| rules.of(listed.id).is_some_and(|changed| changed.is_hidden);
    let listed = BENCHMARKS.iter().filter(|listed| !is_hidden(listed));
    let own = rules.own.iter().filter(|own| !own.is_hidden);
    listed
        .map(|listed| of_library(workspace, asked, listed))
        .chain(own.map(|own| of_own(asked, own)))
        .collect()
}

/// One number of the library with its ruling; none where it is hidden.
pub(super) fn benchmark_line(workspace: &Workspace, asked: &Asked<'_>, id: &str) -> Option<BenchmarkLine> {
    let is_hidden = workspace.definitions.benchmarks.of(id).is_some_and(|changed| changed.is_hidden);
    Some(of_library(workspace, asked, benchmark(id).filter(|_| !is_hidden)?))
}

/// The number of the library as the workspace has it; none where it is hidden.
pub(super) fn in_force(workspace: &Workspace, id: &str) -> Option<f64> {
    let changed = workspace.definitions.benchmarks.of(id);
    let listed = benchmark(id).filter(|_| changed.is_none_or(|changed| !changed.is_hidden))?;
    Some(changed.and_then(|changed| changed.value).unwrap_or(listed.value))
}

fn of_library(workspace: &Workspace, asked: &Asked<'_>, listed: &Benchmark) -> BenchmarkLine {
    let changed = workspace.definitions.benchmarks.of(listed.id);
    let chosen = changed.and_then(|changed| changed.value);
    let value = chosen.unwrap_or(listed.value);
    let (mine, doubt) = mine::of_library(workspace, asked, listed);
    let need = asked.context.definitions.rate_needs;
    let ruling = match doubt {
        Some(doubt) => Ruling::CannotTell(doubt),
        None => rule(listed.trial, mine.measure, value, &mine.figure, need),
    };
    BenchmarkLine {
        id: listed.id.to_owned(),
        own: None,
        value,
        changed_from: chosen.filter(|chosen| *chosen != listed.value).map(|_| listed.value),
        measure: listed.measure,
        year: listed.year,
        trust: listed.trust,
        cites: listed.cites.to_owned(),
        note: changed.map(|changed| changed.note.clone()).unwrap_or_default(),
        mine,
        ruling,
    }
}

fn of_own(asked: &Asked<'_>, own: &OwnBenchmark) -> BenchmarkLine {
    let mine = mine::of_metric(asked, &own.metric);
    let trial = if metric(&own.metric).is_some() { Trial::Level } else { Trial::NotInFiles };
    let need = asked.context.definitions.rate_needs;
    BenchmarkLine {
        id: String::new(),
        value: own.value,
        changed_from: None,
        measure: mine.measure,
        year: own.year,
        trust: own.trust,
        cites: own.origin.clone(),
        note: own.note.clone(),
        ruling: rule(trial, mine.measure, own.value, &mine.figure, need),
        mine,
        own: Some(own.clone()),
    }
}

fn hidden(rules: &BenchmarkRules) -> Vec<HiddenBenchmark> {
    let listed = BENCHMARKS.iter().filter_map(|listed| {
        let changed = rules.of(listed.id).filter(|changed| changed.is_hidden)?;
        Some(HiddenBenchmark {
            id: listed.id.to_owned(),
            own: None,
            value: changed.value.unwrap_or(listed.value),
            measure: listed.measure,
            note: changed.note.clone(),
        })
    });
    let own = rules.own.iter().filter(|own| own.is_hidden).map(|own| HiddenBenchmark {
        id: String::new(),
        value: own.value,
        measure: metric(&own.metric).map_or(Meant::More, |metric| Meant::Plain(metric.unit)),
        note: own.note.clone(),
        own: Some(own.clone()),
    });
    listed.chain(own).collect()
}
