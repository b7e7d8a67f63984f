//! What social networks are credited with, by the stage in which a deal stood when they touched it.
//!
//! A won deal's amount is shared out over the touches of its path by the rule of credit; what falls to social touches
//! belongs to the stage of their day. By the source in the CRM the whole amount of a deal from social networks is
//! shared evenly over its social touches. Markov's rule credits channels and no single touch: it cannot say a stage.
//!
//! Costs name no stage. They are allocated by the number of social touches with deals, of any outcome, in the stage.

use std::collections::BTreeMap;

use super::StageKey;
use super::stages::Stages;
use crate::facts::{Day, DealRow, Sym};
use crate::metrics::attribution::{DealPath, deal_paths};
use crate::metrics::source_group::group;
use crate::metrics::{Context, CreditRule, Selection};

/// A stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageCredit {
    /// Which.
    pub stage: StageKey,
    /// Social touches in it.
    pub touches: u64,
    /// What of each won deal is credited to social touches in it, in ten-thousandths; all won deals with an amount.
    pub credited: Vec<i128>,
}

impl StageCredit {
    /// All of it.
    pub fn sum(&self) -> i128 {
        self.credited.iter().sum()
    }
}

/// The stages in the order in which deals pass them; none where the rule says nothing of single touches. `won` are the
/// deals whose revenue is credited, `touched` the days whose touches share the costs.
pub fn return_by_stage(
    ctx: &Context<'_>,
    won: &Selection,
    touched: &Selection,
    rule: CreditRule,
) -> Option<Vec<StageCredit>> {
    if rule == CreditRule::Markov {
        return None;
    }
    let stages = Stages::new(ctx);
    let deals: Vec<(Sym, Option<Day>)> = (ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()))
        .map(|(case, (_, deal))| (deal.id, case.created))
        .collect();
    let stage_on = |place: usize, day: Day| match deals.get(place) {
        Some((_, Some(created))) if day < *created => StageKey::Before,
        Some((deal, _)) => stages.on(*deal, day).map_or(StageKey::Unknown, StageKey::Stage),
        None => StageKey::Unknown,
    };
    let paths: Vec<DealPath> = deal_paths(ctx, won).into_iter().filter(|path| path.value.is_some()).collect();
    let mut credited: BTreeMap<StageKey, Vec<i128>> = BTreeMap::new();
    for (at, path) in paths.iter().enumerate() {
        let amount = i128::from(path.value.unwrap_or(0));
        for (touch, share) in path.touches.iter().zip(shares(path, rule)) {
            if touch.is_social && share > 0.0 {
                let of_stage = credited.entry(stage_on(path.place, touch.day)).or_default();
                of_stage.resize(paths.len(), 0);
                if let Some(own) = of_stage.get_mut(at) {
                    *own += (amount as f64 * share).round() as i128;
                }
            }
        }
    }
    let mut touches: BTreeMap<StageKey, u64> = BTreeMap::new();
    for (place, case) in ctx.deals().list.iter().enumerate() {
        if !ctx.facts.roles.counts(touched.sellers.as_deref(), case.seller) {
            continue;
        }
        for activity in ctx.activities().of(place) {
            if touched.span.contains(activity.day) && activity.kind.is_social(ctx) == Some(true) {
                *touches.entry(stage_on(place, activity.day)).or_default() += 1;
            }
        }
    }
    let passed = stages.in_order(ctx).into_iter().map(StageKey::Stage);
    let order = [StageKey::Before].into_iter().chain(passed).chain([StageKey::Unknown]);
    let is_told = |stage: &StageKey| touches.contains_key(stage) || credited.contains_key(stage);
    Some(
        order
            .filter(is_told)
            .map(|stage| StageCredit {
                stage,
                touches: touches.get(&stage).copied().unwrap_or(0),
                credited: credited.get(&stage).cloned().unwrap_or_else(|| vec![0; paths.len()]),
            })
            .collect(),
    )
}

/// The share of each touch of a path; nothing where the rule does not credit it.
fn shares(path: &DealPath, rule: CreditRule) -> Vec<f64> {
    if rule != CreditRule::Crm {
        let split = path.splits.iter().find(|(own, _)| *own == rule);
        return split.map(|(_, shares)| shares.clone()).unwrap_or_default();
    }
    let social = path.touches.iter().filter(|touch| touch.is_social).count();
    if social == 0 || !group(&path.source).is_social() {
        return Vec::new();
    }
    path.touches.iter().map(|touch| if touch.is_social { 1.0 / social as f64 } else { 0.0 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    /// One deal of 900 from LinkedIn: touched there before it was created and in the offer, and by a fair in the talk.
    /// One of 100 whose source is e-mail: touched on LinkedIn in the talk.
    fn world() -> World {
        World::default()
            .today("2026-06-30")
            .rows(
                TableId::Deals,
                "id|created|closed|status|amount|source",
                &["a|2026-01-10|2026-03-10|Won|900|LinkedIn", "b|2026-01-10|2026-03-20|Won|100|Email"],
            )
            .rows(
                TableId::StageChanges,
                "deal_id|at|to_stage|from_stage",
                &["a|2026-02-01|Offer|Talk", "b|2026-03-01|Offer|Talk"],
            )
            .rows(
                TableId::Touches,
                "at|channel|deal_id",
                &[
                    "2026-01-05|LinkedIn|a",
                    "2026-01-20|Fair|a",
                    "2026-02-10|LinkedIn|a",
                    "2026-01-15|LinkedIn|b",
                ],
            )
    }

    fn told(rule: CreditRule) -> Option<Vec<(String, u64, i128)>> {
        let world = world();
        let ctx = world.context();
        let march = Selection::all(Span { from: day("2026-03-01"), to: day("2026-03-31") });
        let all = Selection::all(Span { from: day("2026-01-01"), to: day("2026-06-30") });
        let stages = return_by_stage(&ctx, &march, &all, rule)?;
        let name = |stage: StageKey| match stage {
            StageKey::Before => "before".to_owned(),
            StageKey::Stage(stage) => ctx.text(stage).to_owned(),
            StageKey::Unknown => "unknown".to_owned(),
        };
        let main = |credit: &StageCredit| credit.sum() / 10_000;
        Some(stages.iter().map(|credit| (name(credit.stage), credit.touches, main(credit))).collect())
    }

    #[test]
    fn credit_belongs_to_the_stage_of_its_touch() {
        let line = |stage: &str, value: i128| (stage.to_owned(), 1, value);
        // A third of 900 before and in the offer; the fair's third is no social network's.
        let linear = [line("before", 300), line("Talk", 100), line("Offer", 300)];
        assert_eq!(told(CreditRule::Linear).unwrap(), linear);
        let first = [line("before", 900), line("Talk", 100), line("Offer", 0)];
        assert_eq!(told(CreditRule::First).unwrap(), first);
        // By the CRM the first deal is theirs, evenly over its two social touches, and the second is not.
        let crm = [line("before", 450), line("Talk", 0), line("Offer", 450)];
        assert_eq!(told(CreditRule::Crm).unwrap(), crm);
        assert_eq!(told(CreditRule::Markov), None);
    }
}
