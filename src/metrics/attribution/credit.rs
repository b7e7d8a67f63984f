//! Who is credited with the conversions of a period, by seven models.
//!
//! Paths: those of the log of touches that end in the period (deals won, touches that are conversions, and paths that
//! end without one), and the rows of `paths`, which have no date and so belong to every period. Channels are as
//! exported. A conversion of unknown value counts as a conversion and is left out of the money.

use std::collections::BTreeMap;

use super::journeys::{Journey, JourneyEnd, TouchCounts};
use crate::facts::{Amount, Currency, PathRow, Sym};
use crate::metrics::deals::Ending;
use crate::metrics::source_group::group;
use crate::metrics::{Context, CreditRule, Selection};
use crate::stats::{self, ChannelCredit, CreditModel, CreditRules, Interval, Walk};

/// Below so many conversions the two models that look at all paths together say nothing.
pub const LEAST_CONVERSIONS: f64 = 30.0;
/// Seed of the intervals.
const SEED: u64 = 0x5EED;
/// What stands for a channel that is not known.
pub const UNKNOWN_CHANNEL: &str = "unknown";

/// What the seven models say of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Channels by name, and whether each is a social network.
    pub channels: Vec<(String, bool)>,
    /// The models in the order of [`CreditModel::ALL`].
    pub models: Vec<(CreditModel, Result<ModelAnswer, Withheld>)>,
    /// All conversions.
    pub conversions: f64,
    /// Their value in ten-thousandths, rounded to the currency's minor unit; none where no value is known.
    pub value: Option<i128>,
    /// What the figures stand on.
    pub coverage: PathCoverage,
    /// Resamples behind the intervals.
    pub resamples: usize,
}

/// What the figures of a period stand on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PathCoverage {
    /// Deals won in the period.
    pub deals_won: u32,
    /// Those of them with a touch on their path.
    pub deals_with_path: u32,
    /// Touches that are conversions of their own.
    pub touch_conversions: u32,
    /// Rows of `paths` that count.
    pub path_rows: u32,
    /// Rows of `paths` left out: nobody's, while a seller is chosen, or without a step.
    pub path_rows_left_out: u32,
    /// Conversions whose value is not known.
    pub without_value: f64,
    /// Paths that ended without a conversion.
    pub nulls: f64,
    /// What became of the touches, of all days.
    pub touches: TouchCounts,
}

/// What a model says.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelAnswer {
    /// By channel, in the order of [`Attribution::channels`].
    pub channels: Vec<Credit>,
    /// Of all social channels together.
    pub social: Credit,
}

/// What a channel is credited with.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Credit {
    /// Conversions.
    pub conversions: f64,
    /// Their 95 % interval.
    pub conversions_range: Option<Interval>,
    /// Share of all conversions.
    pub share: f64,
    /// Its 95 % interval.
    pub share_range: Option<Interval>,
    /// Value in ten-thousandths.
    pub value: i128,
    /// Its 95 % interval.
    pub value_range: Option<(i128, i128)>,
}

/// Why a model says nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Withheld {
    /// No path of the period ends with a conversion.
    NoConversions,
    /// Fewer conversions than [`LEAST_CONVERSIONS`].
    TooFew,
    /// Touches have no times.
    NoTimes,
}

impl Withheld {
    /// In the headless run's words.
    pub fn id(self) -> &'static str {
        match self {
            Withheld::NoConversions => "no conversions",
            Withheld::TooFew => "fewer than 30 conversions",
            Withheld::NoTimes => "touches have no times",
        }
    }
}

/// A model in the headless run's words.
pub fn model_id(model: CreditModel) -> &'static str {
    rule_of(model).id()
}

/// The rule that credits by a model.
pub fn rule_of(model: CreditModel) -> CreditRule {
    match model {
        CreditModel::First => CreditRule::First,
        CreditModel::Last => CreditRule::Last,
        CreditModel::Linear => CreditRule::Linear,
        CreditModel::TimeDecay => CreditRule::TimeDecay,
        CreditModel::Position => CreditRule::Position,
        CreditModel::Markov => CreditRule::Markov,
        CreditModel::Shapley => CreditRule::Shapley,
    }
}

