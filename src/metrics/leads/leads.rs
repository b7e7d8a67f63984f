//! Leads created.
//!
//! Formula: number of leads created in the period; by source group and by source as exported.

use super::cases::{BY, keys};
use crate::facts::LeadRow;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Leads created.
pub static LEADS: Metric = Metric {
    id: "leads",
    version: 1,
    section: Section::Leads,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: BY,
    headline: None,
    needs: &[Need::Leads],
    cites: "Counts of a CRM's own list of leads by creation date",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    for (row, lead) in ctx.facts.rows::<LeadRow>() {
        let Some(created) = lead.created else { continue };
        let keys = keys(ctx, samples, &lead);
        samples.add_keyed(ctx.day(created), lead.seller, row, keys, What::Count(1.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn each_lead_counts_on_its_creation_day() {
        let world = World::default().hours_east(2).rows(
            TableId::Leads,
            "id|created|seller|source|campaign",
            &[
                "1|2026-12-31 23:00Z|Ada|organic_search|",
                "2|2024-02-29||Paid Social|Spring",
                "3|2026-01-01|Ada||",
            ],
        );
        assert_eq!(
            world.said(&LEADS),
            [
                "2027-01-01 Ada organic_search/organic_search: count 1",
                "2024-02-29 nobody paid_social/Paid Social/Spring: count 1",
                "2026-01-01 Ada unknown: count 1",
            ]
        );
    }
}
