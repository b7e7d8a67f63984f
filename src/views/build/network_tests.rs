//! The values of the network's and the index's pages, counted by hand.

use super::{frame, network_view, ssi_view};
use crate::charts::{ChartSpec, Quarter};
use crate::facts::{
    CheckItem, Day, Facts, FileFacts, FileSummary, Moment, NoteChange, Span, TableId, Zone, number_to_cell,
};
use crate::metrics::{Persona, Quantity, State, Verdict};
use crate::views::{Filter, HighFrom, NetworkView, PeriodChoice, SsiView};
use crate::workspace::Workspace;

pub(super) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// Rows of one table as a file: the header names fields divided by `|`; dates and numbers are read as such.
pub(super) fn import(workspace: &mut Workspace, table: TableId, end: &str, header: &str, rows: &[String]) {
    let mut facts = Facts::default();
    let schema = table.schema();
    let columns: Vec<usize> = header.split('|').map(|name| schema.column(name).unwrap()).collect();
    for (line, row) in rows.iter().enumerate() {
        let mut cells = vec![crate::facts::MISSING; schema.fields.len()];
        for (column, cell) in columns.iter().zip(row.split('|')) {
            cells[*column] = match Day::parse_iso(cell) {
                _ if cell.is_empty() => crate::facts::MISSING,
                Some(day) => Moment::date(day).raw(),
                None if matches!(cell, "yes" | "no") => i64::from(cell == "yes"),
                None => cell.parse().map_or_else(|_| facts.text_cell(cell), number_to_cell),
            };
        }
        facts.add(table, &cells, 0, line as u32 + 2);
    }
    for name in ["Ada", "Bo"] {
        if let Some(seller) = facts.names.find(name) {
            facts.extend_data_end(table, seller, day(end));
        }
    }
    let summary = FileSummary {
        file: format!("{}-{}.csv", table.schema().name, workspace.imports.len()),
        data_end: Some(day(end)),
        ..FileSummary::default()
    };
    workspace.import(vec![FileFacts { summary, facts }], "t");
}

pub(super) fn rows(of: &[&str]) -> Vec<String> {
    of.iter().map(|row| (*row).to_owned()).collect()
}

pub(super) fn filter(from: &str, to: &str) -> Filter {
    let span = Span { from: day(from), to: day(to) };
    Filter { period: PeriodChoice::Days(span), persona: Some("IT".into()), ..Filter::default() }
}

fn network(workspace: &Workspace, filter: &Filter) -> NetworkView {
    let (facts, zone) = (workspace.facts(), Zone::utc());
    network_view(workspace, &frame(workspace, &facts, &zone, filter))
}

fn ssi(workspace: &Workspace, filter: &Filter) -> SsiView {
    let (facts, zone) = (workspace.facts(), Zone::utc());
    ssi_view(workspace, &frame(workspace, &facts, &zone, filter), HighFrom::OwnMedian)
}

/// Ada knows 10 people by the end of February and gains 2 in March; Bo knows 4, none new.
fn workspace() -> Workspace {
    let mut workspace = Workspace::new("w");
    let persona = Persona { name: "IT".into(), title_words: vec!["it".into()], ..Persona::default() };
    workspace.definitions.personas.push(persona);
    let mut known: Vec<String> = (0..10)
        .map(|at| format!("Ada|2026-01-1{at}|P{at}|{}", if at < 4 { "Head of IT" } else { "Baker" }))
        .collect();
    known.extend(rows(&["Ada|2026-03-05|Q1|IT manager", "Ada|2026-03-12|Q2|"]));
    known.extend((0..4).map(|at| format!("Bo|2026-02-0{}|R{at}|", at + 1)));
    let header = "seller|connected_on|name|position";
    import(&mut workspace, TableId::Connections, "2026-03-31", header, &known);
    workspace
}

