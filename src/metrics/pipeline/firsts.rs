//! Where in the pipeline channels first touch deals, and the stages that only social channels reach, or reach first.

use std::collections::BTreeMap;

use super::stages::Stages;
use super::{ActivityKind, Hits};
use crate::facts::{DealRow, Sym};
use crate::metrics::{Context, Selection};

/// A stage of the pipeline, or what is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StageKey {
    /// Before the deal was created.
    Before,
    /// A stage as exported.
    Stage(Sym),
    /// The deal's stage on that day is not known.
    Unknown,
}

/// First touches by channel and stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstTouches {
    /// The stages in which deals were touched, in the order in which deals pass them.
    pub stages: Vec<StageKey>,
    /// Of each channel: deals that it touched first in a stage.
    pub channels: Vec<(ActivityKind, Vec<u64>)>,
    /// By stage: the earliest touch there is social, of the deals touched in it.
    pub earliest: Vec<Hits>,
    /// By stage: all touches there are social, of the deals touched in it.
    pub only: Vec<Hits>,
}

/// First touches of the period. A touch whose channel is not known leaves the deal out of the two shares of its stage.
pub fn first_touches(ctx: &Context<'_>, selection: &Selection) -> FirstTouches {
    let (stages, activities) = (Stages::new(ctx), ctx.activities());
    let mut firsts: BTreeMap<(ActivityKind, StageKey), u64> = BTreeMap::new();
    let mut social: BTreeMap<StageKey, (Hits, Hits)> = BTreeMap::new();
    for (at, (case, (_, deal))) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()).enumerate() {
        if !ctx.facts.roles.counts(selection.sellers.as_deref(), case.seller) {
            continue;
        }
        let mut seen: Vec<ActivityKind> = Vec::new();
        let mut in_stage: BTreeMap<StageKey, Vec<Option<bool>>> = BTreeMap::new();
        for activity in activities.of(at) {
            let stage = match case.created {
                Some(created) if activity.day < created => StageKey::Before,
                _ => stages.on(deal.id, activity.day).map_or(StageKey::Unknown, StageKey::Stage),
            };
            let is_first = !seen.contains(&activity.kind);
            if is_first {
                seen.push(activity.kind);
            }
            if selection.span.contains(activity.day) {
                in_stage.entry(stage).or_default().push(activity.kind.is_social(ctx));
                if is_first {
                    *firsts.entry((activity.kind, stage)).or_default() += 1;
                }
            }
        }
        for (stage, touches) in in_stage {
            let known: Option<Vec<bool>> = touches.into_iter().collect();
            if let Some(known) = known {
                let (earliest, only) = social.entry(stage).or_default();
                earliest.add(known.first() == Some(&true));
                only.add(known.iter().all(|is_social| *is_social));
            }
        }
    }
    arranged(ctx, &stages, &firsts, &social)
}

fn arranged(
    ctx: &Context<'_>,
    stages: &Stages,
    firsts: &BTreeMap<(ActivityKind, StageKey), u64>,
    social: &BTreeMap<StageKey, (Hits, Hits)>,
) -> FirstTouches {
    let passed = stages.in_order(ctx).into_iter().map(StageKey::Stage);
    let order: Vec<StageKey> = [StageKey::Before]
        .into_iter()
        .chain(passed)
        .chain([StageKey::Unknown])
        .filter(|stage| social.contains_key(stage) || firsts.keys().any(|(_, touched)| touched == stage))
        .collect();
    let mut channels: Vec<(ActivityKind, Vec<u64>)> = Vec::new();
    for (channel, _) in firsts.keys() {
        if channels.last().is_none_or(|(last, _)| last != channel) {
            let count = |stage: &StageKey| firsts.get(&(*channel, *stage)).copied().unwrap_or(0);
            channels.push((*channel, order.iter().map(count).collect()));
        }
    }
    let of = |stage: &StageKey| social.get(stage).copied().unwrap_or_default();
    FirstTouches {
        channels,
        earliest: order.iter().map(|stage| of(stage).0).collect(),
        only: order.iter().map(|stage| of(stage).1).collect(),
        stages: order,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    #[test]
    fn channels_are_counted_where_they_first_touch() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Deals,
                "id|created|closed|status",
                &["a|2026-01-10||Open", "b|2026-01-10||Open", "c|2026-01-10||Open"],
            )
            .rows(
                TableId::StageChanges,
                "deal_id|at|to_stage|from_stage",
                &["a|2026-02-01|Offer|Talk", "b|2026-02-01|Offer|Talk"],
            )
            .rows(
                TableId::Touches,
                "at|channel|deal_id",
                &[
                    "2026-01-05|LinkedIn|a",
                    "2026-01-12|Email|a",
                    "2026-01-13|LinkedIn|a",
                    "2026-02-03|LinkedIn|a",
                    "2026-01-11|LinkedIn|b",
                    "2026-02-02|Email|b",
                    "2026-02-03|LinkedIn|b",
                    "2026-03-01|Fair|c",
                    "2027-01-01|Fair|a",
                ],
            );
        let ctx = world.context();
        let span = Span { from: day("2026-01-01"), to: day("2026-06-30") };
        let found = first_touches(&ctx, &Selection::all(span));
        let stage = |key: &StageKey| match key {
            StageKey::Before => "before",
            StageKey::Stage(stage) => ctx.text(*stage),
            StageKey::Unknown => "unknown",
        };
        assert_eq!(
            found.stages.iter().map(stage).collect::<Vec<_>>(),
            ["before", "Talk", "Offer", "unknown"]
        );
        let channel = |kind: &ActivityKind| match kind {
            ActivityKind::Channel(channel) => ctx.text(*channel),
            _ => "",
        };
        let channels: Vec<(&str, &[u64])> =
            found.channels.iter().map(|(kind, counts)| (channel(kind), counts.as_slice())).collect();
        assert_eq!(
            channels,
            [("LinkedIn", &[1, 1, 0, 0][..]), ("Email", &[0, 1, 1, 0][..]), ("Fair", &[0, 0, 0, 1][..]),]
        );
        let hits =
            |list: &[Hits]| -> Vec<(u64, u64)> { list.iter().map(|hits| (hits.hits, hits.of)).collect() };
        // In the first stage b was touched by LinkedIn only, a by e-mail before it; in the second the other way.
        assert_eq!(hits(&found.earliest), [(1, 1), (1, 2), (1, 2), (0, 1)]);
        assert_eq!(hits(&found.only), [(1, 1), (1, 2), (1, 2), (0, 1)]);
    }
}
