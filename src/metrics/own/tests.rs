use super::*;
use crate::facts::{Span, TableId};
use crate::metrics::testing::{World, day};
use crate::metrics::{Better, Figure, Selection, Stage, Stream};

fn part(table: TableId, date: &str, conditions: &[(&str, Test, &str)]) -> OwnPart {
    let condition = |(field, test, value): &(&str, Test, &str)| Condition {
        field: (*field).to_owned(),
        test: *test,
        value: (*value).to_owned(),
    };
    OwnPart { table, date: date.to_owned(), conditions: conditions.iter().map(condition).collect() }
}

fn metric(kind: OwnKind, of: OwnPart, to: Option<OwnPart>, link: OwnLink) -> OwnMetric {
    OwnMetric {
        name: "Own".into(),
        kind,
        of,
        to,
        link,
        within_days: None,
        better: Better::Higher,
        stage: Stage::Leading,
    }
}

fn figure(world: &World, metric: &OwnMetric) -> Figure {
    assert!(metric.is_whole());
    let (context, shape) = (world.context(), metric.shape());
    let samples = metric.samples(&context);
    let span = Span { from: day("2026-01-01"), to: day("2026-03-31") };
    Stream::new(&shape, &samples, &context).figure(&Selection::all(span))
}

fn counts(figure: &Figure) -> (Option<f64>, u64) {
    (figure.numerator.map(crate::metrics::Quantity::to_f64), figure.n)
}

#[test]
fn conditions_choose_the_rows_that_count() {
    let world = World::default().today("2026-03-31").rows(
        TableId::Deals,
        "id|seller|status|created|amount|source",
        &[
            "1|Ada|Open|2026-01-05|1000|LinkedIn",
            "2|Ada|Won|2026-01-06|500.50|Trade fair Hannover",
            "3|Bo|Lost|2026-02-07|2000|",
            "4|Bo|Open|2026-02-08||linkedin ads",
            "5|Bo|Open|2025-12-31|9000|LinkedIn",
            "6|Bo|Open|2026-04-01|9000|LinkedIn",
        ],
    );
    let count = |field: &str, test: Test, value: &str| {
        let of = part(TableId::Deals, "created", &[(field, test, value)]);
        figure(&world, &metric(OwnKind::Count, of, None, OwnLink::Person)).value()
    };
    assert_eq!(count("status", Test::Is, "OPEN"), Some(2.0));
    assert_eq!(count("status", Test::Is, "won, lost"), Some(2.0));
    assert_eq!(count("status", Test::IsNot, "open"), Some(2.0));
    assert_eq!(count("source", Test::Holds, "linkedin"), Some(2.0));
    assert_eq!(count("source", Test::IsNot, "linkedin"), Some(2.0));
    assert_eq!(count("source", Test::Unknown, ""), Some(1.0));
    assert_eq!(count("amount", Test::AtLeast, "1 000"), Some(2.0));
    assert_eq!(count("amount", Test::AtMost, "500,50"), Some(1.0));
    assert_eq!(count("amount", Test::Known, ""), Some(3.0));
}

/// Leads of whom two had a meeting, one of them after twenty days.
fn led() -> World {
    World::default()
        .rows(
            TableId::Leads,
            "id|seller|created|person",
            &[
                "a|Ada|2026-01-01|One",
                "b|Ada|2026-01-02|Two",
                "c|Ada|2026-01-03|Three",
                "d|Ada|2026-01-04|Four",
                "e|Ada|2026-01-05|Five",
                "f|Ada|2026-01-06|",
            ],
        )
        .rows(
            TableId::Meetings,
            "seller|date|person|status",
            &[
                "Ada|2026-01-11|ONE|held",
                "Ada|2026-01-22|two|held",
                "Ada|2026-01-02|Three|held",
                "Bo|2026-01-20|Four|held",
                "Ada|2026-01-20|Five|cancelled",
            ],
        )
        .known_until(TableId::Meetings, "Ada", "2026-02-10")
        .today("2026-03-31")
}