/// The numbers of the models that a person may set.
pub fn credit_rules(ctx: &Context<'_>) -> CreditRules {
    let rules = ctx.definitions.returns.clone().bounded();
    CreditRules { half_life_days: rules.half_life_days, first: rules.first_share, last: rules.last_share }
}

/// A journey as the models see it; `number` gives a channel its number.
pub(super) fn walk(ctx: &Context<'_>, journey: &Journey, mut number: impl FnMut(&str) -> u32) -> Walk {
    let end = journey.touches.last().map_or(0, |touch| touch.at);
    let ages = journey.touches.iter().map(|touch| (end - touch.at) as f64 / 86_400.0).collect();
    let steps = journey.touches.iter().map(|touch| number(channel(ctx, touch.channel))).collect();
    let value = match journey.end {
        JourneyEnd::Won(at) => ctx.deals().list.get(at).and_then(|case| case.money(ctx).ok()),
        JourneyEnd::Converted(value) => value.map(|value| value.0),
        JourneyEnd::Null => None,
    };
    let converts = if journey.end == JourneyEnd::Null { 0.0 } else { 1.0 };
    Walk { steps, ages, conversions: converts, value: value.map(|value| value as f64), nulls: 1.0 - converts }
}

/// A touch's channel as exported.
pub(super) fn channel<'a>(ctx: &'a Context<'_>, channel: Sym) -> &'a str {
    let text = ctx.text(channel).trim();
    if text.is_empty() { UNKNOWN_CHANNEL } else { text }
}

/// What the seven models say of a selection; none where there is neither a log of touches nor a table of paths.
pub fn attribution(ctx: &Context<'_>, selection: &Selection) -> Option<Attribution> {
    if !ctx.has_paths() {
        return None;
    }
    let mut coverage = PathCoverage { touches: ctx.journeys().counts, ..PathCoverage::default() };
    let is_asked = |seller| ctx.facts.roles.counts(selection.sellers.as_deref(), seller);
    coverage.deals_won = count((ctx.deals().list.iter()).filter(|case| {
        is_asked(case.seller)
            && matches!(case.ending, Ending::Closed { won: true, on } if selection.span.contains(on))
    }));
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    let mut number = |name: &str| {
        let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
        *names.entry(name.to_owned()).or_insert(next)
    };
    let mut walks: Vec<Walk> = Vec::new();
    for journey in &ctx.journeys().list {
        if !selection.span.contains(journey.day) || !is_asked(journey.seller) {
            continue;
        }
        match journey.end {
            JourneyEnd::Won(_) => coverage.deals_with_path += 1,
            JourneyEnd::Converted(_) => coverage.touch_conversions += 1,
            JourneyEnd::Null => {}
        }
        walks.push(walk(ctx, journey, &mut number));
    }
    for (_, row) in ctx.facts.rows::<PathRow>() {
        match summed_up(ctx, &row, &mut number).filter(|_| selection.sellers.is_none()) {
            Some(walk) => {
                coverage.path_rows += 1;
                walks.push(walk);
            }
            None => coverage.path_rows_left_out += 1,
        }
    }
    coverage.nulls = walks.iter().map(|walk| walk.nulls).sum();
    coverage.without_value =
        walks.iter().filter(|walk| walk.value.is_none()).map(|walk| walk.conversions).sum();
    Some(answer(ctx, &walks, names, coverage))
}

/// A row of `paths`; none without a step or with a count that is no count.
fn summed_up(ctx: &Context<'_>, row: &PathRow, mut number: impl FnMut(&str) -> u32) -> Option<Walk> {
    let steps: Vec<u32> = (ctx.text(row.path).trim_matches(['>', ' ']).split(" > "))
        .map(str::trim)
        .filter(|step| !step.is_empty())
        .map(&mut number)
        .collect();
    let is_count = |count: f64| count.is_finite() && count >= 0.0;
    let (conversions, nulls) = (row.conversions.unwrap_or(0.0), row.nulls.unwrap_or(0.0));
    (!steps.is_empty() && is_count(conversions) && is_count(nulls)).then(|| Walk {
        steps,
        ages: Vec::new(),
        conversions,
        value: row.value.filter(|_| conversions > 0.0).map(|value: Amount| value.0 as f64),
        nulls,
    })
}

