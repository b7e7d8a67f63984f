//! Sections of the page by hand-computed figures, and what must hold of any leads.

use super::super::{Asked, frame};
use super::*;
use crate::facts::{Amount, Day, Facts, FieldType, MISSING, Moment, Span, TableId, Zone, number_to_cell};
use crate::metrics::{Band, LEADS_IN_BAND, RuleField, ScoreRule};
use crate::views::{Filter, MoveTable, PeriodChoice};
use crate::workspace::Workspace;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// A workspace's definitions, and facts made of rows of words.
struct World {
    workspace: Workspace,
    facts: Facts,
    zone: Zone,
    lines: u32,
}

impl World {
    fn new() -> World {
        World { workspace: Workspace::new("w"), facts: Facts::default(), zone: Zone::utc(), lines: 0 }
    }

    fn rows(mut self, table: TableId, header: &str, rows: &[&str]) -> World {
        let schema = table.schema();
        for row in rows {
            let mut cells = vec![MISSING; schema.fields.len()];
            let mut end = None;
            for (name, text) in header.split('|').zip(row.split('|')) {
                let column = schema.column(name).unwrap();
                if text.is_empty() {
                    continue;
                }
                cells[column] = match schema.fields[column].kind {
                    FieldType::Text => self.facts.text_cell(text),
                    FieldType::Moment => Moment::date(day(text)).raw(),
                    FieldType::Number => number_to_cell(text.parse().unwrap()),
                    FieldType::Amount => Amount::parse_plain(text).unwrap().0,
                    FieldType::Flag => i64::from(text == "yes"),
                };
                if schema.dated_by.contains(&name) {
                    end = end.max(Some(day(text)));
                }
            }
            let seller = header.split('|').zip(row.split('|')).find(|(name, _)| *name == "seller");
            let seller = self.facts.names.intern(seller.map_or("", |(_, text)| text));
            if let Some(end) = end {
                self.facts.extend_data_end(table, seller, end);
            }
            self.lines += 1;
            self.facts.add(table, &cells, 0, self.lines);
        }
        self
    }

    fn view(&self, from: &str, to: &str) -> LeadsView {
        leads_view(&self.workspace, &self.asked(from, to))
    }

    fn asked(&self, from: &str, to: &str) -> Asked<'_> {
        let period = PeriodChoice::Days(Span { from: day(from), to: day(to) });
        frame(&self.workspace, &self.facts, &self.zone, &Filter { period, ..Filter::default() })
    }

    fn rule(mut self, on: RuleField, word: &str, points: i32) -> World {
        self.workspace.definitions.leads.by_rules = true;
        let rule = ScoreRule { on, word: word.into(), points, most: 0 };
        self.workspace.definitions.leads.rules.push(rule);
        self
    }
}

fn k_of_n(figure: &Figure) -> (f64, f64) {
    (figure.numerator.unwrap().to_f64(), figure.denominator.unwrap().to_f64())
}

#[test]
fn sources_that_lack_are_counted_and_listed() {
    let world = World::new()
        .rows(
            TableId::Leads,
            "id|created|seller|source|person",
            &[
                "a|2026-01-05|Ada|LinkedIn|Kim",
                "b|2026-01-06|Ada||Bo",
                "c|2026-01-07|Ada|n/a|Cy",
                "d|2026-01-08|Bo|Fair|Di",
                "e|2026-01-09|Bo|LinkedIn|Ed",
                "f|2025-12-01|Bo||Old",
            ],
        )
        .rows(
            TableId::Deals,
            "id|lead_id|created|seller|status|name",
            &["x|a|2026-01-10|Ada|open|X", "y|b|2026-01-11|Ada|open|Y", "z||2026-01-12|Ada|open|Z"],
        );
    let view = world.view("2026-01-01", "2026-01-31");
    assert_eq!(k_of_n(view.missing.leads.as_ref().unwrap()), (2.0, 5.0));
    assert_eq!(k_of_n(view.missing.deals.as_ref().unwrap()), (2.0, 3.0));
    let ids: Vec<&str> = view.missing.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["z", "y", "c", "b"]);
    assert_eq!(view.missing.known, ["LinkedIn", "Fair"]);
    let sources: Vec<(&str, Option<f64>)> =
        view.sources.iter().map(|line| (line.key.as_str(), line.figure.value())).collect();
    assert_eq!(sources, [("social", Some(2.0)), ("unknown", Some(2.0)), ("event", Some(1.0))]);
    assert_eq!(view.social.value(), Some(2.0));
}

