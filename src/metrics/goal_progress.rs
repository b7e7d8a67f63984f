//! How far a goal has come: the metric through the aggregator, the pace, and where it leads.
//!
//! The forecast is a random walk with drift (`stats::drift`) over the steps since the start: of a sum each whole
//! ISO week's, of a level the way from one whole week with a value to the next. Its interval is Student's prediction
//! interval. It takes at least [`LEAST_STEPS`] steps, and the last [`MOST_STEPS`] where there are more. Rates have no
//! pace: their interval over the days since the start is held against the target.

use super::goal::{Forecast, Goal, GoalOf, GoalPer, Measure, Outlook, Progress, Standing};
use super::{Better, Context, Figure, Kind, Metric, Missing, Point, Selection, Stream, Unit};
use crate::facts::{Bucket, Day, Span, Sym};
use crate::stats::{Drift, Estimate, Move, drift};

/// Steps that a forecast needs.
pub const LEAST_STEPS: usize = 4;
/// Steps that a forecast looks back.
pub const MOST_STEPS: usize = 26;
/// Days ahead in which the target may be reached.
const HORIZON_DAYS: i32 = 3_653;
const WEEK: f64 = 7.0;

/// How a metric's goals are measured.
pub fn measure(metric: &Metric) -> Measure {
    match metric.kind {
        Kind::Level | Kind::MoneyLevel | Kind::Reading | Kind::ReadingSum => Measure::Level,
        Kind::Count | Kind::LayeredCount | Kind::MoneySum => Measure::Sum,
        _ => Measure::Rate,
    }
}

/// The selection that a goal asks its metric for.
fn selection(goal: &Goal, context: &Context<'_>) -> Result<Selection, Missing> {
    let names = &context.facts.names;
    let sellers: Option<Vec<Sym>> = match &goal.of {
        GoalOf::All => None,
        GoalOf::Team(team) => {
            Some(names.find(team).map(|team| context.facts.roles.members(team)).unwrap_or_default())
        }
        GoalOf::Seller(seller) => Some(names.find(seller).into_iter().collect()),
    };
    if sellers.as_ref().is_some_and(Vec::is_empty) {
        return Err(Missing::NothingInPeriod);
    }
    let span = Span { from: goal.start, to: goal.deadline };
    let selection = Selection { sellers, ..Selection::all(span) };
    Ok(match &goal.key {
        Some((dim, key)) => selection.with_key(*dim, key),
        None => selection,
    })
}

