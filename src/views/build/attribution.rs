//! What the attribution page shows.

use super::Asked;
use crate::facts::{Bucket, Day, Span, sort_list};
use crate::metrics::attribution::{
    Attribution, Credit, DealPath, ModelAnswer, Withheld, attribution, deal_paths, rule_of,
};
use crate::metrics::{Figure, Stream, metric};
use crate::stats::{Estimate, count_growth, wilson};
use crate::views::{
    AttributionView, CourtView, CoverageView, CreditView, DealPathView, ModelView, MonthView, RoleView,
    TouchView,
};

/// The roles: the metric that counts, and the one that adds up the money.
const ROLES: [(&str, &str); 4] = [
    ("social_sourced", "social_sourced_value"),
    ("social_assisted", "social_assisted_value"),
    ("social_converted", "social_converted_value"),
    ("social_involved", "social_involved_value"),
];
/// Months of a role's series at most.
const MOST_MONTHS: usize = 12;
/// Deals listed at most.
const MOST_DEALS: usize = 60;
/// Touches of a deal shown at most: the last ones.
const MOST_TOUCHES: usize = 40;
/// Channels listed at most.
const MOST_CHANNELS: usize = 12;

/// What the attribution page shows.
pub fn attribution_view(asked: &Asked<'_>) -> AttributionView {
    let held = attribution(&asked.context, &asked.selection);
    let months = whole_months(asked);
    let half = months.len() / 2;
    let roles: Vec<RoleView> =
        ROLES.iter().filter_map(|(count, value)| role(asked, count, value, &months)).collect();
    let fall = |role: &RoleView| i64::from(role.halves.1) - i64::from(role.halves.0);
    let falling = (roles.iter())
        // Any involvement is not one of the three, it holds them all.
        .filter(|role| role.metric != "social_involved" && fall(role) < 0)
        .min_by_key(|role| fall(role));
    let deals = deal_paths(&asked.context, &asked.selection);
    let more = deals.len().saturating_sub(MOST_DEALS);
    AttributionView {
        frame: asked.frame.clone(),
        court: held.as_ref().map(court),
        falling: falling.map(|role| role.metric.clone()),
        roles,
        growth_months: u32::try_from(half).unwrap_or(0),
        months: by_month(deals),
        more_deals: u32::try_from(more).unwrap_or(u32::MAX),
        rules: asked.context.definitions.returns.clone().bounded(),
    }
}

fn court(held: &Attribution) -> CourtView {
    // The channels with most credit by any model first.
    let most = |at: usize| {
        let answers = held.models.iter().filter_map(|(_, answer)| answer.as_ref().ok());
        answers.filter_map(|answer| answer.channels.get(at)).map(|own| own.share).fold(0.0, f64::max)
    };
    let mut order: Vec<usize> = (0..held.channels.len()).collect();
    sort_list(&mut order, |a, b| most(*b).total_cmp(&most(*a)).then(a.cmp(b)));
    let more = order.len().saturating_sub(MOST_CHANNELS);
    order.truncate(MOST_CHANNELS);
    let answers = || held.models.iter().filter_map(|(_, answer)| answer.as_ref().ok());
    let ends = |of: fn(&ModelAnswer) -> f64| {
        answers().map(of).fold(None, |ends: Option<(f64, f64)>, own| {
            Some(ends.map_or((own, own), |(low, high)| (low.min(own), high.max(own))))
        })
    };
    let models = held.models.iter().map(|(model, answer)| {
        let channels = answer
            .as_ref()
            .map(|answer| order.iter().filter_map(|at| answer.channels.get(*at)).map(credit).collect());
        ModelView {
            rule: rule_of(*model),
            withheld: answer.as_ref().err().map(|withheld| withheld_key(*withheld).to_owned()),
            social: answer.as_ref().ok().map(|answer| credit(&answer.social)),
            channels: channels.unwrap_or_default(),
        }
    });
    let own = held.coverage;
    let touches = own.touches;
    CourtView {
        conversions: held.conversions,
        value: held.value.map(main_units),
        coverage: CoverageView {
            deals_won: own.deals_won,
            deals_with_path: own.deals_with_path,
            touch_conversions: own.touch_conversions,
            path_rows: own.path_rows,
            path_rows_left_out: own.path_rows_left_out,
            nulls: own.nulls,
            without_value: own.without_value,
            touches: [
                touches.rows,
                touches.used,
                touches.open,
                touches.too_old,
                touches.too_late,
                touches.nobody,
            ],
        },
        resamples: u32::try_from(held.resamples).unwrap_or(0),
        channels: order.iter().filter_map(|at| held.channels.get(*at).cloned()).collect(),
        more_channels: u32::try_from(more).unwrap_or(u32::MAX),
        models: models.collect(),
        social_range: ends(|answer| answer.social.share),
        social_value: ends(|answer| main_units(answer.social.value)).filter(|_| held.value.is_some()),
    }
}

