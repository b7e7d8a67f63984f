//! What stands in the pipeline over time.

use super::{line, with_stream};
use crate::charts::{ChartSpec, EventMark, Name, Point, TimeAxis, TrendSeries, TrendSpec, Unit, ValueAxis};
use crate::facts::{Bucket, Day};
use crate::metrics::stage_levels;
use crate::views::LevelPart;
use crate::views::build::markers::written_within;
use crate::views::build::{Asked, trend};

/// The catalogue's figures at the head of the page.
const ROWS: [&str; 5] = ["pipeline_deals", "pipeline_value", "deals_created", "deals_won", "won_value"];

/// More stages than this are drawn as one.
const MOST_STAGES: usize = 7;

/// The level of the pipeline.
pub fn level(asked: &Asked<'_>, bucket: Bucket) -> LevelPart {
    let chart = |id: &str| {
        with_stream(asked, id, |metric, stream| trend::trend(asked, metric, stream, &asked.selection, bucket))
            .flatten()
            .map(from_first_value)
    };
    let ends: Vec<(Day, Day)> =
        (bucket.cut(asked.selection.span).into_iter()).map(|(start, span)| (start, span.to)).collect();
    let days: Vec<Day> = ends.iter().map(|(_, end)| *end).collect();
    let levels = stage_levels(&asked.context, &asked.selection, &days);
    LevelPart {
        rows: ROWS.iter().filter_map(|id| line(asked, id)).collect(),
        deals: chart("pipeline_deals"),
        value: chart("pipeline_value"),
        standing: levels.standing,
        with_stages: levels.with_stages,
        stages: (levels.with_stages > 0)
            .then(|| stages(&ends, levels.by_stage, written_within(asked, asked.selection.span, bucket))),
    }
}

/// The chart from the first value on: a period can begin long before the first deal.
pub fn from_first_value(mut spec: ChartSpec) -> ChartSpec {
    if let ChartSpec::Trend(trend) = &mut spec {
        let drawn = trend.series.iter().chain(&trend.before).flat_map(|series| &series.points);
        let first = drawn.filter(|point| point.drawn().is_some()).map(|point| point.day).min();
        if let Some(first) = first {
            trend.x.from_day = trend.x.from_day.max(first);
            for series in trend.series.iter_mut().chain(&mut trend.before) {
                series.points.retain(|point| point.day >= first);
            }
        }
    }
    spec
}

/// A line for each of the fullest stages; the others together.
fn stages(ends: &[(Day, Day)], mut by_stage: Vec<(String, Vec<u64>)>, events: Vec<EventMark>) -> ChartSpec {
    let mut rest: Option<Vec<u64>> = None;
    while by_stage.len() > MOST_STAGES {
        let least = (0..by_stage.len())
            .min_by_key(|at| by_stage.get(*at).map(|(_, counts)| counts.iter().sum::<u64>()));
        let (_, counts) = by_stage.remove(least.unwrap_or(0));
        let rest = rest.get_or_insert_with(|| vec![0; counts.len()]);
        for (sum, count) in rest.iter_mut().zip(counts) {
            *sum += count;
        }
    }
    let named = |stage: String| match stage.is_empty() {
        true => Name::Key("pipe.stage_unknown".into()),
        false => Name::Text(stage),
    };
    let mut lines: Vec<(Name, Vec<u64>)> =
        by_stage.into_iter().map(|(stage, counts)| (named(stage), counts)).collect();
    lines.extend(rest.map(|counts| (Name::Key("pipe.stage_rest".into()), counts)));
    let first = ends.first().map_or(0, |(start, _)| start.0);
    ChartSpec::Trend(TrendSpec {
        x: TimeAxis { from_day: first, to_day: ends.last().map_or(first, |(start, _)| start.0) },
        y: ValueAxis::of(Unit::Count),
        series: (lines.into_iter())
            .map(|(name, counts)| TrendSeries {
                name,
                points: (ends.iter().zip(counts))
                    .map(|((start, _), count)| Point {
                        day: start.0,
                        value: Some(count as f64),
                        ..Point::default()
                    })
                    .collect(),
            })
            .collect(),
        before: None,
        goal: None,
        events,
        over: None,
    })
}