/// How far a goal has come. The context must be asked with the goal's persona.
pub fn progress(goal: &Goal, metric: &Metric, stream: &Stream<'_>, context: &Context<'_>) -> Progress {
    let measure = measure(metric);
    let weeks = f64::from(days(goal.start, goal.deadline) + 1) / WEEK;
    let is_weekly = measure == Measure::Sum && goal.per == GoalPer::Week;
    let mut progress = Progress {
        measure,
        as_of: None,
        figure: Figure::missing(Missing::OutsideData),
        start_value: (measure == Measure::Sum).then_some(0.0),
        target: if is_weekly { goal.target * weeks } else { goal.target },
        falls: metric.better == Better::Lower,
        line: None,
        pace_needed: None,
        pace: None,
        standing: if goal.start > context.today { Standing::NotBegun } else { Standing::Unknown },
        forecast: None,
        steps: 0,
        weeks: None,
        points: Vec::new(),
    };
    let selection = match selection(goal, context) {
        Ok(selection) => selection,
        Err(missing) => {
            progress.figure = Figure::missing(missing);
            return progress;
        }
    };
    if measure == Measure::Level {
        let before = goal.start.plus(-1);
        let at_start = || stream.figure(&selection.over(Span { from: before, to: before })).value();
        progress.start_value = goal.start_value.or_else(at_start);
    }
    let end = known_end(metric, context, selection.sellers.as_deref());
    let Some(as_of) = end.map(|end| end.min(goal.deadline)).filter(|end| *end >= goal.start) else {
        // Why there is nothing at all says more than that there is nothing since the start.
        progress.figure = stream.figure(&selection);
        return progress;
    };
    let so_far = selection.over(Span { from: goal.start, to: as_of });
    progress.as_of = Some(as_of);
    progress.figure = stream.figure(&so_far);
    if measure == Measure::Rate {
        progress.standing = against(&progress.figure, progress.target, progress.falls);
        return progress;
    }
    let points = stream.series(&so_far, Bucket::Week);
    let moves = moves(&mut progress, goal, &points);
    if metric.kind.is_layered() {
        // Which rows count is decided over all days asked for: the weeks need not add up to the whole.
        for (day, value) in progress.points.iter_mut().skip(1) {
            *value = stream.figure(&so_far.over(Span { from: goal.start, to: *day })).value();
        }
    }
    progress.steps = u32::try_from(moves.len()).unwrap_or(u32::MAX);
    if is_weekly {
        let whole: Vec<f64> =
            points.iter().filter(|point| is_whole(point)).filter_map(|p| p.figure.value()).collect();
        let reached = whole.iter().filter(|value| **value >= goal.target).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        progress.weeks = Some((count(reached), count(whole.len())));
    }
    let Some(now) = progress.figure.value() else { return progress };
    pace(&mut progress, goal, now, as_of);
    let recent = moves.get(moves.len().saturating_sub(MOST_STEPS)..).unwrap_or(&[]);
    if recent.len() >= LEAST_STEPS
        && as_of < goal.deadline
        && let Some(drift) = drift(recent)
    {
        progress.forecast = Some(forecast(&progress, metric, &drift, now, as_of, goal.deadline));
    }
    progress
}

fn days(from: Day, to: Day) -> i32 {
    to.0 - from.0
}

/// Up to when the facts tell of the metric and these sellers; never later than today.
fn known_end(metric: &Metric, context: &Context<'_>, sellers: Option<&[Sym]>) -> Option<Day> {
    let need = metric.needs.iter().find(|need| !need.tables().is_empty())?;
    context.coverage.of_need(*need, sellers).end.map(|end| end.min(context.today))
}

fn is_whole(point: &Point) -> bool {
    point.span.from == point.from && point.span.to == point.from.plus(6)
}

/// The steps from week to week, in weeks; notes the way so far.
fn moves(progress: &mut Progress, goal: &Goal, points: &[Point]) -> Vec<Move> {
    let before = goal.start.plus(-1);
    progress.points.push((before, progress.start_value));
    let mut moves = Vec::new();
    let mut last = progress.start_value.map(|value| (before, value));
    let mut sum = 0.0;
    for point in points {
        let value = point.figure.value();
        match progress.measure {
            Measure::Sum => {
                if let Some(value) = value {
                    sum += value;
                    if is_whole(point) {
                        moves.push(Move { by: value, time: 1.0 });
                    }
                }
                progress.points.push((point.span.to, value.map(|_| sum)));
            }
            _ => {
                progress.points.push((point.span.to, value));
                if let Some(value) = value.filter(|_| point.span.to == point.from.plus(6)) {
                    if let Some((day, old)) = last {
                        let time = f64::from(days(day, point.span.to)) / WEEK;
                        moves.push(Move { by: value - old, time });
                    }
                    last = Some((point.span.to, value));
                }
            }
        }
    }
    moves.retain(|step| step.time > 0.0);
    moves
}