#[test]
fn growth_stands_beside_who_is_in_it() {
    let mut workspace = workspace();
    workspace.roster.baseline = Some(day("2026-01-14"));
    let view = network(&workspace, &filter("2026-03-01", "2026-03-31"));
    let ada = &view.sellers[0];
    assert_eq!((ada.seller.as_str(), ada.size.value(), ada.new.value()), ("Ada", Some(12.0), Some(2.0)));
    // Five by the end of 14 January: seven more are 140 %.
    let since = ada.since.unwrap();
    assert_eq!((since.from, since.more, since.share), (5.0, 7.0, Some(1.4)));
    assert_eq!(ada.growth.value(), Some(0.2));
    assert_eq!(view.average, Some(930.0));
    // Five of eleven with a known title; one without.
    assert_eq!((ada.persona_share.numerator, ada.persona_share.n), (Some(Quantity::Number(5.0)), 11));
    assert_eq!(ada.unknown_titles, Some(1.0));
    // Bo knew nobody on the baseline, and nobody's title is known.
    let bo = &view.sellers[1];
    assert_eq!((bo.size.value(), bo.unknown_titles), (Some(4.0), Some(4.0)));
    assert_eq!(bo.persona_share.value(), None);
    assert_eq!(bo.since, None);
    let weeks = view.persona_weeks.unwrap();
    assert_eq!(weeks.weeks.len(), 8);
    assert_eq!(weeks.weeks.last(), Some(&day("2026-03-30")));
    assert_eq!(weeks.sellers[0].1.last(), Some(&Some(5.0)));
    assert_eq!(weeks.sellers[0].1.first(), Some(&Some(4.0)));
}

#[test]
fn without_a_persona_the_share_says_so_and_titles_are_not_asked_for() {
    let view = network(&workspace(), &Filter { persona: None, ..filter("2026-03-01", "2026-03-31") });
    assert_eq!((view.share, view.persona_weeks), (None, None));
    assert_eq!(view.sellers[0].unknown_titles, None);
    assert!(view.size.is_some());
}

#[test]
fn nothing_is_nothing() {
    let view = network(&Workspace::new("w"), &Filter::default());
    assert!(view.frame.is_empty && view.sellers.is_empty() && view.breadth.chart.is_none());
    let view = ssi(&Workspace::new("w"), &Filter::default());
    assert!(view.sellers.is_empty() && view.chart.is_none() && view.weakest.is_none());
    assert_eq!((view.high, view.read, view.test.border), (0, 0, None));
}

#[test]
fn invitations_with_a_note_are_held_against_those_without() {
    let mut workspace = workspace();
    // Twelve of those Ada knows were invited: P0 to P9 with a note, six strangers without one.
    let mut sent: Vec<String> = (0..6).map(|at| format!("Ada|outgoing|2026-01-1{at}|P{at}|yes")).collect();
    sent.extend((0..6).map(|at| format!("Ada|outgoing|2026-01-1{at}|S{at}|no")));
    let header = "seller|direction|sent_at|name|has_note";
    import(&mut workspace, TableId::Invitations, "2026-03-31", header, &sent);
    let view = network(&workspace, &filter("2026-01-01", "2026-03-31"));
    let rate = |figure: &Option<crate::metrics::Figure>| figure.as_ref().and_then(|figure| figure.value());
    assert_eq!((rate(&view.notes.with), rate(&view.notes.without)), (Some(1.0), Some(0.0)));
    let change = view.notes.difference.unwrap();
    assert_eq!((change.difference, change.verdict), (1.0, Verdict::Better));
    // January began with nobody known, so no growth can be said, though none of six was inbound; in March growth
    // is known and no invitation explains it: nobody has a place.
    assert!(view.breadth.chart.is_none() && view.breadth.now.is_empty());
}

#[test]
fn who_is_sought_out_and_grows_stands_in_the_upper_right() {
    let mut workspace = workspace();
    let known: Vec<String> = (1..7).map(|at| format!("Ada|2026-03-2{at}|T{at}|")).collect();
    import(&mut workspace, TableId::Connections, "2026-03-31", "seller|connected_on|name|position", &known);
    let sent: Vec<String> = (1..7).map(|at| format!("Ada|incoming|2026-03-20|T{at}")).collect();
    import(&mut workspace, TableId::Invitations, "2026-03-31", "seller|direction|sent_at|name", &sent);
    let view = network(&workspace, &filter("2026-03-01", "2026-03-31"));
    assert_eq!(view.breadth.now, [("Ada".to_owned(), Quarter::HighHigh)]);
    assert_eq!(view.breadth.months.len(), 6);
    assert_eq!(view.breadth.months[5], day("2026-03-01"));
    // Eight new on ten known, 6 of 6 explained ones inbound; with Bo 8 on 14.
    let (growth, inbound) = view.breadth.split.unwrap();
    assert_eq!((growth.value(), inbound.value()), (Some(8.0 / 14.0), Some(1.0)));
}

