//! Durations with cases that are not finished yet: Kaplan–Meier; and with two ways to end: Aalen–Johansen.

use std::collections::BTreeMap;

use super::selection::GroupKey;
use super::{Selection, Stream, View, count_of};
use crate::facts::Span;
use crate::metrics::{Dim, Duration, End, Figure, Quantity, Sample, State, What};
use crate::stats::{self, Case, Competing, Incidence, LogRank, Outcome, Survival};

/// The median time until half of the cases have the event; n is the number of cases.
pub(super) fn figure(view: &View<'_>, span: Span) -> Figure {
    let cases: Vec<Case> = view.within(span).iter().filter_map(|sample| case(sample)).collect();
    if cases.is_empty() {
        return Figure::missing(view.nothing(span));
    }
    let survival = stats::kaplan_meier(&cases);
    let finished: Vec<f64> = cases.iter().filter(|case| case.event).map(|case| case.time).collect();
    let median = survival.median();
    Figure {
        low: survival.median_low().map(Quantity::Number),
        high: survival.median_high().map(Quantity::Number),
        duration: Some(Duration {
            events: count_of(survival.events),
            mean_finished: stats::mean(&finished),
            median_finished: stats::median(&finished),
        }),
        ..Figure::of(
            median.map_or(State::NotReached, |median| State::Value(Quantity::Number(median))),
            count_of(survival.cases),
        )
    }
}

fn case(sample: &Sample) -> Option<Case> {
    match sample.what {
        What::Lasting { time, end } => Some(Case { time, event: end == End::Event }),
        _ => None,
    }
}

impl Stream<'_> {
    /// The Kaplan–Meier curve of a duration: the share of cases still without the event, by time.
    pub fn survival(&self, selection: &Selection) -> Survival {
        let view = self.view(selection, None);
        let cases: Vec<Case> = view.within(selection.span).iter().filter_map(|sample| case(sample)).collect();
        stats::kaplan_meier(&cases)
    }

    /// The Aalen–Johansen curves of a duration that can end in two ways: the shares ended by its event and
    /// by the other one, by time.
    pub fn incidence(&self, selection: &Selection) -> Incidence {
        let view = self.view(selection, None);
        let cases: Vec<Competing> = (view.within(selection.span).iter())
            .filter_map(|sample| match sample.what {
                What::Lasting { time, end } => Some(Competing {
                    time,
                    outcome: match end {
                        End::Event => Outcome::Won,
                        End::Other => Outcome::Lost,
                        End::Open => Outcome::Open,
                    },
                }),
                _ => None,
            })
            .collect();
        stats::aalen_johansen(&cases)
    }

    /// The log-rank test of a duration between the keys of a dimension that have at least `least` cases; the
    /// key `unknown` is none. None where fewer than two can be compared.
    pub fn log_rank(&self, selection: &Selection, dim: Dim, least: usize) -> Option<LogRank> {
        let view = self.view(selection, Some(dim));
        let mut groups: BTreeMap<GroupKey, Vec<Case>> = BTreeMap::new();
        for sample in view.within(selection.span) {
            let key = GroupKey::of(self.metric, &self.context.facts.roles, dim, sample);
            if let (Some(key), Some(case)) = (key, case(sample))
                && key.text(self.context, &self.samples.keys) != "unknown"
            {
                groups.entry(key).or_default().push(case);
            }
        }
        let groups: Vec<Vec<Case>> = groups.into_values().filter(|cases| cases.len() >= least).collect();
        if groups.len() < 2 { None } else { stats::log_rank(&groups) }
    }
}
