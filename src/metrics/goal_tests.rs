//! Goals against figures worked out by hand.

use super::testing::{World, day};
use super::{Forecast, Goal, GoalOf, GoalPer, Missing, Outlook, Progress, Standing, State, Stream};
use super::{metric, progress};
use crate::facts::TableId;

fn goal(id: &str, target: f64, start: &str, deadline: &str) -> Goal {
    Goal { metric: id.into(), target, start: day(start), deadline: day(deadline), ..Goal::default() }
}

fn of(world: &World, goal: &Goal) -> Progress {
    let metric = metric(&goal.metric).unwrap();
    let (context, samples) = (world.context(), world.samples(metric));
    progress(goal, metric, &Stream::new(metric, &samples, &context), &context)
}

/// Rows of a table with a seller and a date: so many on the Wednesday of each of the weeks from a Monday on.
fn weekly(monday: &str, counts: &[usize]) -> Vec<String> {
    let mut rows = Vec::new();
    for (week, count) in (0..).zip(counts) {
        for number in 0..*count {
            rows.push(format!("Ada|{}|p{week}-{number}", day(monday).plus(7 * week + 2).iso()));
        }
    }
    rows
}

/// Ten connections before 5 January 2026 (a Monday); then 3, 5, 4 and 8 in the weeks from it on.
fn network() -> World {
    let before: Vec<String> = (0..10).map(|n| format!("Ada|2025-12-0{}|old{n}", 1 + n % 9)).collect();
    let rows: Vec<String> = before.into_iter().chain(weekly("2026-01-05", &[3, 5, 4, 8])).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    World::default()
        .rows(TableId::Connections, "seller|connected_on|name", &rows)
        .known_until(TableId::Connections, "Ada", "2026-02-01")
        .today("2026-02-01")
}

fn posts(counts: &[usize], until: &str) -> World {
    let rows = weekly("2026-01-05", counts);
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    World::default()
        .rows(TableId::Posts, "seller|published_at|post_id", &rows)
        .known_until(TableId::Posts, "Ada", until)
        .today(until)
}

fn close(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 1e-3)
}

/// From 10 to 60 in ten weeks: 5 a week. After four weeks 30, exactly on the line; 30 to go in six weeks. The weeks
/// brought 5 on average, so 60 is forecast, ± 26.626 as in the tests of `stats::drift`.
#[test]
fn a_level_on_its_line() {
    let found = of(&network(), &goal("connections", 60.0, "2026-01-05", "2026-03-15"));
    assert_eq!((found.start_value, found.figure.value()), (Some(10.0), Some(30.0)));
    assert_eq!(found.as_of, Some(day("2026-02-01")));
    assert!(close(found.line, 30.0) && close(found.pace_needed, 5.0) && close(found.pace, 5.0));
    assert_eq!((found.standing, found.share()), (Standing::OnPace, Some(0.4)));
    let forecast = found.forecast.unwrap();
    assert!(close(Some(forecast.value), 60.0) && close(Some(forecast.low), 33.374), "{forecast:?}");
    assert!(close(Some(forecast.high), 86.626), "{forecast:?}");
    assert_eq!((forecast.outlook, forecast.steps), (Outlook::Open, 4));
    assert_eq!(forecast.day, Some(day("2026-03-15")));
    let points: Vec<Option<f64>> = found.points.iter().map(|(_, value)| *value).collect();
    assert_eq!(points, [10.0, 13.0, 18.0, 22.0, 30.0].map(Some));
}

/// The rate itself is 5 ± 3.437 a week: it is surely positive, so the latest day is known. 30 more are reached where
/// m · 5 ± 3.182446 · 2.160247 · √(m + m²/4) passes 30: m = 2.65 weeks (19 days) at the earliest and m = 16.9 weeks
/// (118 days) at the latest; both are checked by putting them in.
#[test]
fn the_days_of_the_interval() {
    let forecast = of(&network(), &goal("connections", 60.0, "2026-01-05", "2026-03-15")).forecast.unwrap();
    let edge = |days: f64, sign: f64| {
        let weeks = days / 7.0;
        weeks * 5.0 + sign * 3.182_446 * 2.160_247 * (weeks + weeks * weeks / 4.0).sqrt()
    };
    let days =
        |day: Option<crate::facts::Day>| f64::from(day.unwrap().0 - super::testing::day("2026-02-01").0);
    let (earliest, latest) = (days(forecast.earliest), days(forecast.latest));
    assert!(edge(earliest, 1.0) >= 30.0 && edge(earliest - 1.0, 1.0) < 30.0, "{earliest}");
    assert!(edge(latest, -1.0) >= 30.0 && edge(latest - 1.0, -1.0) < 30.0, "{latest}");
}

#[test]
fn ahead_behind_and_reached() {
    // To 40 in ten weeks: 3 a week, the line stands at 22 and in a week at 25.
    let of = |target: f64| of(&network(), &goal("connections", target, "2026-01-05", "2026-03-15"));
    assert_eq!(of(40.0).standing, Standing::Ahead);
    // To 100: 9 a week, the line at 46, a week ago at 37.
    let behind = of(100.0);
    assert_eq!(behind.standing, Standing::Behind);
    assert!(close(behind.line, 46.0) && close(behind.pace_needed, 70.0 / 6.0));
    assert_eq!(behind.forecast.unwrap().outlook, Outlook::Unlikely);
    let reached = of(30.0);
    assert_eq!((reached.standing, reached.pace_needed), (Standing::Reached, Some(0.0)));
}

