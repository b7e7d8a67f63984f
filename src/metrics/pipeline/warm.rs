//! What came of warm conversations: how often a deal followed, and what a deal is worth.

use std::collections::HashMap;

use super::Hits;
use super::activities::contact;
use crate::facts::{Day, DealRow, LeadRow, People, Sym};
use crate::metrics::conversations::warmings;
use crate::metrics::{Context, Selection};

/// Days that a warm conversation is given to become a deal.
pub const WARM_DAYS: i32 = 90;

/// The own history of warm conversations and deals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WarmOutcomes {
    /// A deal with the person was created within the days, of the warm conversations that have had them.
    pub rate: Hits,
    /// Known amounts of all deals, in ten-thousandths of the workspace's currency.
    pub amounts: Vec<i64>,
}

/// All warm conversations of the chosen sellers up to the end of the period, and the amounts of their deals. A
/// conversation with nobody named is no case.
pub fn warm_outcomes(ctx: &Context<'_>, selection: &Selection) -> WarmOutcomes {
    let leads: HashMap<Sym, LeadRow> = ctx.facts.rows::<LeadRow>().map(|(_, lead)| (lead.id, lead)).collect();
    let mut created: People<Day> = People::under(ctx.facts.acquainted.clone());
    let mut outcomes = WarmOutcomes::default();
    for (case, (_, deal)) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()) {
        let lead = leads.get(&case.lead_id).filter(|_| !case.lead_id.is_blank());
        let person = contact(ctx, &deal, lead);
        if let Some(day) = case.created.filter(|_| !person.is_blank()) {
            created.insert(person, day);
        }
        if ctx.facts.roles.counts(selection.sellers.as_deref(), case.seller)
            && case.created.is_some_and(|day| day <= selection.span.to)
            && let Ok(amount) = case.money(ctx)
        {
            outcomes.amounts.push(amount);
        }
    }
    for warming in warmings(ctx) {
        let is_chosen = ctx.facts.roles.counts(selection.sellers.as_deref(), warming.seller);
        let end = ctx.deals_end(warming.seller).min(selection.span.to);
        if !is_chosen || warming.person.is_blank() || end.0 - warming.day.0 < WARM_DAYS {
            continue;
        }
        let is_in_time = |day: &&Day| (0..=WARM_DAYS).contains(&(day.0 - warming.day.0));
        outcomes.rate.add(created.find(&warming.person).iter().any(is_in_time));
    }
    outcomes.amounts.sort_unstable();
    outcomes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    #[test]
    fn a_deal_within_ninety_days_comes_of_a_conversation() {
        let world = World::default()
            .today("2026-06-30")
            .known_until(TableId::Deals, "Ada", "2026-06-30")
            .rows(
                TableId::WarmConversations,
                "seller|person|warm_on",
                &[
                    "Ada|In time|2026-01-01",
                    "Ada|Too late|2026-01-01",
                    "Ada|Before|2026-01-01",
                    "Ada|None|2026-01-01",
                    "Ada|Young|2026-04-02",
                ],
            )
            .rows(
                TableId::Deals,
                "id|seller|created|status|person|amount",
                &[
                    "1|Ada|2026-04-01|Open|in time|300",
                    "2|Ada|2026-04-02|Open|Too late|100",
                    "3|Ada|2025-12-31|Won|Before|",
                    "4|Ada|2026-04-03|Open|Young|200",
                ],
            );
        let ctx = world.context();
        let span = Span { from: day("2026-06-01"), to: day("2026-06-30") };
        let outcomes = warm_outcomes(&ctx, &Selection::all(span));
        assert_eq!(outcomes.rate, Hits { hits: 1, of: 4 });
        assert_eq!(outcomes.amounts, [1_000_000, 2_000_000, 3_000_000]);
    }
}
