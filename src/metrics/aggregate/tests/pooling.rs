//! Sellers who are taken together are as all their rows together: whatever a metric pools, the parts of two groups
//! that share nobody add up to those of both. Held for any samples of every kind, and for every metric of the
//! catalogue on the sample data.

use proptest::prelude::*;

use super::properties::{Draw, KINDS, draws, period, world};
use super::*;
use crate::metrics::{Missing, REGISTRY};
use crate::sample;
use crate::sources::{ReadOptions, read};
use crate::workspace::Workspace;

/// What of a figure adds up over sellers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pooled {
    /// Its value.
    Value,
    /// Its numerator, and its denominator.
    Parts,
    /// Its numerator alone: its denominator is a mean of its own, or there is none to show.
    Numerator,
    /// The number of its cases, and of those that ended.
    Cases,
    /// Nothing: a team's is the median of its sellers, or counts what they share once.
    Nothing,
}

fn pooled(kind: Kind) -> Pooled {
    match kind {
        Kind::Level
        | Kind::ReadingSum
        | Kind::Count
        | Kind::LayeredCount
        | Kind::MoneySum
        | Kind::MoneyLevel => Pooled::Value,
        Kind::Share
        | Kind::LevelShare
        | Kind::HeadCount
        | Kind::ActiveWeeks
        | Kind::HeadWeeks
        | Kind::LevelHeads
        | Kind::RatioOfSums
        | Kind::LayeredRatio
        | Kind::PerReading
        | Kind::Growth
        | Kind::MoneyMean
        | Kind::MoneyRatio
        | Kind::MoneyPer
        | Kind::Return => Pooled::Parts,
        Kind::MonthlyGrowth => Pooled::Numerator,
        Kind::Odds | Kind::Duration => Pooled::Cases,
        // A customer of two sellers is one customer of both.
        Kind::Retention | Kind::Reading | Kind::Slope => Pooled::Nothing,
    }
}

/// The numbers of a figure that add up. Nothing is known of it: none. Nothing happened: nothing to add.
fn parts(pooled: Pooled, figure: &Figure) -> Option<Vec<f64>> {
    let number =
        |quantity: Option<crate::metrics::Quantity>| quantity.map_or(0.0, |quantity| quantity.to_f64());
    let is_nothing = match figure.state {
        State::Missing(Missing::NothingInPeriod) => true,
        State::Missing(_) => return None,
        _ => false,
    };
    Some(match pooled {
        _ if is_nothing && figure.numerator.is_none() => {
            vec![0.0; if pooled == Pooled::Parts { 2 } else { 1 }]
        }
        Pooled::Value => vec![figure.value()?],
        Pooled::Parts => vec![number(figure.numerator), number(figure.denominator)],
        Pooled::Numerator => vec![number(figure.numerator)],
        Pooled::Cases => vec![figure.n as f64 + figure.duration.map_or(0.0, |all| all.events as f64 / 1e6)],
        Pooled::Nothing => return None,
    })
}

