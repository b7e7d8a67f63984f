//! What slow leads are given: content, or an offer too early.

use super::{count, scores, share};
use crate::facts::{Day, sort_list};
use crate::metrics::{Band, LeadTouch, LeadWay, has_phrase};
use crate::stats;
use crate::views::build::Asked;
use crate::views::{FlaggedLead, HardSell, Nurture};

/// Days in which content keeps somebody warm.
const KEPT_DAYS: i32 = 30;
/// Leads of each list.
const MOST: usize = 10;

fn has(asked: &Asked<'_>, touch: &LeadTouch, words: &[String]) -> bool {
    let words = || words.iter().map(String::as_str);
    let text = |sym| asked.context.text(sym);
    has_phrase(text(touch.kind), words()) || has_phrase(text(touch.channel), words())
}

/// Whether a touch came while the lead was slow: it had been so on the day before, or from that day on.
fn while_slow(way: &LeadWay, day: Day) -> bool {
    way.band_on(day.plus(-1).max(way.created)) == Some(Band::Slow) && day >= way.created
}

/// Slow leads that were asked to buy against those that were given content only. Both are the leads created
/// up to the end of the period; lost is what their status says today.
pub fn hard_sell(asked: &Asked<'_>, ways: &[LeadWay]) -> HardSell {
    let ctx = &asked.context;
    let rules = &ctx.definitions.leads;
    let (mut hard, mut soft) = ((0, 0), (0, 0));
    let mut flagged: Vec<FlaggedLead> = Vec::new();
    for way in ways.iter().filter(|way| way.created <= asked.selection.span.to) {
        let own: Vec<&LeadTouch> =
            ctx.touches_of(way.lead.id).iter().filter(|touch| while_slow(way, touch.on)).collect();
        let sold = own.iter().rev().find(|touch| has(asked, touch, &rules.sales_words));
        let (lost, all) = match sold {
            Some(_) => &mut hard,
            None if own.iter().any(|touch| has(asked, touch, &rules.nurture_words)) => &mut soft,
            None => continue,
        };
        *all += 1;
        *lost += usize::from(way.is_lost);
        if let Some(sold) = sold.filter(|_| way.stands()) {
            flagged.push(FlaggedLead {
                id: ctx.text(way.lead.id).to_owned(),
                person: ctx.text(way.lead.person).to_owned(),
                seller: ctx.text(way.lead.seller).to_owned(),
                on: sold.on,
                kind: ctx.either(sold.kind, sold.channel).to_owned(),
            });
        }
    }
    sort_list(&mut flagged, |a, b| b.on.cmp(&a.on));
    let need = ctx.definitions.rate_needs as usize;
    let cases = |(lost, all): (usize, usize)| (lost as u64, all as u64);
    let ((k1, n1), (k2, n2)) = (cases(hard), cases(soft));
    let difference = stats::newcombe(k1, n1, k2, n2)
        .filter(|_| hard.1 >= need && soft.1 >= need)
        .map(|limits| (k1 as f64 / n1 as f64 - k2 as f64 / n2 as f64, limits.low, limits.high));
    HardSell {
        hard: share(asked, hard.0, hard.1),
        soft: share(asked, soft.0, soft.1),
        difference,
        flagged_count: count(flagged.len()),
        flagged: flagged.into_iter().take(MOST).collect(),
    }
}

/// Slow leads at the end of the period: which had content in the last 30 days, and how old the others are.
pub fn nurture(asked: &Asked<'_>, ways: &[LeadWay]) -> Nurture {
    let ctx = &asked.context;
    let to = asked.selection.span.to.min(ctx.today);
    let (mut touched, mut slow) = (0, 0);
    let mut ages: Vec<f64> = Vec::new();
    let mut untouched: Vec<(&LeadWay, i32, Option<i32>)> = Vec::new();
    for way in ways.iter().filter(|way| !way.is_lost && way.band_on(to) == Some(Band::Slow)) {
        slow += 1;
        let own: Vec<&LeadTouch> =
            ctx.touches_of(way.lead.id).iter().filter(|touch| touch.on <= to).collect();
        let is_recent = |touch: &&&LeadTouch| touch.on > to.plus(-KEPT_DAYS);
        let recent: Vec<&&LeadTouch> = own.iter().filter(is_recent).collect();
        if recent.iter().any(|touch| has(asked, touch, &ctx.definitions.leads.nurture_words)) {
            touched += 1;
        }
        if recent.is_empty() {
            let age = to.0 - way.created.0;
            ages.push(f64::from(age));
            untouched.push((way, age, own.last().map(|touch| to.0 - touch.on.0)));
        }
    }
    sort_list(&mut untouched, |a, b| b.1.cmp(&a.1));
    let days = |days: i32| u32::try_from(days).unwrap_or(0);
    Nurture {
        touched: share(asked, touched, slow),
        untouched: count(untouched.len()),
        median_age: stats::median(&ages),
        oldest: untouched
            .into_iter()
            .take(MOST)
            .filter_map(|(way, age, since)| Some((scores::lead(asked, way)?, days(age), since.map(days))))
            .collect(),
    }
}
