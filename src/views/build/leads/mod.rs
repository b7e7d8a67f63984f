//! Leads and bands, from facts to what the page shows.
//!
//! Figures that are metrics come from these metrics, of the rows in question only; what is counted here are
//! leads on their way (`metrics::lead_ways`).
//!
//! | file | holds |
//! |---|---|
//! | `sources` | leads by source, sources that lack, whose leads they are |
//! | `bands` | month ends, growth, what bands cost and got |
//! | `moves` | from band to band, and what came before |
//! | `care` | hard sells and content |
//! | `scores` | scores with their lines, conversion points |

mod bands;
mod care;
mod moves;
mod scores;
mod sources;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::Asked;
use crate::facts::RowRef;
use crate::metrics::{self, Dim, Figure, LEADS, LeadWay, Metric, Samples, SourceGroup, Stream, lead_ways};
use crate::views::LeadsView;
use crate::workspace::Workspace;

/// Leads and bands.
pub fn leads_view(workspace: &Workspace, asked: &Asked<'_>) -> LeadsView {
    let ctx = &asked.context;
    let definitions = ctx.definitions;
    let chosen = asked.selection.sellers.as_deref();
    let ways: Vec<LeadWay> =
        lead_ways(ctx).into_iter().filter(|way| ctx.facts.roles.counts(chosen, way.lead.seller)).collect();
    let social: BTreeSet<RowRef> =
        ways.iter().filter(|way| way.group.is_social()).map(|way| way.row).collect();
    let samples = LEADS.samples(ctx);
    let all = Stream::new(&LEADS, &samples, ctx);
    let of_social = only(&LEADS, ctx, |row| social.contains(&row));
    let (scored, standing) = scores::scored(asked, &ways);
    LeadsView {
        leads: super::scorecard::score_row(asked, &LEADS, &all),
        social: Stream::new(&LEADS, &of_social, ctx).figure(&asked.selection),
        sources: sources::by_source(asked, &all),
        leading: sources::leading(asked),
        missing: sources::missing(asked),
        credit: sources::credit(asked, &social),
        unsettled: sources::unsettled(workspace, asked, &ways),
        can_undo: workspace.settled.can_undo(),
        rules: definitions.leads.clone(),
        limits: (definitions.medium_from, definitions.fast_from),
        rule_hits: scores::rule_hits(asked, &ways),
        scored,
        standing,
        bands: bands::bands(asked, &ways, &social),
        moves: definitions.leads.by_rules.then(|| moves::moves(asked, &ways)),
        hard_sell: care::hard_sell(asked, &ways),
        nurture: care::nurture(asked, &ways),
        points: scores::points(asked, &ways),
        frame: asked.frame.clone(),
    }
}

/// A metric's samples of some rows only.
fn only(metric: &Metric, ctx: &crate::metrics::Context<'_>, keep: impl Fn(RowRef) -> bool) -> Samples {
    let mut samples = metric.samples(ctx);
    samples.list.retain(|sample| keep(sample.row));
    samples
}

/// A metric's samples of social sources only.
fn only_social(metric: &Metric, ctx: &crate::metrics::Context<'_>) -> Samples {
    let mut samples = metric.samples(ctx);
    let at = metric.by.iter().position(|dim| *dim == Dim::Source).unwrap_or(usize::MAX);
    let keys = std::mem::take(&mut samples.keys);
    samples.list.retain(|sample| {
        let group = sample.keys.get(at).and_then(|key| SourceGroup::by_id(keys.text(*key)));
        group.is_some_and(SourceGroup::is_social)
    });
    samples.keys = keys;
    samples
}

/// The figure of k of n cases.
fn share(asked: &Asked<'_>, k: usize, n: usize) -> Figure {
    metrics::share(k as u64, n as u64, asked.context.definitions.rate_needs)
}

fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
