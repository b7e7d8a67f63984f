//! Referrals received.
//!
//! Formula: number of leads and deals created in the period whose source group is `referral`, plus the referrals
//! logged by hand, dated in the period, that none of these leads and deals already counts. A deal whose lead is
//! counted is not counted again.
//!
//! A logged referral that names a lead or deal of another source counts by its own date: the log knows what the
//! CRM's source does not say. A lead or deal without a source may be a referral, so it is left out and not taken
//! for none; where no row has a source at all, the figure is unknown and not 0.

use std::collections::BTreeSet;

use crate::facts::{DealRow, LeadRow, Reason, ReferralRow, Sym};
use crate::metrics::source_group::{SourceGroup, group_of, source_keys};
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Referrals received.
pub static REFERRALS: Metric = Metric {
    id: "referrals",
    version: 1,
    section: Section::Meetings,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::Source, Dim::SourceValue, Dim::Campaign],
    headline: None,
    needs: &[Need::Referrals],
    cites: "Leads and deals by the CRM's own source, each once, with what was logged beside it",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let groups: Vec<SourceGroup> = (ctx.facts.rows::<LeadRow>())
        .map(|(_, lead)| group_of(ctx, lead.source, lead.source_group))
        .chain(ctx.deals().list.iter().map(|deal| deal.group))
        .collect();
    // Where some rows have a source, one without is an exception; where none has, nothing is known.
    let is_any_known = groups.iter().any(|group| group.is_known());
    let unknown = What::LeftOut(if is_any_known { Reason::UnknownSource } else { Reason::Unknown });
    let leads = add_leads(ctx, samples, unknown);
    let deals = add_deals(ctx, samples, unknown, &leads);
    for (row, referral) in ctx.facts.rows::<ReferralRow>() {
        let Some(date) = referral.date else { continue };
        let is_counted = leads.contains(&referral.lead_id) || deals.contains(&referral.deal_id);
        let what = if is_counted { What::LeftOut(Reason::CountedAlready) } else { What::Count(1.0) };
        let keys = source_keys(ctx, samples, Sym::BLANK, SourceGroup::Referral, Sym::BLANK);
        samples.add_keyed(ctx.day(date), referral.seller, row, keys, what);
    }
}

/// Adds the leads; the ones that count.
fn add_leads(ctx: &Context<'_>, samples: &mut Samples, unknown: What) -> BTreeSet<Sym> {
    let mut counted = BTreeSet::new();
    for (row, lead) in ctx.facts.rows::<LeadRow>() {
        let Some(created) = lead.created else { continue };
        let group = group_of(ctx, lead.source, lead.source_group);
        let what = match group {
            SourceGroup::Referral => What::Count(1.0),
            SourceGroup::Unknown => unknown,
            _ => continue,
        };
        if group == SourceGroup::Referral && !lead.id.is_blank() {
            counted.insert(lead.id);
        }
        let keys = source_keys(ctx, samples, lead.source, group, lead.campaign);
        samples.add_keyed(ctx.day(created), lead.seller, row, keys, what);
    }
    counted
}

