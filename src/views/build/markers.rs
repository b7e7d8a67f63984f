//! Events on charts: those that people wrote down, and those that a platform made.

use super::Asked;
use crate::charts::{EventMark, Name};
use crate::facts::{Bucket, Day, MarkerRow, Span};
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
    let mut events: Vec<EventMark> = (asked.context.facts.rows::<MarkerRow>())
        .filter_map(|(_, row)| {
            let day = asked.context.day(row.date?);
            Some(EventMark { day: day.0, name: Name::Text(asked.context.text(row.label).to_owned()) })
        })
        .collect();
    if asked.shows_platform_events {
        events.extend(OF_PLATFORMS.iter().filter(|event| event.metrics.contains(&metric.id)).filter_map(
            |event| {
                let (year, month, day) = event.day;
                let day = Day::from_ymd(year, month, day)?;
                Some(EventMark { day: day.0, name: Name::Key(format!("marker.{}", event.id)) })
            },
        ));
    }
    crate::facts::sort_list(&mut events, |a, b| a.day.cmp(&b.day));
    events
}

/// Those of a period, on an axis whose last place is the start of its last week or month.
pub fn events_within(asked: &Asked<'_>, metric: &Metric, span: Span, bucket: Bucket) -> Vec<EventMark> {
    let last = bucket.start(span.to).0;
    let inside = events(asked, metric).into_iter().filter(|event| span.contains(Day(event.day)));
    inside.map(|event| EventMark { day: event.day.min(last), ..event }).collect()
}
