//! The step with the largest shortfall, with its interval.
//!
//! Both sides get the same time: a step counts when it and all before it were reached within the days in which nine of
//! ten reach it, and only people connected so long ago take part.

use std::collections::BTreeMap;

use super::Asked;
use crate::facts::{Day, Span};
use crate::metrics::{Dim, Journey, Journeys, Quantity, Reached, SourceGroup, Step, Stream, metric};
use crate::stats;
use crate::views::{Against, BottleneckView};

/// The step with the largest shortfall: against the other sellers where some are chosen, else the newest quarter that
/// has had its time against those before. None where no step can be compared.
pub(super) fn bottleneck(
    asked: &Asked<'_>,
    all: &Journeys,
    quarters: &[Span],
    horizons: &[f64],
    end: Day,
) -> Option<BottleneckView> {
    let first = quarters.first()?.from;
    let roles = &asked.context.facts.roles;
    let chosen = asked.selection.sellers.as_deref();
    let is_own = |journey: &Journey| roles.counts(chosen, journey.seller);
    let of_persona =
        || all.list.iter().filter(|journey| journey.is_of_persona() && journey.connected >= first);
    let has_others = of_persona().any(|journey| !is_own(journey) && roles.counts(None, journey.seller));
    let compared = all.steps.iter().zip(horizons).enumerate().filter_map(|(place, (step, days))| {
        let steps = all.steps.get(..=place)?;
        let last = end.plus(-(*days as i32));
        let count = |takes_part: &dyn Fn(&Journey) -> bool| {
            let people = of_persona().filter(|journey| journey.connected <= last && takes_part(journey));
            people.fold((0_u64, 0_u64), |(hits, cases), journey| match within(journey, steps, *days as i32) {
                Some(true) => (hits + 1, cases + 1),
                Some(false) => (hits, cases + 1),
                None => (hits, cases),
            })
        };
        let (against, span, now, other) = if chosen.is_some() && has_others {
            let others = |journey: &Journey| !is_own(journey) && roles.counts(None, journey.seller);
            (Against::OtherSellers, None, count(&is_own), count(&others))
        } else {
            let newest = quarters.iter().rev().find(|quarter| quarter.to <= last)?;
            let now = count(&|journey| is_own(journey) && newest.contains(journey.connected));
            let past = count(&|journey| is_own(journey) && journey.connected < newest.from);
            (Against::OwnPast, Some(*newest), now, past)
        };
        let least = u64::from(asked.context.definitions.rate_needs);
        if now.1 < least || other.1 < least {
            return None;
        }
        let interval = stats::newcombe(now.0, now.1, other.0, other.1)?;
        let share = |(hits, cases): (u64, u64)| hits as f64 / cases as f64;
        Some(BottleneckView {
            step: step.id().to_owned(),
            against,
            span,
            now,
            other,
            difference: share(now) - share(other),
            low: interval.low,
            high: interval.high,
            is_sure: interval.high < 0.0,
            within_days: *days as u32,
        })
    });
    compared.filter(|step| step.difference < 0.0).min_by(|a, b| a.difference.total_cmp(&b.difference))
}