#[test]
fn social_results_are_credited_and_what_two_may_claim_is_listed() {
    let world = World::new()
        .rows(
            TableId::Leads,
            "id|created|seller|source|person",
            &[
                "a|2026-01-05|Ada|LinkedIn|Kim",
                "b|2026-01-06||LinkedIn|Lou",
                "c|2026-01-07|Bo|LinkedIn|Max",
                "d|2026-01-08|Bo|Fair|Ned",
            ],
        )
        .rows(
            TableId::Deals,
            "id|lead_id|created|closed|seller|status|amount|currency|source",
            &[
                "x|a|2026-01-10|2026-01-20|Ada|won|100|EUR|LinkedIn",
                "y|d|2026-01-10|2026-01-21|Bo|won|900|EUR|Fair",
            ],
        )
        .rows(
            TableId::LinkSends,
            "seller|link|sent_at|person|clicks",
            &["Ada|l|2026-01-02|max|1", "Bo|l|2026-01-03|Max|1", "Bo|l|2026-01-06|Kim|1"],
        );
    let view = world.view("2026-01-01", "2026-01-31");
    let credit: Vec<_> = (view.credit.iter())
        .map(|line| (line.seller.as_str(), line.leads.value(), line.won.value(), line.value.value()))
        .collect();
    assert_eq!(credit[0], ("Ada", Some(1.0), Some(1.0), Some(100.0)));
    assert_eq!((credit[1].0, credit[1].1), ("Bo", Some(1.0)));
    // Ada sent Max a link a day before Bo; nobody has Lou; Kim's own seller comes first.
    let unsettled: Vec<(&str, &str, usize)> = view
        .unsettled
        .iter()
        .map(|lead| (lead.id.as_str(), lead.seller.as_str(), lead.others.len()))
        .collect();
    assert_eq!(unsettled, [("c", "Bo", 2), ("b", "", 0)]);
    assert_eq!(view.unsettled[0].others[0], ("Ada".to_owned(), day("2026-01-02")));
}

/// Slow below 40, medium below 70: a webinar gives 45, a visit 30.
fn scored() -> World {
    World::new()
        .rows(
            TableId::Leads,
            "id|created|seller|source|status|converted_at|person",
            &[
                "a|2026-01-05|Ada|LinkedIn|||Kim",
                "b|2026-01-06|Ada|LinkedIn||2026-03-10|Lou",
                "c|2026-01-07|Ada|LinkedIn|||Max",
                "d|2026-01-08|Ada|Fair|Lost||Ned",
                "e|2026-02-08|Ada|LinkedIn|||Ola",
            ],
        )
        .rows(
            TableId::Touches,
            "at|channel|kind|lead_id",
            &[
                "2026-01-20|Webinar|webinar|a",
                "2026-02-10|Google|visit|a",
                "2026-02-15|Webinar|webinar|b",
                "2026-01-15|Phone|sales call|c",
                "2026-01-25|Phone|sales call|d",
                "2026-03-20|Newsletter|content|c",
                "2026-04-30|Newsletter|content|a",
            ],
        )
        .rule(RuleField::Touch, "webinar", 45)
        .rule(RuleField::Touch, "visit", 30)
}

