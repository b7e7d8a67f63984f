//! Edges that every kind meets: nothing in the period, one event, only unknown values, a leap day, the 53rd week of a
//! year, and for metrics that read times: midnight in the workspace's zone.

use rstest::rstest;

use super::properties::{KINDS, what};
use super::*;
use crate::facts::Bucket;
use crate::metrics::testing::World as Rows;
use crate::metrics::{Missing, metric as listed};

/// A world that tells of Ada all through 2024 with these samples.
fn leap_year(kind: Kind, dates: &[&str]) -> World {
    let world = World::default().knows("Ada", "2024-01-01", "2024-12-31");
    dates.iter().fold(world, |world, date| world.add_keyed(date, "Ada", &["linkedin"], what(kind, 7, true)))
}

/// Whether the kind counts what lies in the period, and so is nothing where nothing does.
fn counts(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::MoneySum)
}

/// Whether a figure of a period has a single event of a day behind it.
fn sees(kind: Kind, on: &str, from: &str, to: &str) -> bool {
    leap_year(kind, &[on]).figure(&metric(kind, &[Dim::Platform]), from, to).n > 0
}

#[test]
fn a_rate_of_nothing_is_no_zero_and_a_count_of_nothing_is() {
    for kind in KINDS {
        let figure = leap_year(kind, &["2024-01-10"]).figure(
            &metric(kind, &[Dim::Platform]),
            "2024-06-01",
            "2024-06-30",
        );
        let is_zero = figure.value() == Some(0.0);
        // Nothing gained, or shared, per connection is a nought: the connections are there.
        let is_rate = !matches!(kind, Kind::PerReading | Kind::Growth | Kind::MonthlyGrowth)
            && (figure.denominator.is_some() || matches!(kind, Kind::Duration | Kind::Odds | Kind::Slope));
        assert!(!(is_rate && is_zero && figure.n == 0), "{kind:?}: {figure:?}");
        if counts(kind) {
            assert!(is_zero && figure.n == 0, "{kind:?}: {figure:?}");
        }
    }
}

#[test]
fn one_event_is_a_count_and_too_few_for_a_rate() {
    for kind in KINDS {
        let figure = leap_year(kind, &["2024-06-10"]).figure(
            &metric(kind, &[Dim::Platform]),
            "2024-06-01",
            "2024-06-30",
        );
        match kind {
            Kind::Share | Kind::LevelShare | Kind::ActiveWeeks => {
                // Five weeks are touched by June 2024: its one active week is one of five.
                let is_few = matches!(figure.state, State::TooFew { need: 5 });
                assert!(is_few || kind == Kind::ActiveWeeks, "{kind:?}: {figure:?}");
                assert_eq!(figure.numerator.map(|k| k.to_f64()), Some(1.0), "{kind:?}");
            }
            Kind::Count => assert_eq!(number(&figure), 7.0, "{kind:?}"),
            // 7 × 33 ten-thousandths.
            Kind::MoneySum | Kind::MoneyMean => assert!(figure.value().is_some(), "{kind:?}: {figure:?}"),
            // A slope needs three readings, growth a start, odds both groups.
            Kind::Slope | Kind::Growth | Kind::MonthlyGrowth | Kind::Odds => {
                assert_eq!(figure.value(), None, "{kind:?}");
            }
            _ => assert!(figure.value().is_none_or(f64::is_finite), "{kind:?}: {figure:?}"),
        }
    }
}

#[test]
fn what_is_unknown_in_every_row_is_missing() {
    for kind in KINDS {
        let world = World::default()
            .knows("Ada", "2024-01-01", "2024-12-31")
            .add_keyed("2024-06-10", "Ada", &["linkedin"], LEFT_OUT)
            .add_keyed("2024-06-11", "Ada", &["linkedin"], LEFT_OUT);
        let figure = world.figure(&metric(kind, &[Dim::Platform]), "2024-06-01", "2024-06-30");
        assert!(is_missing(&figure), "{kind:?}: {figure:?}");
        assert_eq!(figure.value(), None, "{kind:?}");
    }
}

/// The 29th of February 2024 is the last day of its month, and no day of March.
#[test]
fn a_leap_day_belongs_to_february() {
    for kind in KINDS.into_iter().filter(|kind| counts(*kind) || *kind == Kind::Share) {
        assert!(sees(kind, "2024-02-29", "2024-02-01", "2024-02-29"), "{kind:?}");
        assert!(!sees(kind, "2024-02-29", "2024-03-01", "2024-03-31"), "{kind:?}");
        assert!(!sees(kind, "2024-02-29", "2024-02-01", "2024-02-28"), "{kind:?}");
    }
    let count = metric(Kind::Count, &[]);
    let months = leap_year(Kind::Count, &["2024-02-29"]).ask(&count, |stream| {
        stream.series(&Selection::all(span("2024-02-01", "2024-03-31")), Bucket::Month)
    });
    let told: Vec<(String, Option<f64>)> =
        months.iter().map(|point| (point.from.iso(), point.figure.value())).collect();
    assert_eq!(told, [("2024-02-01".into(), Some(7.0)), ("2024-03-01".into(), Some(0.0))]);
}