/// The line from start to target, what is still needed, and how it stands.
fn pace(progress: &mut Progress, goal: &Goal, now: f64, as_of: Day) {
    let sign = if progress.falls { -1.0 } else { 1.0 };
    let is_over = as_of >= goal.deadline;
    let is_reached = sign * (now - progress.target) >= 0.0;
    // A target per week is not reached before its last week is over.
    let is_weekly = progress.weeks.is_some();
    let gone = f64::from(days(goal.start, as_of) + 1) / WEEK;
    let left = f64::from(days(as_of, goal.deadline)) / WEEK;
    if left > 0.0 {
        let needed = (progress.target - now) / left;
        progress.pace_needed = Some(if sign * needed > 0.0 { needed } else { 0.0 });
    }
    progress.standing = Standing::CannotTell;
    if let Some(start) = progress.start_value {
        progress.pace = Some((now - start) / gone);
        let planned = (progress.target - start) / (gone + left);
        let line = start + planned * gone;
        progress.line = Some(line);
        let ahead = sign * (now - line);
        progress.standing = match ahead {
            // A line without a slope: there is nothing to gain, only to keep.
            _ if planned == 0.0 => {
                if is_reached {
                    Standing::OnPace
                } else {
                    Standing::Behind
                }
            }
            _ if ahead > planned.abs() => Standing::Ahead,
            _ if ahead < -planned.abs() => Standing::Behind,
            _ => Standing::OnPace,
        };
    }
    if is_over {
        progress.standing = if is_reached { Standing::Reached } else { Standing::NotReached };
    } else if is_reached && !is_weekly {
        progress.standing = Standing::Reached;
    }
}

fn forecast(
    progress: &Progress,
    metric: &Metric,
    drift: &Drift,
    now: f64,
    as_of: Day,
    deadline: Day,
) -> Forecast {
    let ahead = |days: i32| within_reason(progress, metric, now, drift.ahead(f64::from(days) / WEEK));
    let at_deadline = ahead(days(as_of, deadline));
    let target = progress.target;
    let reaches = |value: f64| if progress.falls { value <= target } else { value >= target };
    let (best, worst) = if progress.falls {
        (at_deadline.low, at_deadline.high)
    } else {
        (at_deadline.high, at_deadline.low)
    };
    let first = |limit: &dyn Fn(Estimate) -> f64| {
        (0..=HORIZON_DAYS).find(|days| reaches(limit(ahead(*days)))).map(|days| as_of.plus(days))
    };
    Forecast {
        value: at_deadline.value,
        low: at_deadline.low,
        high: at_deadline.high,
        outlook: match (reaches(best), reaches(worst)) {
            (_, true) => Outlook::Likely,
            (true, false) => Outlook::Open,
            (false, false) => Outlook::Unlikely,
        },
        day: first(&|estimate| estimate.value),
        earliest: first(&|estimate| if progress.falls { estimate.low } else { estimate.high }),
        latest: first(&|estimate| if progress.falls { estimate.high } else { estimate.low }),
        steps: progress.steps.min(u32::try_from(MOST_STEPS).unwrap_or(u32::MAX)),
    }
}

/// A value with its limits where they can lie: a sum never falls, and an index ends at its ceiling.
fn within_reason(progress: &Progress, metric: &Metric, now: f64, ahead: Estimate) -> Estimate {
    let floor = if progress.measure == Measure::Sum { now } else { 0.0 };
    let ceiling = match metric.unit {
        Unit::Score | Unit::TopPercent => 100.0,
        Unit::Pillar => 25.0,
        _ => f64::INFINITY,
    };
    let held = |by: f64| (now + by).max(floor).min(ceiling);
    Estimate { value: held(ahead.value), low: held(ahead.low), high: held(ahead.high) }
}

/// A figure against its target: by its whole interval, where it has one.
pub fn against(figure: &Figure, target: f64, falls: bool) -> Standing {
    let Some(value) = figure.value() else {
        return if matches!(figure.state, super::State::Missing(_)) {
            Standing::Unknown
        } else {
            Standing::CannotTell
        };
    };
    let low = figure.low.map_or(value, |low| low.to_f64());
    let high = figure.high.map_or(value, |high| high.to_f64());
    let reaches = |limit: f64| if falls { limit <= target } else { limit >= target };
    match (reaches(low), reaches(high)) {
        (true, true) => Standing::Reached,
        (false, false) => Standing::NotReached,
        _ => Standing::CannotTell,
    }
}
