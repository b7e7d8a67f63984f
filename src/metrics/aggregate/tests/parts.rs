//! Series, breakdowns and the rows behind a figure.

use super::*;
use crate::facts::Bucket;

fn points(world: &World, metric: &Metric, period: Span, bucket: Bucket) -> Vec<(String, Option<f64>)> {
    let points = world.ask(metric, |stream| stream.series(&Selection::all(period), bucket));
    points.into_iter().map(|point| (point.from.iso(), point.figure.value())).collect()
}

fn expect(points: &[(&str, Option<f64>)]) -> Vec<(String, Option<f64>)> {
    points.iter().map(|(from, value)| ((*from).to_owned(), *value)).collect()
}

fn around_new_year() -> World {
    World::default().knows("Ada", "2026-12-20", "2027-01-12")
}

#[test]
fn weeks_inside_are_zero_and_outside_absent() {
    let world = around_new_year()
        .add("2026-12-20", "Ada", What::Count(1.0))
        .add("2026-12-28", "Ada", What::Count(2.0))
        .add("2027-01-03", "Ada", What::Count(3.0));
    let found = points(&world, &metric(Kind::Count, &[]), span("2026-01-01", "2027-12-31"), Bucket::Week);
    assert_eq!(
        found,
        expect(&[
            ("2026-12-14", Some(1.0)),
            ("2026-12-21", Some(0.0)),
            ("2026-12-28", Some(5.0)),
            ("2027-01-04", Some(0.0)),
            ("2027-01-11", Some(0.0)),
        ])
    );
    let cut = points(&world, &metric(Kind::Count, &[]), span("2027-01-02", "2027-01-05"), Bucket::Week);
    assert_eq!(cut, expect(&[("2026-12-28", Some(3.0)), ("2027-01-04", Some(0.0))]));
    assert_eq!(points(&world, &metric(Kind::Count, &[]), span("2028-01-01", "2028-02-01"), Bucket::Week), []);
}

#[test]
fn levels_stay_and_other_figures_are_missing() {
    let months = |kind, whats: &[(&str, What)]| {
        let world = whats.iter().fold(around_new_year(), |world, (date, what)| world.add(date, "Ada", *what));
        points(&world, &metric(kind, &[]), span("2026-12-01", "2027-01-31"), Bucket::Month)
    };
    let (december, january) = ("2026-12-01", "2027-01-01");
    assert_eq!(
        months(Kind::Level, &[("2026-12-20", What::Step(1.0))]),
        expect(&[(december, Some(1.0)), (january, Some(1.0))])
    );
    for (kind, what) in [
        (Kind::MoneySum, money("2", true)),
        (Kind::Reading, What::Reading(2.0)),
        (Kind::MoneyMean, money("2", true)),
        (Kind::RatioOfSums, What::Part { numerator: 2.0, denominator: 1.0 }),
    ] {
        let found = months(kind, &[("2026-12-21", what)]);
        assert_eq!(found, expect(&[(december, Some(2.0)), (january, None)]), "{kind:?}");
    }
}

#[test]
fn keys_come_in_a_sensible_order() {
    let hours = metric(Kind::Count, &[Dim::Source]);
    // 2 March 2026 is a Monday.
    let at = |world: World, date: &str, hour, key: &str| {
        world.add_all(date, Some(hour), "Ada", &[key], Layer::Daily, What::Count(1.0))
    };
    let world = at(World::of_ada(), "2026-03-08", 9, "social");
    let world = at(at(world, "2026-03-02", 10, "email"), "2026-03-02", 9, "");
    let keys = |dim| -> Vec<String> {
        let rows = world
            .ask(&hours, |stream| stream.breakdown(&Selection::all(span("2026-03-01", "2026-03-31")), dim));
        rows.into_iter().map(|(key, _)| key).collect()
    };
    assert_eq!(keys(Dim::Hour), ["9", "10"]);
    assert_eq!(keys(Dim::Weekday), ["1", "7"]);
    assert_eq!(keys(Dim::WeekdayHour), ["1 9", "1 10", "7 9"]);
    assert_eq!(keys(Dim::Source), ["email", "social"]);
    assert_eq!(keys(Dim::Campaign), [""; 0]);
    assert_eq!(keys(Dim::Month), ["2026-03-01"]);
}

