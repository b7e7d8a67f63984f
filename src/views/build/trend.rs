//! A metric's charts as data: the trend and the survival curve.

use super::Asked;
use super::goals::goal_within;
use super::markers::events_within;
use crate::charts::{
    AtRisk, ChartSpec, Counted, Interval, Name, Point as ChartPoint, Step, SurvivalSeries, SurvivalSpec,
    TimeAxis, TrendSeries, TrendSpec, Unit as ChartUnit, ValueAxis,
};
use crate::facts::Bucket;
use crate::metrics::{Kind, Metric, Point, Quantity, Selection, Stream, Unit};
use crate::stats::Survival;

/// Counts under the axis of a survival curve.
const RISK_MARKS: usize = 5;

/// The trend of a metric, with the period before moved onto it; none where nothing can be drawn.
pub fn trend(
    asked: &Asked<'_>,
    metric: &Metric,
    stream: &Stream<'_>,
    selection: &Selection,
    bucket: Bucket,
) -> Option<ChartSpec> {
    let points = whole_buckets(metric, stream.series(selection, bucket), bucket);
    let drawn = points.iter().filter(|point| point.figure.value().is_some()).count();
    if drawn == 0 {
        return None;
    }
    let span = selection.span;
    let before = asked.frame.before.map(|before| {
        let shift = span.from.0 - before.from.0;
        let own_start = bucket.start(span.from).0;
        let their_start = bucket.start(before.from).0;
        let points = whole_buckets(metric, stream.series(&selection.before(before), bucket), bucket);
        // Weeks and months do not always fall on the same days: the n-th lies over the n-th.
        let starts: Vec<i32> = bucket.cut(span).iter().map(|(start, _)| start.0).collect();
        let their_starts: Vec<i32> = bucket.cut(before).iter().map(|(start, _)| start.0).collect();
        let points = points
            .iter()
            .map(|point| {
                let nth = their_starts.iter().position(|start| *start == point.from.0);
                let day = nth.and_then(|nth| starts.get(nth)).copied().unwrap_or(point.from.0 + shift);
                chart_point(point, day)
            })
            .filter(|point| own_start >= their_start && point.day <= span.to.0)
            .collect();
        TrendSeries { name: Name::Key("chart.before".into()), points }
    });
    Some(ChartSpec::Trend(TrendSpec {
        x: TimeAxis { from_day: bucket.start(span.from).0, to_day: bucket.start(span.to).0 },
        y: axis(asked, metric),
        series: vec![TrendSeries {
            name: Name::Key(format!("metric.{}.name", metric.id)),
            points: points.iter().map(|point| chart_point(point, point.from.0)).collect(),
        }],
        before: before.filter(|before| before.points.iter().any(|point| point.value.is_some())),
        goal: goal_within(asked, metric, span.to, bucket_days(bucket)),
        events: events_within(asked, metric, span, bucket),
        over: None,
    }))
}

/// Days of a week, or of a month on average.
fn bucket_days(bucket: Bucket) -> f64 {
    if bucket == Bucket::Week { 7.0 } else { 365.25 / 12.0 }
}

/// Sums over a week or month that the period cuts are smaller for that reason alone: they are not drawn beside
/// whole ones. Rates and levels of a part are as good as those of a whole.
pub fn whole_buckets(metric: &Metric, points: Vec<Point>, bucket: Bucket) -> Vec<Point> {
    if !matches!(metric.kind, Kind::Count | Kind::LayeredCount | Kind::MoneySum) {
        return points;
    }
    let is_whole =
        |point: &Point| point.span.from == point.from && point.span.to == bucket.next(point.from).plus(-1);
    points.into_iter().filter(is_whole).collect()
}

/// The axis of a metric's values.
pub(super) fn axis(asked: &Asked<'_>, metric: &Metric) -> ValueAxis {
    let (unit, ceiling) = match metric.unit {
        Unit::Ratio => return ValueAxis { unit: ChartUnit::Ratio, ceiling: None },
        Unit::Count => (ChartUnit::Count, None),
        Unit::Hours => (ChartUnit::Hours, None),
        Unit::Days => (ChartUnit::Days, None),
        Unit::Seconds => (ChartUnit::Seconds, None),
        Unit::Money => (ChartUnit::Money { currency: asked.context.currency.clone() }, None),
        Unit::Score => (ChartUnit::Score, Some(100.0)),
        Unit::TopPercent => (ChartUnit::TopPercent, Some(100.0)),
        Unit::Pillar => (ChartUnit::Pillar, Some(25.0)),
        Unit::PointsPerWeek | Unit::Times => (ChartUnit::Score, None),
    };
    ValueAxis { unit, ceiling }
}

/// A figure as a point of a chart.
pub fn chart_point(point: &Point, day: i32) -> ChartPoint {
    let figure = &point.figure;
    let interval =
        figure.low.zip(figure.high).map(|(low, high)| Interval { low: low.to_f64(), high: high.to_f64() });
    let counted = match (figure.numerator, figure.denominator) {
        (Some(Quantity::Number(have)), Some(Quantity::Number(of)))
            if of == figure.n as f64 && have >= 0.0 =>
        {
            Some(Counted { have: have as u64, of: figure.n })
        }
        _ => Some(Counted { have: figure.n, of: figure.n })
            .filter(|_| figure.value().is_none() && figure.n > 0),
    };
    let left_out = figure.left_out.iter().map(|(_, rows)| u64::from(*rows)).sum();
    ChartPoint { day, value: figure.value(), interval, counted, left_out }
}

/// The survival curve of a duration.
pub fn survival(metric: &Metric, survival: &Survival) -> Option<ChartSpec> {
    let until = survival.steps.last()?.time;
    if until <= 0.0 {
        return None;
    }
    let name = Name::Key(format!("metric.{}.name", metric.id));
    Some(ChartSpec::Survival(SurvivalSpec {
        time_unit: match metric.unit {
            Unit::Hours => ChartUnit::Hours,
            // Contacts until something happens stand in the place of time.
            Unit::Count => ChartUnit::Count,
            _ => ChartUnit::Days,
        },
        time_to: until,
        series: vec![curve(name, survival, until)],
    }))
}

/// One curve, with the numbers at risk on an axis that ends at `time_to`.
pub fn curve(name: Name, survival: &Survival, time_to: f64) -> SurvivalSeries {
    let steps: Vec<Step> = survival
        .steps
        .iter()
        .filter(|step| step.events > 0)
        .map(|step| Step {
            time: step.time,
            share: step.survival,
            interval: step.band.map(|band| Interval { low: band.low, high: band.high }),
        })
        .collect();
    let open_at = |time: f64| {
        let next = survival.steps.iter().find(|step| step.time >= time);
        next.map_or(0, |step| u64::try_from(step.at_risk).unwrap_or(0))
    };
    let at_risk = (0..RISK_MARKS)
        .map(|mark| time_to * mark as f64 / (RISK_MARKS - 1) as f64)
        .map(|time| AtRisk { time, open: open_at(time) })
        .collect();
    SurvivalSeries {
        name,
        steps,
        censored: survival.steps.iter().filter(|step| step.censored > 0).map(|step| step.time).collect(),
        at_risk,
        median: survival.median(),
        until: survival.steps.last().map_or(0.0, |step| step.time),
    }
}