fn lead_to_meeting(kind: OwnKind) -> OwnMetric {
    let to = part(TableId::Meetings, "date", &[("status", Test::Is, "held")]);
    metric(kind, part(TableId::Leads, "created", &[]), Some(to), OwnLink::Person)
}

#[test]
fn a_share_counts_those_that_led_to_the_others() {
    let world = led();
    let mut share = lead_to_meeting(OwnKind::Rate);
    let all = figure(&world, &share);
    assert_eq!(counts(&all), (Some(2.0), 5));
    // Wilson's interval of 2 of 5.
    assert!(
        (all.low.unwrap().to_f64() - 0.1176).abs() < 1e-4
            && (all.high.unwrap().to_f64() - 0.7693).abs() < 1e-4
    );
    assert_eq!(all.left_out, [(crate::facts::Reason::Unknown, 1)]);
    share.within_days = Some(15);
    assert_eq!(counts(&figure(&world, &share)), (Some(1.0), 5));
    // Forty days have passed only of the first two; the second met within them.
    share.within_days = Some(40);
    let young = figure(&world, &share);
    assert_eq!(counts(&young), (Some(2.0), 2));
    assert_eq!(young.value(), None);
}

#[test]
fn a_time_waits_for_those_that_are_not_there_yet() {
    let world = led();
    let time = figure(&world, &lead_to_meeting(OwnKind::Time));
    let duration = time.duration.unwrap();
    assert_eq!((time.n, duration.events, duration.mean_finished), (5, 2, Some(15.0)));
    // After 20 days 3 of 5 are still without: the half is not reached.
    assert_eq!(time.value(), None);
}

#[test]
fn numbers_of_things_link_leads_and_deals() {
    let world = led().rows(
        TableId::Deals,
        "id|seller|status|created|lead_id",
        &["1|Bo|open|2026-01-31|a", "2|Bo|open|2026-02-01|a", "3|Bo|open|2026-01-10|b"],
    );
    let mut share = lead_to_meeting(OwnKind::Rate);
    (share.to, share.link) = (Some(part(TableId::Deals, "created", &[])), OwnLink::Lead);
    assert_eq!(counts(&figure(&world, &share)), (Some(2.0), 6));
    share.kind = OwnKind::Time;
    let time = figure(&world, &share);
    assert_eq!((time.n, time.duration.unwrap().mean_finished), (6, Some(19.0)));
}

#[test]
fn the_same_row_may_say_both() {
    let world = led();
    let mut share = lead_to_meeting(OwnKind::Rate);
    share.of = part(TableId::Meetings, "date", &[]);
    share.link = OwnLink::Row;
    // Of five meetings four were held.
    assert_eq!(counts(&figure(&world, &share)), (Some(4.0), 5));
}

#[test]
fn without_a_link_one_number_is_divided_by_the_other() {
    let world = led();
    let mut ratio = lead_to_meeting(OwnKind::Rate);
    ratio.link = OwnLink::Nothing;
    let figure = figure(&world, &ratio);
    // Four meetings held for six leads.
    assert!((figure.value().unwrap() - 4.0 / 6.0).abs() < 1e-12);
    assert!(figure.low.is_some() && figure.high.is_some());
}

#[test]
fn messages_are_set_aside_as_everywhere() {
    let world = World::default().today("2026-03-31").rows(
        TableId::Messages,
        "seller|conversation|direction|sent_at|kind",
        &[
            "Ada|a|outgoing|2026-01-01|",
            "Ada|a|outgoing|2026-01-02|draft",
            "Ada|b|incoming|2026-01-03|sponsored",
        ],
    );
    let of = part(TableId::Messages, "sent_at", &[]);
    let count = figure(&world, &metric(OwnKind::Count, of, None, OwnLink::Person));
    assert_eq!((count.value(), count.left_out.len()), (Some(1.0), 2));
}

#[test]
fn a_field_that_is_not_there_leaves_nothing() {
    let world = led();
    let broken = metric(OwnKind::Count, part(TableId::Leads, "shoe", &[]), None, OwnLink::Person);
    assert!(!broken.is_whole());
    assert!(broken.samples(&world.context()).list.is_empty());
}
