//! The programme.

use std::collections::BTreeMap;

use super::Asked;
use super::markers::written_events;
use super::programme_team::{sellers_of, team};
use super::scorecard::score_row;
use crate::facts::{Day, Span, Sym};
use crate::metrics::{Assessment, MOST_POINTS, Measure, Selection, Stream, Unit, measure, metric};
use crate::views::{Baseline, Clock, ProgrammeView, SaidLine, ThenMetric, ThenRow};
use crate::workspace::Workspace;

/// Days up to the baseline, and to the data end, in which things are counted.
const COUNTED_DAYS: i32 = 28;
/// What is held against the baseline.
const THEN: [&str; 6] =
    ["ssi", "connections", "persona_connections", "posts_shared", "conversations_started", "meetings"];

/// A value at the baseline, and one of now.
type ThenAndNow = (Option<f64>, Option<f64>);

/// The programme. `since` is the same question over the days since the baseline.
pub fn programme_view(
    workspace: &Workspace,
    asked: &Asked<'_>,
    since: &Asked<'_>,
    can_undo: bool,
) -> ProgrammeView {
    let programme = workspace.plan.programme.clone();
    let (counted, sellers) = team(asked, programme.ranks_sellers);
    let (then_metrics, then) = baseline_table(workspace, asked);
    ProgrammeView {
        frame: asked.frame.clone(),
        can_undo,
        clock: clock(asked, since, programme.horizon.verdict_metric()),
        then_metrics,
        then,
        counted,
        sellers,
        sharers: figure(asked, "active_sharer_share", &asked.selection),
        said: said(&programme.assessments),
        events: written_events(asked),
        shows_platform_events: asked.shows_platform_events,
        programme,
    }
}

fn figure(asked: &Asked<'_>, id: &str, selection: &Selection) -> Option<crate::metrics::Figure> {
    let metric = metric(id)?;
    let samples = metric.samples(&asked.context);
    Some(Stream::new(metric, &samples, &asked.context).figure(selection))
}

/// The age of the programme against the own median sales cycle; both over all that the files tell.
fn clock(asked: &Asked<'_>, since: &Asked<'_>, judged_by: &str) -> Clock {
    let began = match asked.frame.baseline {
        Baseline::Day(day) => Some(day),
        _ => None,
    };
    let age_days = began.zip(asked.frame.data_end).map(|(began, end)| end.0 - began.0);
    let cycle = asked
        .context
        .coverage
        .default_period()
        .and_then(|all| figure(asked, "sales_cycle", &asked.selection.over(all)));
    let is_old_enough = age_days
        .zip(cycle.as_ref().and_then(|cycle| cycle.value()))
        .map(|(age, cycle)| f64::from(age) > cycle);
    let verdict = began.and(metric(judged_by)).map(|metric| {
        let samples = metric.samples(&since.context);
        score_row(since, metric, &Stream::new(metric, &samples, &since.context))
    });
    Clock { began, age_days, cycle, is_old_enough, verdict }
}

/// What stood at the baseline, and what stands now: of levels that day, of counts the 28 days up to it.
fn baseline_table(workspace: &Workspace, asked: &Asked<'_>) -> (Vec<ThenMetric>, Vec<ThenRow>) {
    let Some(end) = asked.frame.data_end else { return (Vec::new(), Vec::new()) };
    let names = &asked.context.facts.names;
    let shared = match asked.frame.baseline {
        Baseline::Day(day) => Some(day),
        _ => None,
    };
    let mut who: Vec<(Option<Sym>, Option<Day>)> = vec![(None, shared)];
    for seller in sellers_of(asked) {
        who.push((Some(seller), workspace.roster.baseline_of(names.text(seller))));
    }
    if who.iter().all(|(_, day)| day.is_none()) {
        return (Vec::new(), Vec::new());
    }
    let mut metrics = Vec::new();
    let mut values: BTreeMap<usize, Vec<ThenAndNow>> = BTreeMap::new();
    for metric in THEN.iter().filter_map(|id| metric(id)) {
        if metric.id == "persona_connections" && asked.context.persona.is_none() {
            continue;
        }
        let samples = metric.samples(&asked.context);
        let stream = Stream::new(metric, &samples, &asked.context);
        let counts_days = measure(metric) == Measure::Sum;
        let at = |seller: Option<Sym>, day: Day| {
            let from = if counts_days { day.plus(1 - COUNTED_DAYS) } else { day };
            let selection = asked.selection.over(Span { from, to: day });
            let sellers = seller.map(|seller| vec![seller]).or(selection.sellers.clone());
            stream.figure(&Selection { sellers, ..selection }).value()
        };
        for (row, (seller, day)) in who.iter().enumerate() {
            let then = day.and_then(|day| at(*seller, day));
            values.entry(row).or_default().push((then, at(*seller, end)));
        }
        let unit: Unit = metric.unit;
        metrics.push(ThenMetric { id: metric.id.to_owned(), unit, counts_days });
    }
    let rows = who.into_iter().zip(values.into_values()).map(|((seller, day), values)| ThenRow {
        seller: seller.map(|seller| names.text(seller).to_owned()),
        day,
        values,
    });
    (metrics, rows.collect())
}

/// The points of each self-assessment, and how they differ from the one before.
fn said(assessments: &[Assessment]) -> Vec<SaidLine> {
    let mut lines = Vec::new();
    let mut before: Option<&Assessment> = None;
    for own in assessments {
        let Some(day) = own.day else { continue };
        let (points, answered) = own.points();
        let change = before.map(|before| {
            let both = own.answers.iter().zip(&before.answers);
            let steps: Vec<i32> =
                both.filter_map(|(now, then)| Some(i32::from((*now)?) - i32::from((*then)?))).collect();
            (steps.iter().sum(), u32::try_from(steps.len()).unwrap_or(0))
        });
        lines.push(SaidLine {
            day,
            points,
            most: answered * u32::from(MOST_POINTS),
            change: change.filter(|(_, both)| *both > 0),
            note: own.note.clone(),
        });
        before = Some(own);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_goes_over_the_statements_that_both_answer() {
        let one = |day: i32, answers: &[Option<u8>]| Assessment {
            day: Some(Day(day)),
            answers: answers.to_vec(),
            note: String::new(),
        };
        let lines = said(&[
            one(1, &[Some(1), Some(2), None]),
            one(2, &[Some(3), None, Some(1)]),
            one(3, &[None, Some(1)]),
        ]);
        let told: Vec<_> = lines.iter().map(|line| (line.points, line.most, line.change)).collect();
        assert_eq!(told, [(3, 6, None), (4, 6, Some((2, 1))), (1, 3, None)]);
    }
}