fn withheld_key(withheld: Withheld) -> &'static str {
    match withheld {
        Withheld::NoConversions => "no_conversions",
        Withheld::TooFew => "too_few",
        Withheld::NoTimes => "no_times",
    }
}

fn credit(own: &Credit) -> CreditView {
    CreditView {
        conversions: own.conversions,
        share: own.share,
        range: own.share_range.map(|range| (range.low, range.high)),
        value: main_units(own.value),
    }
}

/// Ten-thousandths as main units, for showing.
pub(super) fn main_units(amount: i128) -> f64 {
    amount as f64 / 10_000.0
}

/// The whole months up to the end of the period that the deals tell of, the latest twelve.
pub(super) fn whole_months(asked: &Asked<'_>) -> Vec<Span> {
    let known = asked.context.coverage.default_period().map_or(asked.selection.span.from, |known| known.from);
    let mut end = Bucket::Month.start(asked.selection.span.to.plus(1)).plus(-1);
    let mut months = Vec::new();
    while months.len() < MOST_MONTHS {
        let from = Bucket::Month.start(end);
        if from < known {
            break;
        }
        months.push(Span { from, to: end });
        end = from.plus(-1);
    }
    months.reverse();
    months
}

/// Growth a month between two halves of the months, and what happened in each.
pub(super) fn halves(counts: &[Option<f64>]) -> (u32, u32, Option<Estimate>) {
    let half = counts.len() / 2;
    let later = counts.get(counts.len() - half..).unwrap_or(&[]);
    let earlier = counts.get(counts.len() - 2 * half..counts.len() - half).unwrap_or(&[]);
    // Counted one by one, so they are whole.
    let sum = |part: &[Option<f64>]| part.iter().flatten().sum::<f64>() as u32;
    let growth = if counts.iter().all(Option::is_some) {
        count_growth(u64::from(sum(earlier)), u64::from(sum(later)), half as f64)
    } else {
        None
    };
    (sum(earlier), sum(later), growth)
}

fn role(asked: &Asked<'_>, count_id: &str, value_id: &str, months: &[Span]) -> Option<RoleView> {
    let (count, value) = (metric(count_id)?, metric(value_id)?);
    let samples = count.samples(&asked.context);
    let stream = Stream::new(count, &samples, &asked.context);
    let figure = stream.figure(&asked.selection);
    let monthly: Vec<(Day, Option<f64>)> = (months.iter())
        .map(|month| (month.from, stream.figure(&asked.selection.over(*month)).value()))
        .collect();
    let counts: Vec<Option<f64>> = monthly.iter().map(|(_, count)| *count).collect();
    let (before, after, growth) = halves(&counts);
    let value_samples = value.samples(&asked.context);
    let value = Stream::new(value, &value_samples, &asked.context).figure(&asked.selection);
    Some(RoleView {
        metric: count_id.to_owned(),
        share: share(asked, &figure),
        count: figure,
        value,
        months: monthly,
        growth: growth.map(|growth| (growth.value, growth.low, growth.high)),
        halves: (before, after),
    })
}

/// Of the deals whose path is known, those that count.
fn share(asked: &Asked<'_>, figure: &Figure) -> Option<(f64, f64, f64)> {
    let k = figure.value()?;
    if figure.n < u64::from(asked.context.definitions.rate_needs) {
        return None;
    }
    let range = wilson(k as u64, figure.n)?;
    Some((k / figure.n as f64, range.low, range.high))
}

fn by_month(deals: Vec<DealPath>) -> Vec<MonthView> {
    let mut months: Vec<MonthView> = Vec::new();
    for deal in deals.into_iter().take(MOST_DEALS) {
        let from = Bucket::Month.start(deal.day);
        let deal = deal_view(deal);
        match months.last_mut().filter(|month| month.from == from) {
            Some(month) => month.deals.push(deal),
            None => months.push(MonthView { from, deals: vec![deal] }),
        }
    }
    months
}

fn deal_view(deal: DealPath) -> DealPathView {
    let skipped = deal.touches.len().saturating_sub(MOST_TOUCHES);
    let touches = deal.touches.into_iter().skip(skipped).map(|touch| TouchView {
        day: touch.day,
        channel: touch.channel,
        campaign: touch.campaign,
        is_social: touch.is_social,
    });
    let splits =
        deal.splits.into_iter().map(|(rule, shares)| (rule, shares.into_iter().skip(skipped).collect()));
    DealPathView {
        name: deal.name,
        day: deal.day,
        value: deal.value.map(|value| main_units(i128::from(value))),
        source: deal.source,
        disagrees: deal.disagrees,
        touches: touches.collect(),
        splits: splits.collect(),
    }
}
