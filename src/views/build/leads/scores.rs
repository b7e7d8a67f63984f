//! Scores with what they are made of, and the ways in which leads came.

use std::collections::{BTreeMap, BTreeSet};

use super::{count, only};
use crate::facts::{RowRef, sort_list};
use crate::metrics::{Band, LEAD_CONVERSION_RATE, LeadWay, Stream};
use crate::views::build::Asked;
use crate::views::{PointLine, ScoredLead};

/// Leads that are listed.
const MOST: usize = 40;

/// Leads that stand at the end of the data, warmest first: the first of them, and how many there are.
pub fn scored(asked: &Asked<'_>, ways: &[LeadWay]) -> (Vec<ScoredLead>, u32) {
    let mut leads: Vec<ScoredLead> =
        ways.iter().filter(|way| way.stands()).filter_map(|way| lead(asked, way)).collect();
    sort_list(&mut leads, |a, b| b.score.total_cmp(&a.score));
    let standing = count(leads.len());
    leads.truncate(MOST);
    (leads, standing)
}

/// A lead with its score; none where it has none.
pub fn lead(asked: &Asked<'_>, way: &LeadWay) -> Option<ScoredLead> {
    let ctx = &asked.context;
    let text = |sym| ctx.text(sym).to_owned();
    let score = ctx.score_of(&way.lead)?;
    let by_rules = ctx.definitions.leads.by_rules;
    let lines = if by_rules { ctx.score_lines(&way.lead) } else { Vec::new() };
    Some(ScoredLead {
        id: text(way.lead.id),
        person: text(way.lead.person),
        company: text(way.lead.company),
        seller: text(way.lead.seller),
        score,
        band: Band::of(ctx, &way.lead).map_or("", Band::id).to_owned(),
        given: way.lead.score.filter(|given| by_rules && *given != score),
        lines: lines.into_iter().map(|line| (count(line.rule), line.on, line.points)).collect(),
    })
}

/// How many leads each rule gave points to.
pub fn rule_hits(asked: &Asked<'_>, ways: &[LeadWay]) -> Vec<u32> {
    let mut hits = vec![0; asked.context.definitions.leads.rules.len()];
    for way in ways {
        let rules: BTreeSet<usize> =
            asked.context.score_lines(&way.lead).iter().map(|line| line.rule).collect();
        for rule in rules {
            if let Some(hits) = hits.get_mut(rule) {
                *hits += 1;
            }
        }
    }
    hits
}

/// The conversion points of the period's leads, most leads first.
pub fn points(asked: &Asked<'_>, ways: &[LeadWay]) -> Vec<PointLine> {
    let ctx = &asked.context;
    let mut by_point: BTreeMap<&str, BTreeSet<RowRef>> = BTreeMap::new();
    for way in ways.iter().filter(|way| asked.selection.span.contains(way.created)) {
        by_point.entry(ctx.text(way.lead.conversion_point)).or_default().insert(way.row);
    }
    let mut lines: Vec<PointLine> = by_point
        .into_iter()
        .map(|(point, rows)| {
            let samples = only(&LEAD_CONVERSION_RATE, ctx, |row| rows.contains(&row));
            let conversion = Stream::new(&LEAD_CONVERSION_RATE, &samples, ctx).figure(&asked.selection);
            let is_direct = ctx.definitions.leads.is_direct(point);
            PointLine { point: point.to_owned(), is_direct, leads: count(rows.len()), conversion }
        })
        .collect();
    sort_list(&mut lines, |a, b| b.leads.cmp(&a.leads));
    lines
}
