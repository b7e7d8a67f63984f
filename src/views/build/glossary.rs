//! The glossary's entries, from the declarations of the metrics.

use crate::metrics::{Kind, Metric, REGISTRY};
use crate::views::{GlossaryEntry, Method};

/// Every metric of the catalogue.
pub fn glossary() -> Vec<GlossaryEntry> {
    REGISTRY.iter().map(|metric| entry(metric)).collect()
}

fn entry(metric: &Metric) -> GlossaryEntry {
    GlossaryEntry {
        id: metric.id.to_owned(),
        section: metric.section,
        stage: metric.stage,
        method: method(metric.kind),
        needs: metric.needs.to_vec(),
        cites: metric.cites.to_owned(),
        version: metric.version,
    }
}

/// How the interval of a kind is made.
fn method(kind: Kind) -> Method {
    match kind {
        Kind::Level
        | Kind::Reading
        | Kind::ReadingSum
        | Kind::Slope
        | Kind::Count
        | Kind::LayeredCount
        | Kind::MoneyLevel
        | Kind::MoneyPer => Method::None,
        Kind::Share | Kind::LevelShare | Kind::ActiveWeeks | Kind::Retention => Method::Wilson,
        Kind::HeadCount | Kind::HeadWeeks | Kind::LevelHeads => Method::Heads,
        Kind::RatioOfSums
        | Kind::LayeredRatio
        | Kind::PerReading
        | Kind::Growth
        | Kind::MonthlyGrowth
        | Kind::MoneySum
        | Kind::MoneyMean
        | Kind::MoneyRatio
        | Kind::Return => Method::Bootstrap,
        Kind::Odds => Method::Odds,
        Kind::Duration => Method::Survival,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_say_how_their_interval_is_made() {
        let entries = glossary();
        let of = |id: &str| entries.iter().find(|entry| entry.id == id).map(|entry| entry.method);
        assert_eq!(entries.len(), REGISTRY.len());
        for (id, method) in [
            ("connections", Method::None),
            ("win_rate", Method::Wilson),
            ("checkins_received", Method::Heads),
            ("engagement_rate", Method::Bootstrap),
            ("sales_cycle", Method::Survival),
            ("referral_odds_ratio", Method::Odds),
        ] {
            assert_eq!(of(id), Some(method), "{id}");
        }
    }
}
