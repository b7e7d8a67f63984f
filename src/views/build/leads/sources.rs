//! Leads by source, sources that lack, whose leads they are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{count, only, only_social, share};
use crate::facts::{
    Bucket, Day, DealRow, LeadRow, LinkSendRow, MessageRow, RowRef, SettledField, Span, Sym, TableId,
    fold_name, sort_list,
};
use crate::metrics::{Dim, Figure, LEADS, LeadWay, Missing, Stream, group, metric};
use crate::views::build::Asked;
use crate::views::{CreditLine, MissingSource, MissingSources, ScoreRow, SourceLine, UnsettledLead};
use crate::workspace::Workspace;

/// Weeks of a small line.
const WEEKS: i32 = 26;
/// Rows without a source that are listed.
const MOST_MISSING: usize = 100;
/// Leads of two that are listed.
const MOST_UNSETTLED: usize = 50;

/// Leads by source group, most first.
pub fn by_source(asked: &Asked<'_>, leads: &Stream<'_>) -> Vec<SourceLine> {
    let to = asked.selection.span.to;
    let known = asked.frame.known.map_or(to, |known| known.from);
    let weeks = Span { from: Bucket::Week.start(to.plus(-7 * (WEEKS - 1))).max(known), to };
    let mut lines: Vec<SourceLine> = leads
        .breakdown(&asked.selection, Dim::Source)
        .into_iter()
        .map(|(key, figure)| {
            let selection = asked.selection.over(weeks).with_key(Dim::Source, &key);
            let points = leads.series(&selection, Bucket::Week);
            let spark = points.into_iter().map(|point| point.figure.value()).collect();
            SourceLine { key, spark, figure }
        })
        .collect();
    let top = lines.iter().flat_map(|line| &line.spark).flatten().copied().fold(1.0, f64::max);
    for point in lines.iter_mut().flat_map(|line| &mut line.spark).flatten() {
        *point /= top;
    }
    let leads = |line: &SourceLine| line.figure.value().unwrap_or(0.0);
    sort_list(&mut lines, |a, b| leads(b).total_cmp(&leads(a)));
    lines
}

/// What comes before leads.
pub fn leading(asked: &Asked<'_>) -> Vec<ScoreRow> {
    ["posts_shared", "conversations_started", "warm_conversations", "meetings"]
        .into_iter()
        .filter_map(metric)
        .map(|metric| {
            let samples = metric.samples(&asked.context);
            let stream = Stream::new(metric, &samples, &asked.context);
            super::super::scorecard::score_row(asked, metric, &stream)
        })
        .collect()
}

/// Leads and deals of the period that lack a source. A deal without its own takes its lead's.
pub fn missing(asked: &Asked<'_>) -> MissingSources {
    let ctx = &asked.context;
    let facts = ctx.facts;
    let (span, chosen) = (asked.selection.span, asked.selection.sellers.as_deref());
    let is_asked = |created: Option<Day>, seller: Sym| {
        created.is_some_and(|day| span.contains(day)) && facts.roles.counts(chosen, seller)
    };
    let lacks = |source: Sym, stated: Sym| stated.is_blank() && !group(ctx.text(source)).is_known();
    let text = |sym: Sym| ctx.text(sym).to_owned();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows: Vec<MissingSource> = Vec::new();
    let mut counts = [(0, 0); 2];
    let mut leads: HashMap<Sym, LeadRow> = HashMap::new();
    for (_, lead) in facts.rows::<LeadRow>() {
        leads.insert(lead.id, lead);
        let created = lead.created.map(|at| ctx.day(at));
        let is_missing = lacks(lead.source, lead.source_group);
        if !is_missing && !lead.source.is_blank() {
            *known.entry(text(lead.source)).or_default() += 1;
        }
        if is_asked(created, lead.seller) {
            counts[0].1 += 1;
            if is_missing {
                counts[0].0 += 1;
                let (id, name, company) = (text(lead.id), text(lead.person), text(lead.company));
                rows.push(MissingSource { table: TableId::Leads, id, name, company, created });
            }
        }
    }
    for (_, deal) in facts.rows::<DealRow>() {
        let lead = leads.get(&deal.lead_id).filter(|_| !deal.lead_id.is_blank());
        let created = deal.created.or_else(|| lead.and_then(|lead| lead.created)).map(|at| ctx.day(at));
        let of_lead = lead.is_none_or(|lead| lacks(lead.source, lead.source_group));
        let is_missing = lacks(deal.source, deal.source_group) && of_lead;
        if is_asked(created, deal.seller) {
            counts[1].1 += 1;
            if is_missing {
                counts[1].0 += 1;
                let name = ctx.either(deal.person, deal.name).to_owned();
                let (id, company) = (text(deal.id), text(deal.company));
                rows.push(MissingSource { table: TableId::Deals, id, name, company, created });
            }
        }
    }
    sort_list(&mut rows, |a, b| b.created.cmp(&a.created));
    let mut known: Vec<(String, usize)> = known.into_iter().collect();
    sort_list(&mut known, |a, b| b.1.cmp(&a.1));
    let figure = |(k, n): (usize, usize)| (n > 0).then(|| share(asked, k, n));
    MissingSources {
        leads: figure(counts[0]),
        deals: figure(counts[1]),
        count: count(rows.len()),
        rows: rows.into_iter().take(MOST_MISSING).collect(),
        known: known.into_iter().map(|(source, _)| source).take(30).collect(),
    }
}

