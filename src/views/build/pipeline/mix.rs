//! Social sources against the others over time: of the pipeline, of the won value, of the work.

use super::held::{is_other, is_social, share_change};
use super::level::from_first_value;
use super::with_stream;
use crate::charts::{
    ChartSpec, Counted, Interval, Name, Point, TimeAxis, TrendSeries, TrendSpec, Unit, ValueAxis,
};
use crate::facts::{Bucket, Day};
use crate::metrics::{Dim, social_effort};
use crate::stats;
use crate::views::build::markers::written_within;
use crate::views::build::{Asked, trend};
use crate::views::{Held, MixPart};

/// Social sources against the others.
pub fn mix(asked: &Asked<'_>, bucket: Bucket) -> MixPart {
    let selection = &asked.selection;
    let cut = bucket.cut(selection.span);
    let need = u64::from(asked.context.definitions.rate_needs);
    let effort = effort(
        asked,
        &cut.iter().map(|(start, span)| (*start, span.from, span.to)).collect::<Vec<_>>(),
        need,
    );
    let has_effort = effort.iter().any(|point| point.value.is_some());
    let series = [
        ("pipe.mix.pipeline", pipeline(asked, bucket, need)),
        ("pipe.mix.won", won(asked, bucket)),
        ("pipe.mix.effort", effort),
    ];
    let series: Vec<TrendSeries> = series
        .into_iter()
        .filter(|(_, points)| points.iter().any(|point| point.value.is_some()))
        .map(|(key, points)| TrendSeries { name: Name::Key(key.to_owned()), points })
        .collect();
    let first = cut.first().map_or(0, |(start, _)| start.0);
    let last = cut.last().map_or(first, |(start, _)| start.0);
    let chart = (!series.is_empty()).then(|| {
        ChartSpec::Trend(TrendSpec {
            x: TimeAxis { from_day: first, to_day: last },
            y: ValueAxis::of(Unit::Ratio),
            series,
            before: None,
            goal: None,
            events: written_within(asked, selection.span, bucket),
            over: None,
        })
    });
    let win = with_stream(asked, "win_rate", |_, stream| {
        let figure = stream.figure_where(selection, Dim::Source, &is_social);
        let rest = stream.figure_where(selection, Dim::Source, &is_other);
        let change = share_change(&figure, &rest, true);
        Held { name: Name::Key("pipe.social".into()), figure, change }
    });
    MixPart { chart: chart.map(from_first_value), has_effort, win: win.filter(|win| win.figure.n > 0) }
}

/// Deals of social sources in the pipeline at the end of each stretch, of those whose source is known.
fn pipeline(asked: &Asked<'_>, bucket: Bucket, need: u64) -> Vec<Point> {
    let levels = with_stream(asked, "pipeline_deals", |_, stream| {
        let of = |wanted: &dyn Fn(&str) -> bool| {
            stream.series_where(&asked.selection, Dim::Source, wanted, bucket)
        };
        (of(&is_social), of(&is_other))
    });
    let (social, others) = levels.unwrap_or_default();
    let count = |value: Option<f64>| value.map_or(0, |value| value.round().max(0.0) as u64);
    social
        .iter()
        .zip(&others)
        .map(|(social, others)| {
            let (have, rest) = (count(social.figure.value()), count(others.figure.value()));
            share(social.from, have, have + rest, need)
        })
        .collect()
}

/// The metric of the catalogue, by week or month.
fn won(asked: &Asked<'_>, bucket: Bucket) -> Vec<Point> {
    let series =
        with_stream(asked, "social_revenue_share", |_, stream| stream.series(&asked.selection, bucket));
    series.unwrap_or_default().iter().map(|point| trend::chart_point(point, point.from.0)).collect()
}

/// Touches of social channels, of those whose channel is known.
fn effort(asked: &Asked<'_>, cut: &[(Day, Day, Day)], need: u64) -> Vec<Point> {
    let stretches: Vec<(Day, Day)> = cut.iter().map(|(_, from, to)| (*from, *to)).collect();
    let hits = social_effort(&asked.context, &asked.selection, &stretches);
    cut.iter().zip(hits).map(|((start, ..), hits)| share(*start, hits.hits, hits.of, need)).collect()
}

/// k of n as a point; a gap where there are too few.
fn share(day: Day, have: u64, of: u64, need: u64) -> Point {
    let interval = stats::wilson(have, of).filter(|_| of >= need);
    Point {
        day: day.0,
        value: interval.map(|_| have as f64 / of as f64),
        interval: interval.map(|interval| Interval { low: interval.low, high: interval.high }),
        counted: Some(Counted { have, of }),
        left_out: 0,
    }
}
