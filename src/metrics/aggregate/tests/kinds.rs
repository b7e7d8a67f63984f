//! Every kind by hand.

use rstest::rstest;

use super::*;
use crate::metrics::{Missing, Quantity, ReadingAge, Verdict, change};

const Q1: (&str, &str) = ("2026-01-01", "2026-03-31");

#[test]
fn counts_add_up_what_lies_in_the_period() {
    let world = World::of_ada()
        .add("2026-01-31", "Ada", What::Count(2.0))
        .add("2026-02-01", "Ada", What::Count(3.0))
        .add("2026-02-28", "Ada", What::Count(4.0))
        .add("2026-03-01", "Ada", What::Count(5.0));
    let figure = world.figure(&metric(Kind::Count, &[]), "2026-02-01", "2026-02-28");
    assert_eq!((number(&figure), figure.n, limits(&figure)), (7.0, 2, None));
}

#[test]
fn levels_add_up_to_the_end_of_the_day() {
    let world = World::default()
        .knows("Ada", "2024-02-28", "2024-12-31")
        .add("2024-02-28", "Ada", What::Step(1.0))
        .add("2024-02-29", "Ada", What::Step(1.0))
        .add("2024-03-01", "Ada", What::Step(-1.0));
    let level = |to: &str| world.figure(&metric(Kind::Level, &[]), "2024-02-01", to);
    assert_eq!(number(&level("2024-02-28")), 1.0);
    assert_eq!(number(&level("2024-02-29")), 2.0);
    assert_eq!((number(&level("2024-03-01")), level("2024-03-01").n), (1.0, 1));
    assert!(is_missing(&level("2024-02-27")));
}

#[test]
fn what_nobody_sees_does_not_run_out() {
    let world = World::default()
        .knows("Ada", "2026-01-01", "2026-03-01")
        .add("2026-02-20", "Ada", What::Step(1.0))
        .add("2026-03-23", "Ada", What::Step(-1.0));
    let waiting = metric(Kind::Level, &[]);
    assert_eq!(number(&world.figure(&waiting, "2026-02-01", "2026-06-30")), 1.0);
    assert!(is_missing(&world.figure(&waiting, "2026-03-02", "2026-06-30")));
}

#[test]
fn a_share_of_a_level_takes_all_cases_up_to_the_day() {
    let persona = metric(Kind::LevelShare, &[]);
    let world = (0..6).fold(World::of_ada(), |world, case| {
        world.add(if case < 5 { "2026-01-31" } else { "2026-02-01" }, "Ada", What::Case(case < 4))
    });
    let january = world.figure(&persona, "2026-01-31", "2026-01-31");
    let february = world.figure(&persona, "2026-02-01", "2026-02-28");
    assert_eq!((number(&january), january.n, february.n), (0.8, 5, 6));
    // The cases of January are among those of February: no interval for independent shares holds.
    assert_eq!(change(&persona, &february, &january).unwrap().verdict, Verdict::Counted);
}

#[test]
fn a_team_reads_the_median_of_its_sellers_newest_readings() {
    let world = World::of_ada()
        .knows("Bo", "2026-01-01", "2026-12-31")
        .knows("Cy", "2026-01-01", "2026-12-31")
        .add("2026-01-05", "Ada", What::Reading(40.0))
        .add("2026-03-02", "Ada", What::Reading(50.0))
        .add("2026-03-09", "Ada", What::Reading(90.0))
        .add("2026-03-02", "Bo", What::Reading(60.0))
        .add("2026-04-01", "Cy", What::Reading(99.0));
    let ssi = metric(Kind::Reading, &[]);
    let figure = world.figure(&ssi, "2026-03-01", "2026-03-08");
    assert_eq!((number(&figure), figure.n), (55.0, 2));
    let age = |seller: &str, age_days| ReadingAge { seller: seller.into(), age_days, is_reported: false };
    assert_eq!(figure.readings, [age("Ada", 6), age("Bo", 6)]);
    // The newest reading holds however old it is.
    assert_eq!(world.figure(&ssi, "2027-05-01", "2027-05-31").readings[2], age("Cy", 425));
    assert_eq!(world.figure(&ssi, "2026-01-01", "2026-01-04").state, State::Missing(Missing::OutsideData));
}

