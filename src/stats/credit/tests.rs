//! Worked examples, and what must hold of any paths.

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::stats::Random;

const A: u32 = 0;
const B: u32 = 1;
const C: u32 = 2;

fn walk(steps: &[u32], conversions: f64, nulls: f64) -> Walk {
    // A step each day.
    let ages = (0..steps.len()).rev().map(|day| day as f64).collect();
    Walk { steps: steps.to_vec(), ages, conversions, value: None, nulls }
}

fn credits(model: CreditModel, walks: &[Walk], channels: usize) -> Vec<f64> {
    let court = court(walks, &vec![false; channels], &CreditRules::default(), 0, 1);
    let own = court.models.into_iter().find(|own| own.model == model).unwrap();
    own.channels.into_iter().map(|credit| credit.conversions).collect()
}

fn near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }
}

/// By hand: A → B → A → C twice, A once, and B → C three times.
#[rstest]
#[case(CreditModel::First, [3.0, 3.0, 0.0])]
#[case(CreditModel::Last, [1.0, 0.0, 5.0])]
#[case(CreditModel::Linear, [2.0, 2.0, 2.0])]
// Twice 0.4 + 0.1 of the repeated A, 0.1 of B, 0.4 of C; the pair's ends share equally.
#[case(CreditModel::Position, [2.0, 1.7, 2.3])]
// {A, B, C} twice, {A} once, {B, C} three times.
#[case(CreditModel::Shapley, [2.0 / 3.0 + 1.0, 2.0 / 3.0 + 1.5, 2.0 / 3.0 + 1.5])]
fn small_sets_by_hand(#[case] model: CreditModel, #[case] expected: [f64; 3]) {
    let walks = [walk(&[A, B, A, C], 2.0, 0.0), walk(&[A], 1.0, 9.0), walk(&[B, C], 3.0, 1.0)];
    near(&credits(model, &walks, 3), &expected);
}

/// Half-life 7 days, touches 14, 7 and 0 days before the end: ¼, ½ and 1 of 1¾.
#[test]
fn a_touch_a_half_life_earlier_weighs_half() {
    let path = Walk { ages: vec![14.0, 7.0, 0.0], ..walk(&[A, B, C], 7.0, 0.0) };
    near(&credits(CreditModel::TimeDecay, &[path], 3), &[1.0, 2.0, 4.0]);
}

/// S. Bryl, "Marketing multi-channel attribution model with R (part 1: Markov chains concept)", analyzecore.com (2016):
/// C1 → C2 → C3 converts, C1 and C2 → C3 do not. Removal effects ½, 1, 1; credits 0.2, 0.4, 0.4.
#[test]
fn markov_equals_the_published_example() {
    let walks = [walk(&[A, B, C], 1.0, 0.0), walk(&[A], 0.0, 1.0), walk(&[B, C], 0.0, 1.0)];
    near(&removal_effects(&walks, 3).unwrap(), &[0.5, 1.0, 1.0]);
    near(&credits(CreditModel::Markov, &walks, 3), &[0.2, 0.4, 0.4]);
}

/// By hand: from the start A with ¾, B with ¼; A → B with ⅓, A converts with ⅔; B converts with ½. In all ¾·(⅔ + ⅓·½) +
/// ¼·½ = ¾; without A ⅛, without B ½. Removal effects 5/6 and 1/3.
#[test]
fn markov_by_hand() {
    let walks = [walk(&[A], 2.0, 0.0), walk(&[A, B], 1.0, 0.0), walk(&[B], 0.0, 1.0)];
    near(&removal_effects(&walks, 2).unwrap(), &[5.0 / 6.0, 1.0 / 3.0]);
    near(&credits(CreditModel::Markov, &walks, 2), &[3.0 * 5.0 / 7.0, 3.0 * 2.0 / 7.0]);
}

/// Chances of conversion by going round and round, a channel's steps leading to nothing.
fn converts_without(walks: &[Walk], channels: usize, removed: Option<u32>) -> f64 {
    let (start, null, end) = (channels, channels + 1, channels + 2);
    let mut counts = vec![vec![0.0; channels + 3]; channels + 1];
    for walk in walks {
        let mut from = start;
        for step in &walk.steps {
            let to = if Some(*step) == removed { null } else { *step as usize };
            counts[from][to] += walk.conversions + walk.nulls;
            from = *step as usize;
        }
        counts[from][null] += walk.nulls;
        counts[from][end] += walk.conversions;
    }
    let mut chance = vec![0.0; channels + 3];
    chance[end] = 1.0;
    for _ in 0..400 {
        for from in 0..=channels {
            let all: f64 = counts[from].iter().sum();
            if all > 0.0 && from != start {
                chance[from] = (0..channels + 3)
                    .filter(|to| *to != start)
                    .map(|to| counts[from][to] / all * chance[to])
                    .sum();
            }
        }
    }
    let all: f64 = counts[start].iter().sum();
    (0..channels).chain([null]).map(|to| counts[start][to] / all * chance[to]).sum()
}

