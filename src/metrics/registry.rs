//! The one list of metrics, in the order in which they are shown.

use super::{
    Metric, attribution, content, conversations, deals, funnel, leads, meetings, network, programme, ssi,
};

const PARTS: [&[&Metric]; 10] = [
    ssi::ALL,
    network::ALL,
    content::ALL,
    conversations::ALL,
    meetings::ALL,
    leads::ALL,
    deals::ALL,
    attribution::ALL,
    funnel::ALL,
    programme::ALL,
];

/// Every metric.
pub static REGISTRY: &[&Metric] = &joined::<{ count() }>();

const fn count() -> usize {
    let (mut part, mut count) = (0, 0);
    while part < PARTS.len() {
        count += PARTS[part].len();
        part += 1;
    }
    count
}

/// The parts one after the other; every index stays inside what the loops count.
const fn joined<const COUNT: usize>() -> [&'static Metric; COUNT] {
    let mut all = [PARTS[0][0]; COUNT];
    let (mut part, mut at) = (0, 0);
    while part < PARTS.len() {
        let mut within = 0;
        while within < PARTS[part].len() {
            all[at] = PARTS[part][within];
            (within, at) = (within + 1, at + 1);
        }
        part += 1;
    }
    all
}

/// The metric of an id.
pub fn metric(id: &str) -> Option<&'static Metric> {
    REGISTRY.iter().copied().find(|metric| metric.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::Dim;

    #[test]
    fn ids_are_unique_and_found() {
        for listed in REGISTRY {
            assert!(std::ptr::eq(metric(listed.id).unwrap(), *listed), "{} is listed twice", listed.id);
            assert!(!listed.cites.is_empty() && !listed.needs.is_empty(), "{}", listed.id);
        }
        assert!(metric("no such metric").is_none());
    }

    #[test]
    fn no_metric_has_more_keys_than_a_sample_holds() {
        for listed in REGISTRY {
            assert!(listed.by.iter().filter(|dim| dim.is_keyed()).count() <= 3, "{}", listed.id);
            assert!(listed.headline.is_none_or(|(dim, _)| listed.by.contains(&dim)), "{}", listed.id);
            assert!(!listed.by.contains(&Dim::Seller), "{}: every metric has sellers", listed.id);
        }
    }
}
