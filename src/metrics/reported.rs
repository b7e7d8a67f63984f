//! What weekly check-ins report of a metric. A field of a check-in stands in for its metric's week where no export
//! covers any day of that week; it counts on the Monday, and every figure says how much of it is reported so.
//!
//! Of a level the difference to what is known before is a step of that Monday. Between what exports tell and the
//! weeks that are reported there may be weeks of which nothing is known: [`told`] says which days are.

use std::collections::BTreeMap;

use super::{Context, Extent, Key, Metric, Samples, What};
use crate::facts::{CheckinRow, Day, Reason, RowRef, Span, Sym, TableId, sort_list};

/// What a check-in says of a metric.
enum Said {
    /// So many in the week.
    Count(fn(&CheckinRow) -> Option<f64>),
    /// So many stand at that time.
    Level(fn(&CheckinRow) -> Option<f64>),
}

/// The field that stands in for a metric.
fn field(metric: &Metric, context: &Context<'_>) -> Option<Said> {
    Some(match metric.id {
        "connections" => Said::Level(|row| row.connections),
        // A check-in asks for the persona as such: which one is clear only where there is no other.
        "persona_connections" if context.persona.is_some() && context.definitions.personas.len() <= 1 => {
            Said::Level(|row| row.persona_connections)
        }
        "posts_shared" => Said::Count(|row| row.shares),
        "conversations_started" => Said::Count(|row| row.conversations),
        "meetings" => Said::Count(|row| row.meetings),
        "deals_created" => Said::Count(|row| row.deals_started),
        _ => return None,
    })
}

/// Adds what check-ins report of the metric; where an export covers the week they are left out.
pub(super) fn add(metric: &Metric, context: &Context<'_>, samples: &mut Samples) {
    let Some(said) = field(metric, context) else { return };
    let read = match &said {
        Said::Count(read) | Said::Level(read) => *read,
    };
    let mut rows: Vec<(Day, Sym, RowRef, f64)> = (context.facts.rows::<CheckinRow>())
        .filter_map(|(row, checkin)| {
            let monday = context.day(checkin.week?).week_start();
            Some((monday, checkin.seller, row, read(&checkin)?))
        })
        .filter(|(monday, ..)| *monday <= context.today)
        .collect();
    if rows.is_empty() {
        return;
    }
    sort_list(&mut rows, |a, b| a.0.cmp(&b.0).then(a.2.cmp(&b.2)));
    let mut levels = BTreeMap::new();
    if matches!(said, Said::Level(_)) {
        for sample in &samples.list {
            if let What::Step(step) = sample.what {
                *levels.entry(sample.seller).or_insert(0.0) += step;
            }
        }
    }
    for (monday, seller, row, value) in rows {
        let what = if is_covered(metric, context, seller, monday) {
            What::LeftOut(Reason::CountedAlready)
        } else if matches!(said, Said::Level(_)) {
            let before = levels.insert(seller, value).unwrap_or(0.0);
            What::Step(value - before)
        } else {
            What::Count(value)
        };
        samples.add_keyed(monday, seller, row, [Key::BLANK; 3], what);
    }
}

/// The tables that an export of the metric fills.
fn tables(metric: &Metric) -> &'static [TableId] {
    metric.needs.first().map_or(&[], |need| need.tables())
}

/// Whether an export tells of any day of a seller's week. A list of deals is the whole firm's: whoever has none in
/// it, has none. One of people covers all that came before it, too.
fn is_covered(metric: &Metric, context: &Context<'_>, seller: Sym, monday: Day) -> bool {
    tables(metric).iter().any(|table| {
        let extent = if *table == TableId::Deals {
            context.coverage.of_whole_table(*table)
        } else {
            context.coverage.of_table(*table, Some(&[seller]))
        };
        let from = if *table == TableId::Connections { Some(Day(i32::MIN)) } else { extent.first };
        let is_there = |from: Day, to: Day| from <= monday.plus(6) && monday <= to;
        extent.rows > 0 && from.zip(extent.end).is_some_and(|(from, to)| is_there(from, to))
    })
}

/// Whether only a check-in says it.
pub(super) fn is_reported(row: RowRef) -> bool {
    row.table == TableId::Checkins
}

/// The weeks that are reported, among the days of a metric that exports tell of; none where nothing is reported.
pub(super) fn told(
    metric: &Metric,
    context: &Context<'_>,
    sellers: Option<&[Sym]>,
    weeks: impl Iterator<Item = Day>,
) -> Vec<Span> {
    let mut told: Vec<Span> =
        weeks.map(|monday| Span { from: monday, to: monday.plus(6).min(context.today) }).collect();
    told.dedup();
    if told.is_empty() {
        return told;
    }
    for table in tables(metric) {
        let own = context.coverage.sellers_of(&[*table]).into_iter().chain([Sym::BLANK]);
        for seller in own.filter(|seller| context.facts.roles.counts(sellers, *seller)) {
            told.extend(context.coverage.of_table(*table, Some(&[seller])).span());
        }
    }
    told
}

