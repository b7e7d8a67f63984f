//! Events on charts: those that people wrote down, and those that a platform made.

use super::Asked;
use crate::charts::{EventMark, Name};
use crate::facts::{Bucket, Day, MarkerRow, Span, sort_list};
use crate::metrics::Metric;

/// A change that a platform made to its own numbers. Its words are `marker.<id>`.
struct PlatformEvent {
    id: &'static str,
    /// Year, month and day; of one that is known by its year only, the first of January.
    day: (i32, u32, u32),
    /// Metrics whose numbers it changed.
    metrics: &'static [&'static str],
}

/// In order of time. Sources: LinkedIn Help a516971 (impressions since April 2024); the index fell for most people
/// in 2017, when its formula was changed.
const OF_PLATFORMS: [PlatformEvent; 2] = [
    PlatformEvent {
        id: "ssi_2017",
        day: (2017, 1, 1),
        metrics: &["ssi", "ssi_brand", "ssi_people", "ssi_insights", "ssi_relationships", "ssi_slope"],
    },
    PlatformEvent {
        id: "reposts_2024",
        day: (2024, 4, 1),
        metrics: &["impressions", "engagement_rate", "audience_shares_per_1000", "link_ctr"],
    },
];

/// The events that stand on a metric's charts, in order of time.
pub fn events(asked: &Asked<'_>, metric: &Metric) -> Vec<EventMark> {
    let mut events = written_events(asked);
    if asked.shows_platform_events {
        events.extend(OF_PLATFORMS.iter().filter(|event| event.metrics.contains(&metric.id)).filter_map(
            |event| {
                let (year, month, day) = event.day;
                let day = Day::from_ymd(year, month, day)?;
                Some(EventMark { day: day.0, name: Name::Key(format!("marker.{}", event.id)) })
            },
        ));
        sort_list(&mut events, |a, b| a.day.cmp(&b.day));
    }
    events
}

/// Those that people wrote down, in order of time.
pub fn written_events(asked: &Asked<'_>) -> Vec<EventMark> {
    let rows = asked.context.facts.rows::<MarkerRow>();
    let mut events: Vec<EventMark> = rows
        .filter_map(|(_, row)| {
            let name = Name::Text(asked.context.text(row.label).to_owned());
            Some(EventMark { day: asked.context.day(row.date?).0, name })
        })
        .collect();
    sort_list(&mut events, |a, b| a.day.cmp(&b.day));
    events
}

/// Those of a period, on an axis whose last place is the start of its last week or month.
pub fn events_within(asked: &Asked<'_>, metric: &Metric, span: Span, bucket: Bucket) -> Vec<EventMark> {
    within(events(asked, metric), span, bucket)
}

/// Those of a period that people wrote down, for charts of no single metric.
pub fn written_within(asked: &Asked<'_>, span: Span, bucket: Bucket) -> Vec<EventMark> {
    within(written_events(asked), span, bucket)
}

fn within(mut events: Vec<EventMark>, span: Span, bucket: Bucket) -> Vec<EventMark> {
    let last = bucket.start(span.to).0;
    events.retain(|event| span.contains(Day(event.day)));
    for event in &mut events {
        event.day = event.day.min(last);
    }
    events
}
