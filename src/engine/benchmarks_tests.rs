//! Quoted numbers against figures counted by hand, and what a person changes in them.

use std::fmt::Write;

use super::Engine;
use super::testing::Desk;
use crate::facts::Zone;
use crate::metrics::{
    BENCHMARKS, BenchmarkChange, ChangedBenchmark, Doubt, Missing, Need, OwnBenchmark, ProgrammeChange,
    Quota, QuotaOf, QuotaPer, Ruling, State,
};
use crate::views::{Answer, Ask, BenchmarkLine, BenchmarksView, Filter, PeriodChoice};
use rstest::rstest;

const ABOVE: Ruling = Ruling::Disagrees { is_above: true };
const BELOW: Ruling = Ruling::Disagrees { is_above: false };
const WIDE: Ruling = Ruling::CannotTell(Doubt::TooWide);
const TOO_FEW: Ruling = Ruling::CannotTell(Doubt::TooFew { need: 5 });

fn view(engine: &mut Engine) -> BenchmarksView {
    let filter = Filter { period: PeriodChoice::All, ..Filter::default() };
    match engine.answer(Ask::Benchmarks { filter }, Vec::new()) {
        Answer::Benchmarks { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn engine<T: AsRef<str>>(files: &[(&str, T)]) -> Engine {
    let mut desk = Desk::new();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_ref())).collect();
    let staged = desk.read(&files);
    desk.confirm(&staged);
    desk.engine
}

fn line(engine: &mut Engine, id: &str) -> BenchmarkLine {
    view(engine).lines.into_iter().find(|line| line.id == id).unwrap()
}

/// So many sellers, each with a reading of the index.
fn readings(of: &[f64]) -> String {
    let mut text = String::from("seller,date,total\n");
    for (at, index) in of.iter().enumerate() {
        let _ = writeln!(text, "S{at:02},2026-01-05,{index}");
    }
    text
}

/// So many sellers, each with so many connections.
fn connections(of: &[usize]) -> String {
    let mut text = String::from("seller,connected_on,name,profile_url\n");
    for (at, count) in of.iter().enumerate() {
        for person in 0..*count {
            let _ = writeln!(text, "S{at:02},2026-01-05,P {at} {person},https://x.example/in/p{at}-{person}");
        }
    }
    text
}

/// A hundred posts, so many of them on LinkedIn.
fn posts(linkedin: usize) -> String {
    let mut text = String::from("seller,platform,published_at,post_id\n");
    for at in 0..100 {
        let platform = if at < linkedin { "linkedin" } else { "x" };
        let _ = writeln!(text, "Ada,{platform},2026-01-05,p{at}");
    }
    text
}

/// Deals by source and how they ended.
fn deals(of: &[(&str, &str, usize)]) -> String {
    let mut text = String::from("id,seller,created,closed,status,source\n");
    let mut id = 0;
    for (source, status, count) in of {
        for _ in 0..*count {
            id += 1;
            let closed = if *status == "Open" { "" } else { "2026-02-05" };
            let _ = writeln!(text, "d{id},Ada,2026-01-05,{closed},{status},{source}");
        }
    }
    text
}

/// Leads by source: so many, and how many of them became customers.
fn leads(of: &[(&str, usize, usize)]) -> String {
    let mut text = String::from("id,seller,created,source,status\n");
    let mut id = 0;
    for (source, all, customers) in of {
        for at in 0..*all {
            id += 1;
            let status = if at < *customers { "Customer" } else { "Open" };
            let _ = writeln!(text, "l{id},Ada,2026-01-05,{source},{status}");
        }
    }
    text
}

/// Ten seller-months at 80 and ten at 40, with so many deals created in each; the files tell of all of January.
fn months(high: usize, low: usize) -> (String, String) {
    let mut ssi = String::from("seller,date,total\n");
    let mut deals = String::from("id,seller,created,status\n");
    for at in 0..20 {
        let (index, count) = if at < 10 { (80, high) } else { (40, low) };
        for day in ["2025-12-31", "2026-01-15", "2026-02-01"] {
            let _ = writeln!(ssi, "S{at:02},{day},{index}");
        }
        let _ = writeln!(deals, "a{at},S{at:02},2025-12-31,Open\nb{at},S{at:02},2026-02-01,Open");
        for deal in 0..count {
            let _ = writeln!(deals, "c{at}-{deal},S{at:02},2026-01-10,Open");
        }
    }
    (ssi, deals)
}

/// Five sellers with a post and five whose export says they have none, and the deals that each has won.
fn sellers(social: usize, others: usize) -> (String, String) {
    let mut posts = String::from("seller,platform,published_at,post_id\n");
    let mut deals = String::from("id,seller,created,closed,status\n");
    for at in 0..10 {
        let (day, won) = if at < 5 { ("2026-01-05", social) } else { ("2025-06-05", others) };
        let _ = writeln!(posts, "S{at:02},linkedin,{day},p{at}\nS{at:02},linkedin,2025-05-05,q{at}");
        let _ = writeln!(deals, "o{at},S{at:02},2026-01-02,2026-02-05,Lost");
        for deal in 0..won {
            let _ = writeln!(deals, "w{at}-{deal},S{at:02},2026-01-02,2026-02-05,Won");
        }
    }
    (posts, deals)
}

/// Wilson's intervals by hand: 6 of 10 is 0.3127 to 0.8318, 71 of 100 is 0.6146 to 0.7899, 10 of 30 is 0.1923 to 0.5122.
/// The ratio of 8 of 10 to 5 of 20 is 3.2, times exp(± 1.96 √(1/8 − 1/10 + 1/5 − 1/20)): 1.41 to 7.27.
#[rstest]
#[case("ssi_98", "ssi.csv", readings(&[70.0, 71.0, 80.0, 90.0, 75.0, 70.5, 69.9, 20.0, 30.0, 40.0]), 0.6, 10, ABOVE)]
#[case("ssi_98", "ssi.csv", readings(&[10.0; 10]), 0.0, 10, WIDE)]
#[case("connections_930", "connections.csv", connections(&[1, 2, 3, 4, 5]), 3.0, 5, BELOW)]
#[case("mix_linkedin", "posts.csv", posts(71), 0.71, 100, Ruling::Agrees)]
#[case("mix_linkedin", "posts.csv", posts(95), 0.95, 100, ABOVE)]
#[case("mix_others", "posts.csv", posts(71), 0.29, 100, BELOW)]
#[case("mix_others", "posts.csv", posts(57), 0.43, 100, Ruling::Agrees)]
#[case("referral_odds", "deals.csv", deals(&[("Referral", "Won", 8), ("Referral", "Lost", 2), ("LinkedIn", "Won", 5), ("LinkedIn", "Lost", 15)]), 12.0, 30, Ruling::Agrees)]
#[case("referral_odds", "deals.csv", deals(&[("Referral", "Won", 3), ("Referral", "Lost", 2), ("LinkedIn", "Won", 3), ("LinkedIn", "Lost", 3)]), 1.5, 11, WIDE)]
#[case("referral_odds", "deals.csv", deals(&[("Referral", "Won", 50), ("Referral", "Lost", 50), ("LinkedIn", "Won", 50), ("LinkedIn", "Lost", 50)]), 1.0, 200, BELOW)]
#[case("referral_70", "leads.csv", leads(&[("Referral", 10, 8), ("LinkedIn", 20, 5)]), 2.2, 30, Ruling::Agrees)]
#[case("referral_70", "leads.csv", leads(&[("Referral", 20, 5), ("LinkedIn", 10, 8)]), -0.6875, 30, BELOW)]
#[case("referral_70", "leads.csv", leads(&[("Referral", 10, 5), ("LinkedIn", 10, 5), ("", 9, 9)]), 0.0, 20, WIDE)]
#[case("referral_84", "deals.csv", deals(&[("Referral", "Lost", 10), ("LinkedIn", "Open", 20), ("", "Open", 9)]), 1.0 / 3.0, 30, BELOW)]
#[case("referral_84", "deals.csv", deals(&[("Referral", "Lost", 168), ("LinkedIn", "Open", 32)]), 0.84, 200, Ruling::Agrees)]
fn numbers_are_held_against_own_figures(
    #[case] id: &str,
    #[case] file: &str,
    #[case] text: String,
    #[case] value: f64,
    #[case] n: u64,
    #[case] wanted: Ruling,
) {
    let found = line(&mut engine(&[(file, &text)]), id);
    let figure = &found.mine.figure;
    assert!(figure.value().is_some_and(|found| (found - value).abs() < 1e-9), "{figure:?}");
    assert_eq!((figure.n, found.ruling), (n, wanted), "{figure:?}");
    let (low, high) = (figure.low.unwrap().to_f64(), figure.high.unwrap().to_f64());
    assert!(low <= value && value <= high, "{low} {high}");
}

#[rstest]
// 2 a month against 1: 100 % more, without any doubt.
#[case(2, 1, 1.0, Ruling::Agrees)]
#[case(1, 1, 0.0, BELOW)]
// A fifth more is more, and not 45 % more.
#[case(6, 5, 0.2, BELOW)]
fn months_at_a_high_index_against_the_others(
    #[case] high: usize,
    #[case] low: usize,
    #[case] more: f64,
    #[case] wanted: Ruling,
) {
    let (ssi, deals) = months(high, low);
    let found = line(&mut engine(&[("ssi.csv", &ssi), ("deals.csv", &deals)]), "ssi_opportunities");
    let figure = &found.mine.figure;
    assert!(figure.value().is_some_and(|value| (value - more).abs() < 1e-9), "{figure:?}");
    assert_eq!((figure.n, found.mine.groups), (20, Some([(None, 10), (None, 10)])));
    assert_eq!((found.mine.border, found.ruling), (Some(70.0), wanted));
}

/// Eight of ten sellers at 80 won a deal in January, four of ten at 40: twice as many, times exp(± 1.96 √(1/8 − 1/10 +
/// 1/4 − 1/10)), which is 12 % less to 354 % more.
#[test]
fn quotas_reached_at_a_high_index_against_the_others() {
    let mut ssi = String::from("seller,date,total\n");
    let mut deals = String::from("id,seller,created,closed,status\n");
    for at in 0..20 {
        let (index, winners) = if at < 10 { (80, 8) } else { (40, 4) };
        let status = if at % 10 < winners { "Won" } else { "Lost" };
        for day in ["2025-12-31", "2026-01-15", "2026-02-01"] {
            let _ = writeln!(ssi, "S{at:02},{day},{index}");
        }
        let _ = writeln!(deals, "a{at},S{at:02},2025-12-30,2025-12-31,Lost");
        let _ = writeln!(deals, "b{at},S{at:02},2026-01-05,2026-01-20,{status}");
        let _ = writeln!(deals, "c{at},S{at:02},2026-01-05,2026-02-01,Lost");
    }
    let mut engine = engine(&[("ssi.csv", &ssi), ("deals.csv", &deals)]);
    assert_eq!(line(&mut engine, "ssi_quota").ruling, Ruling::CannotTell(Doubt::NoQuota));
    let from = crate::facts::Day::parse_iso("2026-01-01").unwrap();
    let quota = Quota { seller: None, from, per: QuotaPer::Month, of: QuotaOf::Deals(1) };
    let change = ProgrammeChange::SetQuota(quota);
    assert_eq!(engine.answer(Ask::ChangeProgramme { change }, Vec::new()), Answer::Changed);
    let found = line(&mut engine, "ssi_quota");
    assert!(found.mine.figure.value().is_some_and(|more| (more - 1.0).abs() < 1e-9), "{:?}", found.mine);
    assert_eq!(found.mine.groups, Some([(Some(8), 10), (Some(4), 10)]));
    assert_eq!((found.mine.border, found.ruling), (Some(70.0), WIDE));
}

/// The peers' median is what each of them won.
#[rstest]
#[case(0, 1, 0.0, BELOW)]
#[case(2, 1, 1.0, WIDE)]
fn sellers_with_a_post_against_those_without(
    #[case] social: usize,
    #[case] others: usize,
    #[case] share: f64,
    #[case] wanted: Ruling,
) {
    let (posts, deals) = sellers(social, others);
    let mut engine = engine(&[("posts.csv", &posts), ("deals.csv", &deals)]);
    let day = |text| crate::facts::Day::parse_iso(text).unwrap();
    let span = crate::facts::Span { from: day("2026-01-01"), to: day("2026-02-28") };
    let filter = Filter { period: PeriodChoice::Days(span), ..Filter::default() };
    let Answer::Benchmarks { view } = engine.answer(Ask::Benchmarks { filter }, Vec::new()) else { panic!() };
    let found = view.lines.into_iter().find(|line| line.id == "outsell_78").unwrap();
    assert_eq!(found.mine.groups, Some([(None, 5), (None, 5)]));
    assert_eq!((found.mine.figure.value(), found.ruling), (Some(share), wanted));
}

/// 900 won for 300: a return of 2. It proves itself and says nothing of the others.
#[test]
fn one_s_own_return_stands_beside_a_share_of_many() {
    let deals = "id,seller,created,closed,status,source,amount,currency\n\
        d1,Ada,2026-01-05,2026-01-20,Won,LinkedIn,500,EUR\n\
        d2,Ada,2026-01-05,2026-01-21,Won,LinkedIn,400,EUR\n";
    let costs = "date,channel,category,amount,currency\n2026-01-06,LinkedIn,tools,300,EUR\n";
    let found = line(&mut engine(&[("deals.csv", deals), ("costs.csv", costs)]), "roi_15");
    assert_eq!(found.mine.figure.value(), Some(2.0));
    assert_eq!(found.ruling, Ruling::CannotTell(Doubt::OneOfMany));
}

#[test]
fn few_cases_and_missing_files_say_nothing() {
    let mut engine = engine(&[("ssi.csv", &readings(&[80.0; 4]))]);
    let found = line(&mut engine, "ssi_98");
    assert_eq!((found.mine.figure.n, found.ruling), (4, TOO_FEW));
    let found = line(&mut engine, "connections_930");
    let no_file = State::Missing(Missing::NoFacts(Need::Connections));
    assert_eq!((found.mine.figure.state, found.ruling), (no_file, Ruling::CannotTell(Doubt::NoFigure)));
    let found = line(&mut engine, "ssi_opportunities");
    assert_eq!(found.mine.figure.state, State::Missing(Missing::NoFacts(Need::Deals)));
    let found = line(&mut engine, "outsell_78");
    assert_eq!(found.mine.figure.state, State::Missing(Missing::NoFacts(Need::Posts)));
    for (id, doubt) in [
        ("ssi_quota", Doubt::NoQuota),
        ("brand_81", Doubt::NotInFiles),
        ("relations_31", Doubt::NotInFiles),
        ("recommend_75", Doubt::NotInFiles),
        ("digital_80", Doubt::NotInFiles),
        ("mutual_70", Doubt::NoFigure),
        ("roi_15", Doubt::OneOfMany),
    ] {
        assert_eq!(line(&mut engine, id).ruling, Ruling::CannotTell(doubt), "{id}");
    }
    assert_eq!(view(&mut engine).lines.len(), BENCHMARKS.len());
}

fn change(engine: &mut Engine, change: BenchmarkChange) {
    assert_eq!(engine.answer(Ask::ChangeBenchmarks { change }, Vec::new()), Answer::Changed);
}

/// Five sellers with three connections each: the mean is 3 without any doubt.
#[test]
fn a_number_is_changed_hidden_and_taken_back() {
    let mut engine = engine(&[("connections.csv", &connections(&[3; 5]))]);
    let changed = |value, is_hidden| {
        let id = "connections_930".to_owned();
        BenchmarkChange::Change(ChangedBenchmark { id, value, note: "our count".into(), is_hidden })
    };
    change(&mut engine, changed(Some(3.0), false));
    let found = line(&mut engine, "connections_930");
    assert_eq!(
        (found.value, found.changed_from, found.note.as_str(), found.ruling),
        (3.0, Some(930.0), "our count", Ruling::Agrees)
    );
    change(&mut engine, changed(Some(3.0), true));
    let hidden = view(&mut engine);
    assert!(hidden.lines.iter().all(|line| line.id != "connections_930"));
    assert_eq!((hidden.hidden.len(), hidden.hidden[0].value), (1, 3.0));

    // It is kept, and goes with the file of definitions.
    let Answer::Body { body, .. } = engine.answer(Ask::Body, Vec::new()) else { panic!() };
    let Answer::File { text, .. } = engine.answer(Ask::Setup, Vec::new()) else { panic!() };
    let open = |body| Ask::Open { body, name: "w".into(), zone: Zone::utc() };
    let mut other = Engine::default();
    assert_eq!(other.answer(open(Some(body)), Vec::new()), Answer::Done);
    assert_eq!(view(&mut other).hidden.len(), 1);
    let mut third = Engine::default();
    third.answer(open(None), Vec::new());
    assert_eq!(third.answer(Ask::UseSetup { text }, Vec::new()), Answer::Changed);
    assert_eq!(view(&mut third).hidden.len(), 1);

    assert_eq!(engine.answer(Ask::UndoBenchmarks, Vec::new()), Answer::Changed);
    assert_eq!(line(&mut engine, "connections_930").ruling, Ruling::Agrees);
    assert_eq!(engine.answer(Ask::UndoBenchmarks, Vec::new()), Answer::Changed);
    assert_eq!(line(&mut engine, "connections_930").ruling, BELOW);
    assert!(matches!(engine.answer(Ask::UndoBenchmarks, Vec::new()), Answer::Failed { .. }));
    let gone = Ask::ChangeBenchmarks { change: BenchmarkChange::Remove(7) };
    assert!(matches!(engine.answer(gone, Vec::new()), Answer::Failed { .. }));
}

/// Thirty of thirty decided deals were lost: a win rate of 0 to 0.1135.
#[test]
fn an_own_number_is_held_against_a_metric() {
    let mut engine = engine(&[("deals.csv", &deals(&[("LinkedIn", "Lost", 30)]))]);
    let own = |claim: &str, metric: &str| OwnBenchmark {
        claim: claim.into(),
        value: 0.3,
        metric: metric.into(),
        year: Some(2025),
        ..OwnBenchmark::default()
    };
    change(&mut engine, BenchmarkChange::Put(own("Three in ten are won", "win_rate")));
    change(&mut engine, BenchmarkChange::Put(own("Three in ten answer", "")));
    let lines = view(&mut engine).lines;
    let own: Vec<_> = lines
        .iter()
        .filter_map(|line| Some((line.own.as_ref()?.claim.as_str(), line.mine.figure.value(), line.ruling)))
        .collect();
    assert_eq!(
        own,
        [
            ("Three in ten are won", Some(0.0), BELOW),
            ("Three in ten answer", None, Ruling::CannotTell(Doubt::NotInFiles)),
        ]
    );
}
