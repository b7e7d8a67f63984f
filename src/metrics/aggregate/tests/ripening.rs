//! Cases whose outcome may still come are compared with those of an earlier period at equal age.

use crate::facts::{Span, TableId};
use crate::metrics::testing::{World, day};
use crate::metrics::{Change, Figure, Metric, Quantity, Selection, State, Stream, Verdict, change, metric};

/// February's deals against March's, at the end of March: the deals of both months do alike at equal age.
fn deals(won_late: &str, undated: &str) -> World {
    let rows = [
        "a|Ada|2026-02-01|2026-02-10|Won",
        &format!("b|Ada|2026-02-02|{won_late}|Won"),
        &format!("c|Ada|2026-02-03|{undated}|Won"),
        "d|Ada|2026-02-04|2026-02-20|Lost",
        "e|Ada|2026-02-05||Open",
        "f|Ada|2026-02-06||Open",
        "g|Ada|2026-03-01|2026-03-25|Won",
        "h|Ada|2026-03-02||Open",
        "i|Ada|2026-03-03||Open",
        "j|Ada|2026-03-04||Open",
        "k|Ada|2026-03-05||Open",
    ];
    World::default()
        .today("2026-03-31")
        .rows(TableId::Deals, "id|seller|created|closed|status", &rows)
        .known_until(TableId::Deals, "Ada", "2026-03-31")
}

/// March, February as it stood by the end of its own month, and what changed.
fn compared(world: &World, metric: &Metric) -> (Figure, Figure, Option<Change>) {
    let (context, samples) = (world.context(), world.samples(metric));
    let stream = Stream::new(metric, &samples, &context);
    let march = Selection::all(Span { from: day("2026-03-01"), to: day("2026-03-31") });
    let february = march.before(Span { from: day("2026-02-01"), to: day("2026-02-28") });
    let (now, before) = (stream.figure(&march), stream.figure(&february));
    let change = change(metric, &now, &before);
    (now, before, change)
}

fn hits(figure: &Figure) -> (Option<Quantity>, u64) {
    (figure.numerator, figure.n)
}

#[test]
fn what_was_won_later_does_not_count_yet() {
    let rate = metric("close_rate").unwrap();
    // 28 days before the end of March is 3 March: what was won on that day counts, a day later not yet.
    let (now, before, _) = compared(&deals("2026-03-03", "2026-02-28"), rate);
    assert_eq!(
        (hits(&now), hits(&before)),
        ((Some(Quantity::Number(1.0)), 5), (Some(Quantity::Number(3.0)), 6))
    );
    let (_, before, change) = compared(&deals("2026-03-04", "2026-03-05"), rate);
    assert_eq!(hits(&before), (Some(Quantity::Number(1.0)), 6));
    let change = change.unwrap();
    assert!((change.difference - (1.0 / 5.0 - 1.0 / 6.0)).abs() < 1e-12, "{change:?}");
    assert_eq!(change.verdict, Verdict::CannotTell);
    // Asked for itself, February counts what came since.
    let world = deals("2026-03-04", "2026-03-05");
    assert_eq!(world.figure(rate, "2026-02-01", "2026-02-28").state, State::Value(Quantity::Number(0.5)));
}

#[test]
fn a_hit_without_a_day_widens_the_interval() {
    let rate = metric("close_rate").unwrap();
    let (_, before, undated) = compared(&deals("2026-03-04", ""), rate);
    assert_eq!((hits(&before), before.undated), ((Some(Quantity::Number(2.0)), 6), 1));
    let (_, _, none) = compared(&deals("2026-03-04", "2026-03-05"), rate);
    let (_, _, both) = compared(&deals("2026-03-04", "2026-02-28"), rate);
    let (undated, none, both) = (undated.unwrap(), none.unwrap(), both.unwrap());
    assert_eq!((undated.low, undated.high), (both.low, none.high));
}

#[test]
fn a_step_is_a_case_once_the_one_before_is_reached() {
    let people = ["One", "Two", "Three", "Four", "Five"];
    let connections: Vec<String> = ["02", "03"]
        .iter()
        .flat_map(|month| people.map(|name| format!("Ada|2026-{month}-01|{name} of {month}")))
        .collect();
    let talk = |day: &str, name: &str| format!("Ada|{name}|incoming|{day} 09:00Z|{name}");
    // Of February's people one was talked with by 3 March and one later.
    let talks = [
        talk("2026-02-20", "One of 02"),
        talk("2026-03-20", "Two of 02"),
        talk("2026-03-20", "One of 03"),
        talk("2026-03-31", "Nobody"),
    ];
    let world = World::default()
        .today("2026-03-31")
        .rows(
            TableId::Connections,
            "seller|connected_on|name",
            &connections.iter().map(String::as_str).collect::<Vec<_>>(),
        )
        .rows(
            TableId::Messages,
            "seller|conversation|direction|sent_at|person",
            &talks.iter().map(String::as_str).collect::<Vec<_>>(),
        )
        .known_until(TableId::Connections, "Ada", "2026-03-31")
        .known_until(TableId::Messages, "Ada", "2026-03-31");
    let funnel = metric("funnel").unwrap();
    let (context, samples) = (world.context(), world.samples(funnel));
    let stream = Stream::new(funnel, &samples, &context);
    let march = Selection::all(Span { from: day("2026-03-01"), to: day("2026-03-31") });
    let february = march.before(Span { from: day("2026-02-01"), to: day("2026-02-28") });
    let of = |selection: &Selection| -> Vec<(String, (Option<Quantity>, u64))> {
        let steps = stream.breakdown(selection, crate::metrics::Dim::Step);
        steps.iter().map(|(step, figure)| (step.clone(), hits(figure))).collect()
    };
    let counts = |talked: f64| {
        vec![
            ("conversation".to_owned(), (Some(Quantity::Number(talked)), 5)),
            ("warm".to_owned(), (Some(Quantity::Number(0.0)), talked as u64)),
        ]
    };
    assert_eq!((of(&march), of(&february)), (counts(1.0), counts(1.0)));
    let as_of_now = march.over(february.span);
    assert_eq!(of(&as_of_now), counts(2.0));
}