#[test]
fn a_sum_of_readings_is_unknown_while_one_is() {
    let followers = metric(Kind::ReadingSum, &[Dim::Platform]);
    let world = World::of_ada()
        .knows("Bo", "2026-01-01", "2026-12-31")
        .add_keyed("2026-01-01", "Ada", &["linkedin"], What::Reading(100.0))
        .add_keyed("2026-01-02", "Ada", &["xing"], What::Reading(10.0))
        .add_keyed("2026-01-03", "Bo", &["linkedin"], What::Reading(1000.0))
        .add_keyed("2026-01-04", "Ada", &["linkedin"], What::Reading(101.0));
    let on = |to: &str| world.figure(&followers, "2026-01-01", to);
    assert_eq!(on("2026-01-02").state, State::Missing(Missing::UnknownOfOne));
    assert_eq!((number(&on("2026-01-03")), on("2026-01-03").n), (1110.0, 3));
    assert_eq!(number(&on("2026-01-04")), 1111.0);
    assert_eq!(number(&world.figure_of(&followers, "Ada", "2026-01-01", "2026-01-02")), 110.0);
    let unread = world.knows("Cy", "2026-01-01", "2026-12-31").add("2026-01-01", "Cy", LEFT_OUT);
    let figure = unread.figure(&followers, "2026-01-01", "2026-01-04");
    assert_eq!(figure.state, State::Missing(Missing::UnknownOfOne));
}

#[test]
fn a_slope_needs_three_readings_on_three_days_of_the_last_56() {
    let slope = metric(Kind::Slope, &[]);
    let world = World::of_ada()
        .add("2026-01-05", "Ada", What::Reading(0.0))
        .add("2026-02-16", "Ada", What::Reading(50.0))
        .add("2026-02-23", "Ada", What::Reading(53.0))
        .add("2026-03-02", "Ada", What::Reading(56.0));
    // 2026-01-05 is 56 days before 2026-03-02, and so not after it.
    let figure = world.figure(&slope, "2026-01-01", "2026-03-02");
    assert!(is_near(number(&figure), 3.0));
    assert_eq!(figure.n, 3);
    let early = world.figure(&slope, "2026-01-01", "2026-02-23");
    assert_eq!(early.n, 3, "the reading of January is in the window again");
    let two_days = World::of_ada()
        .add("2026-03-01", "Ada", What::Reading(1.0))
        .add("2026-03-02", "Ada", What::Reading(2.0))
        .add("2026-03-02", "Ada", What::Reading(3.0));
    assert_eq!(two_days.figure(&slope, Q1.0, Q1.1).state, State::Missing(Missing::TooFewReadings));
}

fn share_world(hits: u32, all: u32) -> World {
    (0..all).fold(World::of_ada(), |world, case| world.add("2026-02-02", "Ada", What::Case(case < hits)))
}

#[rstest]
#[case(83, 100, Some((0.7445, 0.8911)))]
#[case(0, 5, Some((0.0, 0.4345)))]
#[case(5, 5, Some((0.5655, 1.0)))]
#[case(2, 3, None)]
fn shares_have_wilson_s_interval(#[case] hits: u32, #[case] all: u32, #[case] wilson: Option<(f64, f64)>) {
    let figure = share_world(hits, all).figure(&metric(Kind::Share, &[]), Q1.0, Q1.1);
    assert_eq!(figure.numerator, Some(Quantity::Number(f64::from(hits))));
    assert_eq!(figure.n, u64::from(all));
    match (wilson, limits(&figure)) {
        (Some((low, high)), Some(found)) => {
            assert!(is_near(found.0, low) && is_near(found.1, high), "{found:?}");
            assert_eq!(number(&figure), f64::from(hits) / f64::from(all));
        }
        (None, None) => assert_eq!(figure.state, State::TooFew { need: 5 }),
        (_, found) => panic!("{found:?}"),
    }
}

