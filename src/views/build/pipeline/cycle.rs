//! How long a deal takes, by social sources and by the others.

use super::held::{UNKNOWN, is_other, is_social};
use super::{line, with_stream};
use crate::charts::{ChartSpec, Name, SurvivalSpec, Unit};
use crate::metrics::{Dim, End, Figure, Selection, Stream};
use crate::stats::{self, Case, Outcome};
use crate::views::build::{Asked, trend};
use crate::views::{CycleGroup, CyclePart, CycleVerdict, MeanGap};

/// Groups with fewer deals are not compared.
const LEAST_CASES: usize = 5;
/// Two groups of deals by their source, held against each other.
pub struct TwoCycles {
    /// The groups with their figures; empty where one has too few deals.
    pub groups: Vec<CycleGroup>,
    /// Their cases.
    cases: Vec<Vec<Case>>,
    /// The log-rank test.
    pub logrank_p: Option<f64>,
    /// The difference of their mean durations.
    pub mean: Option<MeanGap>,
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
    let mut two = TwoCycles {
        groups: Vec::new(),
        cases: Vec::new(),
        logrank_p: None,
        mean: None,
        verdict: CycleVerdict::TooFew,
    };
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
    two.mean = mean_gap(&two.cases);
    two.verdict = verdict(two.mean);
    two
}

/// The difference of the mean durations up to the last day on which both groups still have a deal open or ended.
fn mean_gap(groups: &[Vec<Case>]) -> Option<MeanGap> {
    let last = |cases: &Vec<Case>| cases.iter().map(|case| case.time).fold(0.0, f64::max);
    let horizon = groups.iter().map(last).reduce(f64::min)?;
    let means: Option<Vec<_>> = groups.iter().map(|cases| stats::restricted_mean(cases, horizon)).collect();
    let [one, other] = <[stats::RestrictedMean; 2]>::try_from(means?).ok()?;
    let gap = stats::mean_difference(one, other)?.difference;
    Some(MeanGap { horizon, difference: gap.value, low: gap.low, high: gap.high })
}

/// Shorter or longer only where the whole interval of the difference lies on one side of zero.
fn verdict(gap: Option<MeanGap>) -> CycleVerdict {
    match gap {
        Some(gap) if gap.high < 0.0 => CycleVerdict::Shorter,
        Some(gap) if gap.low > 0.0 => CycleVerdict::Longer,
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
            mean: two.mean,
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
    fn a_verdict_needs_the_whole_interval_on_one_side() {
        let gap = |low, high| Some(MeanGap { horizon: 90.0, difference: (low + high) / 2.0, low, high });
        assert_eq!(verdict(gap(-9.0, -1.0)), CycleVerdict::Shorter);
        assert_eq!(verdict(gap(1.0, 9.0)), CycleVerdict::Longer);
        assert_eq!(verdict(gap(-9.0, 0.0)), CycleVerdict::CannotTell);
        assert_eq!(verdict(None), CycleVerdict::CannotTell);
    }

    #[test]
    fn means_are_compared_up_to_the_day_that_both_reach() {
        let won = |times: &[f64]| -> Vec<Case> {
            times.iter().map(|time| Case { time: *time, event: true }).collect()
        };
        let gap = mean_gap(&[won(&[10.0, 20.0, 30.0]), won(&[20.0, 40.0, 60.0])]).unwrap();
        // Up to day 30: (10 + 20 + 30) / 3 against (20 + 30 + 30) / 3.
        assert_eq!(gap.horizon, 30.0);
        assert!((gap.difference + 20.0 / 3.0).abs() < 1e-9, "{gap:?}");
        assert!(gap.low < gap.difference && gap.difference < gap.high);
        assert_eq!(mean_gap(&[won(&[10.0]), Vec::new()]), None);
    }
}
