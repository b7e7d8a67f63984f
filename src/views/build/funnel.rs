//! The funnel page: cohorts by quarter, the bottleneck, where people stand, and how long it takes.

use super::Asked;
use super::bottleneck::{against_sources, against_target, bottleneck, has_sources};
use crate::facts::{Day, Span};
use crate::metrics::{
    Dim, Figure, Journey, Journeys, Missing, Quantity, Reached, Selection, State, Step, Stream, metric,
};
use crate::stats::{self, Case};
use crate::views::{CohortStep, CohortView, DelayLine, FunnelView, ShareWithin, StandingView};
use crate::workspace::Workspace;

/// Quarters shown at most.
const MOST_COHORTS: usize = 8;
/// Share of those who reach a step that must have had time for it.
const MOST_OF_THEM: f64 = 0.9;
/// Days that a step is given where too few have reached it.
const DEFAULT_DAYS: f64 = 90.0;
/// So many must have reached a step before their pace says anything.
const LEAST_REACHED: usize = 5;
/// Days within which shares are shown.
const WITHIN: [u32; 3] = [30, 90, 180];

/// The funnel page.
pub fn funnel_view(workspace: &Workspace, asked: &Asked<'_>) -> FunnelView {
    let all = Journeys::new(&asked.context);
    let targets = &workspace.plan.programme.step_targets;
    let mut view = FunnelView {
        frame: asked.frame.clone(),
        steps: all.steps.iter().map(|step| step.id().to_owned()).collect(),
        lacks_meetings: !all.steps.contains(&Step::Meeting),
        targets: (all.steps.iter())
            .map(|step| (step.id().to_owned(), targets.get(step.id()).copied()))
            .collect(),
        ..FunnelView::default()
    };
    let chosen: Vec<&Journey> = all.list.iter().filter(|journey| is_chosen(asked, journey)).collect();
    let Some(end) = asked.frame.data_end.filter(|_| !chosen.is_empty()) else { return view };
    let quarters = quarters(&chosen, end);
    let recent: Vec<&Journey> = (chosen.iter().copied())
        .filter(|journey| quarters.first().is_some_and(|first| journey.connected >= first.from))
        .collect();
    // Who was known long before the first message that is known of took years to it, and tells nothing of others.
    let horizons = horizons(&recent, &all.steps);
    view.cohorts = cohorts(asked, &quarters, &all.steps, &horizons, end);
    view.most = view.cohorts.iter().map(|cohort| cohort.connected).max().unwrap_or(0);
    view.bottleneck = bottleneck(asked, &all, &quarters, &horizons, end);
    view.has_sources = has_sources(asked);
    view.other_bottlenecks =
        [against_sources(asked), against_target(asked, &all, targets, &quarters, &horizons, end)]
            .into_iter()
            .flatten()
            .collect();
    view.standing = standing(&recent, &all.steps, end);
    view.delays = (all.steps.iter().copied())
        .filter(|step| *step > Step::Warm)
        .filter_map(|step| delay(asked, &chosen, step))
        .collect();
    view
}

fn is_chosen(asked: &Asked<'_>, journey: &Journey) -> bool {
    let roles = &asked.context.facts.roles;
    roles.counts(asked.selection.sellers.as_deref(), journey.seller) && journey.is_of_persona()
}

/// The newest quarters with a connection, oldest first; the last one ends with the data.
fn quarters(journeys: &[&Journey], end: Day) -> Vec<Span> {
    let first = journeys.iter().map(|journey| journey.connected).min().unwrap_or(end);
    let mut quarters = Vec::new();
    let mut to = end;
    while quarters.len() < MOST_COHORTS && to >= first {
        let (year, month, _) = to.ymd();
        let from = Day::from_ymd(year, (month - 1) / 3 * 3 + 1, 1).unwrap_or(to);
        quarters.push(Span { from, to });
        to = from.plus(-1);
    }
    quarters.reverse();
    quarters
}

/// Days from connecting within which nine of ten that reach a step have reached it; never fewer than for the
/// step before.
fn horizons(journeys: &[&Journey], steps: &[Step]) -> Vec<f64> {
    let mut longest = 0.0_f64;
    steps
        .iter()
        .map(|step| {
            let days: Vec<f64> = (journeys.iter())
                .filter_map(|journey| match journey.reached(*step) {
                    Reached::On(day) => Some(f64::from((day.0 - journey.connected.0).max(0))),
                    _ => None,
                })
                .collect();
            let own = stats::quantile(&days, MOST_OF_THEM).filter(|_| days.len() >= LEAST_REACHED);
            longest = longest.max(own.unwrap_or(DEFAULT_DAYS)).ceil();
            longest
        })
        .collect()
}