#[test]
fn a_row_of_a_breakdown_can_be_asked_for_alone() {
    let count = metric(Kind::Count, &[Dim::Source]);
    let world = World::of_ada()
        .add_keyed("2026-03-02", "Ada", &["email"], What::Count(1.0))
        .add_keyed("2026-03-03", "Ada", &["social"], What::Count(2.0))
        .add_keyed("2026-03-03", "Ada", &["social"], LEFT_OUT);
    let selection = Selection::all(span("2026-03-01", "2026-03-31"));
    world.ask(&count, |stream| {
        for (key, figure) in stream.breakdown(&selection, Dim::Source) {
            assert_eq!(stream.figure(&selection.with_key(Dim::Source, &key)), figure);
        }
        let rows = stream.rows_behind(&selection.with_key(Dim::Source, "social"));
        assert_eq!((rows.used.len(), rows.left_out.len()), (1, 1));
        let monday = stream.figure(&selection.with_key(Dim::Weekday, "1"));
        assert_eq!(number(&monday), 1.0);
    });
}

#[test]
fn a_quiet_seller_has_a_row() {
    let world = World::of_ada()
        .knows("Bo", "2026-01-01", "2026-12-31")
        .knows("Old", "2020-01-01", "2020-12-31")
        .add("2026-03-02", "Ada", What::Count(1.0));
    let selection = Selection::all(span("2026-03-01", "2026-03-31"));
    let rows = world.ask(&metric(Kind::Count, &[]), |stream| stream.breakdown(&selection, Dim::Seller));
    let found: Vec<(&str, f64)> = rows.iter().map(|(key, figure)| (key.as_str(), number(figure))).collect();
    assert_eq!(found, [("Ada", 1.0), ("Bo", 0.0)]);
}

#[test]
fn the_rows_of_a_level_are_those_that_stand() {
    let mut world = World::of_ada();
    for (date, row, step) in [("2026-02-01", 0, 1.0), ("2026-02-02", 1, 1.0), ("2026-03-01", 0, -1.0)] {
        world = world.add(date, "Ada", What::Step(step));
        world.samples.list.last_mut().unwrap().row.row = row;
    }
    let standing = |to: &str| -> Vec<u32> {
        let selection = Selection::all(span("2026-01-01", to));
        let rows = world.ask(&metric(Kind::Level, &[]), |stream| stream.rows_behind(&selection));
        rows.used.iter().map(|row| row.row).collect()
    };
    assert_eq!(standing("2026-02-28"), [0, 1]);
    assert_eq!(standing("2026-03-01"), [1]);
}

#[test]
fn two_ways_to_end_share_the_cases() {
    let cycle = metric(Kind::Duration, &[Dim::Source]);
    let mut world = World::of_ada();
    for (index, (time, end)) in
        [(10.0, End::Event), (20.0, End::Other), (30.0, End::Event), (40.0, End::Open), (50.0, End::Event)]
            .into_iter()
            .enumerate()
    {
        for source in ["social", "email", "unknown"] {
            // Half of the e-mail deals take ten times as long.
            let time = if source == "email" && index % 2 == 0 { time * 10.0 } else { time };
            world = world.add_keyed("2026-02-01", "Ada", &[source], lasting(time, end));
        }
    }
    let selection = Selection::all(span("2026-02-01", "2026-02-28"));
    world.ask(&cycle, |stream| {
        let social = selection.with_key(Dim::Source, "social");
        let incidence = stream.incidence(&social);
        let first = incidence.steps[0];
        assert_eq!((first.time, first.won, first.lost), (10.0, 0.2, 0.0));
        // Won: 1/5, then 3/5 open × 1/3, then 2/5 open × 1/1.
        let last = incidence.steps.last().unwrap();
        assert!(is_near(last.won, 0.8) && is_near(last.lost, 0.2), "{last:?}");
        assert_eq!(incidence.half_of_last(crate::stats::Outcome::Won), Some(30.0));
        assert_eq!(stream.survival(&social).events, 3);
        assert_eq!(stream.log_rank(&selection, Dim::Source, 5).map(|test| test.df), Some(1));
        assert_eq!(stream.log_rank(&selection, Dim::Source, 6), None);
    });
}
