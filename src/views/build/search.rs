//! Search interest laid over a metric's trend: which export, and its figures by week or month.

use std::collections::BTreeMap;

use super::Asked;
use crate::charts::{ChartSpec, Interval, Name, Overlay, Point, TrendSeries};
use crate::facts::{Bucket, Day, SearchInterestRow, Span, Sym, sort_list};
use crate::views::{MetricView, SearchChoice, SearchView};

/// The peak of an export: what lies at the top of the plot.
const PEAK: f64 = 100.0;

/// Tells what can be laid over the trend of an opened metric, and lays the wanted one over it. Without a trend there
/// is nothing to choose.
pub fn lay_over(asked: &Asked<'_>, mut view: MetricView, wanted: Option<&str>) -> MetricView {
    let Some(ChartSpec::Trend(trend)) = &mut view.trend else { return view };
    let found = exports(asked);
    let chosen = wanted.and_then(|wanted| found.iter().position(|(choice, _)| choice.key == wanted));
    if let Some((choice, stretches)) = chosen.and_then(|at| found.get(at)) {
        let days = trend.series.iter().flat_map(|series| &series.points).map(|point| Day(point.day));
        let points = points(stretches, days, view.bucket);
        let name = [choice.term.as_str(), choice.region.as_str()];
        let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
        let series = TrendSeries { name: Name::Text(name.join(" · ")), points };
        let is_drawn = series.points.iter().any(|point| point.value.is_some());
        trend.over = is_drawn.then_some(Overlay { series, top: PEAK });
    }
    view.search = SearchView {
        choices: found.into_iter().map(|(choice, _)| choice).collect(),
        chosen: chosen.and_then(|at| u32::try_from(at).ok()),
    };
    view
}

/// A stretch of days and what is known of the interest in it.
#[derive(Clone, Copy)]
struct Stretch {
    days: Span,
    low: f64,
    high: f64,
}

/// Of each term, place and length of stretch the export that goes furthest, of equals the longest. Two exports are
/// never joined: each has a peak of its own.
fn exports(asked: &Asked<'_>) -> Vec<(SearchChoice, Vec<Stretch>)> {
    let mut by_export: BTreeMap<(Sym, Sym, Sym), BTreeMap<Sym, Vec<Stretch>>> = BTreeMap::new();
    for (_, row) in asked.context.facts.rows::<SearchInterestRow>() {
        let (low, high) = match (row.interest, row.below_one) {
            (Some(interest), _) => (interest, interest),
            (None, Some(true)) => (0.0, 1.0),
            _ => continue,
        };
        let Some(from) = row.date.map(|date| asked.context.day(date)) else { continue };
        let to = last_day(from, asked.context.text(row.step));
        let exports = by_export.entry((row.term, row.region, row.step)).or_default();
        exports.entry(row.export).or_default().push(Stretch { days: Span { from, to }, low, high });
    }
    let text = |sym: Sym| asked.context.text(sym).to_owned();
    let mut found = Vec::new();
    for ((term, region, step), exports) in by_export {
        let spans = exports.into_values().filter_map(|stretches| Some((span(&stretches)?, stretches)));
        let furthest = |(span, _): &(Span, Vec<Stretch>)| (span.to, span.days());
        let Some((span, stretches)) = spans.max_by_key(furthest) else { continue };
        let (term, region, step) = (text(term), text(region), text(step));
        let key = format!("{term}|{region}|{step}");
        found.push((SearchChoice { key, term, region, step, span }, stretches));
    }
    sort_list(&mut found, |a, b| a.0.key.cmp(&b.0.key));
    found
}

/// The last day of a stretch.
fn last_day(from: Day, step: &str) -> Day {
    match step {
        "week" => from.plus(6),
        "month" => from.next_month_start().plus(-1),
        _ => from,
    }
}

fn span(stretches: &[Stretch]) -> Option<Span> {
    let from = stretches.iter().map(|stretch| stretch.days.from).min()?;
    let to = stretches.iter().map(|stretch| stretch.days.to).max()?;
    Some(Span { from, to })
}

fn middle(days: Span) -> Day {
    days.from.plus((days.days() - 1) / 2)
}

/// The mean of the stretches whose middle lies in a week or month; where none does, the stretch in which its own
/// middle lies: a month's figure stands for its weeks. Where there is neither it is a gap.
fn points(stretches: &[Stretch], starts: impl Iterator<Item = Day>, bucket: Bucket) -> Vec<Point> {
    let point = |from: Day| {
        let days = Span { from, to: bucket.next(from).plus(-1) };
        let own = || stretches.iter().filter(|stretch| days.contains(middle(stretch.days)));
        let around = stretches.iter().find(|stretch| stretch.days.contains(middle(days)));
        let known: Vec<&Stretch> =
            if own().next().is_some() { own().collect() } else { around.into_iter().collect() };
        let mean = |pick: fn(&Stretch) -> f64| {
            // A few hundred stretches at most.
            known.iter().map(|stretch| pick(stretch)).sum::<f64>() / known.len() as f64
        };
        let (low, high) = (mean(|stretch| stretch.low), mean(|stretch| stretch.high));
        Point {
            day: from.0,
            value: (!known.is_empty()).then_some((low + high) / 2.0),
            interval: (low < high).then_some(Interval { low, high }),
            ..Point::default()
        }
    };
    starts.map(point).collect()
}
