//! What the return page shows.

use std::collections::BTreeMap;

use super::Asked;
use super::attribution::{halves, main_units, whole_months};
use crate::charts::Name;
use crate::facts::{Day, Span, divide_half_even};
use crate::metrics::attribution::{Attribution, attribution, returned, rule_of, social_cost, stage_values};
use crate::metrics::{
    CreditRule, Dim, Figure, Metric, Quantity, ReturnRules, Selection, SourceGroup, StageCredit, StageKey,
    State, Stream, group, metric, return_by_stage,
};
use crate::stats::{RESAMPLES, bootstrap_sum_i128, count_growth, newcombe};
use crate::views::{ChannelView, ReturnLine, ReturnView, StageReturn, StageView};

const SEED: u64 = 0x5EED;

/// The parts that social networks play: the metric that counts, and the one that adds up the money.
const ROLES: [(&str, &str); 4] = [
    ("social_sourced", "social_sourced_value"),
    ("social_assisted", "social_assisted_value"),
    ("social_converted", "social_converted_value"),
    ("social_involved", "social_involved_value"),
];

/// What the return page shows.
pub fn return_view(asked: &Asked<'_>) -> ReturnView {
    let rules = asked.context.definitions.returns.clone().bounded();
    let cost = figure(asked, "cost", &asked.selection);
    let cycle_days = cycle(asked);
    let shift_days = cycle_days.filter(|_| rules.shifts_by_cycle).map_or(0, |days| days.round() as i32);
    let revenue = later(&asked.selection, shift_days);
    let data_end = asked.frame.data_end;
    let held = attribution(&asked.context, &revenue);
    let (stages, median_won) = stage_values(&asked.context);
    let own_value = |stage: &str| {
        rules.stage_values.iter().find(|(own, _)| own == stage).map(|(_, value)| value.to_f64())
    };
    let stages: Vec<StageView> = (stages.into_iter())
        .map(|own| StageView {
            value: own_value(&own.stage),
            stage: own.stage,
            closed: own.closed,
            won: own.won,
            share: own.share.map(|share| (share.low, share.high)),
            suggested: own.suggested.map(|value| value.to_f64()),
            open: own.open,
        })
        .collect();
    let valued = stages.iter().filter_map(|stage| Some(f64::from(stage.open) * stage.value?));
    let pipeline_worth = stages.iter().any(|stage| stage.value.is_some()).then(|| valued.sum());
    ReturnView {
        frame: asked.frame.clone(),
        cost_by_channel: breakdown(asked, "cost", Dim::Channel, &asked.selection),
        cost_by_category: breakdown(asked, "cost", Dim::Category, &asked.selection),
        channels: channels(asked, &rules, &revenue, held.as_ref()),
        returns: returns(asked, &rules, &revenue, held.as_ref()),
        by_stage: by_stage(asked, &rules, &revenue),
        cost: cost
            .filter(|figure| !matches!(figure.state, State::Missing(crate::metrics::Missing::NoFacts(_)))),
        cycle_days,
        shift_days,
        unknown_days: data_end.map_or(0, |end: Day| (revenue.span.to.0 - end.0).max(0)),
        data_end,
        bands: breakdown(asked, "band_conversion_cost", Dim::Band, &asked.selection),
        open_without_value: stages.iter().filter(|stage| stage.value.is_none()).map(|stage| stage.open).sum(),
        stages,
        median_won: median_won.map(|value| value.to_f64()),
        pipeline_worth,
        rules,
    }
}

fn figure(asked: &Asked<'_>, id: &str, selection: &Selection) -> Option<Figure> {
    let own: &Metric = metric(id)?;
    let samples = own.samples(&asked.context);
    Some(Stream::new(own, &samples, &asked.context).figure(selection))
}

fn breakdown(asked: &Asked<'_>, id: &str, dim: Dim, selection: &Selection) -> Vec<(String, Figure)> {
    let Some(own) = metric(id) else { return Vec::new() };
    let samples = own.samples(&asked.context);
    Stream::new(own, &samples, &asked.context).breakdown(selection, dim)
}

