//! Leads as cases: when they came, from where, and whether they became customers.

use std::collections::BTreeSet;

use crate::facts::{Day, LeadRow, RowRef, Sym, TableId};
use crate::metrics::source_group::{group_of, source_keys};
use crate::metrics::status::{DealState, Statuses};
use crate::metrics::{Context, Dim, Key, Samples};

/// What every metric of leads can be broken down by, in the order of [`keys`].
pub(super) const BY: &[Dim] = &[Dim::Source, Dim::SourceValue, Dim::Campaign];

/// The keys of a lead.
pub(super) fn keys(ctx: &Context<'_>, samples: &mut Samples, lead: &LeadRow) -> [Key; 3] {
    source_keys(ctx, samples, lead.source, group_of(ctx, lead.source, lead.source_group), lead.campaign)
}

/// Whether leads became customers, as of today.
pub(super) struct Outcomes {
    statuses: Statuses,
    /// Leads that a won deal names.
    won: BTreeSet<Sym>,
}

impl Outcomes {
    /// From the facts.
    pub fn new(ctx: &Context<'_>) -> Outcomes {
        let deals = ctx.deals().list.iter();
        let won = deals.filter(|deal| deal.is_won() && !deal.lead_id.is_blank()).map(|deal| deal.lead_id);
        Outcomes { statuses: Statuses::new(ctx.definitions), won: won.collect() }
    }

    /// Whether a lead became a customer: it says when, a won deal names it, or its status says so.
    pub fn is_customer(&self, ctx: &Context<'_>, lead: &LeadRow) -> bool {
        lead.converted_at.is_some_and(|at| ctx.day(at) <= ctx.today)
            || self.won.contains(&lead.id)
            || self.statuses.is_customer(ctx.either(lead.status_group, lead.status))
    }

    /// Whether a lead that is no customer can still become one.
    pub fn is_open(&self, ctx: &Context<'_>, lead: &LeadRow) -> bool {
        self.statuses.deal(ctx.either(lead.status_group, lead.status)) != DealState::Lost
    }
}

/// How far a lead's way is known: its conversion would stand among the leads or among the deals, so the
/// later of the two ends holds, and never beyond today.
pub(super) fn known_until(ctx: &Context<'_>, lead: &LeadRow, row: RowRef) -> Day {
    let facts = ctx.facts;
    let leads = facts.data_end(row.table, lead.seller).or_else(|| facts.table_data_end(row.table));
    let deals =
        (facts.data_end(TableId::Deals, lead.seller)).or_else(|| facts.table_data_end(TableId::Deals));
    leads.max(deals).unwrap_or(ctx.today).min(ctx.today)
}