/// The definition: a channel's mean gain over all orders, each set of channels worth the conversions within it.
fn shapley_by_all_sets(walks: &[Walk], channels: usize) -> Vec<f64> {
    let worth = |set: usize| -> f64 {
        let within = |walk: &&Walk| walk.steps.iter().all(|step| set >> step & 1 == 1);
        walks.iter().filter(within).map(|walk| walk.conversions).sum()
    };
    let factorial = |n: usize| (1..=n).map(|k| k as f64).product::<f64>();
    (0..channels)
        .map(|own| {
            (0..1_usize << channels)
                .filter(|set| set >> own & 1 == 0)
                .map(|set| {
                    let size = set.count_ones() as usize;
                    let weight = factorial(size) * factorial(channels - size - 1) / factorial(channels);
                    weight * (worth(set | 1 << own) - worth(set))
                })
                .sum()
        })
        .collect()
}

#[test]
fn money_is_shared_out_to_the_last_cent() {
    assert_eq!(apportion(100, &[1.0, 1.0, 1.0]).unwrap(), [34, 33, 33]);
    assert_eq!(apportion(-100, &[1.0, 1.0, 1.0]).unwrap().iter().sum::<i128>(), -100);
    assert_eq!(apportion(7, &[2.0, 0.0]).unwrap(), [7, 0]);
    assert_eq!(apportion(7, &[]), None);
    assert_eq!(apportion(7, &[0.0]), None);
    assert_eq!(apportion(7, &[f64::NAN, 1.0]), None);
    let giant = 1_i128 << 90;
    assert_eq!(apportion(giant, &[1.0, 1.0, 1.0]).unwrap().iter().sum::<i128>(), giant);
}

#[test]
fn without_times_there_is_no_decay_and_without_conversions_nothing() {
    let untimed = Walk { ages: Vec::new(), ..walk(&[A, B], 3.0, 0.0) };
    let models = |walks: &[Walk]| court(walks, &[true, false], &CreditRules::default(), 100, 1).models;
    assert!(models(&[untimed]).iter().all(|own| own.model != CreditModel::TimeDecay));
    assert_eq!(models(&[walk(&[A, B], 3.0, 0.0)]).len(), 7);
    // A path without a conversion needs no times.
    let null = Walk { ages: Vec::new(), ..walk(&[A, B], 0.0, 3.0) };
    assert_eq!(models(&[walk(&[A, B], 3.0, 0.0), null.clone()]).len(), 7);
    assert!(models(&[null]).is_empty());
    assert!(models(&[]).is_empty());
}

/// Of paths of one channel each, a channel's share is k of n, whose spread is known.
#[test]
fn intervals_agree_with_wilson_where_that_holds() {
    let walks: Vec<Walk> = (0..400).map(|at| walk(&[u32::from(at >= 120)], 1.0, 0.0)).collect();
    let known = crate::stats::wilson(120, 400).unwrap();
    // The same paths summed up by a tool.
    let summed = [walk(&[A], 120.0, 0.0), walk(&[B], 280.0, 0.0)];
    for walks in [walks.as_slice(), &summed] {
        let court = court(walks, &[true, false], &CreditRules::default(), 1_000, 7);
        for own in court.models {
            let share = own.group.share.unwrap();
            assert_eq!(own.channels[0].share, own.group.share);
            assert!(
                (share.low - known.low).abs() < 0.01 && (share.high - known.high).abs() < 0.01,
                "{share:?}"
            );
        }
    }
}

#[test]
fn very_much_work_brings_fewer_resamples_and_never_too_few() {
    let small = vec![walk(&[A, B], 1.0, 0.0); 50];
    assert_eq!(court_resamples(&small, 2), 1_000);
    let large = vec![walk(&[A; 40], 1.0, 0.0); 5_000];
    let resamples = court_resamples(&large, 3);
    assert!((200..1_000).contains(&resamples), "{resamples}");
    assert_eq!(court_resamples(&large, 2_000), 200);
}