/// 2026 has 53 ISO weeks: the last one begins on 28 December and ends on 3 January 2027.
#[test]
fn the_53rd_week_runs_into_the_new_year() {
    let count = metric(Kind::Count, &[]);
    let world = World::default()
        .knows("Ada", "2026-12-01", "2027-01-31")
        .add("2026-12-28", "Ada", What::Count(1.0))
        .add("2027-01-03", "Ada", What::Count(2.0))
        .add("2027-01-04", "Ada", What::Count(4.0));
    let weeks = world
        .ask(&count, |stream| stream.series(&Selection::all(span("2026-12-28", "2027-01-10")), Bucket::Week));
    let told: Vec<(String, Option<f64>)> =
        weeks.iter().map(|point| (point.from.iso(), point.figure.value())).collect();
    assert_eq!(told, [("2026-12-28".into(), Some(3.0)), ("2027-01-04".into(), Some(4.0))]);
}

/// Half past eleven at night in Greenwich is the next day one hour east, and so the next month.
#[rstest]
#[case::messages_sent(
    "messages_sent",
    TableId::Messages,
    "seller|conversation|direction|sent_at|person",
    "Ada|1|outgoing|2026-02-28 23:30Z|Kim"
)]
#[case::conversations_started(
    "conversations_started",
    TableId::Messages,
    "seller|conversation|direction|sent_at|person",
    "Ada|1|outgoing|2026-02-28 23:30Z|Kim"
)]
#[case::invitations_sent(
    "invitations_sent",
    TableId::Invitations,
    "seller|direction|sent_at|name",
    "Ada|outgoing|2026-02-28 23:30Z|Kim"
)]
#[case::connections_new(
    "connections_new",
    TableId::Connections,
    "seller|connected_on|name",
    "Ada|2026-02-28 23:30Z|Kim"
)]
#[case::posts_shared(
    "posts_shared",
    TableId::Posts,
    "seller|published_at|post_id",
    "Ada|2026-02-28 23:30Z|p"
)]
#[case::comments_given(
    "comments_given",
    TableId::Activity,
    "seller|date|kind",
    "Ada|2026-02-28 23:30Z|comment"
)]
#[case::meetings(
    "meetings",
    TableId::Meetings,
    "seller|date|person|status",
    "Ada|2026-02-28 23:30Z|Kim|held"
)]
#[case::leads("leads", TableId::Leads, "id|created|seller", "l|2026-02-28 23:30Z|Ada")]
#[case::deals_created(
    "deals_created",
    TableId::Deals,
    "id|created|seller|status",
    "d|2026-02-28 23:30Z|Ada|Open"
)]
#[case::deals_won(
    "deals_won",
    TableId::Deals,
    "id|created|closed|seller|status",
    "d|2026-01-01|2026-02-28 23:30Z|Ada|Won"
)]
fn midnight_is_that_of_the_workspace(
    #[case] id: &str,
    #[case] table: TableId,
    #[case] header: &str,
    #[case] row: &str,
) {
    let metric = listed(id).unwrap();
    let rows = |hours: i32| {
        Rows::default().hours_east(hours).today("2026-12-31").rows(table, header, &[row]).known_until(
            table,
            "Ada",
            "2026-04-30",
        )
    };
    let in_march = |hours| rows(hours).figure(metric, "2026-03-01", "2026-03-31").value();
    let in_february = |hours| rows(hours).figure(metric, "2026-02-01", "2026-02-28").value();
    assert_eq!((in_february(0), in_february(-1)), (Some(1.0), Some(1.0)), "{id}");
    assert_eq!(in_march(1), Some(1.0), "{id}");
    assert_ne!(in_february(1), Some(1.0), "{id}");
}

/// Two readings of one day: the later row counts, and a slope sees one day.
#[test]
fn readings_of_one_day_are_one_day() {
    let slope = metric(Kind::Slope, &[]);
    let world = World::default()
        .knows("Ada", "2024-01-01", "2024-12-31")
        .add("2024-06-01", "Ada", What::Reading(50.0))
        .add("2024-06-08", "Ada", What::Reading(51.0))
        .add("2024-06-08", "Ada", What::Reading(53.0));
    let figure = world.figure(&slope, "2024-06-01", "2024-06-30");
    assert!(matches!(figure.state, State::Missing(Missing::TooFewReadings)), "{figure:?}");
    let reading = metric(Kind::Reading, &[]);
    assert_eq!(number(&world.figure(&reading, "2024-06-01", "2024-06-30")), 53.0);
}
