//! Deals created, by their creation date (else their lead's).
//!
//! Formula: number of deals created in the period. Deals without any creation date are left out.

use super::cases::BY;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Deals created, by their creation date (else their lead's).
pub static DEALS_CREATED: Metric = Metric {
    id: "deals_created",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Counts of a CRM's own list of deals; HubSpot and Salesforce report created, won and lost deals by these dates",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let deals = ctx.deals();
    for case in &deals.list {
        let what = match case.created {
            Some(_) => What::Count(1.0),
            None => What::LeftOut(Reason::NoCreated),
        };
        deals.add(ctx, samples, case, case.created, what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn each_deal_counts_on_its_creation_day() {
        let world = World::default().rows(
            TableId::Deals,
            "id|seller|created|status|source",
            &["a|Ada|2024-02-29|Won|LinkedIn", "b||2026-12-31|Open|", "c|Ada||Open|Email"],
        );
        assert_eq!(
            world.said(&DEALS_CREATED),
            [
                "2024-02-29 Ada social/LinkedIn: count 1",
                "2026-12-31 nobody unknown: count 1",
                "2026-12-31 Ada email/Email: left out, no creation date",
            ]
        );
    }

    #[test]
    fn without_deals_there_is_nothing() {
        assert!(World::default().said(&DEALS_CREATED).is_empty());
    }
}