#[test]
fn a_share_of_nothing_is_missing() {
    let figure = share_world(1, 1).figure(&metric(Kind::Share, &[]), "2026-03-01", "2026-03-31");
    assert_eq!(figure.state, State::Missing(Missing::NothingInPeriod));
    let unknown =
        World::of_ada().add("2026-03-01", "Ada", LEFT_OUT).add("2026-02-01", "Ada", What::Case(true));
    let figure = unknown.figure(&metric(Kind::Share, &[]), "2026-03-01", "2026-03-31");
    assert_eq!(figure.state, State::Missing(Missing::AllUnknown));
    assert_eq!(figure.left_out, [(Reason::Unknown, 1)]);
}

#[test]
fn ratios_of_sums_pool_their_rows() {
    let ratio = metric(Kind::RatioOfSums, &[]);
    let part = |numerator, denominator| What::Part { numerator, denominator };
    let world =
        World::of_ada().add("2026-02-02", "Ada", part(1.0, 100.0)).add("2026-02-03", "Ada", part(9.0, 100.0));
    let figure = world.figure(&ratio, Q1.0, Q1.1);
    assert_eq!((number(&figure), figure.n), (0.05, 2));
    let (low, high) = limits(&figure).expect("limits");
    assert!((0.01..=0.05).contains(&low) && (0.05..=0.09).contains(&high));
    let one = World::of_ada().add("2026-02-02", "Ada", part(1.0, 100.0));
    assert_eq!(limits(&one.figure(&ratio, Q1.0, Q1.1)), None, "one row does not vary");
    let none = World::of_ada().add("2026-02-02", "Ada", part(1.0, 0.0));
    assert_eq!(none.figure(&ratio, Q1.0, Q1.1).state, State::Missing(Missing::NothingInPeriod));
}

#[test]
fn engagement_per_follower_takes_the_mean_of_both_ends() {
    let rate = metric(Kind::PerReading, &[Dim::Platform]);
    let world = World::of_ada()
        .add_keyed("2026-01-31", "Ada", &["linkedin"], What::Reading(90.0))
        .add_keyed("2026-02-28", "Ada", &["linkedin"], What::Reading(110.0))
        .add_all("2026-02-03", None, "Ada", &["linkedin"], Layer::Posts, What::Count(10.0))
        .add_all("2026-02-09", None, "Ada", &["linkedin"], Layer::Posts, What::Count(20.0));
    let figure = world.figure(&rate, "2026-02-01", "2026-02-28");
    assert_eq!((number(&figure), figure.n), (0.3, 2));
    assert_eq!(figure.denominator, Some(Quantity::Number(100.0)));
    let early = world.figure(&rate, "2026-01-31", "2026-02-28");
    assert_eq!(early.state, State::Missing(Missing::NoStart));
}

#[test]
fn growth_starts_from_something() {
    let growth = metric(Kind::Growth, &[]);
    let mut world = World::of_ada();
    for date in ["2026-01-01", "2026-01-31", "2026-01-31", "2026-01-31", "2026-02-01", "2026-02-10"] {
        world = world.add(date, "Ada", What::Step(1.0));
    }
    let figure = world.figure(&growth, "2026-02-01", "2026-02-28");
    assert_eq!((number(&figure), figure.n), (0.5, 2));
    // 28 days of which two have one: resampled by day between none and about six.
    let (low, high) = limits(&figure).expect("limits");
    assert!(low == 0.0 && (1.0..=1.5).contains(&high), "{low} {high}");
    let from_zero = world.figure(&growth, "2026-01-01", "2026-01-31");
    assert_eq!(from_zero.state, State::Missing(Missing::NoStart));
}

