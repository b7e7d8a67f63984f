//! All models over the same paths, with intervals.
//!
//! Interval: bootstrap over single paths. Paths that a tool has summed up are rows with counts, so every row's count
//! is drawn anew from a Poisson distribution of that mean (N. Chamandy, O. Muralidharan, A. Najmi and S. Naidu,
//! "Estimating uncertainty for massive data streams", Google 2012): the price is one draw a row, however many paths it
//! stands for. Only shares of the drawn total are taken, so that the drawn total itself does not matter.

use super::super::interval::{Interval, real};
use super::super::random::Random;
use super::super::resample::RESAMPLES;
use super::super::summary::quantile_sorted;
use super::poisson::Poisson;
use super::tally::{Counted, Prepared, SHARING, Tally};
use super::{CreditModel, CreditRules, Walk};

/// Least share of resamples in which there must be a conversion, as for every bootstrap here.
const LEAST_USABLE: f64 = 0.95;
/// Fewer resamples say nothing of a 2.5 % point.
const LEAST_RESAMPLES: usize = 200;
/// Steps summed by all resamples together at most, before there are fewer of them.
const MOST_WORK: usize = 80_000_000;

/// What one channel, or several together, is credited with by one model.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ChannelCredit {
    /// Conversions.
    pub conversions: f64,
    /// Value, unrounded.
    pub value: f64,
    /// 95 % interval of its share of all conversions.
    pub share: Option<Interval>,
    /// 95 % interval of its share of all value.
    pub value_share: Option<Interval>,
}

/// One model's credits.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelCredit {
    /// Which.
    pub model: CreditModel,
    /// By channel.
    pub channels: Vec<ChannelCredit>,
    /// Of the channels asked for, together.
    pub group: ChannelCredit,
}

/// All models.
#[derive(Debug, Clone, PartialEq)]
pub struct Court {
    /// The models that can say something, in the order of [`CreditModel::ALL`].
    pub models: Vec<ModelCredit>,
    /// All conversions.
    pub conversions: f64,
    /// All value that is known.
    pub value: f64,
    /// Removal effect of each channel; none where nothing converts.
    pub removal: Option<Vec<f64>>,
    /// How many resamples stand behind the intervals.
    pub resamples: usize,
}

/// How many resamples [`court`] can afford: 1,000, and fewer for many or long paths or for very many channels.
pub fn court_resamples(walks: &[Walk], channels: usize) -> usize {
    let steps: usize = walks.iter().map(|walk| walk.steps.len() + 4).sum();
    let work = steps.saturating_add(channels.saturating_mul(channels).saturating_mul(channels) / 4);
    (MOST_WORK / work.max(1)).clamp(LEAST_RESAMPLES, RESAMPLES)
}

/// Holds every model against the same paths. `in_group` says by channel which ones are also taken together. A model
/// that needs times is not among the answers where a path that converts has none.
pub fn court(walks: &[Walk], in_group: &[bool], rules: &CreditRules, resamples: usize, seed: u64) -> Court {
    let channels = in_group.len();
    let usable = |walk: &&Walk| {
        !walk.steps.is_empty()
            && walk.steps.iter().all(|step| (*step as usize) < channels)
            && [walk.conversions, walk.nulls].iter().all(|count| count.is_finite() && *count >= 0.0)
    };
    let mut sorted: Vec<&Walk> = walks.iter().filter(usable).collect();
    // The draws go by place: an order of their own keeps them from depending on the order of import.
    sorted.sort_by(|a, b| {
        let value = |walk: &Walk| walk.value.unwrap_or(f64::NEG_INFINITY);
        (a.steps.cmp(&b.steps))
            .then(a.conversions.total_cmp(&b.conversions))
            .then(a.nulls.total_cmp(&b.nulls))
            .then(value(a).total_cmp(&value(b)))
    });
    let sorted: Vec<Walk> = sorted.into_iter().cloned().collect();
    let has_times =
        (sorted.iter()).all(|walk| walk.conversions <= 0.0 || walk.ages.len() == walk.steps.len());
    let prepared = Prepared::new(&sorted, channels, rules);
    let counted = |walk: &Walk| Counted { conversions: walk.conversions, nulls: walk.nulls };
    let mut tally = prepared.empty();
    prepared.sum(sorted.iter().map(counted), &mut tally);
    let removal = tally.moves.removal_effects();
    let mut models: Vec<ModelCredit> = (CreditModel::ALL.into_iter())
        .filter(|model| *model != CreditModel::TimeDecay || has_times)
        .filter_map(|model| {
            let own: Vec<ChannelCredit> = (0..channels)
                .map(|at| {
                    let (conversions, value) = credit(&tally, removal.as_deref(), model, at)?;
                    Some(ChannelCredit { conversions, value, ..ChannelCredit::default() })
                })
                .collect::<Option<_>>()?;
            let group = (own.iter().zip(in_group)).filter(|(_, is_in)| **is_in).fold(
                ChannelCredit::default(),
                |sum, (own, _)| ChannelCredit {
                    conversions: sum.conversions + own.conversions,
                    value: sum.value + own.value,
                    ..sum
                },
            );
            Some(ModelCredit { model, channels: own, group })
        })
        .collect();
    let (total, total_value) = (tally.total, tally.total_value);
    if total <= 0.0 {
        models.clear();
    } else if total >= 2.0 {
        let draws = draw(&prepared, &sorted, &models, in_group, resamples, seed, &mut tally);
        settle(&mut models, draws, resamples);
    }
    Court { models, conversions: total, value: total_value, removal, resamples }
}

