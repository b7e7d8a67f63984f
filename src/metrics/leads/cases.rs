//! Leads as cases: when they came, from where, and whether they became customers.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Day, LeadRow, RowRef, Sym, TableId};
use crate::metrics::deals::Ending;
use crate::metrics::source_group::{group_of, source_keys};
use crate::metrics::status::{DealState, Statuses};
use crate::metrics::{Context, Dim, Key, Samples};

/// What every metric of leads can be broken down by, in the order of [`keys`].
pub(in crate::metrics) const BY: &[Dim] = &[Dim::Source, Dim::SourceValue, Dim::Campaign];

/// The keys of a lead.
pub(super) fn keys(ctx: &Context<'_>, samples: &mut Samples, lead: &LeadRow) -> [Key; 3] {
    source_keys(ctx, samples, lead.source, group_of(ctx, lead.source, lead.source_group), lead.campaign)
}

/// Whether and when a lead became a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::metrics) enum Conversion {
    /// On a day: the earliest of the one it says and those of the won deals that name it.
    On(Day),
    /// It did, nobody says when.
    Undated,
    /// It did not, up to today.
    Not,
}

/// Whether leads became customers, as of today.
pub(in crate::metrics) struct Outcomes {
    statuses: Statuses,
    /// Leads that a won deal names.
    won: BTreeSet<Sym>,
    /// The first day on which one of them was won, where dated.
    won_on: BTreeMap<Sym, Day>,
}

impl Outcomes {
    /// From the facts.
    pub fn new(ctx: &Context<'_>) -> Outcomes {
        let mut outcomes = Outcomes {
            statuses: Statuses::new(ctx.definitions),
            won: BTreeSet::new(),
            won_on: BTreeMap::new(),
        };
        for deal in ctx.deals().list.iter().filter(|deal| deal.is_won() && !deal.lead_id.is_blank()) {
            outcomes.won.insert(deal.lead_id);
            if let Ending::Closed { on, .. } = deal.ending {
                let first = outcomes.won_on.entry(deal.lead_id).or_insert(on);
                *first = on.min(*first);
            }
        }
        outcomes
    }

    /// Whether a lead became a customer: it says when, a won deal names it, or its status says so.
    pub fn is_customer(&self, ctx: &Context<'_>, lead: &LeadRow) -> bool {
        lead.converted_at.is_some_and(|at| ctx.day(at) <= ctx.today)
            || self.won.contains(&lead.id)
            || self.statuses.is_customer(ctx.either(lead.status_group, lead.status))
    }

    /// When a lead became a customer.
    pub fn conversion(&self, ctx: &Context<'_>, lead: &LeadRow) -> Conversion {
        let said = lead.converted_at.map(|at| ctx.day(at)).filter(|on| *on <= ctx.today);
        match said.into_iter().chain(self.won_on.get(&lead.id).copied()).min() {
            Some(on) => Conversion::On(on),
            None if self.is_customer(ctx, lead) => Conversion::Undated,
            None => Conversion::Not,
        }
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