#[rstest]
#[case("EUR", "10.01", "3.34")]
#[case("EUR", "0.015", "0.00")]
#[case("EUR", "0.045", "0.02")]
#[case("JPY", "10", "3.00")]
fn means_of_money_round_half_even(#[case] currency: &str, #[case] total: &str, #[case] mean: &str) {
    let mut world = World::of_ada().add("2026-02-01", "Ada", money(total, true));
    world = world.add("2026-02-02", "Ada", money("0", true)).add("2026-02-02", "Ada", money("0", true));
    world = world.add("2026-02-02", "Ada", money("999", false));
    world.definitions.currency = currency.into();
    let figure = world.figure(&metric(Kind::MoneyMean, &[]), Q1.0, Q1.1);
    let State::Value(Quantity::Money(amount)) = figure.state else { panic!("{:?}", figure.state) };
    assert_eq!(Amount(i64::try_from(amount).unwrap()).print(2), mean);
    assert_eq!(figure.n, 3);
    let Some(Quantity::Money(high)) = figure.high else { panic!("a limit that is money") };
    assert_eq!(high % if currency == "JPY" { 10_000 } else { 100 }, 0);
}

#[test]
fn money_adds_its_hits_exactly() {
    let world = World::of_ada()
        .add("2026-02-01", "Ada", money("0.10", true))
        .add("2026-02-02", "Ada", money("0.20", true))
        .add("2026-02-03", "Ada", money("99", false));
    let sum = world.figure(&metric(Kind::MoneySum, &[]), Q1.0, Q1.1);
    assert_eq!(sum.state, State::Value(Quantity::Money(3_000)));
    assert_eq!((sum.low, sum.high), (Some(Quantity::Money(2_000)), Some(Quantity::Money(4_000))));
    let none = world.figure(&metric(Kind::MoneySum, &[]), "2026-02-03", "2026-02-04");
    assert_eq!((none.state, none.n), (State::Value(Quantity::Money(0)), 0));
    let ratio = world.figure(&metric(Kind::MoneyRatio, &[]), Q1.0, Q1.1);
    assert!(is_near(number(&ratio), 0.3 / 99.3));
    assert_eq!(ratio.denominator, Some(Quantity::Money(993_000)));
}

#[test]
fn money_stands_until_it_is_taken_out() {
    let world = World::of_ada()
        .add("2026-02-01", "Ada", money("100", true))
        .add("2026-02-02", "Ada", money("50.005", true))
        .add("2026-03-01", "Ada", money("-100", true));
    let level = |to: &str| world.figure(&metric(Kind::MoneyLevel, &[]), "2026-01-01", to);
    assert_eq!((number(&level("2026-02-28")), level("2026-02-28").n), (150.0, 2));
    assert_eq!(
        (level("2026-03-01").state, level("2026-03-01").n),
        (State::Value(Quantity::Money(500_000)), 1)
    );
    assert_eq!(limits(&level("2026-03-01")), None);
    let unknown = World::of_ada().add("2026-02-01", "Ada", What::LeftOut(Reason::UnknownAmount));
    let figure = unknown.figure(&metric(Kind::MoneyLevel, &[]), "2026-01-01", "2026-02-28");
    assert_eq!(figure.state, State::Missing(Missing::AllUnknown));
    let empty = World::of_ada().figure(&metric(Kind::MoneyLevel, &[]), "2026-01-01", "2026-02-28");
    assert_eq!((empty.state, empty.n), (State::Value(Quantity::Money(0)), 0));
}

#[test]
fn durations_take_the_kaplan_meier_median() {
    let world = World::of_ada()
        .add("2026-02-01", "Ada", lasting(2.0, End::Event))
        .add("2026-02-01", "Ada", lasting(2.0, End::Event))
        .add("2026-02-01", "Ada", lasting(2.0, End::Open))
        .add("2026-02-02", "Ada", lasting(6.0, End::Event))
        .add("2026-02-03", "Ada", lasting(9.0, End::Other));
    // S(2) = 3/5 (events before the censoring of the same day), S(6) = 3/5 × 1/2 = 0.3.
    let figure = world.figure(&metric(Kind::Duration, &[]), Q1.0, Q1.1);
    assert_eq!((number(&figure), figure.n), (6.0, 5));
    let duration = figure.duration.expect("a duration");
    assert_eq!((duration.events, duration.median_finished), (3, Some(2.0)));
    assert!(is_near(duration.mean_finished.unwrap(), 10.0 / 3.0));
    assert_eq!(figure.high, None, "the upper band never gets down to a half");
}

