//! Share of the leads that became customers.
//!
//! Formula: leads created in the period that became customers by data end / leads created in the period. A lead
//! became a customer when it says when, when a won deal names it, or when its status says so. Open ones stay in the
//! denominator; their number and median age stand beside the rate. Against an earlier period at equal age.

use super::cases::{BY, Conversion, Outcomes, keys, known_until};
use crate::facts::LeadRow;
use crate::metrics::{Better, Context, Kind, Metric, Need, Ripe, Samples, Section, Stage, Unit, What};

/// Share of the leads that became customers.
pub static LEAD_CONVERSION_RATE: Metric = Metric {
    id: "lead_conversion_rate",
    version: 1,
    section: Section::Leads,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: BY,
    headline: None,
    needs: &[Need::Leads],
    cites: "Conversion rate of a cohort: customers / leads; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let outcomes = Outcomes::new(ctx);
    for (row, lead) in ctx.facts.rows::<LeadRow>() {
        let Some(created) = lead.created.map(|moment| ctx.day(moment)) else { continue };
        let hit = match outcomes.conversion(ctx, &lead) {
            Conversion::On(day) => Ripe::On(day),
            Conversion::Undated => Ripe::Undated,
            Conversion::Not => Ripe::NotYet,
        };
        let keys = keys(ctx, samples, &lead);
        samples.add_keyed(created, lead.seller, row, keys, What::Ripening { seen: created, hit });
        if hit == Ripe::NotYet && outcomes.is_open(ctx, &lead) {
            let age_days = (known_until(ctx, &lead, row).0 - created.0).max(0);
            samples.open.push((created, lead.seller, age_days));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn a_date_a_won_deal_or_a_status_makes_a_customer() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Leads,
                "id|created|source|status|converted_at",
                &[
                    "dated|2026-01-01|social||2026-03-01",
                    "named|2026-01-02|social|Open|",
                    "status|2026-01-03|email|Customer|",
                    "expected|2026-01-04|email||2026-07-01",
                    "named by a lost one|2026-01-05|email||",
                    "lost|2026-01-06||Lost|",
                ],
            )
            .rows(
                TableId::Deals,
                "id|lead_id|closed|status",
                &["d1|named||Won", "d2|named by a lost one|2026-02-01|Lost", "d3|lost|2026-09-01|Won"],
            );
        assert_eq!(
            world.said(&LEAD_CONVERSION_RATE),
            [
                "2026-01-01 nobody social/social: hit on 2026-03-01",
                "2026-01-02 nobody social/social: hit, nobody says when",
                "2026-01-03 nobody email/email: hit, nobody says when",
                "2026-01-04 nobody email/email: miss",
                "2026-01-05 nobody email/email: miss",
                "2026-01-06 nobody unknown: miss",
            ]
        );
        let ages: Vec<i32> = world.samples(&LEAD_CONVERSION_RATE).open.iter().map(|open| open.2).collect();
        assert_eq!(ages, [177, 176]);
    }

    #[test]
    fn the_later_of_leads_and_deals_says_how_old_an_open_lead_is() {
        let world = World::default()
            .today("2026-12-31")
            .rows(TableId::Leads, "id|seller|created", &["1|Ada|2026-01-01", "2|Bo|2026-02-01"])
            .rows(TableId::Deals, "id|seller|created|status", &["d|Ada|2026-04-01|Open"]);
        let ages: Vec<i32> = world.samples(&LEAD_CONVERSION_RATE).open.iter().map(|open| open.2).collect();
        assert_eq!(ages, [90, 59]);
    }
}