/// Whether the parts of two groups add up to those of both; none where one of them is not known, or is no sum.
fn adds_up(kind: Kind, one: &Figure, other: &Figure, both: &Figure) -> Option<bool> {
    // Costs without anything to set against them are not shown, so they cannot be added up.
    if matches!(kind, Kind::MoneyPer | Kind::Return)
        && [one, other, both].iter().any(|figure| matches!(figure.state, State::Missing(_)))
    {
        return None;
    }
    let parts = |figure: &Figure| parts(pooled(kind), figure);
    let (one, other, both) = (parts(one)?, parts(other)?, parts(both)?);
    let sums = one.iter().zip(&other).map(|(a, b)| a + b);
    // A figure's money is printed in whole cents: two of them may be a cent from that of both.
    let is_money = matches!(
        kind,
        Kind::MoneySum
            | Kind::MoneyLevel
            | Kind::MoneyMean
            | Kind::MoneyRatio
            | Kind::MoneyPer
            | Kind::Return
    );
    let cent = if is_money { 0.01 } else { 0.0 };
    Some(sums.zip(&both).all(|(sum, whole)| (sum - whole).abs() <= cent + 1e-9 * whole.abs().max(1.0)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn two_groups_of_sellers_are_both_together(kind in 0..KINDS.len(), draws in draws(), alone in 0..3usize) {
        let kind = KINDS[kind];
        let metric = metric(kind, &[]);
        let draws: Vec<Draw> = draws.into_iter().filter(|draw| draw.4 != 13).collect();
        let world = world(kind, &draws);
        let of = |takes: &dyn Fn(usize) -> bool| {
            let names = super::properties::SELLERS.iter().enumerate().filter(|(at, _)| takes(*at));
            let sellers = Some(names.map(|(_, name)| world.seller(name)).collect());
            world.ask(&metric, |stream| stream.figure(&Selection { sellers, ..period() }))
        };
        let (one, others, all) = (of(&|at| at == alone), of(&|at| at != alone), of(&|_| true));
        prop_assert!(adds_up(kind, &one, &others, &all) != Some(false), "{kind:?}: {one:?} {others:?} {all:?}");
    }
}

/// The sample's three sellers, each against the two others, over all days and over one month.
#[test]
fn every_metric_of_the_catalogue_pools_the_sellers_of_the_sample() {
    let last = day("2026-11-14");
    let options = ReadOptions { today: last, seller: None, as_tables: Vec::new() };
    let files = read(sample::files(last), &[], &options, &mut |_| {});
    let mut workspace = Workspace::new("sample");
    workspace.import(files.into_iter().filter_map(|(_, facts)| facts).collect(), "");
    let (facts, zone) = (workspace.facts(), Zone::utc());
    let persona = crate::metrics::Persona {
        title_words: vec!["head".into(), "quality".into()],
        ..crate::metrics::Persona::default()
    };
    let context = Context::new(&facts, &workspace.definitions, Some(&persona), &zone, None);
    let sellers: Vec<Sym> = sample::SELLERS.iter().filter_map(|name| facts.names.find(name)).collect();
    assert_eq!(sellers.len(), 3);
    let spans = [context.coverage.default_period().unwrap(), span("2026-06-01", "2026-06-30")];
    let (mut held, mut silent) = (Vec::new(), Vec::new());
    for metric in REGISTRY {
        let samples = metric.samples(&context);
        let stream = Stream::new(metric, &samples, &context);
        let mut is_held = false;
        for span in spans {
            let of = |takes: &dyn Fn(Sym) -> bool| {
                let chosen = Some(sellers.iter().copied().filter(|seller| takes(*seller)).collect());
                stream.figure(&Selection { sellers: chosen, ..Selection::all(span) })
            };
            let all = of(&|_| true);
            for alone in &sellers {
                let (one, others) = (of(&|seller| seller == *alone), of(&|seller| seller != *alone));
                let holds = adds_up(metric.kind, &one, &others, &all);
                assert!(holds != Some(false), "{} {span:?}: {one:?}\n{others:?}\n{all:?}", metric.id);
                is_held |= holds.is_some();
            }
        }
        if is_held { held.push(metric.id) } else { silent.push((metric.id, metric.kind)) }
    }
    // What cannot be held: what does not add up, what is nobody's (pages), and what one seller's files alone tell.
    silent.retain(|(_, kind)| pooled(*kind) != Pooled::Nothing);
    let one_sided =
        ["bounce_rate", "time_on_page", "audience_shares", "audience_shares_per_1000", "link_ctr"];
    silent.retain(|(id, _)| !one_sided.contains(id));
    assert!(silent.is_empty(), "not held: {silent:?}");
    assert!(held.len() >= 60, "{} of {}", held.len(), REGISTRY.len());
}