#[test]
fn leads_go_from_band_to_band() {
    let view = scored().view("2026-01-01", "2026-04-30");
    let moves = view.moves.unwrap();
    let months: Vec<(String, MoveTable)> =
        moves.months.iter().map(|(month, table)| (month.iso(), *table)).collect();
    assert_eq!(
        months,
        [
            // At the end of January: a medium, b and c slow; in February a fast, b medium; d is lost.
            ("2026-02-01".to_owned(), [[1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]),
            // In March b became a customer, c and e stayed slow, a fast.
            ("2026-03-01".to_owned(), [[2, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]),
            ("2026-04-01".to_owned(), [[2, 0, 0, 0], [0, 0, 0, 0], [0, 0, 1, 0]]),
        ]
    );
    assert_eq!(moves.all, [[5, 1, 0, 0], [0, 0, 1, 1], [0, 0, 2, 0]]);
    assert_eq!(moves.tipped, 1);
    assert_eq!((moves.tips[0].kind.as_str(), k_of_n(&moves.tips[0].before)), ("visit", (1.0, 1.0)));
    // Touches of medium leads: a's webinar and visit, b's webinar.
    assert_eq!(k_of_n(&moves.tips[0].usual), (1.0, 3.0));
    let ends: Vec<Option<f64>> = view.bands[0].months.iter().map(|(_, level)| *level).collect();
    assert_eq!(ends, [Some(2.0), Some(2.0), Some(2.0), Some(2.0)]);
    assert_eq!(scored().view("2026-01-01", "2026-04-30").scored[0].score, 75.0);
}

#[test]
fn hard_sells_and_content_stand_side_by_side() {
    let view = scored().view("2026-01-01", "2026-04-30");
    // c and d were called while slow, d is lost; a and b had a webinar while slow, e had nothing.
    assert_eq!(k_of_n(&view.hard_sell.hard), (1.0, 2.0));
    assert_eq!(k_of_n(&view.hard_sell.soft), (0.0, 2.0));
    assert_eq!(view.hard_sell.difference, None);
    let flagged: Vec<&str> = view.hard_sell.flagged.iter().map(|lead| lead.id.as_str()).collect();
    assert_eq!(flagged, ["c"]);
    // Slow at the end: c and e. c's content of 20 March is 41 days old on 30 April.
    assert_eq!(k_of_n(&view.nurture.touched), (0.0, 2.0));
    assert_eq!((view.nurture.untouched, view.nurture.median_age), (2, Some(97.0)));
    let ages: Vec<(u32, Option<u32>)> =
        view.nurture.oldest.iter().map(|(_, age, since)| (*age, *since)).collect();
    assert_eq!(ages, [(113, Some(41)), (81, None)]);
    let earlier = scored().view("2026-01-01", "2026-04-15");
    assert_eq!(k_of_n(&earlier.nurture.touched), (1.0, 2.0));
}

#[test]
fn a_band_s_cost_and_what_it_got() {
    let world = scored().rows(
        TableId::Costs,
        "date|channel|amount|currency|hours|rate|band",
        &[
            "2026-03-05|Webinar|90|EUR|||medium",
            "2026-03-06|Phone||EUR|2|30|medium",
            "2026-03-07|Newsletter|10|EUR|||slow",
            "2026-03-08|Newsletter|999|EUR|||",
        ],
    );
    let view = world.view("2026-03-01", "2026-03-31");
    let medium = &view.bands[1];
    // One medium lead became a customer in March: 90 + 2 × 30.
    assert_eq!(medium.cost.value(), Some(150.0));
    let channels: Vec<(&str, Option<f64>)> =
        medium.cost_channels.iter().map(|(channel, figure)| (channel.as_str(), figure.value())).collect();
    assert_eq!(channels, [("outbound", Some(60.0)), ("event", Some(90.0))]);
    // b was medium for nine days of March.
    let months = 9.0 * 12.0 / 365.25;
    assert_eq!(medium.got.leads, 1);
    assert!((medium.got.lead_months - months).abs() < 1e-12);
    assert!((medium.got.money_each.unwrap() - 150.0 / months).abs() < 1e-9);
    assert!((medium.got.hours_each.unwrap() - 2.0 / months).abs() < 1e-9);
    assert_eq!((medium.got.nurture, medium.got.sales), (0, 0));
    assert_eq!((view.bands[0].got.nurture, view.bands[0].got.leads), (1, 2));
}

#[test]
fn conversion_points_are_direct_by_their_words_or_by_what_was_said() {
    let mut world = World::new().rows(
        TableId::Leads,
        "id|created|conversion_point|converted_at",
        &[
            "a|2026-01-05|Demo request|2026-01-20",
            "b|2026-01-05|Demo request|",
            "c|2026-01-05|Download|",
            "d|2026-01-06|Form|",
            "e|2026-01-06||",
        ],
    );
    world.workspace.definitions.leads.points = vec![("Form".into(), true)];
    let view = world.view("2026-01-01", "2026-01-31");
    let points: Vec<(&str, bool, u32, (f64, f64))> = (view.points.iter())
        .map(|line| (line.point.as_str(), line.is_direct, line.leads, k_of_n(&line.conversion)))
        .collect();
    assert_eq!(points[0], ("Demo request", true, 2, (1.0, 2.0)));
    assert!(points.contains(&("Download", false, 1, (0.0, 1.0))));
    assert!(points.contains(&("Form", true, 1, (0.0, 1.0))));
    assert!(points.contains(&("", false, 1, (0.0, 1.0))));
}

/// Whatever the rules and touches: on every day a lead that stands is in one band, and the bands hold as many
/// leads as stand.
#[test]
fn bands_never_lose_or_double_a_lead() {
    let mut random = crate::stats::Random::new(7);
    for _ in 0..12 {
        let mut pick = |below: u32| random.below(below);
        let date = |offset: u32| day("2026-01-01").plus(i32::try_from(offset).unwrap()).iso();
        let leads: Vec<String> = (0..25)
            .map(|id| {
                let (created, source) = (pick(80), ["LinkedIn", "Fair", ""][pick(3) as usize]);
                let gone = created + pick(60);
                let converted = if pick(4) == 0 { date(gone) } else { String::new() };
                let status = if pick(5) == 0 && converted.is_empty() { "Lost" } else { "" };
                format!("{id}|{}|{source}|{status}|{converted}", date(created))
            })
            .collect();
        let touches: Vec<String> = (0..120)
            .map(|_| {
                format!("{}|Mail|{}|{}", date(pick(150)), ["up", "down", "none"][pick(3) as usize], pick(25))
            })
            .collect();
        let lead_rows: Vec<&str> = leads.iter().map(String::as_str).collect();
        let touch_rows: Vec<&str> = touches.iter().map(String::as_str).collect();
        let world = World::new()
            .rows(TableId::Leads, "id|created|source|status|converted_at", &lead_rows)
            .rows(TableId::Touches, "at|channel|kind|lead_id", &touch_rows)
            .rule(RuleField::Source, "linkedin", 35)
            .rule(RuleField::Touch, "up", 22)
            .rule(RuleField::Touch, "down", -19);
        let asked = world.asked("2026-01-01", "2026-05-30");
        let ways = lead_ways(&asked.context);
        let samples = LEADS_IN_BAND.samples(&asked.context);
        let stream = Stream::new(&LEADS_IN_BAND, &samples, &asked.context);
        for offset in (0..150).step_by(7) {
            let on = day("2026-01-01").plus(offset);
            if on > asked.context.today {
                break;
            }
            let stands = |way: &&LeadWay| {
                !way.is_lost && way.created <= on && way.converted.is_none_or(|converted| converted > on)
            };
            let standing = ways.iter().filter(stands).count();
            let in_bands = |way: &LeadWay| {
                let is_in = |stay: &&crate::metrics::Stay| {
                    stay.from <= on && stay.until.is_none_or(|until| on < until)
                };
                way.stays.iter().filter(is_in).count()
            };
            assert!(ways.iter().filter(stands).all(|way| in_bands(way) == 1), "{on:?}");
            assert!(ways.iter().all(|way| in_bands(way) <= 1), "{on:?}");
            let selection = asked.selection.over(Span { from: day("2026-01-01"), to: on });
            let level =
                |band: Band| stream.figure(&selection.with_key(Dim::Band, band.id())).value().unwrap_or(0.0);
            let sum: f64 = Band::ALL.into_iter().map(level).sum();
            assert_eq!(sum, standing as f64, "{on:?}");
        }
    }
}