/// Adds the deals; the ones that count, themselves or by their lead.
fn add_deals(
    ctx: &Context<'_>,
    samples: &mut Samples,
    unknown: What,
    leads: &BTreeSet<Sym>,
) -> BTreeSet<Sym> {
    let mut counted = BTreeSet::new();
    let deals = ctx.deals();
    for (case, (_, deal)) in deals.list.iter().zip(ctx.facts.rows::<DealRow>()) {
        let is_by_lead = leads.contains(&case.lead_id);
        let what = match (case.group, case.created) {
            (SourceGroup::Referral | SourceGroup::Unknown, _) if is_by_lead => {
                Some(What::LeftOut(Reason::CountedAlready))
            }
            (SourceGroup::Referral, None) => Some(What::LeftOut(Reason::NoCreated)),
            (SourceGroup::Referral, Some(_)) => Some(What::Count(1.0)),
            (SourceGroup::Unknown, _) => Some(unknown),
            _ => None,
        };
        if (is_by_lead || what == Some(What::Count(1.0))) && !deal.id.is_blank() {
            counted.insert(deal.id);
        }
        if let Some(what) = what {
            deals.add(ctx, samples, case, case.created, what);
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Missing, Quantity, Selection, State, Stream};

    fn state(world: &World, from: &str, to: &str) -> State {
        let (ctx, samples) = (world.context(), world.samples(&REFERRALS));
        let span = Span { from: day(from), to: day(to) };
        Stream::new(&REFERRALS, &samples, &ctx).figure(&Selection::all(span)).state
    }

    #[test]
    fn each_referral_counts_once() {
        let world = World::default()
            .rows(
                TableId::Leads,
                "id|created|seller|source|campaign",
                &[
                    "l1|2026-01-01|Ada|Word of mouth|Spring",
                    "l2|2026-01-02|Ada|LinkedIn|",
                    "l3|2026-01-03|Ada||",
                ],
            )
            .rows(
                TableId::Deals,
                "id|seller|lead_id|created|status|source",
                &[
                    "d1|Ada|l1|2026-01-05|Open|",
                    "d2|Bo||2026-01-06|Open|Referral",
                    "d3|Bo|l2|2026-01-07|Open|",
                    "d4|Bo|||Open|Referral",
                    "d5|Bo|l1|2026-01-08|Open|Website",
                ],
            )
            .rows(
                TableId::Referrals,
                "seller|date|referrer|lead_id|deal_id",
                &[
                    "Ada|2026-01-09|Kim|l1|",
                    "Ada|2026-01-10|Kim||d1",
                    "Ada|2026-01-11|Kim|l2|",
                    "Ada|2026-01-12|Kim||d4",
                    "Ada|2026-01-13|Kim||",
                    "Ada|2026-01-14|Kim||d5",
                ],
            );
        let again = "left out, counted already by another row";
        assert_eq!(
            world.said(&REFERRALS),
            [
                "2026-01-01 Ada referral/Word of mouth/Spring: count 1".to_owned(),
                "2026-01-03 Ada unknown: left out, source unknown".to_owned(),
                format!("2026-01-05 Ada referral/Word of mouth: {again}"),
                "2026-01-06 Bo referral/Referral: count 1".to_owned(),
                "2026-01-08 Bo referral/Referral: left out, no creation date".to_owned(),
                format!("2026-01-09 Ada referral: {again}"),
                format!("2026-01-10 Ada referral: {again}"),
                "2026-01-11 Ada referral: count 1".to_owned(),
                "2026-01-12 Ada referral: count 1".to_owned(),
                "2026-01-13 Ada referral: count 1".to_owned(),
                format!("2026-01-14 Ada referral: {again}"),
            ]
        );
        assert_eq!(state(&world, "2026-01-01", "2026-01-11"), State::Value(Quantity::Number(3.0)));
        assert_eq!(state(&world, "2026-01-02", "2026-01-10"), State::Value(Quantity::Number(1.0)));
    }

    #[test]
    fn none_is_zero_only_where_sources_are_known() {
        let leads = |rows: &[&str]| World::default().rows(TableId::Leads, "id|created|source", rows);
        let known = leads(&["1|2026-01-01|LinkedIn", "2|2026-01-02|"]);
        assert_eq!(state(&known, "2026-01-01", "2026-01-31"), State::Value(Quantity::Number(0.0)));
        let unknown = leads(&["1|2026-01-01|", "2|2026-01-02|(not set)"]);
        assert_eq!(state(&unknown, "2026-01-01", "2026-01-31"), State::Missing(Missing::AllUnknown));
        let nothing = State::Missing(Missing::NoFacts(Need::Referrals));
        assert_eq!(state(&World::default(), "2026-01-01", "2026-01-31"), nothing);
    }

    #[test]
    fn a_link_on_another_site_is_no_referral() {
        let world = World::default().rows(
            TableId::Leads,
            "id|created|source|source_group",
            &["1|2026-01-01|Referrals|web_referral", "2|2026-01-02|Referral sites|"],
        );
        assert!(world.said(&REFERRALS).is_empty());
    }
}
