//! Does activity come before results, and how long does a result take?

use super::Asked;
use super::scorecard::score_row;
use crate::facts::Span;
use crate::metrics::{Figure, LAGS, Selection, State, Stream, Tested, lead_lag, metric};
use crate::views::{Baseline, ClockView, DelayView, FindingView, LagDot, LagView};

/// Results whose changes wait until the programme is older than its cycle.
const RESULTS: [&str; 3] = ["deals_won", "won_value", "win_rate"];

/// The delay page.
pub fn delay_view(asked: &Asked<'_>) -> DelayView {
    let span = whole(asked);
    DelayView {
        frame: asked.frame.clone(),
        span,
        lags: span.map(|span| lags(asked, span)).unwrap_or_default(),
        most_lag: u32::try_from(LAGS).unwrap_or(u32::MAX),
        clock: clock(asked, span),
    }
}

/// All days of the data, whatever period is chosen.
pub(super) fn whole(asked: &Asked<'_>) -> Option<Span> {
    let known = asked.frame.known?;
    Some(Span { from: known.from, to: asked.frame.data_end.unwrap_or(known.to).max(known.to) })
}

/// Every leading series against every outcome, those with a finding first.
pub(super) fn lags(asked: &Asked<'_>, span: Span) -> Vec<LagView> {
    let all = lead_lag(&asked.context, asked.selection.sellers.as_deref(), span);
    let (found, other): (Vec<&Tested>, Vec<&Tested>) =
        all.tested.iter().partition(|tested| tested.finding.is_some());
    found.into_iter().chain(other).map(lag).collect()
}

fn lag(tested: &Tested) -> LagView {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let points: Vec<LagDot> = (tested.curve.iter())
        .flat_map(|curve| &curve.points)
        .map(|point| LagDot {
            correlation: point.correlation,
            low: point.chance.low,
            high: point.chance.high,
            pairs: point.pairs as u64,
        })
        .collect();
    let farthest = points.iter().flat_map(|dot| [dot.correlation, dot.low, dot.high]).map(f64::abs);
    LagView {
        series: tested.series.to_owned(),
        outcome: tested.outcome.to_owned(),
        seller_weeks: tested.seller_weeks as u64,
        reach: farthest.fold(0.0, f64::max),
        best: tested.curve.as_ref().map_or(0, |curve| number(curve.best)),
        finding: tested.finding.map(|finding| FindingView {
            weeks: number(finding.weeks),
            low: number(finding.low),
            high: number(finding.high),
            p: tested.p.unwrap_or(1.0),
            pairs: tested.pairs().unwrap_or(0) as u64,
        }),
        points,
    }
}

/// The clock runs from the baseline. Without one no day is taken for the first: the earliest fact says when
/// somebody joined a network, not when a programme began, and would make every programme old enough.
fn clock(asked: &Asked<'_>, span: Option<Span>) -> ClockView {
    let Some(span) = span else { return ClockView::default() };
    let since = match asked.frame.baseline {
        Baseline::Day(day) => Some(day),
        _ => None,
    };
    let age = since.and_then(|since| u32::try_from(span.to.0 - since.0).ok());
    let cycle = figure(asked, "sales_cycle", span);
    let median = cycle.as_ref().and_then(Figure::value);
    ClockView {
        since,
        age_days: age,
        is_ripe: age.zip(median).is_some_and(|(age, median)| f64::from(age) > median),
        cycle: cycle.filter(|cycle| !matches!(cycle.state, State::Missing(_))),
        results: RESULTS
            .iter()
            .filter_map(|id| {
                let metric = metric(id)?;
                let samples = metric.samples(&asked.context);
                let stream = Stream::new(metric, &samples, &asked.context);
                let row = score_row(asked, metric, &stream);
                row.change.is_some().then_some(row)
            })
            .collect(),
    }
}

fn figure(asked: &Asked<'_>, id: &str, span: Span) -> Option<Figure> {
    let metric = metric(id)?;
    let samples = metric.samples(&asked.context);
    let selection = Selection { sellers: asked.selection.sellers.clone(), ..Selection::all(span) };
    Some(Stream::new(metric, &samples, &asked.context).figure(&selection))
}