fn cohorts(
    asked: &Asked<'_>,
    quarters: &[Span],
    steps: &[Step],
    horizons: &[f64],
    end: Day,
) -> Vec<CohortView> {
    let (Some(funnel), Some(connections)) = (metric("funnel"), metric("connections_new")) else {
        return Vec::new();
    };
    let (samples, connected) = (funnel.samples(&asked.context), connections.samples(&asked.context));
    let stream = Stream::new(funnel, &samples, &asked.context);
    let connected = Stream::new(connections, &connected, &asked.context);
    let keyed = |span: Span| {
        let whole = Selection { sellers: asked.selection.sellers.clone(), ..Selection::all(span) };
        // With a persona chosen, its people only.
        if asked.context.persona.is_some() { whole.with_key(Dim::Persona, "matching") } else { whole }
    };
    (quarters.iter())
        .map(|span| {
            let selection = keyed(*span);
            let figures = stream.breakdown(&selection, Dim::Step);
            let people = connected.figure(&selection).value().unwrap_or(0.0).max(0.0) as u64;
            let mut is_open = false;
            let steps = (steps.iter().zip(horizons))
                .map(|(step, days)| {
                    let figure = figures.iter().find(|(key, _)| key == step.id()).map(|(_, figure)| figure);
                    is_open |= f64::from(end.0 - span.to.0) < *days;
                    CohortStep {
                        figure: figure.cloned().unwrap_or_else(|| Figure::missing(Missing::NothingInPeriod)),
                        reached: reached(figure),
                        is_open,
                    }
                })
                .collect();
            CohortView { span: *span, connected: people, steps }
        })
        .collect()
}

/// How many reached a step; nobody where nobody reached the one before.
fn reached(figure: Option<&Figure>) -> Option<u64> {
    match figure {
        None => Some(0),
        Some(figure) if matches!(figure.state, State::Missing(Missing::AllUnknown)) => None,
        Some(figure) => Some(figure.numerator.map_or(0.0, Quantity::to_f64) as u64),
    }
}

fn standing(journeys: &[&Journey], steps: &[Step], end: Day) -> Vec<StandingView> {
    // Places: 0 for those who have come no further than connecting.
    let mut ages: Vec<(u64, Vec<f64>)> = vec![(0, Vec::new()); steps.len() + 1];
    for journey in journeys {
        let mut since = Some(journey.connected);
        let mut place = 0;
        for step in steps {
            match journey.reached(*step) {
                Reached::On(day) => since = since.max(Some(day)),
                Reached::Undated => since = None,
                Reached::NotYet | Reached::Unknown => break,
            }
            place += 1;
        }
        if let Some((people, ages)) = ages.get_mut(place) {
            *people += 1;
            ages.extend(since.map(|since| f64::from((end.0 - since.0).max(0))));
        }
    }
    let ids = ["connection"].into_iter().chain(steps.iter().map(|step| step.id()));
    ids.zip(ages)
        .map(|(step, (people, ages))| StandingView {
            step: step.to_owned(),
            people,
            median_age_days: stats::median(&ages),
        })
        .collect()
}

/// How long it takes from the first message to a step; none where nothing is known of it.
fn delay(asked: &Asked<'_>, journeys: &[&Journey], step: Step) -> Option<DelayLine> {
    let cases: Vec<Case> = journeys.iter().filter_map(|journey| case(asked, journey, step)).collect();
    if cases.is_empty() {
        return None;
    }
    let curve = stats::kaplan_meier(&cases);
    let last = curve.steps.last().map_or(0.0, |step| step.time);
    let within = WITHIN.map(|days| {
        let at = curve.steps.iter().take_while(|step| step.time <= f64::from(days)).last();
        let is_known = last >= f64::from(days) || curve.steps.last().is_some_and(|step| step.survival <= 0.0);
        let band = at.and_then(|step| step.band);
        ShareWithin {
            days,
            share: is_known.then(|| at.map_or(0.0, |step| 1.0 - step.survival)),
            low: band.map(|band| 1.0 - band.high),
            high: band.map(|band| 1.0 - band.low),
        }
    });
    Some(DelayLine {
        step: step.id().to_owned(),
        cases: curve.cases as u64,
        events: curve.events as u64,
        median: curve.median(),
        low: curve.median_low(),
        high: curve.median_high(),
        within: within.to_vec(),
    })
}

/// One conversation followed to a step, or to the end of what is known of it.
fn case(asked: &Asked<'_>, journey: &Journey, step: Step) -> Option<Case> {
    let Reached::On(start) = journey.reached(Step::Conversation) else { return None };
    let (until, event) = match journey.reached(step) {
        Reached::On(day) => (day, true),
        Reached::NotYet => {
            let facts = asked.context.facts;
            let of = |table: &crate::facts::TableId| {
                facts.data_end(*table, journey.seller).or_else(|| facts.table_data_end(*table))
            };
            (step.tables().iter().filter_map(of).max()?.min(asked.context.today), false)
        }
        Reached::Undated | Reached::Unknown => return None,
    };
    (until >= start).then(|| Case { time: f64::from(until.0 - start.0), event })
}