/// The same question about as many days later.
fn later(selection: &Selection, days: i32) -> Selection {
    let span = selection.span;
    selection.over(Span { from: span.from.plus(days), to: span.to.plus(days) })
}

/// The median days from a deal's creation to its winning, over all that is known: of social deals, else of all.
fn cycle(asked: &Asked<'_>) -> Option<f64> {
    let known = asked.context.coverage.default_period()?;
    let all = asked.selection.over(known);
    let own = metric("sales_cycle")?;
    let samples = own.samples(&asked.context);
    let stream = Stream::new(own, &samples, &asked.context);
    let social = stream.figure(&all.with_key(Dim::Source, SourceGroup::Social.id())).value();
    social.or_else(|| stream.figure(&all).value())
}

/// Whether the return is the catalogue's own: by the CRM's source, whole revenue, of the same days.
fn is_plain(rules: &ReturnRules, asked: &Asked<'_>, revenue: &Selection) -> bool {
    rules.rule == CreditRule::Crm && rules.margin.is_none() && revenue.span == asked.selection.span
}

fn money(figure: &Figure) -> Option<i128> {
    match figure.state {
        State::Value(Quantity::Money(amount)) => Some(amount),
        _ => None,
    }
}

fn limits(figure: &Figure) -> Option<(i128, i128)> {
    match (figure.low, figure.high) {
        (Some(Quantity::Money(low)), Some(Quantity::Money(high))) => Some((low, high)),
        _ => None,
    }
}

/// What stays of a revenue, and its return.
fn kept(rules: &ReturnRules, revenue: i128, range: Option<(i128, i128)>, cost: i128, n: u64) -> Figure {
    let part = |amount: i128| match rules.margin {
        Some(margin) => (amount as f64 * margin).round() as i128,
        None => amount,
    };
    returned(part(revenue), range.map(|(low, high)| (part(low), part(high))), cost, n)
}

fn returns(
    asked: &Asked<'_>,
    rules: &ReturnRules,
    revenue: &Selection,
    held: Option<&Attribution>,
) -> Vec<ReturnLine> {
    let cost = social_cost(&asked.context, &asked.selection);
    let line = |id: &str, is_role: bool, figure: Option<Figure>| {
        let own = figure.as_ref().and_then(money);
        let kept = figure
            .as_ref()
            .zip(own)
            .zip(cost)
            .map(|((figure, own), cost)| kept(rules, own, limits(figure), cost, figure.n));
        ReturnLine { id: id.to_owned(), is_role, revenue: own.map(main_units), figure: kept }
    };
    let plain = ReturnRules { rule: CreditRule::Crm, ..rules.clone() };
    let mut crm = line(CreditRule::Crm.id(), false, figure(asked, "social_revenue", revenue));
    if is_plain(&plain, asked, revenue) {
        crm.figure = figure(asked, "roi", &asked.selection).filter(|figure| figure.value().is_some());
    }
    let mut lines = vec![crm];
    for (model, answer) in held.iter().flat_map(|held| &held.models) {
        let social = answer.as_ref().ok().map(|answer| answer.social);
        let social = social.filter(|_| held.is_some_and(|held| held.value.is_some()));
        let conversions = held.map_or(0, |held| held.conversions.round() as u64);
        lines.push(ReturnLine {
            id: rule_of(*model).id().to_owned(),
            is_role: false,
            revenue: social.map(|social| main_units(social.value)),
            figure: (social.zip(cost))
                .map(|(social, cost)| kept(rules, social.value, social.value_range, cost, conversions)),
        });
    }
    lines.extend(ROLES.iter().map(|(count, value)| line(count, true, figure(asked, value, revenue))));
    lines
}