#[test]
fn what_a_person_says_of_the_start_holds() {
    let own = Goal { start_value: Some(20.0), ..goal("connections", 60.0, "2026-01-05", "2026-03-15") };
    let found = of(&network(), &own);
    assert!(found.start_value == Some(20.0) && close(found.pace, 2.5) && close(found.line, 36.0));
    // Before the first connection nothing is known of the level.
    let early = of(&network(), &goal("connections", 60.0, "2025-11-03", "2026-03-15"));
    assert_eq!((early.start_value, early.line, early.standing), (None, None, Standing::CannotTell));
    assert!(close(early.pace_needed, 5.0));
}

/// Two posts a week over five weeks are ten. After three whole weeks and three days (2, 1, 3 and 1) there are 7.
#[test]
fn a_target_per_week() {
    let weekly = Goal { per: GoalPer::Week, ..goal("posts_shared", 2.0, "2026-01-05", "2026-02-08") };
    let found = of(&posts(&[2, 1, 3, 1], "2026-01-28"), &weekly);
    assert_eq!((found.target, found.figure.value(), found.weeks), (10.0, Some(7.0), Some((2, 3))));
    // 24 of 35 days: the line stands at 6.857; 11 days are left for 3.
    assert!(close(found.line, 10.0 * 24.0 / 35.0) && close(found.pace_needed, 3.0 * 7.0 / 11.0));
    assert_eq!((found.standing, found.forecast, found.steps), (Standing::OnPace, None, 3));
    // Ten in the first week are ten; five weeks of two they are not yet.
    let early = of(&posts(&[10], "2026-01-11"), &weekly);
    assert_eq!(early.standing, Standing::Ahead);
    assert_eq!(of(&posts(&[2, 1, 3, 1, 3], "2026-02-08"), &weekly).standing, Standing::Reached);
    assert_eq!(of(&posts(&[2, 1, 3, 1, 2], "2026-02-08"), &weekly).standing, Standing::NotReached);
}

#[test]
fn a_sum_never_falls() {
    // 1, 9, 0 and 0: 2.5 a week ± 6.9; in six weeks 25 ± 53.7, of which 10 are there already.
    let found =
        of(&posts(&[1, 9, 0, 0], "2026-02-01"), &goal("posts_shared", 20.0, "2026-01-05", "2026-03-15"));
    let Forecast { value, low, latest, outlook, .. } = found.forecast.unwrap();
    assert_eq!((value, low, latest, outlook), (25.0, 10.0, None, Outlook::Open));
}

/// A week without a reading is no step of nothing: 60 on the first Monday, 66 three weeks later.
#[test]
fn readings_with_gaps() {
    let world = World::default()
        .rows(TableId::Ssi, "seller|date|total", &["Ada|2026-01-04|60", "Ada|2026-01-26|66"])
        .known_until(TableId::Ssi, "Ada", "2026-02-01")
        .today("2026-02-01");
    let found = of(&world, &goal("ssi", 70.0, "2026-01-05", "2026-03-15"));
    let points: Vec<Option<f64>> = found.points.iter().map(|(_, value)| *value).collect();
    assert_eq!(points, [Some(60.0), None, None, None, Some(66.0)]);
    assert_eq!((found.steps, found.forecast), (1, None));
    assert_eq!(found.standing, Standing::Ahead);
}

/// Fewer conversations that wait are better: the line falls.
#[test]
fn less_may_be_better() {
    let world = World::default()
        .rows(
            TableId::Ssi,
            "seller|date|total|industry_rank",
            &["Ada|2026-01-04|60|30", "Ada|2026-01-18|60|20"],
        )
        .known_until(TableId::Ssi, "Ada", "2026-01-18")
        .today("2026-01-18");
    let of = |target| of(&world, &goal("ssi_industry_rank", target, "2026-01-05", "2026-03-15"));
    // From 30 to 10 in ten weeks; after two the line stands at 26, in a week at 24.
    let found = of(10.0);
    assert!(found.falls && close(found.line, 26.0) && found.standing == Standing::Ahead);
    assert!(close(found.pace_needed, -10.0 / 8.0));
    assert_eq!(of(20.0).standing, Standing::Reached);
}

/// 8 of 10 deals won: Wilson's interval is 0.490 to 0.943.
#[test]
fn rates_are_held_against_the_target_by_their_interval() {
    let rows: Vec<String> = (0..10)
        .map(|n| format!("d{n}|Ada|2026-01-05|2026-01-20|{}", if n < 8 { "Won" } else { "Lost" }))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let world = World::default()
        .rows(TableId::Deals, "id|seller|created|closed|status", &rows)
        .known_until(TableId::Deals, "Ada", "2026-01-31")
        .today("2026-01-31");
    let standing = |target| of(&world, &goal("win_rate", target, "2026-01-05", "2026-03-15")).standing;
    assert_eq!(
        [0.4, 0.7, 0.95].map(standing),
        [Standing::Reached, Standing::CannotTell, Standing::NotReached]
    );
    let few = Goal { of: GoalOf::Seller("Bo".into()), ..goal("win_rate", 0.5, "2026-01-05", "2026-03-15") };
    assert_eq!(of(&world, &few).standing, Standing::Unknown);
}

#[test]
fn without_facts_it_says_what_is_missing() {
    let found = of(&World::default().today("2026-02-01"), &goal("meetings", 5.0, "2026-01-05", "2026-03-15"));
    assert!(matches!(found.figure.state, State::Missing(Missing::NoFacts(_))), "{:?}", found.figure);
    assert_eq!((found.standing, found.as_of), (Standing::Unknown, None));
    let later = of(&network(), &goal("connections", 60.0, "2026-02-09", "2026-03-15"));
    assert_eq!(later.standing, Standing::NotBegun);
    let persona = of(&network(), &goal("persona_connections", 60.0, "2026-01-05", "2026-03-15"));
    assert_eq!(persona.figure.state, State::Missing(Missing::NoPersona));
}
