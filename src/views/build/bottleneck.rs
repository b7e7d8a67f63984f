//! The step with the largest shortfall, with its interval.
//!
//! Both sides get the same time: a step counts when it and all before it were reached within the days in which nine of
//! ten reach it, and only people connected so long ago take part.

use super::Asked;
use crate::facts::{Day, Span};
use crate::metrics::{Journey, Journeys, Reached, Step};
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
