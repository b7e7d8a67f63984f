//! A metric before and after an event.

use super::Asked;
use super::markers::events;
use crate::charts::EventMark;
use crate::facts::Day;
use crate::metrics::{BeforeAfter, Metric, Stream, before_after, reach};
use crate::views::BeforeAfterView;

/// The comparison at the event of a day, or at the latest one that there is room around. It goes over all days that
/// the facts tell of, whatever the period.
pub fn before_after_view(
    asked: &Asked<'_>,
    metric: &Metric,
    day: Option<Day>,
    weeks: u32,
    variant: Option<&str>,
) -> BeforeAfterView {
    let samples = metric.samples(&asked.context);
    let stream = Stream::new(metric, &samples, &asked.context);
    let selection = match (metric.headline, variant) {
        (Some((dim, _)), Some(key)) => asked.selection.with_key(dim, key),
        _ => asked.selection.clone(),
    };
    let all = events(asked, metric);
    let days: Vec<Day> = all.iter().map(|event| Day(event.day)).collect();
    let room = reach(&stream, &selection);
    let has_room = |event: &&EventMark| {
        room.is_some_and(|known| known.from.0 + 7 <= event.day && event.day + 6 <= known.to.0)
    };
    let reached: Vec<EventMark> = all.iter().filter(has_room).cloned().collect();
    let wanted = day.and_then(|day| reached.iter().position(|event| event.day == day.0));
    let chosen = wanted.or(reached.len().checked_sub(1));
    let found = chosen.and_then(|place| reached.get(place)).and_then(|event| {
        let found = before_after(metric, &stream, &selection, Day(event.day), weeks, &days)?;
        Some((event.clone(), found))
    });
    let is_inside = |event: &&EventMark, found: &BeforeAfter| {
        found.before.from.0 <= event.day && event.day <= found.after.to.0
    };
    BeforeAfterView {
        others: found.as_ref().map_or_else(Vec::new, |(own, found)| {
            all.iter().filter(|event| *event != own && is_inside(event, found)).cloned().collect()
        }),
        events: reached,
        chosen: chosen.and_then(|place| u32::try_from(place).ok()),
        found: found.map(|(_, found)| found),
        unit: metric.unit,
        better: metric.better,
        currency: asked.context.currency.clone(),
    }
}