/// A channel's conversions and value by a model.
fn credit(tally: &Tally, removal: Option<&[f64]>, model: CreditModel, at: usize) -> Option<(f64, f64)> {
    if let Some(place) = SHARING.iter().position(|sharing| *sharing == model) {
        let of = |rows: &Vec<[f64; SHARING.len()]>| rows.get(at).and_then(|row| row.get(place)).copied();
        return Some((of(&tally.conversions)?, of(&tally.value)?));
    }
    let removal = removal?;
    let share = removal.get(at)? / removal.iter().sum::<f64>();
    Some((share * tally.total, share * tally.total_value))
}

/// Shares drawn for one channel or the group: of conversions, and of value.
type Drawn = (Vec<f64>, Vec<f64>);

/// For every model the draws of each channel, and last those of the group.
fn draw(
    prepared: &Prepared,
    walks: &[Walk],
    models: &[ModelCredit],
    in_group: &[bool],
    resamples: usize,
    seed: u64,
    tally: &mut Tally,
) -> Vec<Vec<Drawn>> {
    let mut random = Random::new(seed);
    let chances: Vec<(Poisson, Poisson)> =
        walks.iter().map(|walk| (Poisson::new(walk.conversions), Poisson::new(walk.nulls))).collect();
    let mut drawn: Vec<Vec<Drawn>> = vec![vec![Drawn::default(); in_group.len() + 1]; models.len()];
    for _ in 0..resamples {
        let counts = chances.iter().map(|(conversions, nulls)| Counted {
            conversions: conversions.draw(&mut random),
            nulls: nulls.draw(&mut random),
        });
        prepared.sum(counts, tally);
        if tally.total <= 0.0 {
            continue;
        }
        let removal = tally.moves.removal_effects();
        for (model, drawn) in models.iter().zip(&mut drawn) {
            let mut group = (0.0, 0.0);
            for at in 0..in_group.len() {
                let Some((conversions, value)) = credit(tally, removal.as_deref(), model.model, at) else {
                    break;
                };
                if in_group.get(at).copied().unwrap_or(false) {
                    group = (group.0 + conversions, group.1 + value);
                }
                keep(drawn.get_mut(at), conversions, value, tally);
            }
            keep(drawn.last_mut(), group.0, group.1, tally);
        }
    }
    drawn
}

fn keep(drawn: Option<&mut Drawn>, conversions: f64, value: f64, tally: &Tally) {
    if let Some((shares, value_shares)) = drawn {
        shares.push(conversions / tally.total);
        if tally.total_value > 0.0 {
            value_shares.push(value / tally.total_value);
        }
    }
}

fn settle(models: &mut [ModelCredit], drawn: Vec<Vec<Drawn>>, resamples: usize) {
    for (model, drawn) in models.iter_mut().zip(drawn) {
        let credits = model.channels.iter_mut().chain([&mut model.group]);
        for (credit, (shares, value_shares)) in credits.zip(drawn) {
            credit.share = limits(shares, resamples);
            credit.value_share = limits(value_shares, resamples);
        }
    }
}

fn limits(mut draws: Vec<f64>, resamples: usize) -> Option<Interval> {
    draws.retain(|draw| draw.is_finite());
    if draws.is_empty() || real(draws.len()) < LEAST_USABLE * real(resamples) {
        return None;
    }
    draws.sort_unstable_by(f64::total_cmp);
    Interval::finite(quantile_sorted(&draws, 0.025)?, quantile_sorted(&draws, 0.975)?)
}