/// What each seller is credited with.
pub fn credit(asked: &Asked<'_>, social: &BTreeSet<RowRef>) -> Vec<CreditLine> {
    let ctx = &asked.context;
    let mut lines: BTreeMap<String, [Option<Figure>; 3]> = BTreeMap::new();
    let own = only(&LEADS, ctx, |row| social.contains(&row));
    let mut put = |place: usize, rows: Vec<(String, Figure)>| {
        for (seller, figure) in rows {
            if let Some(cell) = lines.entry(seller).or_default().get_mut(place) {
                *cell = Some(figure);
            }
        }
    };
    put(0, Stream::new(&LEADS, &own, ctx).breakdown(&asked.selection, Dim::Seller));
    for (place, id) in [(1, "deals_won"), (2, "won_value")] {
        let Some(metric) = metric(id) else { continue };
        let samples = only_social(metric, ctx);
        put(place, Stream::new(metric, &samples, ctx).breakdown(&asked.selection, Dim::Seller));
    }
    let nothing = || Figure::missing(Missing::NothingInPeriod);
    lines
        .into_iter()
        .map(|(seller, [leads, won, value])| CreditLine {
            seller,
            leads: leads.unwrap_or_else(nothing),
            won: won.unwrap_or_else(nothing),
            value: value.unwrap_or_else(nothing),
        })
        .collect()
}

/// Social leads of the period that are nobody's, or of whose person another seller heard first. What a person
/// settled is settled.
pub fn unsettled(workspace: &Workspace, asked: &Asked<'_>, ways: &[LeadWay]) -> Vec<UnsettledLead> {
    let ctx = &asked.context;
    let facts = ctx.facts;
    // The day on which each seller first wrote with, or sent something to, a person.
    let mut first: HashMap<String, BTreeMap<Sym, Day>> = HashMap::new();
    let mut see = |person: Sym, seller: Sym, day: Day| {
        if !person.is_blank() && !seller.is_blank() {
            let days = first.entry(fold_name(ctx.text(person))).or_default();
            let known = days.entry(seller).or_insert(day);
            *known = day.min(*known);
        }
    };
    for (_, message) in facts.rows::<MessageRow>().filter(|(_, message)| message.kind.is_blank()) {
        if let Some(at) = message.sent_at {
            see(message.person, message.seller, ctx.day(at));
        }
    }
    for (_, sent) in facts.rows::<LinkSendRow>() {
        if let Some(at) = sent.sent_at {
            see(sent.person, sent.seller, ctx.day(at));
        }
    }
    let is_settled = |id: &str| {
        let settled = workspace.settled.list().iter();
        settled
            .into_iter()
            .any(|one| one.table == TableId::Leads && one.field == SettledField::Seller && one.id == id)
    };
    let mut list: Vec<UnsettledLead> = Vec::new();
    for way in ways {
        let lead = &way.lead;
        let id = ctx.text(lead.id);
        if !way.group.is_social() || !asked.selection.span.contains(way.created) || is_settled(id) {
            continue;
        }
        let known = first.get(&fold_name(ctx.text(lead.person)));
        let mut others: Vec<(Sym, Day)> = known
            .into_iter()
            .flatten()
            .map(|(seller, day)| (*seller, *day))
            .filter(|(_, day)| *day <= way.created)
            .collect();
        sort_list(&mut others, |a, b| a.1.cmp(&b.1));
        let is_owner_first = others.first().is_none_or(|(seller, _)| *seller == lead.seller);
        if !lead.seller.is_blank() && is_owner_first {
            continue;
        }
        let deals = facts.rows::<DealRow>().filter(|(_, deal)| deal.lead_id == lead.id);
        list.push(UnsettledLead {
            id: id.to_owned(),
            person: ctx.text(lead.person).to_owned(),
            company: ctx.text(lead.company).to_owned(),
            created: way.created,
            seller: ctx.text(lead.seller).to_owned(),
            others: others.into_iter().map(|(seller, day)| (ctx.text(seller).to_owned(), day)).collect(),
            deals: deals.map(|(_, deal)| ctx.text(deal.id).to_owned()).collect(),
        });
    }
    sort_list(&mut list, |a, b| b.created.cmp(&a.created));
    list.truncate(MOST_UNSETTLED);
    list
}