fn any_walks() -> impl Strategy<Value = Vec<Walk>> {
    let any_walk = (prop::collection::vec(0..5_u32, 1..7), 0..4_u32, 0..4_u32, 0..9_999_u32).prop_map(
        |(steps, conversions, nulls, value)| {
            let value = (conversions > 0).then(|| f64::from(value) / 100.0);
            Walk { value, ..walk(&steps, f64::from(conversions), f64::from(nulls)) }
        },
    );
    prop::collection::vec(any_walk, 1..12)
}

proptest! {
    #[test]
    fn every_model_s_credits_add_up(walks in any_walks()) {
        let court = court(&walks, &[true, true, false, false, false], &CreditRules::default(), 0, 1);
        let conversions: f64 = walks.iter().map(|walk| walk.conversions).sum();
        let value: f64 = walks.iter().filter_map(|walk| walk.value).sum();
        prop_assert_eq!(court.models.len(), if conversions > 0.0 { 7 } else { 0 });
        for own in court.models {
            let sums = own.channels.iter().fold((0.0, 0.0), |sum, credit| (sum.0 + credit.conversions, sum.1 + credit.value));
            prop_assert!((sums.0 - conversions).abs() < 1e-9, "{:?}", own.model);
            prop_assert!((sums.1 - value).abs() < 1e-9 * value.max(1.0), "{:?}", own.model);
            prop_assert!(own.channels.iter().all(|credit| credit.conversions >= 0.0));
            prop_assert!((own.group.conversions - own.channels[0].conversions - own.channels[1].conversions).abs() < 1e-9);
        }
    }

    #[test]
    fn shapley_equals_its_definition_over_all_sets(walks in any_walks()) {
        prop_assume!(walks.iter().any(|walk| walk.conversions > 0.0));
        let (found, expected) = (credits(CreditModel::Shapley, &walks, 5), shapley_by_all_sets(&walks, 5));
        for (found, expected) in found.iter().zip(expected) {
            prop_assert!((found - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn removal_effects_equal_going_through_the_chain(walks in any_walks()) {
        prop_assume!(walks.iter().any(|walk| walk.conversions > 0.0));
        let all = converts_without(&walks, 5, None);
        for (channel, effect) in (0..).zip(removal_effects(&walks, 5).unwrap()) {
            let expected = 1.0 - converts_without(&walks, 5, Some(channel)) / all;
            prop_assert!((effect - expected).abs() < 1e-6, "{effect} is not {expected}");
        }
    }

    #[test]
    fn neither_the_order_of_paths_nor_the_names_of_channels_matter(
        (walks, mixed) in any_walks().prop_flat_map(|walks| (Just(walks.clone()), Just(walks).prop_shuffle())),
        seed in any::<u64>(),
    ) {
        let rules = CreditRules::default();
        let held = |walks: &[Walk]| court(walks, &[true, false, false, false, false], &rules, 50, seed);
        prop_assert_eq!(held(&walks), held(&mixed));
        let mut names: Vec<u32> = (0..5).collect();
        Random::new(seed).shuffle(&mut names);
        let renamed: Vec<Walk> = (walks.iter())
            .map(|walk| Walk { steps: walk.steps.iter().map(|step| names[*step as usize]).collect(), ..walk.clone() })
            .collect();
        for (own, other) in held(&walks).models.iter().zip(held(&renamed).models) {
            for (channel, name) in names.iter().enumerate() {
                let (here, there) = (own.channels[channel], other.channels[*name as usize]);
                prop_assert!((here.conversions - there.conversions).abs() < 1e-7, "{:?}", own.model);
                prop_assert!((here.value - there.value).abs() < 1e-5, "{:?}", own.model);
            }
        }
    }

    #[test]
    fn money_adds_up_and_nobody_is_a_cent_from_the_quota(
        total in -1_000_000_000_i128..1_000_000_000,
        weights in prop::collection::vec(0.0..100.0f64, 1..20),
    ) {
        prop_assume!(weights.iter().sum::<f64>() > 1e-6);
        let parts = apportion(total, &weights).unwrap();
        prop_assert_eq!(parts.iter().sum::<i128>(), total);
        let sum: f64 = weights.iter().sum();
        for (part, weight) in parts.iter().zip(&weights) {
            prop_assert!((*part as f64 - total as f64 * weight / sum).abs() < 1.0 + 1e-6);
        }
    }

    #[test]
    fn steps_of_a_path_share_all_of_it(steps in prop::collection::vec(0..4_u32, 1..9)) {
        let path = walk(&steps, 1.0, 0.0);
        for model in CreditModel::ALL {
            let Some(shares) = step_shares(model, &path, &CreditRules::default()) else {
                prop_assert_eq!(model, CreditModel::Markov);
                continue;
            };
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
        }
    }
}