/// Holds the models against the paths and puts the channels in the order of their names.
fn answer(
    ctx: &Context<'_>,
    walks: &[Walk],
    names: BTreeMap<String, u32>,
    coverage: PathCoverage,
) -> Attribution {
    let mut in_group = vec![false; names.len()];
    for (name, number) in &names {
        if let Some(is_in) = in_group.get_mut(*number as usize) {
            *is_in = group(name).is_social();
        }
    }
    let resamples = stats::court_resamples(walks, names.len());
    let court = stats::court(walks, &in_group, &credit_rules(ctx), resamples, SEED);
    let has_value = walks.iter().any(|walk| walk.conversions > 0.0 && walk.value.is_some());
    let exact: i128 = walks.iter().filter_map(|walk| walk.value).map(|value| value as i128).sum();
    let value = has_value.then(|| Currency::round(exact, &ctx.currency));
    let totals =
        Totals { conversions: court.conversions, value: value.unwrap_or(0), currency: &ctx.currency };
    let models = CreditModel::ALL.into_iter().map(|model| {
        let answer = court.models.iter().find(|own| own.model == model);
        let is_costly = matches!(model, CreditModel::Markov | CreditModel::Shapley);
        let answer = match answer {
            _ if court.conversions <= 0.0 => Err(Withheld::NoConversions),
            Some(_) if is_costly && court.conversions < LEAST_CONVERSIONS => Err(Withheld::TooFew),
            Some(own) => Ok(totals.model(own, names.values().copied(), &in_group)),
            None => Err(Withheld::NoTimes),
        };
        (model, answer)
    });
    let models = models.collect();
    let channels = names.into_keys().map(|name| {
        let is_social = group(&name).is_social();
        (name, is_social)
    });
    Attribution {
        channels: channels.collect(),
        models,
        conversions: court.conversions,
        value,
        coverage,
        resamples: court.resamples,
    }
}

/// All of a period.
struct Totals<'a> {
    conversions: f64,
    value: i128,
    currency: &'a str,
}

impl Totals<'_> {
    fn model(
        &self,
        own: &stats::ModelCredit,
        order: impl Iterator<Item = u32>,
        in_group: &[bool],
    ) -> ModelAnswer {
        // Whole cents, shared out so that they add up.
        let cent = 10i128.pow(4 - Currency::decimals(self.currency).min(4));
        let weights: Vec<f64> = own.channels.iter().map(|channel| channel.value).collect();
        let parts = stats::apportion(self.value / cent, &weights).unwrap_or_else(|| vec![0; weights.len()]);
        let parts: Vec<i128> = parts.into_iter().map(|part| part * cent).collect();
        let in_social = parts.iter().zip(in_group).filter(|(_, is_in)| **is_in).map(|(part, _)| part);
        let social = self.credit(&own.group, in_social.sum());
        let channels = order.filter_map(|number| {
            let at = number as usize;
            Some(self.credit(own.channels.get(at)?, *parts.get(at)?))
        });
        ModelAnswer { channels: channels.collect(), social }
    }

    fn credit(&self, own: &ChannelCredit, value: i128) -> Credit {
        let money = |share: f64| Currency::round((share * self.value as f64).round() as i128, self.currency);
        Credit {
            conversions: own.conversions,
            conversions_range: own.share.map(|share| Interval {
                low: share.low * self.conversions,
                high: share.high * self.conversions,
            }),
            share: own.conversions / self.conversions,
            share_range: own.share,
            value,
            value_range: own.value_share.map(|share| (money(share.low), money(share.high))),
        }
    }
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
