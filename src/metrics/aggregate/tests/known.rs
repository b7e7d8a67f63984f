//! Zero, unknown, and of whom.

use super::*;
use crate::metrics::Missing;

fn count() -> Metric {
    metric(Kind::Count, &[])
}

#[test]
fn nothing_is_zero_inside_and_unknown_outside() {
    let world = World::of_ada();
    assert_eq!(number(&world.figure(&count(), "2026-06-01", "2026-06-30")), 0.0);
    let outside = |from: &str, to: &str| world.figure(&count(), from, to).state;
    assert_eq!(outside("2027-01-01", "2027-01-31"), State::Missing(Missing::OutsideData));
    assert_eq!(outside("2025-12-01", "2025-12-31"), State::Missing(Missing::OutsideData));
    assert_eq!(number(&world.figure(&count(), "2025-12-01", "2026-01-01")), 0.0);
}

#[test]
fn missing_files_are_named() {
    let world = World::default().knows("Bo", "2026-01-01", "2026-12-31").has_row(TableId::Ssi, "2026-01-01");
    let mut facts = World::default();
    assert_eq!(
        facts.figure(&count(), "2026-01-01", "2026-01-31").state,
        State::Missing(Missing::NoFacts(Need::Connections))
    );
    facts = world.add("2026-02-01", "Ada", What::Count(1.0));
    assert_eq!(
        facts.figure_of(&count(), "Ada", "2026-01-01", "2026-03-31").state,
        State::Missing(Missing::NoFactsOfSeller(Need::Connections))
    );
    let of_two = Metric { needs: &[Need::Connections, Need::Invitations], ..count() };
    let bo = World::default().knows("Bo", "2026-01-01", "2026-12-31");
    assert_eq!(
        bo.figure(&of_two, "2026-01-01", "2026-01-31").state,
        State::Missing(Missing::NoFacts(Need::Invitations))
    );
    let of_persona = Metric { needs: &[Need::Connections, Need::Persona], ..count() };
    assert_eq!(bo.figure(&of_persona, "2026-01-01", "2026-01-31").state, State::Missing(Missing::NoPersona));
}

#[test]
fn rows_that_all_lack_the_value_are_no_zero() {
    let world = World::of_ada()
        .add("2026-02-01", "Ada", LEFT_OUT)
        .add("2026-03-01", "Ada", What::Count(5.0))
        .add("2026-03-02", "Ada", What::LeftOut(Reason::Group));
    let february = world.figure(&count(), "2026-02-01", "2026-02-28");
    assert_eq!(february.state, State::Missing(Missing::AllUnknown));
    let second = world.figure(&count(), "2026-03-02", "2026-03-02");
    assert_eq!((number(&second), second.left_out), (0.0, vec![(Reason::Group, 1)]));
}

#[test]
fn a_need_for_cells_is_not_met_by_blank_ones() {
    let shares = Metric { needs: &[Need::Shares], ..count() };
    let world = World::default().has_row(TableId::Posts, "2026-02-01").add("2026-02-01", "", LEFT_OUT);
    assert_eq!(
        world.figure(&shares, "2026-02-01", "2026-02-28").state,
        State::Missing(Missing::NoFacts(Need::Shares))
    );
}

#[test]
fn a_chosen_seller_leaves_out_rows_of_no_one() {
    let world = World::of_ada()
        .add("2026-02-01", "Ada", What::Count(1.0))
        .add("2026-02-01", "", What::Count(1.0))
        .add("2026-03-01", "", What::Count(1.0));
    assert_eq!(number(&world.figure(&count(), "2026-02-01", "2026-02-28")), 2.0);
    let ada = world.figure_of(&count(), "Ada", "2026-02-01", "2026-02-28");
    assert_eq!((number(&ada), ada.left_out), (1.0, vec![(Reason::NoSeller, 1)]));
}

#[test]
fn a_headline_takes_its_own_key_only() {
    let windows = Metric { headline: Some((Dim::Window, "24h")), ..metric(Kind::Share, &[Dim::Window]) };
    let mut world = World::of_ada().add("2026-02-01", "Ada", What::LeftOut(Reason::Sponsored));
    for (key, hits) in [("7d", 5), ("1h", 1), ("24h", 3), ("4h", 2)] {
        for case in 0..5 {
            world = world.add_keyed("2026-02-01", "Ada", &[key], What::Case(case < hits));
        }
        world = world.add_keyed("2026-02-01", "Ada", &[key], What::LeftOut(Reason::TooYoung));
    }
    let selection = Selection::all(span("2026-02-01", "2026-02-28"));
    let headline = world.ask(&windows, |stream| stream.figure(&selection));
    assert_eq!((number(&headline), headline.n), (0.6, 5));
    assert_eq!(headline.left_out, [(Reason::Sponsored, 1), (Reason::TooYoung, 1)]);
    let four = world.ask(&windows, |stream| stream.figure(&selection.with_key(Dim::Window, "4h")));
    assert_eq!(number(&four), 0.4);
    let rows = world.ask(&windows, |stream| stream.breakdown(&selection, Dim::Window));
    let keys: Vec<(&str, f64)> = rows.iter().map(|(key, figure)| (key.as_str(), number(figure))).collect();
    assert_eq!(keys, [("1h", 0.2), ("4h", 0.4), ("24h", 0.6), ("7d", 1.0)]);
    let none = world.ask(&windows, |stream| stream.figure(&selection.with_key(Dim::Window, "2h")));
    assert_eq!(none.state, State::Missing(Missing::NothingInPeriod));
    let by_seller = world.ask(&windows, |stream| stream.breakdown(&selection, Dim::Seller));
    assert_eq!(by_seller[0].1.n, 5);
}

#[test]
fn open_cases_stand_beside_a_rate() {
    let mut world = World::of_ada().add("2026-02-01", "Ada", What::Case(false));
    let ada = world.seller("Ada");
    world.samples.open =
        vec![(day("2026-02-01"), ada, 10), (day("2026-02-02"), ada, 20), (day("2026-03-01"), ada, 1)];
    let figure = world.figure(&metric(Kind::Share, &[]), "2026-02-01", "2026-02-28");
    let open = figure.open.expect("open cases");
    assert_eq!((open.count, open.median_age_days), (2, Some(15.0)));
}
