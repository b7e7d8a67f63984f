//! Daily rows or posts, never both.

use rstest::rstest;

use super::*;
use crate::metrics::{Basis, Missing};

const IMPRESSIONS: Metric = metric(Kind::LayeredCount, &[Dim::Platform, Dim::Post]);

fn daily(world: World, seller: &str, dates: &[&str]) -> World {
    dates.iter().fold(world, |world, date| world.add_keyed(date, seller, &["linkedin"], What::Count(10.0)))
}

fn post(world: World, seller: &str, date: &str, name: &str) -> World {
    world.add_all(date, None, seller, &["linkedin", name], Layer::Posts, What::Count(7.0))
}

fn two_days() -> World {
    post(daily(World::of_ada(), "Ada", &["2026-02-01", "2026-02-02"]), "Ada", "2026-02-01", "p1")
}

#[rstest]
#[case("2026-02-01", "2026-02-02", 20.0, Basis::ByDay)]
#[case("2026-02-01", "2026-02-01", 10.0, Basis::ByDay)]
#[case("2026-02-01", "2026-02-03", 7.0, Basis::ByPost)]
#[case("2026-02-02", "2026-02-03", 0.0, Basis::ByPost)]
fn every_day_or_the_posts(#[case] from: &str, #[case] to: &str, #[case] value: f64, #[case] basis: Basis) {
    let figure = two_days().figure(&IMPRESSIONS, from, to);
    assert_eq!((number(&figure), figure.basis), (value, Some(basis)));
}

#[test]
fn sellers_can_differ() {
    let world = two_days().knows("Bo", "2026-01-01", "2026-12-31");
    let world = post(world, "Bo", "2026-02-02", "p2");
    let figure = world.figure(&IMPRESSIONS, "2026-02-01", "2026-02-02");
    assert_eq!((number(&figure), figure.n, figure.basis), (27.0, 3, Some(Basis::Mixed)));
}

#[test]
fn half_a_period_by_day_is_no_figure() {
    let world = daily(World::of_ada(), "Ada", &["2026-02-01", "2026-02-02"]);
    let figure = world.figure(&IMPRESSIONS, "2026-02-01", "2026-02-03");
    assert_eq!(figure.state, State::Missing(Missing::PartOfPeriod));
    assert_eq!(figure.left_out, [(Reason::PartOfPeriod, 2)]);
    let rows = world
        .ask(&IMPRESSIONS, |stream| stream.rows_behind(&Selection::all(span("2026-02-01", "2026-02-03"))));
    assert_eq!((rows.used.len(), rows.left_out.len()), (0, 2));
}

#[test]
fn only_rows_of_the_kind_in_use_are_left_out() {
    let world = two_days().add_all("2026-02-02", None, "Ada", &["linkedin"], Layer::Posts, LEFT_OUT);
    let by_day = world.figure(&IMPRESSIONS, "2026-02-01", "2026-02-02");
    assert_eq!(by_day.left_out, []);
    let by_post = world.figure(&IMPRESSIONS, "2026-02-01", "2026-02-03");
    assert_eq!(by_post.left_out, [(Reason::Unknown, 1)]);
}

#[test]
fn breakdowns_keep_the_choice_of_the_whole() {
    let selection = Selection::all(span("2026-02-01", "2026-02-02"));
    let rows = |dim| two_days().ask(&IMPRESSIONS, |stream| stream.breakdown(&selection, dim));
    let said = |rows: Vec<(String, Figure)>| -> Vec<(String, f64)> {
        rows.into_iter().map(|(key, figure)| (key, number(&figure))).collect()
    };
    // 1 February 2026 is a Sunday.
    assert_eq!(said(rows(Dim::Weekday)), [("1".into(), 10.0), ("7".into(), 10.0)]);
    assert_eq!(said(rows(Dim::Platform)), [("linkedin".into(), 20.0)]);
    assert_eq!(said(rows(Dim::Post)), [("p1".into(), 7.0)]);
    assert_eq!(said(rows(Dim::Seller)), [("Ada".into(), 20.0)]);
}

#[test]
fn ratios_take_the_same_rows() {
    let rate = metric(Kind::LayeredRatio, &[Dim::Platform]);
    let part = |numerator, denominator| What::Part { numerator, denominator };
    let world = World::of_ada().add_keyed("2026-02-01", "Ada", &["linkedin"], part(1.0, 10.0)).add_all(
        "2026-02-01",
        None,
        "Ada",
        &["linkedin"],
        Layer::Posts,
        part(3.0, 4.0),
    );
    let by_day = world.figure(&rate, "2026-02-01", "2026-02-01");
    assert_eq!((number(&by_day), by_day.basis), (0.1, Some(Basis::ByDay)));
    let by_post = world.figure(&rate, "2026-02-01", "2026-02-02");
    assert_eq!((number(&by_post), by_post.basis), (0.75, Some(Basis::ByPost)));
}
