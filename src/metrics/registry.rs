//! The one list of metrics, in the order in which they are shown.

use super::Metric;

/// Every metric.
pub static REGISTRY: &[&Metric] = &[];

/// The metric of an id.
pub fn metric(id: &str) -> Option<&'static Metric> {
    REGISTRY.iter().copied().find(|metric| metric.id == id)
}
