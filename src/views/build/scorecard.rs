//! The scorecard's rows.

use super::goals::row_goal;
use super::on_report::on_report;
use super::{Asked, trend};
use crate::facts::{Bucket, Span, sort_list};
use crate::metrics::{Figure, Metric, Missing, REGISTRY, ReportChoices, State, Stream, Unit, change};
use crate::views::{ScoreRow, ScorecardView};

/// Points of a sparkline.
const SPARK_POINTS: usize = 13;

/// The scorecard.
pub fn scorecard_view(asked: &Asked<'_>, choices: &ReportChoices) -> ScorecardView {
    let rows = score_rows(asked);
    let (leading, lagging) = on_report(&rows, choices);
    let ids = leading.into_iter().chain(lagging).map(|row| row.id.clone());
    ScorecardView { frame: asked.frame.clone(), phase: asked.phase, on_report: ids.collect(), rows }
}

/// A row for each metric: leading first, by section.
pub(super) fn score_rows(asked: &Asked<'_>) -> Vec<ScoreRow> {
    let mut rows: Vec<ScoreRow> = REGISTRY
        .iter()
        .map(|metric| {
            let samples = metric.samples(&asked.context);
            let stream = Stream::new(metric, &samples, &asked.context);
            score_row(asked, metric, &stream)
        })
        .collect();
    // Stable: within a stage and section the registry's order stays.
    let place = |row: &ScoreRow| (row.stage, row.section);
    sort_list(&mut rows, |a, b| place(a).cmp(&place(b)));
    rows
}

/// One metric's row.
pub(super) fn score_row(asked: &Asked<'_>, metric: &Metric, stream: &Stream<'_>) -> ScoreRow {
    let figure = stream.figure(&asked.selection);
    let before = asked.before.as_ref().map(|before| stream.figure(before));
    let goal = row_goal(asked, metric, &figure);
    ScoreRow {
        id: metric.id.to_owned(),
        section: metric.section,
        stage: metric.stage,
        unit: metric.unit,
        better: metric.better,
        part_of: part_of(metric).map(str::to_owned),
        change: before.as_ref().and_then(|before| change(metric, &figure, before)),
        spark: spark(asked, metric, stream),
        axis_top: axis_top(
            metric.unit,
            [Some(&figure), before.as_ref()].into_iter().flatten(),
            goal.map(|goal| goal.value),
        ),
        goal,
        data_until: data_until(asked, metric, &figure),
        figure,
        before,
    }
}

/// The pillars open below the index.
fn part_of(metric: &Metric) -> Option<&'static str> {
    (metric.unit == Unit::Pillar).then_some("ssi")
}

/// The last buckets of the period.
fn spark(asked: &Asked<'_>, metric: &Metric, stream: &Stream<'_>) -> Vec<Option<f64>> {
    let bucket = asked.frame.filter.by.bucket(asked.selection.span);
    let to = asked.selection.span.to;
    let mut from = bucket.start(to);
    for _ in 1..SPARK_POINTS {
        from = bucket.start(from.plus(-1));
    }
    let span = Span { from: from.max(asked.selection.span.from), to };
    let points = trend::whole_buckets(metric, stream.series(&asked.selection.over(span), bucket), bucket);
    let value =
        |start| points.iter().find(|point| point.from == start).and_then(|point| point.figure.value());
    buckets(bucket, span).into_iter().map(value).collect()
}

fn buckets(bucket: Bucket, span: Span) -> Vec<crate::facts::Day> {
    bucket.cut(span).into_iter().map(|(start, _)| start).collect()
}

/// Upper end of an axis from zero that holds the values and their intervals.
pub(super) fn axis_top<'a>(
    unit: Unit,
    figures: impl Iterator<Item = &'a Figure>,
    goal: Option<f64>,
) -> Option<f64> {
    let largest = figures
        .flat_map(|figure| {
            [figure.value(), figure.high.map(|high| high.to_f64()), figure.low.map(|low| low.to_f64())]
        })
        .flatten()
        .filter(|value| value.is_finite())
        .reduce(f64::max)?
        .max(goal.unwrap_or(0.0));
    match unit {
        Unit::Score => Some(100.0),
        Unit::Pillar => Some(25.0),
        Unit::TopPercent => Some(100.0),
        // A share's axis ends at 100 %; a small rate's where it can be read.
        Unit::Ratio if largest > 0.6 && largest <= 1.0 => Some(1.0),
        _ => Some(nice_top(largest)),
    }
}

/// The next of 1, 2, 4, 6, 8 × 10ⁿ that is not below a value; 1 for nothing.
fn nice_top(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let magnitude = 10f64.powf(value.log10().floor());
    [1.0, 2.0, 4.0, 6.0, 8.0, 10.0]
        .into_iter()
        .map(|step| step * magnitude)
        // A value that is a round number itself stays at the end of its axis.
        .find(|top| *top >= value * (1.0 - 1e-9))
        .unwrap_or(value)
}

/// Up to when the facts go, where the period lies outside them.
fn data_until(asked: &Asked<'_>, metric: &Metric, figure: &Figure) -> Option<String> {
    if !matches!(figure.state, State::Missing(Missing::OutsideData | Missing::NothingInPeriod)) {
        return None;
    }
    let need = metric.needs.first()?;
    let extent = asked.context.coverage.of_need(*need, asked.selection.sellers.as_deref());
    extent.end.map(|day| day.iso())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0.034, 0.04)]
    #[case(61.0, 80.0)]
    #[case(40.0, 40.0)]
    #[case(252_000.0, 400_000.0)]
    #[case(0.0, 1.0)]
    fn tops_are_round(#[case] value: f64, #[case] top: f64) {
        assert!((nice_top(value) - top).abs() < 1e-9 * top, "{}", nice_top(value));
    }
}