/// What is told, from its first to its last day.
pub(super) fn hull(extent: Extent, told: &[Span]) -> Extent {
    let first = told.iter().map(|span| span.from).chain(extent.first).min();
    let end = told.iter().map(|span| span.to).chain(extent.end).max();
    Extent { first, end, ..extent }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Bucket;
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Dim, Figure, Missing, Selection, State, Stream, metric};

    /// Ada's posts are exported up to 18 January 2026, a Sunday; she reports three weeks after it, and one inside.
    /// Bo has reported one week, and nothing is exported.
    fn world() -> World {
        World::default()
            .rows(TableId::Posts, "seller|published_at|post_id", &["Ada|2026-01-05|p1", "Ada|2026-01-13|p2"])
            .known_until(TableId::Posts, "Ada", "2026-01-18")
            .rows(
                TableId::Checkins,
                "seller|week|shares|conversations|connections|deals_started",
                &[
                    "Ada|2026-01-12|9|||",
                    "Ada|2026-02-02|3|2|400|1",
                    "Ada|2026-02-09|||410|",
                    "Ada|2026-02-16|4|0||",
                    "Bo|2026-02-02|5|||",
                ],
            )
            .today("2026-02-22")
    }

    fn with<T>(world: &World, id: &str, ask: impl Fn(&Stream<'_>, Selection) -> T) -> T {
        let metric = metric(id).unwrap();
        let context = world.context();
        let samples = metric.samples(&context);
        let all = Selection::all(Span { from: day("2026-01-01"), to: day("2026-02-22") });
        ask(&Stream::new(metric, &samples, &context), all)
    }

    fn figure(world: &World, id: &str, from: &str, to: &str) -> Figure {
        with(world, id, |stream, all| stream.figure(&all.over(Span { from: day(from), to: day(to) })))
    }

    #[test]
    fn a_reported_week_stands_in_where_no_export_covers_it() {
        // Exported: 1 + 1; reported: 3 + 4 by Ada and 5 by Bo. Of the week inside the export the 9 are left out.
        let found = figure(&world(), "posts_shared", "2026-01-01", "2026-02-22");
        assert_eq!((found.value(), found.reported), (Some(14.0), 12.0));
        assert_eq!(found.left_out, [(Reason::CountedAlready, 1)]);
        let by_seller = with(&world(), "posts_shared", |stream, all| stream.breakdown(&all, Dim::Seller));
        let told: Vec<_> = by_seller
            .iter()
            .map(|(seller, figure)| (seller.as_str(), figure.value(), figure.reported))
            .collect();
        assert_eq!(told, [("Ada", Some(9.0), 7.0), ("Bo", Some(5.0), 5.0)]);
    }

    #[test]
    fn weeks_between_that_nobody_tells_of_are_unknown() {
        let weeks = with(&world(), "posts_shared", |stream, all| stream.series(&all, Bucket::Week));
        let told: Vec<_> = weeks.iter().map(|point| (point.from.iso(), point.figure.value())).collect();
        let expected = [("2026-01-05", 1.0), ("2026-01-12", 1.0), ("2026-02-02", 8.0), ("2026-02-16", 4.0)];
        assert_eq!(told, expected.map(|(day, count)| (day.to_owned(), Some(count))));
        let between = figure(&world(), "posts_shared", "2026-01-19", "2026-02-01");
        assert_eq!(between.state, State::Missing(Missing::OutsideData));
        // A reported nothing is nothing, and a blank is not.
        let talks = with(&world(), "conversations_started", |stream, all| stream.series(&all, Bucket::Week));
        let told: Vec<_> = talks.iter().map(|point| (point.from.iso(), point.figure.value())).collect();
        assert_eq!(told, [("2026-02-02".to_owned(), Some(2.0)), ("2026-02-16".to_owned(), Some(0.0))]);
    }

    #[test]
    fn a_reported_level_goes_on_from_what_is_known() {
        let alone = figure(&world(), "connections", "2026-02-09", "2026-02-15");
        assert_eq!((alone.value(), alone.reported), (Some(410.0), 410.0));
        let exported = world()
            .rows(
                TableId::Connections,
                "seller|connected_on|name",
                &["Ada|2025-03-01|One", "Ada|2026-01-04|Two"],
            )
            .known_until(TableId::Connections, "Ada", "2026-02-04");
        // Of the week that the export reaches into, nothing is taken from the check-in.
        let found = figure(&exported, "connections", "2026-02-09", "2026-02-15");
        assert_eq!((found.value(), found.reported), (Some(410.0), 408.0));
        assert_eq!(figure(&exported, "connections", "2026-02-02", "2026-02-08").value(), Some(2.0));
    }

    #[test]
    fn a_firm_s_list_of_deals_tells_of_everyone() {
        let deals = |created: &str, until: &str| {
            world()
                .rows(TableId::Deals, "id|seller|created|status", &[&format!("d1|Cy|{created}|Open")])
                .known_until(TableId::Deals, "Cy", until)
        };
        let covered = figure(&deals("2026-01-05", "2026-02-22"), "deals_created", "2026-02-01", "2026-02-22");
        assert_eq!((covered.value(), covered.reported), (Some(0.0), 0.0));
        let later = figure(&deals("2026-01-05", "2026-01-31"), "deals_created", "2026-02-01", "2026-02-22");
        assert_eq!((later.value(), later.reported), (Some(1.0), 1.0));
    }

    #[test]
    fn a_persona_is_reported_only_where_there_is_one() {
        let world = |personas: usize| {
            let mut world = World::default()
                .persona(&["it"])
                .rows(TableId::Checkins, "seller|week|persona_connections", &["Ada|2026-02-02|7"])
                .today("2026-02-08");
            world.definitions.personas = vec![world.persona.clone().unwrap(); personas];
            world
        };
        let value =
            |personas| figure(&world(personas), "persona_connections", "2026-02-02", "2026-02-08").value();
        assert_eq!((value(1), value(2)), (Some(7.0), None));
    }
}
