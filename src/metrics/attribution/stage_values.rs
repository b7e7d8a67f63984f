//! What a deal in a stage is worth, from own data: share won of the deals that were ever in it × median won amount.
//!
//! Formula: of the closed deals that a row of the history puts into the stage, or whose own stage it is, those won;
//! times the median amount of all won deals with a known amount. Stages whose name says won or lost are none to be
//! valued. It is a suggestion: the person's own value counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Amount, Currency, DealRow, StageChangeRow, Sym, sort_list};
use crate::metrics::Context;
use crate::metrics::deals::DealCase;
use crate::metrics::status::{DealState, Statuses};
use crate::stats::{Interval, median, wilson};

/// A stage.
#[derive(Clone, Debug, PartialEq)]
pub struct StageValue {
    /// As exported.
    pub stage: String,
    /// Closed deals that were in it.
    pub closed: u64,
    /// Those of them that were won.
    pub won: u64,
    /// 95 % interval of their share.
    pub share: Option<Interval>,
    /// Share won × median won amount; none below the cases that a rate needs, or without an amount.
    pub suggested: Option<Amount>,
    /// Deals that are in it now.
    pub open: u32,
}

/// The stages of all deals, those won least often first, and the median won amount.
pub fn stage_values(ctx: &Context<'_>) -> (Vec<StageValue>, Option<Amount>) {
    let statuses = Statuses::new(ctx.definitions);
    let places: BTreeMap<Sym, usize> =
        ctx.facts.rows::<DealRow>().enumerate().map(|(at, (_, deal))| (deal.id, at)).collect();
    let mut deals_of: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut now_of: BTreeMap<String, u32> = BTreeMap::new();
    let mut add = |stage: Sym, at: usize| {
        let stage = ctx.text(stage).trim();
        if !stage.is_empty() && statuses.deal(stage) == DealState::Open {
            deals_of.entry(stage.to_owned()).or_default().insert(at);
        }
    };
    for (_, change) in ctx.facts.rows::<StageChangeRow>() {
        if let Some(at) = places.get(&change.deal_id) {
            add(change.from_stage, *at);
            add(change.to_stage, *at);
        }
    }
    let cases: &[DealCase] = &ctx.deals().list;
    for (at, (case, (_, deal))) in cases.iter().zip(ctx.facts.rows::<DealRow>()).enumerate() {
        add(deal.stage, at);
        if case.is_open() {
            *now_of.entry(ctx.text(deal.stage).trim().to_owned()).or_default() += 1;
        }
    }
    let amounts: Vec<f64> = (cases.iter())
        .filter(|case| case.is_won())
        .filter_map(|case| case.money(ctx).ok())
        .map(|amount| amount as f64)
        .collect();
    let middle = median(&amounts);
    let money = |amount: f64| {
        let rounded = Currency::round(amount.round() as i128, &ctx.currency);
        i64::try_from(rounded).ok().map(Amount)
    };
    let mut stages: Vec<StageValue> = (deals_of.into_iter())
        .map(|(stage, deals)| {
            let closed: Vec<&DealCase> =
                deals.iter().filter_map(|at| cases.get(*at)).filter(|case| !case.is_open()).collect();
            let won = closed.iter().filter(|case| case.is_won()).count() as u64;
            let all = closed.len() as u64;
            let share = won as f64 / all as f64;
            let is_enough = all >= u64::from(ctx.definitions.rate_needs.max(1));
            StageValue {
                suggested: middle.filter(|_| is_enough).and_then(|middle| money(middle * share)),
                open: now_of.get(&stage).copied().unwrap_or(0),
                share: wilson(won, all).filter(|_| is_enough),
                stage,
                closed: all,
                won,
            }
        })
        .collect();
    let share = |stage: &StageValue| stage.won as f64 / stage.closed.max(1) as f64;
    sort_list(&mut stages, |a, b| share(a).total_cmp(&share(b)).then_with(|| a.stage.cmp(&b.stage)));
    (stages, middle.and_then(money))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn a_stage_is_worth_its_share_won_times_the_median_amount() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Deals,
                "id|created|closed|status|stage|amount",
                &[
                    "a|2026-01-01|2026-02-01|Won|Won|100",
                    "b|2026-01-01|2026-02-01|Won|Won|300",
                    "c|2026-01-01|2026-02-01|Won|Won|",
                    "d|2026-01-01|2026-02-01|Lost|Lost|900",
                    "e|2026-01-01|2026-02-01|Lost|Demo|900",
                    "f|2026-01-01||Open|Demo|900",
                ],
            )
            .rows(
                TableId::StageChanges,
                "deal_id|at|from_stage|to_stage",
                &[
                    "a|2026-01-02||Demo",
                    "a|2026-01-03|Demo|Offer",
                    "b|2026-01-02|Demo|Offer",
                    "c|2026-01-02||Demo",
                    "d|2026-01-02||Demo",
                    "e|2026-01-02||Demo",
                    "nowhere|2026-01-02||Demo",
                ],
            );
        let (stages, middle) = stage_values(&world.context());
        assert_eq!(middle, Some(Amount(2_000_000)));
        let said: Vec<_> = (stages.iter())
            .map(|own| (own.stage.as_str(), own.won, own.closed, own.suggested, own.open))
            .collect();
        // 3 of 5 × 200; two deals in Offer are too few to say.
        assert_eq!(said, [("Demo", 3, 5, Some(Amount(1_200_000)), 1), ("Offer", 2, 2, None, 0)]);
        assert!(stages[0].share.is_some() && stages[1].share.is_none());
    }
}