/// The return of social networks by stage under the rule. The costs are shared by touches and held fixed.
fn by_stage(asked: &Asked<'_>, rules: &ReturnRules, revenue: &Selection) -> Option<Vec<StageReturn>> {
    let stages = return_by_stage(&asked.context, revenue, &asked.selection, rules.rule)?;
    let cost = social_cost(&asked.context, &asked.selection);
    let touches: u64 = stages.iter().map(|stage| stage.touches).sum();
    let line = |stage: &StageCredit| {
        let part = |cost: i128| divide_half_even(cost * i128::from(stage.touches), i128::from(touches));
        let cost = cost.filter(|_| stage.touches > 0).map(part);
        let interval = bootstrap_sum_i128(&stage.credited, RESAMPLES, SEED);
        // Where no deal differs from another (none is credited, most often), resampling shows nothing: an interval
        // without width would claim to be certain.
        let range = interval.map(|interval| (interval.low, interval.high)).filter(|(low, high)| low < high);
        StageReturn {
            stage: match stage.stage {
                StageKey::Before => Name::Key("pipe.stage_before".into()),
                StageKey::Stage(stage) => Name::Text(asked.context.text(stage).to_owned()),
                StageKey::Unknown => Name::Key("pipe.stage_unknown".into()),
            },
            touches: stage.touches,
            revenue: main_units(stage.sum()),
            figure: cost
                .filter(|cost| *cost > 0)
                .map(|cost| kept(rules, stage.sum(), range, cost, stage.credited.len() as u64)),
            cost: cost.map(main_units),
        }
    };
    Some(stages.iter().map(line).collect())
}

/// Revenue of each source group under the rule: amount, limits where they are known, and how many stand behind it.
type Revenue = BTreeMap<String, (i128, Option<(i128, i128)>, u64)>;

fn revenue_by_group(
    asked: &Asked<'_>,
    rules: &ReturnRules,
    revenue: &Selection,
    held: Option<&Attribution>,
) -> Revenue {
    if rules.rule == CreditRule::Crm {
        let rows = breakdown(asked, "won_value", Dim::Source, revenue);
        return (rows.into_iter())
            .filter_map(|(key, figure)| Some((key, (money(&figure)?, limits(&figure), figure.n))))
            .collect();
    }
    let mut by_group = Revenue::new();
    let Some(held) = held.filter(|held| held.value.is_some()) else { return by_group };
    let answer = held.models.iter().find(|(model, _)| rule_of(*model) == rules.rule);
    let Some((_, Ok(answer))) = answer else { return by_group };
    let n = held.conversions.round() as u64;
    for ((name, _), credit) in held.channels.iter().zip(&answer.channels) {
        by_group
            .entry(group(name).id().to_owned())
            // Of several channels together the limits are not known.
            .and_modify(|own| *own = (own.0 + credit.value, None, n))
            .or_insert((credit.value, credit.value_range, n));
    }
    by_group
}

fn channels(
    asked: &Asked<'_>,
    rules: &ReturnRules,
    revenue: &Selection,
    held: Option<&Attribution>,
) -> Vec<ChannelView> {
    let of = |id: &str, dim: Dim| -> BTreeMap<String, Figure> {
        breakdown(asked, id, dim, &asked.selection).into_iter().collect()
    };
    let (leads, conversion) = (of("leads", Dim::Source), of("lead_conversion_rate", Dim::Source));
    let (per_lead, per_customer) = (of("cost_per_lead", Dim::Channel), of("cost_per_customer", Dim::Channel));
    let plain = is_plain(rules, asked, revenue).then(|| of("roi", Dim::Channel));
    let by_group = revenue_by_group(asked, rules, revenue, held);
    let mut costs: BTreeMap<String, i128> = BTreeMap::new();
    for (channel, figure) in breakdown(asked, "cost", Dim::Channel, &asked.selection) {
        if let Some(cost) = money(&figure) {
            *costs.entry(group(&channel).id().to_owned()).or_default() += cost;
        }
    }
    let growth = growths(asked);
    let social = Social::new(&conversion, &per_lead);
    (SourceGroup::ALL.iter())
        .filter(|own| {
            let id = own.id();
            leads.contains_key(id) || costs.contains_key(id) || by_group.get(id).is_some_and(|own| own.0 != 0)
        })
        .map(|own| {
            let id = own.id();
            let is_social = own.is_social();
            let cost = costs.get(id).copied().filter(|cost| *cost > 0);
            let roi = match &plain {
                Some(plain) => plain.get(id).cloned(),
                None => cost.map(|cost| {
                    let (revenue, range, n) = by_group.get(id).copied().unwrap_or((0, None, 0));
                    kept(rules, revenue, range, cost, n)
                }),
            };
            // A rule that says nothing gives no return.
            let roi = roi.filter(|_| plain.is_some() || !by_group.is_empty());
            let others = (!is_social).then_some(());
            ChannelView {
                group: id.to_owned(),
                is_social,
                leads: leads.get(id).cloned(),
                cost: cost.map(main_units),
                cost_per_lead: per_lead.get(id).cloned(),
                conversion: conversion.get(id).cloned(),
                cost_per_customer: per_customer.get(id).cloned(),
                roi: roi.filter(|figure| figure.value().is_some()),
                growth: growth.get(id).copied(),
                conversion_gap: others.and_then(|()| social.conversion_gap(conversion.get(id)?)),
                cost_ratio: others.and_then(|()| social.cost_ratio(per_lead.get(id)?)),
            }
        })
        .collect()
}

