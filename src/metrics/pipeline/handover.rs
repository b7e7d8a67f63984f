//! Leads accepted by sales and won, social and others: which side of the hand-over is weak.

use std::collections::BTreeSet;

use super::Hits;
use crate::facts::{DealRow, LeadRow, Sym, fold_name};
use crate::metrics::leads::Outcomes;
use crate::metrics::source_group::group_of;
use crate::metrics::{Context, Selection};

/// Statuses of leads that say that sales took them over, folded.
const ACCEPTED: &[&str] = &[
    "accepted",
    "qualified",
    "sales accepted",
    "sales accepted lead",
    "sales qualified",
    "sales qualified lead",
    "sal",
    "sql",
    "opportunity",
    "working",
    "contacted",
    "in progress",
    "accepterad",
    "kvalificerad",
    "kontaktad",
    "pågående",
    "zaakceptowany",
    "zakwalifikowany",
    "w trakcie",
    "skontaktowano",
    "مقبول",
    "مؤهل",
    "قيد المتابعة",
    "已接受",
    "合格",
    "已确认",
    "跟进中",
];

/// Both steps of one group of leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Handover {
    /// Accepted, of all leads.
    pub accepted: Hits,
    /// Customers, of those accepted.
    pub won: Hits,
}

/// Leads created in the period: those of social sources, then those of other known ones. A lead is accepted when a deal
/// names it, when its status says so, or when it became a customer.
pub fn handover(ctx: &Context<'_>, selection: &Selection) -> [Handover; 2] {
    let outcomes = Outcomes::new(ctx);
    let named: BTreeSet<Sym> =
        ctx.facts.rows::<DealRow>().map(|(_, deal)| deal.lead_id).filter(|lead| !lead.is_blank()).collect();
    let mut groups = [Handover::default(); 2];
    for (_, lead) in ctx.facts.rows::<LeadRow>() {
        let Some(created) = lead.created.map(|moment| ctx.day(moment)) else { continue };
        let group = group_of(ctx, lead.source, lead.source_group);
        let counts = ctx.facts.roles.counts(selection.sellers.as_deref(), lead.seller);
        if !counts || !selection.span.contains(created) || !group.is_known() {
            continue;
        }
        let is_customer = outcomes.is_customer(ctx, &lead);
        let status = fold_name(ctx.either(lead.status_group, lead.status));
        let is_accepted = is_customer || named.contains(&lead.id) || ACCEPTED.contains(&status.as_str());
        let [social, others] = &mut groups;
        let own = if group.is_social() { social } else { others };
        own.accepted.add(is_accepted);
        if is_accepted {
            own.won.add(is_customer);
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    #[test]
    fn a_deal_a_status_or_a_conversion_accepts_a_lead() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Leads,
                "id|created|source|status|converted_at",
                &[
                    "a|2026-01-01|LinkedIn|New|",
                    "b|2026-01-01|LinkedIn|Qualified|",
                    "c|2026-01-01|XING|New|",
                    "d|2026-01-01|XING|New|2026-02-01",
                    "e|2026-01-01|Email|Unqualified|",
                    "f|2026-01-01|Email|SQL|",
                    "g|2026-01-01||SQL|",
                    "h|2025-12-31|Email|SQL|",
                ],
            )
            .rows(TableId::Deals, "id|lead_id|created|status", &["1|c|2026-02-01|Open"]);
        let ctx = world.context();
        let span = Span { from: day("2026-01-01"), to: day("2026-06-30") };
        let [social, others] = handover(&ctx, &Selection::all(span));
        assert_eq!((social.accepted, social.won), (Hits { hits: 3, of: 4 }, Hits { hits: 1, of: 3 }));
        assert_eq!((others.accepted, others.won), (Hits { hits: 1, of: 2 }, Hits { hits: 0, of: 1 }));
    }
}