/// The step with the largest shortfall against its target: everyone who had the time, of the quarters that are shown.
pub(super) fn against_target(
    asked: &Asked<'_>,
    all: &Journeys,
    targets: &BTreeMap<String, u32>,
    quarters: &[Span],
    horizons: &[f64],
    end: Day,
) -> Option<BottleneckView> {
    let first = quarters.first()?.from;
    let roles = &asked.context.facts.roles;
    let is_own = |journey: &&Journey| {
        roles.counts(asked.selection.sellers.as_deref(), journey.seller)
            && journey.is_of_persona()
            && journey.connected >= first
    };
    let compared = all.steps.iter().zip(horizons).enumerate().filter_map(|(place, (step, days))| {
        let target = *targets.get(step.id())?;
        let steps = all.steps.get(..=place)?;
        let last = end.plus(-(*days as i32));
        let people = all.list.iter().filter(is_own).filter(|journey| journey.connected <= last);
        let told: Vec<bool> = people.filter_map(|journey| within(journey, steps, *days as i32)).collect();
        let (k, n) = (told.iter().filter(|reached| **reached).count() as u64, told.len() as u64);
        if n < u64::from(asked.context.definitions.rate_needs) {
            return None;
        }
        let limits = stats::wilson(k, n)?;
        let wanted = f64::from(target) / 1_000.0;
        Some(BottleneckView {
            step: step.id().to_owned(),
            against: Against::Target,
            span: None,
            now: (k, n),
            other: (u64::from(target), 1_000),
            difference: k as f64 / n as f64 - wanted,
            low: limits.low - wanted,
            high: limits.high - wanted,
            is_sure: limits.high < wanted,
            within_days: *days as u32,
        })
    });
    compared.filter(|step| step.difference < 0.0).min_by(|a, b| a.difference.total_cmp(&b.difference))
}

/// Rates of the catalogue that leads and deals have by source.
const BY_SOURCE: [&str; 2] = ["lead_conversion_rate", "close_rate"];

/// What social networks are held against other known sources by: both sides as (hits, cases).
type Sides = ((u64, u64), (u64, u64));

/// Leads and deals of the period by source, as the catalogue counts them; without those of unknown source.
fn sides(asked: &Asked<'_>, id: &str) -> Option<Sides> {
    let metric = metric(id)?;
    let samples = metric.samples(&asked.context);
    let rows = Stream::new(metric, &samples, &asked.context).breakdown(&asked.selection, Dim::Source);
    let (mut social, mut other) = ((0, 0), (0, 0));
    for (key, figure) in rows {
        let Some(group) = SourceGroup::by_id(&key).filter(|group| group.is_known()) else { continue };
        let Some(Quantity::Number(hits)) = figure.numerator else { continue };
        let side: &mut (u64, u64) = if group.is_social() { &mut social } else { &mut other };
        *side = (side.0 + hits.round() as u64, side.1 + figure.n);
    }
    let least = u64::from(asked.context.definitions.rate_needs);
    (social.1 >= least && other.1 >= least).then_some((social, other))
}

/// Whether there is enough of both to be held against each other.
pub(super) fn has_sources(asked: &Asked<'_>) -> bool {
    BY_SOURCE.iter().any(|id| sides(asked, id).is_some())
}

/// The rate by which social networks fall furthest behind other sources.
pub(super) fn against_sources(asked: &Asked<'_>) -> Option<BottleneckView> {
    let compared = BY_SOURCE.iter().filter_map(|id| {
        let (now, other) = sides(asked, id)?;
        let interval = stats::newcombe(now.0, now.1, other.0, other.1)?;
        let share = |(hits, cases): (u64, u64)| hits as f64 / cases as f64;
        Some(BottleneckView {
            step: (*id).to_owned(),
            against: Against::OtherSources,
            span: Some(asked.selection.span),
            now,
            other,
            difference: share(now) - share(other),
            low: interval.low,
            high: interval.high,
            is_sure: interval.high < 0.0,
            within_days: 0,
        })
    });
    compared.filter(|step| step.difference < 0.0).min_by(|a, b| a.difference.total_cmp(&b.difference))
}

/// Whether the last of some steps was reached in time; none for who did not reach the one before in time, or of whom
/// nobody can say.
fn within(journey: &Journey, steps: &[Step], days: i32) -> Option<bool> {
    let in_time = |step: &Step| match journey.reached(*step) {
        Reached::On(day) => Some(day.0 - journey.connected.0 <= days),
        Reached::NotYet => Some(false),
        Reached::Undated | Reached::Unknown => None,
    };
    let (last, before) = steps.split_last()?;
    for step in before {
        if !in_time(step)? {
            return None;
        }
    }
    in_time(last)
}
