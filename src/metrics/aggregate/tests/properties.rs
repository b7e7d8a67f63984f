//! What holds for any samples.

use proptest::prelude::*;

use super::*;
use crate::facts::Bucket;

pub(super) const SELLERS: [&str; 3] = ["Ada", "Bo", "Cy"];
const PLATFORMS: [&str; 2] = ["linkedin", "xing"];

/// One sample: day of the year, seller, platform, whether a post, number, hit.
pub(super) type Draw = (i32, usize, usize, bool, u16, bool);

pub(super) fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let draw = (0..60i32, 0..3usize, 0..2usize, any::<bool>(), 0..200u16, any::<bool>());
    proptest::collection::vec(draw, 0..60)
}

pub(super) fn what(kind: Kind, number: u16, hit: bool) -> What {
    let value = f64::from(number);
    match kind {
        Kind::Level | Kind::Growth => What::Step(if hit { 1.0 } else { -1.0 }),
        Kind::Reading | Kind::ReadingSum | Kind::Slope => What::Reading(value),
        Kind::Share if number.is_multiple_of(3) => {
            What::Ripening { seen: Day(0), hit: if hit { Ripe::Undated } else { Ripe::NotYet } }
        }
        Kind::Share | Kind::LevelShare => What::Case(hit),
        Kind::LayeredRatio | Kind::RatioOfSums => What::Part { numerator: value / 7.0, denominator: value },
        Kind::Duration => lasting(value, if hit { End::Event } else { End::Open }),
        Kind::MonthlyGrowth => What::Monthly { step: if hit { 1.0 } else { -1.0 }, months: 1 },
        Kind::Retention => What::Bought,
        Kind::Odds => What::Against { inside: number.is_multiple_of(2), hit },
        Kind::MoneyPer if !hit => What::Count(1.0),
        Kind::MoneySum
        | Kind::MoneyMean
        | Kind::MoneyLevel
        | Kind::MoneyRatio
        | Kind::MoneyPer
        | Kind::Return => What::Money { amount: i64::from(number) * 33, hit },
        Kind::PerReading if hit => What::Reading(value),
        _ => What::Count(value),
    }
}

pub(super) fn world(kind: Kind, draws: &[Draw]) -> World {
    let mut world = World::default();
    for seller in SELLERS {
        world = world.knows(seller, "2026-01-01", "2026-12-31");
    }
    for (days, seller, platform, is_post, number, hit) in draws {
        let layer = if *is_post { Layer::Posts } else { Layer::Daily };
        let date = day("2026-02-01").plus(*days).iso();
        let said = if *number == 13 { LEFT_OUT } else { what(kind, *number, *hit) };
        world = world.add_all(&date, Some(9), SELLERS[*seller], &[PLATFORMS[*platform]], layer, said);
    }
    world
}

pub(super) const KINDS: [Kind; 24] = [
    Kind::LevelShare,
    Kind::Level,
    Kind::Reading,
    Kind::ReadingSum,
    Kind::Slope,
    Kind::Count,
    Kind::LayeredCount,
    Kind::Share,
    Kind::HeadCount,
    Kind::ActiveWeeks,
    Kind::RatioOfSums,
    Kind::LayeredRatio,
    Kind::PerReading,
    Kind::Growth,
    Kind::Duration,
    Kind::MoneySum,
    Kind::MoneyMean,
    Kind::MoneyLevel,
    Kind::MoneyRatio,
    Kind::MonthlyGrowth,
    Kind::Retention,
    Kind::Odds,
    Kind::MoneyPer,
    Kind::Return,
];

pub(super) fn period() -> Selection {
    Selection::all(span("2026-02-10", "2026-03-20"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_samples_changes_nothing(kind in 0..KINDS.len(), draws in draws(), turn in 0..60usize) {
        let metric = metric(KINDS[kind], &[Dim::Platform]);
        let straight = world(KINDS[kind], &draws);
        let mut turned = world(KINDS[kind], &draws);
        turned.samples.list.reverse();
        let middle = turn % (turned.samples.list.len() + 1);
        turned.samples.list.rotate_left(middle);
        let all = |world: &World| world.ask(&metric, |stream| (
            stream.figure(&period()),
            stream.series(&period(), Bucket::Week),
            stream.breakdown(&period(), Dim::Platform),
            stream.breakdown(&period(), Dim::Seller),
            stream.rows_behind(&period()),
        ));
        prop_assert_eq!(all(&straight), all(&turned));
    }

    #[test]
    fn no_figure_is_not_a_number(kind in 0..KINDS.len(), draws in draws()) {
        let metric = metric(KINDS[kind], &[Dim::Platform]);
        let figure = world(KINDS[kind], &draws).ask(&metric, |stream| stream.figure(&period()));
        for quantity in [figure.low, figure.high, figure.numerator, figure.denominator].into_iter().flatten() {
            prop_assert!(quantity.to_f64().is_finite());
        }
        prop_assert!(figure.value().is_none_or(f64::is_finite));
    }

    #[test]
    fn parts_of_counts_add_up(draws in draws()) {
        let draws: Vec<Draw> = draws.into_iter().filter(|draw| draw.4 != 13).collect();
        let count = metric(Kind::Count, &[Dim::Platform]);
        world(Kind::Count, &draws).ask(&count, |stream| {
            let all = number(&stream.figure(&period()));
            let sum = |rows: Vec<Figure>| rows.iter().filter_map(Figure::value).sum::<f64>();
            let of = |dim| sum(stream.breakdown(&period(), dim).into_iter().map(|row| row.1).collect());
            for dim in [Dim::Seller, Dim::Platform, Dim::Weekday, Dim::Hour, Dim::WeekdayHour, Dim::Week] {
                prop_assert_eq!(of(dim), all);
            }
            for bucket in [Bucket::Week, Bucket::Month] {
                let points = stream.series(&period(), bucket).into_iter().map(|point| point.figure).collect();
                prop_assert_eq!(sum(points), all);
            }
            Ok(())
        })?;
    }
}
