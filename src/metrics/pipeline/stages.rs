//! The stage of a deal on a day, and deals by stage over time.

use std::collections::{BTreeMap, HashMap};

use crate::facts::{Day, DealRow, StageChangeRow, Sym, sort_list};
use crate::metrics::deals::{DealCase, Ending};
use crate::metrics::{Context, Selection};

/// Moves of deals from stage to stage.
pub(super) struct Stages {
    /// Of each deal, oldest first: when, into which stage, out of which.
    moves: HashMap<Sym, Vec<(i64, Day, Sym, Sym)>>,
}

impl Stages {
    pub(super) fn new(ctx: &Context<'_>) -> Stages {
        let mut moves: HashMap<Sym, Vec<(i64, Day, Sym, Sym)>> = HashMap::new();
        for (_, change) in ctx.facts.rows::<StageChangeRow>() {
            let Some(at) = change.at else { continue };
            let of_deal = moves.entry(change.deal_id).or_default();
            of_deal.push((at.utc_seconds(ctx.zone), ctx.day(at), change.to_stage, change.from_stage));
        }
        for of_deal in moves.values_mut() {
            of_deal.sort_unstable();
        }
        Stages { moves }
    }

    /// Whether anything is known of a deal.
    pub(super) fn knows(&self, deal: Sym) -> bool {
        self.moves.contains_key(&deal)
    }

    /// The stage at the end of a day. Before the first known move it is the one that this move left.
    pub(super) fn on(&self, deal: Sym, day: Day) -> Option<Sym> {
        let moves = self.moves.get(&deal)?;
        let entered = moves.iter().rfind(|(_, on, ..)| *on <= day).map(|(.., to, _)| *to);
        entered.or_else(|| moves.first().map(|(.., from)| *from)).filter(|stage| !stage.is_blank())
    }

    /// The day of the first known move into a stage of a kind.
    pub(super) fn entered(&self, deal: Sym, is_meant: impl Fn(Sym) -> bool) -> Option<Day> {
        let moves = self.moves.get(&deal)?;
        moves.iter().find(|(_, _, to, _)| is_meant(*to)).map(|(_, on, ..)| *on)
    }

    /// The stages in the order in which deals pass them: by their mean place among a deal's moves.
    pub(super) fn in_order(&self, ctx: &Context<'_>) -> Vec<Sym> {
        let mut places: BTreeMap<Sym, (f64, f64)> = BTreeMap::new();
        for moves in self.moves.values() {
            let left = moves.first().map(|(.., from)| *from).filter(|stage| !stage.is_blank());
            let passed = left.into_iter().chain(moves.iter().map(|(.., to, _)| *to));
            for (place, stage) in passed.filter(|stage| !stage.is_blank()).enumerate() {
                let sum = places.entry(stage).or_default();
                *sum = (sum.0 + place as f64, sum.1 + 1.0);
            }
        }
        let mut order: Vec<(f64, &str, Sym)> =
            places.into_iter().map(|(stage, (sum, n))| (sum / n, ctx.text(stage), stage)).collect();
        sort_list(&mut order, |a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        order.into_iter().map(|(.., stage)| stage).collect()
    }
}

/// Deals by stage on some days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageLevels {
    /// Each stage in the order in which deals pass them, with its deals on each day; those whose stage is not
    /// known last, under a blank name.
    pub by_stage: Vec<(String, Vec<u64>)>,
    /// Deals that stood in the pipeline on one of the days.
    pub standing: u64,
    /// Those of them with a known move.
    pub with_stages: u64,
}

/// The days on which a deal stands in the pipeline: from its creation to the day before it leaves it.
fn standing(case: &DealCase) -> Option<(Day, Day)> {
    let created = case.created?;
    let left = match case.ending {
        Ending::Closed { on, .. } | Ending::Expected { on, .. } => on,
        Ending::Open => Day(i32::MAX),
        Ending::Undated { .. } => return None,
    };
    (created < left).then_some((created, left))
}

/// Deals in the pipeline at the end of some days, by stage. The same deals as those of the level of the pipeline.
pub fn stage_levels(ctx: &Context<'_>, selection: &Selection, days: &[Day]) -> StageLevels {
    let stages = Stages::new(ctx);
    let order = stages.in_order(ctx);
    let mut counts: Vec<Vec<u64>> = vec![vec![0; days.len()]; order.len() + 1];
    let mut levels = StageLevels::default();
    for (case, (_, deal)) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()) {
        let Some((created, left)) = standing(case) else { continue };
        if !ctx.facts.roles.counts(selection.sellers.as_deref(), case.seller) {
            continue;
        }
        let stood: Vec<(usize, Day)> =
            (days.iter().copied().enumerate()).filter(|(_, day)| created <= *day && *day < left).collect();
        levels.standing += u64::from(!stood.is_empty());
        levels.with_stages += u64::from(!stood.is_empty() && stages.knows(deal.id));
        for (at, day) in stood {
            let stage = stages.on(deal.id, day);
            let place = stage.and_then(|stage| order.iter().position(|known| *known == stage));
            if let Some(count) =
                counts.get_mut(place.unwrap_or(order.len())).and_then(|counts| counts.get_mut(at))
            {
                *count += 1;
            }
        }
    }
    let names = order.iter().map(|stage| ctx.text(*stage).to_owned()).chain([String::new()]);
    levels.by_stage = names.zip(counts).filter(|(_, counts)| counts.iter().any(|count| *count > 0)).collect();
    levels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    #[test]
    fn deals_stand_in_the_stage_they_entered_last() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Deals,
                "id|seller|created|closed|status",
                &[
                    "a|Ada|2026-01-01|2026-03-15|Won",
                    "b|Ada|2026-01-10||Open",
                    "c|Ada|2026-02-01||Open",
                    "d|Bo|2026-01-01||Open",
                    "e|Ada|2026-01-01||Lost",
                ],
            )
            .rows(
                TableId::StageChanges,
                "deal_id|at|to_stage|from_stage",
                &[
                    "a|2026-02-10|Proposal|Qualified",
                    "a|2026-03-15|Won|Proposal",
                    "b|2026-01-31|Qualified|",
                    "b|2026-03-01|Proposal|Qualified",
                    "d|2026-01-05|Qualified|",
                ],
            );
        let ctx = world.context();
        let days = ["2026-01-31", "2026-02-28", "2026-03-31"].map(day);
        let span = Span { from: day("2026-01-01"), to: day("2026-03-31") };
        let ada = ctx.facts.names.find("Ada").unwrap();
        let levels = stage_levels(&ctx, &Selection::of_seller(span, ada), &days);
        let by_stage: Vec<(&str, &[u64])> =
            levels.by_stage.iter().map(|(stage, counts)| (stage.as_str(), counts.as_slice())).collect();
        // a is qualified in January by what it left, in proposal in February, won in March; b is qualified until
        // March; of c nothing is known.
        assert_eq!(
            by_stage,
            [("Qualified", &[2, 1, 0][..]), ("Proposal", &[0, 1, 1][..]), ("", &[0, 1, 1][..])]
        );
        assert_eq!((levels.standing, levels.with_stages), (3, 2));
    }
}