/// Growth of leads a month by source group.
fn growths(asked: &Asked<'_>) -> BTreeMap<String, (f64, f64, f64)> {
    let Some(own) = metric("leads") else { return BTreeMap::new() };
    let samples = own.samples(&asked.context);
    let stream = Stream::new(own, &samples, &asked.context);
    let months = whole_months(asked);
    (SourceGroup::ALL.iter())
        .filter_map(|group| {
            let keyed = asked.selection.with_key(Dim::Source, group.id());
            let counts: Vec<Option<f64>> =
                months.iter().map(|month| stream.figure(&keyed.over(*month)).value()).collect();
            let (_, _, growth) = halves(&counts);
            growth.map(|growth| (group.id().to_owned(), (growth.value, growth.low, growth.high)))
        })
        .collect()
}

/// Leads, customers and costs of all social networks together, to be held against one other channel.
struct Social {
    customers: u64,
    leads: u64,
    cost: i128,
    costed_leads: u64,
}

impl Social {
    fn new(conversion: &BTreeMap<String, Figure>, per_lead: &BTreeMap<String, Figure>) -> Social {
        let mut social = Social { customers: 0, leads: 0, cost: 0, costed_leads: 0 };
        for own in SourceGroup::ALL.iter().filter(|own| own.is_social()) {
            if let Some((k, n)) = conversion.get(own.id()).and_then(cases) {
                (social.customers, social.leads) = (social.customers + k, social.leads + n);
            }
            if let Some((cost, n)) = per_lead.get(own.id()).and_then(cost_of_leads) {
                (social.cost, social.costed_leads) = (social.cost + cost, social.costed_leads + n);
            }
        }
        social
    }

    /// Its conversion minus another channel's.
    fn conversion_gap(&self, other: &Figure) -> Option<(f64, f64, f64)> {
        let (k, n) = cases(other)?;
        let range = newcombe(self.customers, self.leads, k, n)?;
        let gap = self.customers as f64 / self.leads as f64 - k as f64 / n as f64;
        Some((gap, range.low, range.high))
    }

    /// Its cost of a lead as a multiple of another channel's: costs held fixed, leads counted.
    fn cost_ratio(&self, other: &Figure) -> Option<(f64, f64, f64)> {
        let (cost, leads) = cost_of_leads(other)?;
        if cost <= 0 || self.cost <= 0 {
            return None;
        }
        let growth = count_growth(self.costed_leads, leads, 1.0)?;
        let costs = self.cost as f64 / cost as f64;
        Some((costs * (growth.value + 1.0), costs * (growth.low + 1.0), costs * (growth.high + 1.0)))
    }
}

fn cases(figure: &Figure) -> Option<(u64, u64)> {
    match figure.numerator? {
        Quantity::Number(k) if k >= 0.0 => Some((k.round() as u64, figure.n)),
        _ => None,
    }
}

fn cost_of_leads(figure: &Figure) -> Option<(i128, u64)> {
    match figure.numerator? {
        Quantity::Money(cost) => Some((cost, figure.n)),
        Quantity::Number(_) => None,
    }
}