/// Ada rises by two points a week over five weeks; Bo has one old reading without pillars.
fn readings() -> Workspace {
    let mut workspace = Workspace::new("w");
    let mut read: Vec<String> = (0..5)
        .map(|week| {
            let total = 62 + 2 * week;
            format!("Ada|{}|{total}|20|{}|16|18", day("2026-02-23").plus(7 * week).iso(), total - 54)
        })
        .collect();
    read.push("Bo|2026-03-02|70||||".to_owned());
    let header = "seller|date|total|brand|people|insights|relationships";
    import(&mut workspace, TableId::Ssi, "2026-03-31", header, &read);
    workspace
}

#[test]
fn the_weakest_pillar_the_slope_and_the_age_of_each_seller() {
    let mut workspace = readings();
    workspace.roster.baseline = Some(day("2026-03-08"));
    let item = CheckItem::JoinsDiscussions;
    let change = NoteChange::Check { seller: "Ada".into(), item, answer: Some(false), on: day("2026-03-30") };
    assert!(workspace.notes.apply(&workspace.roster.clone(), &change));
    let view = ssi(&workspace, &filter("2026-01-01", "2026-03-31"));
    let [ada, bo] = view.sellers.as_slice() else { panic!("{view:?}") };
    assert_eq!((ada.index.value(), ada.step, ada.since_baseline), (Some(70.0), Some(2.0), Some(6.0)));
    assert!((ada.slope.value().unwrap() - 2.0).abs() < 1e-9);
    assert_eq!(ada.weakest.as_deref(), Some("ssi_people"));
    assert_eq!(ada.adds_up_to, None);
    assert!(!ada.is_due && bo.is_due);
    assert_eq!((bo.weakest.clone(), bo.checks.len(), bo.step), (None, 0, None));
    assert_eq!((view.high, view.read), (2, 2));
    assert_eq!(view.weakest.as_deref(), Some("ssi_people"));
    assert!(matches!(bo.slope.state, State::Missing(_)));
    let ChartSpec::Trend(trend) = view.chart.unwrap() else { panic!("a trend") };
    assert_eq!((trend.series.len(), trend.goal), (2, Some(70.0)));
    // The questions are those of the weakest pillar, so the answer about another one waits.
    assert_eq!(ada.checks.iter().map(|check| check.item).collect::<Vec<_>>(), CheckItem::BY_PILLAR[1]);
    assert!(ada.checks.iter().all(|check| check.answer.is_none()));
}

#[test]
fn pillars_that_do_not_make_the_total_are_told() {
    let mut workspace = Workspace::new("w");
    let header = "seller|date|total|brand|people|insights|relationships";
    let read = rows(&["Ada|2026-03-02|60|15|15|15|14", "Bo|2026-03-02|60|15|15|15|13"]);
    import(&mut workspace, TableId::Ssi, "2026-03-31", header, &read);
    let view = ssi(&workspace, &filter("2026-03-01", "2026-03-31"));
    let sums: Vec<Option<f64>> = view.sellers.iter().map(|line| line.adds_up_to).collect();
    assert_eq!(sums, [None, Some(58.0)]);
}

#[test]
fn months_of_a_seller_are_parted_by_the_index_read_in_them() {
    let mut workspace = Workspace::new("w");
    let months: Vec<String> = (1..=12).map(|month| format!("2025-{month:02}-15")).collect();
    let read: Vec<String> =
        months.iter().enumerate().map(|(at, month)| format!("Ada|{month}|{}", 40 + at)).collect();
    import(&mut workspace, TableId::Ssi, "2025-12-31", "seller|date|total", &read);
    // One deal in each of the first six months, two in each of the others.
    let mut deals = Vec::new();
    for (at, month) in months.iter().enumerate() {
        for copy in 0..=usize::from(at >= 6) {
            deals.push(format!("d{at}{copy}|Ada|{month}|Open"));
        }
    }
    import(&mut workspace, TableId::Deals, "2025-12-31", "id|seller|created|status", &deals);
    let test = ssi(&workspace, &filter("2025-12-01", "2025-12-31")).test;
    // The months count from the first known fact on, whose month is not whole.
    assert_eq!((test.high.months + test.low.months, test.high.deals, test.low.deals), (11, 12, 5));
    assert_eq!((test.border, test.difference, test.need), (Some(46.0), None, 10));
}
