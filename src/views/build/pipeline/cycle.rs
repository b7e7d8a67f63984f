//! How long a deal takes, by social sources and by the others.

use super::held::{UNKNOWN, is_other, is_social};
use super::{line, with_stream};
use crate::charts::{ChartSpec, Name, SurvivalSpec, Unit};
use crate::metrics::{Dim, End, Figure, Selection, Stream};
use crate::stats::{self, Case, Outcome};
use crate::views::build::{Asked, trend};
use crate::views::{CycleGroup, CyclePart, CycleVerdict};

/// Groups with fewer deals are not compared.
const LEAST_CASES: usize = 5;
/// Groups are told apart below this p.
const LEVEL: f64 = 0.05;

/// Two groups of deals by their source, held against each other.
pub struct TwoCycles {
    /// The groups with their figures; empty where one has too few deals.
    pub groups: Vec<CycleGroup>,
    /// Their cases.
    cases: Vec<Vec<Case>>,
    /// The log-rank test.
    pub logrank_p: Option<f64>,
    /// What may be said of the first.
    pub verdict: CycleVerdict,
}

/// Holds the deals of some sources against those of others.
pub fn two_cycles(
    stream: &Stream<'_>,
    selection: &Selection,
    one: (Name, &dyn Fn(&str) -> bool),
    other: (Name, &dyn Fn(&str) -> bool),
) -> TwoCycles {
    let mut two =
        TwoCycles { groups: Vec::new(), cases: Vec::new(), logrank_p: None, verdict: CycleVerdict::TooFew };
    for (name, wanted) in [one, other] {
        let ended = stream.durations_where(selection, Dim::Source, wanted);
        let cases: Vec<Case> =
            ended.into_iter().map(|(time, end)| Case { time, event: end == End::Event }).collect();
        two.groups.push(CycleGroup { name, figure: stream.figure_where(selection, Dim::Source, wanted) });
        two.cases.push(cases);
    }
    if two.cases.iter().any(|cases| cases.len() < LEAST_CASES) {
        return two;
    }
    two.logrank_p = stats::log_rank(&two.cases).map(|test| test.p);
    let medians: Vec<Option<f64>> = two.groups.iter().map(|group| group.figure.value()).collect();
    two.verdict = verdict(two.logrank_p, &medians);
    two
}

/// Shorter or longer only where the curves differ and the medians say in which direction. A median that is not
/// reached is longer than one that is.
fn verdict(p: Option<f64>, medians: &[Option<f64>]) -> CycleVerdict {
    let (Some(one), Some(other)) = (medians.first(), medians.get(1)) else { return CycleVerdict::TooFew };
    let longest = f64::INFINITY;
    let (one, other) = (one.unwrap_or(longest), other.unwrap_or(longest));
    match p {
        Some(p) if p < LEVEL && one < other => CycleVerdict::Shorter,
        Some(p) if p < LEVEL && one > other => CycleVerdict::Longer,
        _ => CycleVerdict::CannotTell,
    }
}

/// The curves of both groups where both can be compared, else the one of all deals.
fn chart(two: &TwoCycles, all: (Name, Vec<Case>)) -> Option<ChartSpec> {
    let series: Vec<(Name, Vec<Case>)> = match two.verdict {
        CycleVerdict::TooFew => vec![all],
        _ => (two.groups.iter().map(|group| group.name.clone())).zip(two.cases.iter().cloned()).collect(),
    };
    let curves: Vec<(Name, stats::Survival)> =
        series.into_iter().map(|(name, cases)| (name, stats::kaplan_meier(&cases))).collect();
    let last = |curve: &stats::Survival| curve.steps.last().map_or(0.0, |step| step.time);
    let time_to = curves.iter().map(|(_, curve)| last(curve)).fold(0.0, f64::max);
    if time_to <= 0.0 {
        return None;
    }
    Some(ChartSpec::Survival(SurvivalSpec {
        time_unit: Unit::Days,
        time_to,
        series: curves.iter().map(|(name, curve)| trend::curve(name.clone(), curve, time_to)).collect(),
    }))
}

/// How long a deal takes.
pub fn cycle(asked: &Asked<'_>) -> Option<CyclePart> {
    let row = line(asked, "sales_cycle")?;
    with_stream(asked, "sales_cycle", |_, stream| {
        let selection = &asked.selection;
        let social = (Name::Key("pipe.social".into()), &is_social as &dyn Fn(&str) -> bool);
        let others = (Name::Key("pipe.others".into()), &is_other as &dyn Fn(&str) -> bool);
        let two = two_cycles(stream, selection, social, others);
        let all = stream.durations_where(selection, Dim::Source, &|_| true);
        let lost: Vec<f64> =
            all.iter().filter(|(_, end)| *end == End::Other).map(|(time, _)| *time).collect();
        let cases = all.iter().map(|(time, end)| Case { time: *time, event: *end == End::Event }).collect();
        let unknown: Figure = stream.figure_where(selection, Dim::Source, &|key| key == UNKNOWN);
        let is_compared = two.verdict != CycleVerdict::TooFew;
        CyclePart {
            chart: chart(&two, (Name::Key("pipe.all_deals".into()), cases)),
            unknown: unknown.n,
            logrank_p: two.logrank_p,
            verdict: two.verdict,
            groups: two.groups.into_iter().filter(|group| is_compared || group.figure.n > 0).collect(),
            lost_mean: stats::mean(&lost).map(|mean| (mean, lost.len() as u64)),
            half_of_won: stream.incidence(selection).half_of_last(Outcome::Won),
            row: row.clone(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_needs_a_difference_and_its_direction() {
        let (short, long, none) = (Some(40.0), Some(80.0), None);
        assert_eq!(verdict(Some(0.01), &[short, long]), CycleVerdict::Shorter);
        assert_eq!(verdict(Some(0.01), &[long, short]), CycleVerdict::Longer);
        assert_eq!(verdict(Some(0.01), &[none, short]), CycleVerdict::Longer);
        assert_eq!(verdict(Some(0.01), &[none, none]), CycleVerdict::CannotTell);
        assert_eq!(verdict(Some(0.05), &[short, long]), CycleVerdict::CannotTell);
        assert_eq!(verdict(None, &[short, long]), CycleVerdict::CannotTell);
    }
}