#[test]
fn what_nobody_finished_is_not_reached() {
    let duration = metric(Kind::Duration, &[]);
    let world = World::of_ada().add("2026-02-01", "Ada", lasting(2.0, End::Open)).add(
        "2026-02-01",
        "Ada",
        lasting(3.0, End::Open),
    );
    let figure = world.figure(&duration, Q1.0, Q1.1);
    assert_eq!((figure.state, figure.n), (State::NotReached, 2));
    assert_eq!(figure.duration.unwrap().mean_finished, None);
    let none = world.figure(&duration, "2026-03-01", "2026-03-31");
    assert_eq!(none.state, State::Missing(Missing::NothingInPeriod));
}

#[test]
fn head_counts_are_never_too_few() {
    let heads = metric(Kind::HeadCount, &[]);
    let world = World::of_ada()
        .knows("Bo", "2026-01-01", "2026-12-31")
        .knows("Cy", "2025-01-01", "2025-12-31")
        .add("2026-03-04", "Ada", What::Count(1.0))
        .add("2026-03-03", "Bo", What::Count(1.0));
    // The 28 days up to 31 March begin on 4 March; Cy is not known then.
    let figure = world.figure(&heads, "2026-01-01", "2026-03-31");
    assert_eq!((number(&figure), figure.n), (0.5, 2));
}

#[test]
fn weeks_with_a_post_count_the_weeks_that_are_known() {
    // 2026-12-28 to 2027-01-03 is ISO week 53 of 2026.
    let weeks = metric(Kind::ActiveWeeks, &[]);
    let world = World::default()
        .knows("Ada", "2026-12-01", "2027-01-31")
        .knows("Bo", "2026-12-28", "2027-01-31")
        .add("2026-12-20", "Ada", What::Count(1.0))
        .add("2026-12-31", "Ada", What::Count(1.0))
        .add("2027-01-01", "Ada", What::Count(1.0))
        .add("2027-01-04", "Bo", What::Count(1.0));
    // Weeks from 14, 21, 28 December and 4 January for Ada, the last two for Bo.
    let figure = world.figure(&weeks, "2026-12-17", "2027-01-05");
    assert_eq!((figure.numerator, figure.n), (Some(Quantity::Number(3.0)), 6));
    assert!(limits(&figure).is_some());
    assert_eq!(world.figure(&weeks, "2026-12-21", "2027-01-03").state, State::TooFew { need: 5 });
}

#[test]
fn shares_differ_as_newcombe_published() {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table II, case (a): 56/70 − 48/80, method 10.
    let share = metric(Kind::Share, &[]);
    let now = share_world(56, 70).figure(&share, Q1.0, Q1.1);
    let before = share_world(48, 80).figure(&share, Q1.0, Q1.1);
    let found = change(&share, &now, &before).expect("a change");
    assert!(is_near(found.difference, 0.2));
    assert!(is_near(found.low.unwrap(), 0.0524) && is_near(found.high.unwrap(), 0.3339), "{found:?}");
    assert_eq!(found.verdict, Verdict::Better);
    assert_eq!(change(&share, &before, &now).unwrap().verdict, Verdict::Worse);
    let lower = Metric { better: Better::Lower, ..metric(Kind::Share, &[]) };
    assert_eq!(change(&lower, &before, &now).unwrap().verdict, Verdict::Better);
    let neither = Metric { better: Better::Neither, ..metric(Kind::Share, &[]) };
    assert_eq!(change(&neither, &now, &before).unwrap().verdict, Verdict::Moved);
    assert_eq!(change(&share, &now, &now).unwrap().verdict, Verdict::CannotTell);
    let few = share_world(1, 2).figure(&share, Q1.0, Q1.1);
    assert_eq!(change(&share, &now, &few), None);
}

#[test]
fn plain_counts_differ_without_an_interval() {
    let count = metric(Kind::Count, &[]);
    let world = World::of_ada().add("2026-02-01", "Ada", What::Count(3.0));
    let (now, before) = (world.figure(&count, Q1.0, Q1.1), world.figure(&count, "2026-01-01", "2026-01-31"));
    let found = change(&count, &now, &before).expect("a change");
    assert_eq!((found.difference, found.low, found.verdict), (3.0, None, Verdict::Counted));
}
