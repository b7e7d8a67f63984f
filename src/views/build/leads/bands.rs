//! The bands: how many social leads each has at month ends, how it grows, what it costs and gets.

use std::collections::{BTreeSet, HashMap};

use super::{count, only};
use crate::facts::{CostRow, Day, RowRef, Span, TableId, TouchRow};
use crate::metrics::{
    BAND_CONVERSION_COST, BAND_GROWTH, Band, Dim, LEADS_IN_BAND, LeadWay, Quantity, SourceGroup, Stream,
    group, has_phrase,
};
use crate::views::build::Asked;
use crate::views::{BandLine, Got};

/// Month ends that are shown.
const MONTHS: usize = 13;
/// Months whose costs are shown.
const COST_MONTHS: usize = 6;
/// Days of a month, on average.
const MONTH_DAYS: f64 = 365.25 / 12.0;

/// Slow, medium, fast.
pub fn bands(asked: &Asked<'_>, ways: &[LeadWay], social: &BTreeSet<RowRef>) -> Vec<BandLine> {
    let ctx = &asked.context;
    let standing = only(&LEADS_IN_BAND, ctx, |row| social.contains(&row));
    let standing = Stream::new(&LEADS_IN_BAND, &standing, ctx);
    let grown = only(&BAND_GROWTH, ctx, |row| social.contains(&row));
    let grown = Stream::new(&BAND_GROWTH, &grown, ctx);
    let costs = BAND_CONVERSION_COST.samples(ctx);
    let stream = Stream::new(&BAND_CONVERSION_COST, &costs, ctx);
    let to = asked.selection.span.to;
    let from = asked.frame.known.map_or(to, |known| known.from);
    let all_until_now = asked.selection.over(Span { from, to });
    let ends = month_ends(from, to, MONTHS);
    Band::ALL
        .into_iter()
        .map(|band| {
            let level = |day: Day| {
                let selection = all_until_now.over(Span { from, to: day });
                standing.figure(&selection.with_key(Dim::Band, band.id())).value()
            };
            let growth = [1u32, 3, 6, 12].map(|months| {
                let key = format!("{}:{months}m", band.id());
                (months, grown.figure(&all_until_now.with_key(Dim::Band, &key)))
            });
            let cost = |span: Span| stream.figure(&asked.selection.over(span).with_key(Dim::Band, band.id()));
            let months = month_ends(from, to, COST_MONTHS);
            BandLine {
                band: band.id().to_owned(),
                months: ends.iter().map(|end| (*end, level(*end))).collect(),
                growth: growth.into(),
                got: got(asked, ways, band),
                cost: cost(asked.selection.span),
                cost_months: months
                    .into_iter()
                    .map(|end| (end.month_start(), cost(Span { from: end.month_start(), to: end })))
                    .collect(),
                cost_channels: by_channel(asked, band),
            }
        })
        .collect()
}

/// The last month ends up to a day, oldest first, none before another.
pub fn month_ends(from: Day, to: Day, most: usize) -> Vec<Day> {
    let mut ends = Vec::new();
    let mut end = to.plus(1).month_start().plus(-1);
    while end >= from && ends.len() < most {
        ends.push(end);
        end = end.month_start().plus(-1);
    }
    ends.reverse();
    ends
}

/// What a band's conversions cost by channel: the costs of a channel over all conversions of the band.
fn by_channel(asked: &Asked<'_>, band: Band) -> Vec<(String, crate::metrics::Figure)> {
    let ctx = &asked.context;
    let channels: HashMap<RowRef, SourceGroup> = ctx
        .facts
        .rows::<CostRow>()
        .filter(|(_, cost)| Band::by_name(ctx.text(cost.band)) == Some(band))
        .map(|(row, cost)| (row, group(ctx.text(cost.channel))))
        .collect();
    let named: BTreeSet<SourceGroup> = channels.values().copied().collect();
    let selection = asked.selection.with_key(Dim::Band, band.id());
    named
        .into_iter()
        .map(|channel| {
            let keep = |row: RowRef| row.table != TableId::Costs || channels.get(&row) == Some(&channel);
            let samples = only(&BAND_CONVERSION_COST, ctx, keep);
            let figure = Stream::new(&BAND_CONVERSION_COST, &samples, ctx).figure(&selection);
            (channel.id().to_owned(), figure)
        })
        .collect()
}

/// What the leads of a band got in the period while they were in it.
fn got(asked: &Asked<'_>, ways: &[LeadWay], band: Band) -> Got {
    let ctx = &asked.context;
    let (rules, span) = (&ctx.definitions.leads, asked.selection.span);
    let end = span.to.min(ctx.today).plus(1);
    let (mut got, mut days) = (Got::default(), 0);
    for way in ways.iter().filter(|way| !way.is_lost) {
        let within = way.stays.iter().filter(|stay| stay.band == band).map(|stay| {
            let (first, until) = (stay.from.max(span.from), stay.until.unwrap_or(end).min(end));
            (first, until.max(first))
        });
        let within: Vec<(Day, Day)> = within.filter(|(first, until)| until > first).collect();
        if within.is_empty() {
            continue;
        }
        got.leads += 1;
        days += within.iter().map(|(first, until)| until.0 - first.0).sum::<i32>();
        let is_in = |day: Day| within.iter().any(|(first, until)| (*first..*until).contains(&day));
        for touch in ctx.touches_of(way.lead.id).iter().filter(|touch| is_in(touch.on)) {
            let has = |words: &[String]| {
                let words = || words.iter().map(String::as_str);
                has_phrase(ctx.text(touch.kind), words()) || has_phrase(ctx.text(touch.channel), words())
            };
            // What asks for a purchase asks for it, whatever it gives besides.
            if has(&rules.sales_words) {
                got.sales += 1;
            } else if has(&rules.nurture_words) {
                got.nurture += 1;
            } else {
                got.other += 1;
            }
        }
    }
    got.lead_months = f64::from(days) / MONTH_DAYS;
    if got.lead_months <= 0.0 {
        return got;
    }
    let each = |sum: f64| sum / got.lead_months;
    let touches = got.nurture + got.sales + got.other;
    let knows_touches = ctx.facts.rows::<TouchRow>().next().is_some();
    let samples = BAND_CONVERSION_COST.samples(ctx);
    let key = samples.keys.find(band.id());
    let chosen = asked.selection.sellers.as_deref();
    let money: Vec<i64> = samples
        .list
        .iter()
        .filter(|sample| span.contains(sample.day) && Some(sample.keys[0]) == key)
        .filter(|sample| ctx.facts.roles.counts(chosen, sample.seller))
        .filter_map(|sample| match sample.what {
            crate::metrics::What::Money { amount, .. } => Some(amount),
            _ => None,
        })
        .collect();
    let of_band = |cost: &CostRow| {
        Band::by_name(ctx.text(cost.band)) == Some(band)
            && cost.date.is_some_and(|at| span.contains(ctx.day(at)))
            && ctx.facts.roles.counts(chosen, cost.seller)
    };
    let hours: Vec<f64> = (ctx.facts.rows::<CostRow>())
        .filter(|(_, cost)| of_band(cost))
        .filter_map(|(_, cost)| cost.hours)
        .collect();
    let sum = Quantity::Money(money.iter().map(|amount| i128::from(*amount)).sum());
    let (touches_each, money_each, hours_each) = (
        knows_touches.then(|| each(f64::from(touches))),
        (!money.is_empty()).then(|| each(sum.to_f64())),
        (!hours.is_empty()).then(|| each(hours.iter().sum())),
    );
    Got { touches_each, money_each, hours_each, leads: count(got.leads as usize), ..got }
}
