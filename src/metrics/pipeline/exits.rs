//! Deals lost soon after an activity, against deals lost in any stretch as long.
//!
//! A case is an activity of one kind with an open deal; of those less than two weeks after one another only the first.
//! It is a hit where the deal is lost within the 14 days after its day. The base: every deal's life cut into
//! stretches of 14 days from its creation, a hit where it is lost within one. A stretch that the data end cuts off
//! counts only where the deal closed within it. A deal that is lost without a closing date is lost on the day on which
//! it entered a stage that says so; where no file dates its loss either, it stays out and is counted as such.

use super::stages::Stages;
use super::{ActivityKind, Hits};
use crate::facts::{Day, DealRow};
use crate::metrics::deals::{DealCase, Ending};
use crate::metrics::status::{DealState, Statuses};
use crate::metrics::{Context, Selection};

/// Days after an activity.
pub const EXIT_DAYS: i32 = 14;

/// Exits by activity, and the base.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exits {
    /// Lost, of all stretches.
    pub base: Hits,
    /// Lost, of the stretches after an activity of a kind.
    pub by_kind: Vec<(ActivityKind, Hits)>,
    /// Lost deals whose loss is dated by a change of stage alone.
    pub dated_by_stage: u64,
    /// Lost deals of which no file says when they were lost.
    pub undated: u64,
}

/// A deal's life as far as it is known.
struct Life {
    created: Day,
    /// The day after which nothing is known: closed, or the data end.
    until: Day,
    is_closed: bool,
    lost_on: Option<Day>,
}

impl Life {
    /// `lost_by_stage`: the day of the move into a stage that says that the deal is lost.
    fn of(ctx: &Context<'_>, case: &DealCase, lost_by_stage: Option<Day>) -> Option<Life> {
        let (until, is_closed, lost) = match case.ending {
            Ending::Closed { won, on } => (on, true, !won),
            Ending::Open | Ending::Expected { .. } => (ctx.deals_end(case.seller), false, false),
            Ending::Undated { won: false } => (lost_by_stage?, true, true),
            Ending::Undated { won: true } => return None,
        };
        Some(Life { created: case.created?, until, is_closed, lost_on: lost.then_some(until) })
    }

    /// Whether the deal is lost within the days after a day; none where that cannot be told, or it is over.
    fn exits_after(&self, day: Day) -> Option<bool> {
        let end = day.plus(EXIT_DAYS);
        if day < self.created
            || (self.is_closed && self.until <= day)
            || (!self.is_closed && self.until < end)
        {
            return None;
        }
        Some(self.lost_on.is_some_and(|on| on <= end))
    }
}

/// Exits after what was done in the period, and in any stretch that began in it.
pub fn exits(ctx: &Context<'_>, selection: &Selection) -> Exits {
    let activities = ctx.activities();
    let mut exits = Exits {
        by_kind: activities.kinds().into_iter().map(|kind| (kind, Hits::default())).collect(),
        ..Exits::default()
    };
    let (stages, statuses) = (Stages::new(ctx), Statuses::new(ctx.definitions));
    for (at, (case, (_, deal))) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()).enumerate() {
        if !ctx.facts.roles.counts(selection.sellers.as_deref(), case.seller) {
            continue;
        }
        let mut lost_by_stage = None;
        if case.ending == (Ending::Undated { won: false }) {
            lost_by_stage = stages
                .entered(deal.id, |stage| statuses.deal(ctx.text(stage)) == DealState::Lost)
                .filter(|day| *day <= ctx.today);
            exits.dated_by_stage += u64::from(lost_by_stage.is_some());
            exits.undated += u64::from(lost_by_stage.is_none());
        }
        let Some(life) = Life::of(ctx, case, lost_by_stage) else { continue };
        let mut start = life.created;
        while start < life.until {
            if let Some(is_lost) = life.exits_after(start).filter(|_| selection.span.contains(start)) {
                exits.base.add(is_lost);
            }
            start = start.plus(EXIT_DAYS);
        }
        for (kind, hits) in &mut exits.by_kind {
            let mut last: Option<Day> = None;
            for activity in activities.of(at).iter().filter(|activity| activity.kind == *kind) {
                if last.is_some_and(|last| activity.day < last.plus(EXIT_DAYS)) {
                    continue;
                }
                if let Some(is_lost) =
                    life.exits_after(activity.day).filter(|_| selection.span.contains(activity.day))
                {
                    hits.add(is_lost);
                    last = Some(activity.day);
                }
            }
        }
    }
    exits.by_kind.retain(|(_, hits)| hits.of > 0);
    exits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    #[test]
    fn stretches_that_end_with_a_loss_are_hits() {
        let world = World::default()
            .today("2026-03-01")
            .known_until(TableId::Deals, "", "2026-03-01")
            .rows(
                TableId::Deals,
                "id|created|closed|status",
                &[
                    // Stretches from 1 and 15 January; lost in the second.
                    "a|2026-01-01|2026-01-29|Lost",
                    // From 1 January, 15 January (won on 20 January).
                    "b|2026-01-01|2026-01-20|Won",
                    // From 1 February whole, from 15 February whole on the day the data end.
                    "c|2026-02-01||Open",
                    // From 20 February: cut off.
                    "d|2026-02-20||Open",
                ],
            )
            .rows(
                TableId::Touches,
                "at|channel|deal_id",
                &[
                    "2026-01-02|Call|a",
                    "2026-01-16|Call|a",
                    "2026-01-20|Call|a",
                    "2026-01-29|Call|a",
                    "2026-01-19|Call|b",
                    "2026-02-25|Call|c",
                    "2026-02-10|Mail|c",
                ],
            );
        let ctx = world.context();
        let found = exits(&ctx, &Selection::all(Span { from: day("2026-01-01"), to: day("2026-03-01") }));
        assert_eq!(found.base, Hits { hits: 1, of: 6 });
        // Calls: 2 January (kept), 16 January (lost within 14 days), 20 January too close to it, 29 January on the
        // day of the loss; 19 January before a win; 25 February is cut off.
        let hits: Vec<Hits> = found.by_kind.iter().map(|(_, hits)| *hits).collect();
        assert_eq!(hits, [Hits { hits: 1, of: 3 }, Hits { hits: 0, of: 1 }]);
    }

    /// Both were called on 10 January and say no closing date; the history says that one was lost on 20 January.
    #[test]
    fn a_loss_is_dated_by_its_stage_where_no_closing_date_is_known() {
        let world = World::default()
            .today("2026-03-01")
            .known_until(TableId::Deals, "", "2026-03-01")
            .rows(TableId::Deals, "id|created|status", &["a|2026-01-01|Lost", "b|2026-01-01|Lost"])
            .rows(
                TableId::StageChanges,
                "deal_id|at|to_stage|from_stage",
                &["a|2026-01-05|Offer|Talk", "a|2026-01-20|Closed lost|Offer"],
            )
            .rows(TableId::Touches, "at|channel|deal_id", &["2026-01-10|Call|a", "2026-01-10|Call|b"]);
        let ctx = world.context();
        let found = exits(&ctx, &Selection::all(Span { from: day("2026-01-01"), to: day("2026-03-01") }));
        assert_eq!((found.dated_by_stage, found.undated), (1, 1));
        // Stretches of the one from 1 and 15 January, lost in the second; the call is followed by the loss.
        assert_eq!(found.base, Hits { hits: 1, of: 2 });
        assert_eq!(found.by_kind[0].1, Hits { hits: 1, of: 1 });
    }
}
