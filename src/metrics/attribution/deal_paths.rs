//! The won deals of a period with their touches in order, and what each model makes of a single path.

use super::credit::{channel, credit_rules, rule_of, walk};
use super::journeys::{Journey, JourneyEnd};
use crate::facts::{Day, DealRow, sort_list};
use crate::metrics::deals::Ending;
use crate::metrics::source_group::group;
use crate::metrics::{Context, CreditRule, Selection};
use crate::stats::{CreditModel, step_shares};

/// A won deal.
#[derive(Clone, Debug, PartialEq)]
pub struct DealPath {
    /// Its place among the deals of the facts.
    pub place: usize,
    /// What it is called: its name, else its company, else its identifier.
    pub name: String,
    /// Day on which it was won.
    pub day: Day,
    /// Its amount in ten-thousandths of the workspace's currency, where known.
    pub value: Option<i64>,
    /// Its source as exported; blank where not said.
    pub source: String,
    /// Whether the group of its source and that of its first touch are known and differ.
    pub disagrees: bool,
    /// Its touches in time; none where no file tells of any.
    pub touches: Vec<PathTouch>,
    /// What each touch gets under each model that can share a single path out.
    pub splits: Vec<(CreditRule, Vec<f64>)>,
}

/// A touch of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PathTouch {
    /// Its day.
    pub day: Day,
    /// Channel as exported.
    pub channel: String,
    /// Campaign as exported; blank where not said.
    pub campaign: String,
    /// Whether the channel is a social network.
    pub is_social: bool,
}

/// The won deals of a selection, the latest first.
pub fn deal_paths(ctx: &Context<'_>, selection: &Selection) -> Vec<DealPath> {
    let rules = credit_rules(ctx);
    let mut by_deal: Vec<Option<&Journey>> = vec![None; ctx.deals().list.len()];
    for journey in &ctx.journeys().list {
        if let JourneyEnd::Won(at) = journey.end
            && let Some(place) = by_deal.get_mut(at)
        {
            *place = Some(journey);
        }
    }
    let mut deals = Vec::new();
    let cases = ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()).zip(by_deal);
    for (place, ((case, (_, row)), journey)) in cases.enumerate() {
        let Ending::Closed { won: true, on } = case.ending else { continue };
        if !selection.span.contains(on) || !ctx.facts.roles.counts(selection.sellers.as_deref(), case.seller)
        {
            continue;
        }
        let names = [row.name, row.company, row.id].map(|name| ctx.text(name));
        let touches: Vec<PathTouch> = journey.map_or_else(Vec::new, |journey| {
            let touch = |touch: &super::journeys::Touch| PathTouch {
                day: touch.day,
                channel: channel(ctx, touch.channel).to_owned(),
                campaign: ctx.text(touch.campaign).to_owned(),
                is_social: group(ctx.text(touch.channel)).is_social(),
            };
            journey.touches.iter().map(touch).collect()
        });
        let first = touches.first().map(|touch| group(&touch.channel));
        let splits = journey.map_or_else(Vec::new, |journey| {
            let mut seen: Vec<String> = Vec::new();
            let number = |name: &str| {
                let at = seen.iter().position(|known| known == name).unwrap_or_else(|| {
                    seen.push(name.to_owned());
                    seen.len() - 1
                });
                u32::try_from(at).unwrap_or(u32::MAX)
            };
            let walk = walk(ctx, journey, number);
            let split = |model| Some((rule_of(model), step_shares(model, &walk, &rules)?));
            CreditModel::ALL.into_iter().filter_map(split).collect()
        });
        deals.push(DealPath {
            place,
            name: names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned(),
            day: on,
            value: case.money(ctx).ok(),
            source: ctx.text(case.source).to_owned(),
            disagrees: first
                .is_some_and(|first| first.is_known() && case.group.is_known() && first != case.group),
            touches,
            splits,
        });
    }
    sort_list(&mut deals, |a: &DealPath, b: &DealPath| b.day.cmp(&a.day).then_with(|| a.name.cmp(&b.name)));
    deals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Span;
    use crate::metrics::attribution::example::world;
    use crate::metrics::testing::day;

    #[test]
    fn each_deal_can_be_followed() {
        let world = world();
        let march = Selection::all(Span { from: day("2026-03-01"), to: day("2026-03-31") });
        let deals = deal_paths(&world.context(), &march);
        let said: Vec<String> = deals
            .iter()
            .map(|deal| {
                let channels: Vec<&str> = deal.touches.iter().map(|touch| touch.channel.as_str()).collect();
                format!("{} {} {}", deal.day.iso(), deal.name, channels.join(" > "))
            })
            .collect();
        assert_eq!(
            said,
            [
                "2026-03-31 2 Email > Paid social",
                "2026-03-06 7 ",
                "2026-03-05 6 unknown > LinkedIn > Email",
                "2026-03-04 5 LinkedIn",
                "2026-03-03 4 Email > Fair",
                "2026-03-02 3 Email > LinkedIn > Fair",
                "2026-03-01 1 LinkedIn > XING",
            ]
        );
        let third = &deals[5];
        let position = third.splits.iter().find(|(rule, _)| *rule == CreditRule::Position).unwrap();
        assert!(position.1.iter().zip([0.4, 0.2, 0.4]).all(|(a, b)| (a - b).abs() < 1e-12));
        assert_eq!(third.splits.len(), 6);
        assert!(third.splits.iter().all(|(rule, _)| *rule != CreditRule::Markov));
        // The CRM says e-mail and the first touch is LinkedIn.
        assert!(deals[6].disagrees && !third.disagrees);
        assert!(deals[1].splits.is_empty());
    }
}
