//! No real name leaves the engine under a mask, and every name has one pseudonym of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::Book;
use crate::engine::Engine;
use crate::engine::testing::Desk;
use crate::facts::{Day, FieldType, MISSING, Sym, TableId};
use crate::views::{Answer, Ask, Clicks, Filter, HighFrom, MaskWords, PeriodChoice, Which, unpack};

fn words() -> MaskWords {
    MaskWords {
        seller: "Seller {n}".into(),
        person: "Person {n}".into(),
        company: "Company {n}".into(),
        deal: "Deal {n}".into(),
        address: "#address-{n}".into(),
        letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".into(),
        digits: "0123456789".into(),
    }
}

fn sample() -> Engine {
    Desk::with_sample("2026-11-15").engine
}

fn all() -> Filter {
    Filter { period: PeriodChoice::All, ..Filter::default() }
}

fn masked(engine: &mut Engine, ask: Ask) -> Answer {
    let question = Ask::Masked { words: words(), ask: Box::new(ask) };
    unpack(&engine.answer_packed(question, Vec::new()).unwrap()).unwrap()
}

/// Names of sellers, persons and companies in the facts.
fn real_names(engine: &Engine) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for id in TableId::ALL {
        let table = engine.facts.table(id);
        for field in ["seller", "person", "name", "referrer", "company", "customer", "email"] {
            let Some(column) = id.schema().column(field) else { continue };
            assert_eq!(id.schema().fields[column].kind, FieldType::Text);
            let cells = table.column(column).iter().filter(|cell| **cell != MISSING);
            names.extend(cells.map(|cell| engine.facts.names.text(Sym(*cell as u32)).to_owned()));
        }
    }
    names.remove("");
    names
}

/// Every question that looks at something.
fn looks(engine: &mut Engine) -> Vec<Ask> {
    let Answer::Scorecard { view } = engine.answer(Ask::Scorecard { filter: all() }, Vec::new()) else {
        panic!()
    };
    let person = Ask::Person { filter: all(), profile: String::new(), name: "Person 1".into() };
    let mut asks: Vec<Ask> = vec![
        Ask::Scorecard { filter: all() },
        Ask::Data { filter: all() },
        Ask::Team { filter: all() },
        Ask::Matches { most: 50 },
        Ask::Attribution { filter: all() },
        Ask::Pipeline { filter: all() },
        Ask::Goals { filter: all() },
        Ask::Content { filter: all(), clicks: Clicks::default() },
        Ask::Network { filter: all() },
        Ask::Ssi { filter: all(), high_from: HighFrom::default() },
        Ask::Referrals { filter: all(), company: None },
        Ask::Talks { filter: all() },
        Ask::TalkHours { filter: all(), window: "24h".into(), in_business_hours: false },
        Ask::Friends { filter: all(), weeks: 13 },
        Ask::Programme { filter: all() },
        Ask::Leads { filter: all() },
        Ask::Funnel { filter: all() },
        Ask::Return { filter: all() },
        Ask::Choices,
        Ask::Report { filter: all() },
        Ask::Log { filter: all(), table: None, comma: false, today: Day::parse_iso("2026-11-15").unwrap() },
        Ask::SuggestPeople { start: "a".into() },
        person,
    ];
    // Every eighth: the others say the same of other rows.
    for row in view.rows.into_iter().step_by(8) {
        let (id, filter) = (row.id.clone(), all());
        asks.push(Ask::Rows { id: row.id, filter, which: Which::Used, variant: None });
        asks.push(Ask::Metric {
            id,
            filter: all(),
            by: Some(crate::metrics::Dim::Seller),
            variant: None,
            over: None,
        });
    }
    asks
}

#[test]
fn no_real_name_of_the_sample_leaves_under_a_mask() {
    let mut engine = sample();
    let names = real_names(&engine);
    assert!(names.len() > 300, "{}", names.len());
    let mut told = 0;
    for ask in looks(&mut engine) {
        let answer = masked(&mut engine, ask.clone());
        assert!(!matches!(answer, Answer::Failed { .. }), "{ask:?}: {answer:?}");
        let printed = format!("{answer:?}");
        told += usize::from(printed.contains("Seller A"));
        for name in &names {
            assert!(!printed.contains(name.as_str()), "{name} in the answer to {ask:?}");
        }
    }
    assert!(told > 10, "{told} answers name a seller");
}

#[test]
fn figures_are_the_same_under_a_mask() {
    let mut engine = sample();
    let Answer::Scorecard { view: plain } = engine.answer(Ask::Scorecard { filter: all() }, Vec::new())
    else {
        panic!()
    };
    let Answer::Scorecard { view } = masked(&mut engine, Ask::Scorecard { filter: all() }) else { panic!() };
    let figures = |rows: &[crate::views::ScoreRow]| -> Vec<String> {
        let told = |row: &crate::views::ScoreRow| {
            format!("{} {:?} {:?} {:?} {}", row.id, row.figure.state, row.change, row.spark, row.figure.n)
        };
        rows.iter().map(told).collect()
    };
    assert_eq!(figures(&view.rows), figures(&plain.rows));
    assert_eq!(view.frame.sellers.len(), plain.frame.sellers.len());
}

#[test]
fn a_pseudonym_can_be_chosen() {
    let mut engine = sample();
    let Answer::Scorecard { view } = masked(&mut engine, Ask::Scorecard { filter: all() }) else { panic!() };
    let seller = view.frame.sellers.first().cloned().unwrap();
    let chosen = Filter { seller: Some(seller.clone()), ..all() };
    let Answer::Scorecard { view: one } = masked(&mut engine, Ask::Scorecard { filter: chosen }) else {
        panic!()
    };
    assert_eq!(one.frame.filter.seller, Some(seller));
    assert_ne!(one.rows, view.rows);
}

#[test]
fn every_name_has_one_pseudonym_and_no_two_share_one() {
    let engine = sample();
    let book = Book::new(&engine.workspace, &engine.facts, &words());
    let again = Book::new(&engine.workspace, &engine.facts, &words());
    let names = real_names(&engine);
    let mut by_pseudonym: BTreeMap<String, String> = BTreeMap::new();
    for name in &names {
        let pseudonym = book.mask(name).unwrap();
        assert_eq!(again.mask(name), Some(pseudonym.clone()));
        assert!(!names.contains(&pseudonym), "{pseudonym} is somebody's name");
        let fold = crate::facts::fold_name(name);
        let other = by_pseudonym.insert(pseudonym.clone(), fold.clone());
        assert!(other.is_none_or(|other| other == fold), "{pseudonym} stands for two");
        let real = book.unmask(&pseudonym).unwrap();
        assert_eq!(crate::facts::fold_name(&real), fold);
    }
}

#[test]
fn a_later_import_gives_nobody_another_pseudonym() {
    let first = "seller,connected_on,name,company\nAda Ek,2026-01-05,Kim Ro,Fern AB\n";
    let more = "seller,connected_on,name,company\nBo Li,2026-02-05,Al Aa,Aardvark\nAda Ek,2026-02-06,Jo Su,Fern AB\n";
    let mut desk = Desk::new();
    let view = desk.read(&[("a.csv", first)]);
    desk.confirm(&view);
    let masks = |engine: &Engine| {
        let book = Book::new(&engine.workspace, &engine.facts, &words());
        ["Ada Ek", "Kim Ro", "Fern AB"].map(|name| book.mask(name).unwrap())
    };
    let before = masks(&desk.engine);
    assert_eq!(before, ["Seller A", "Person 1", "Company 1"]);
    let view = desk.read(&[("b.csv", more)]);
    desk.confirm(&view);
    assert_eq!(masks(&desk.engine), before);
}

fn small_book() -> Book {
    let table = "seller,connected_on,name,profile_url,company\n\
        Ada Ek,2026-01-05,Kim Ro,https://www.linkedin.com/in/kim-ro,Fern & Co AB\n\
        Ada Ek,2026-01-06,王伟,,linkedin\n\
        Ada Ek,2026-01-07,Person 1,,Response Rate\n";
    let mut desk = Desk::new();
    let view = desk.read(&[("a.csv", table)]);
    desk.confirm(&view);
    Book::new(&desk.engine.workspace, &desk.engine.facts, &words())
}

#[test]
fn names_are_found_inside_other_texts() {
    let book = small_book();
    for (text, masked) in [
        ("Training with Ada Ek, Stockholm", "Training with Seller A, Stockholm"),
        ("ADA EK", "Seller A"),
        ("Met Ada at the fair", "Met Seller A at the fair"),
        ("Fern & Co AB – renewal", "Company 1 – renewal"),
        ("Complete_Ada-Ek.zip/messages.csv", "Complete_Seller A.zip/messages.csv"),
        ("ada_ek.csv", "Seller A.csv"),
        ("和王伟开会", "和Person 3开会"),
        ("https://www.linkedin.com/in/kim-ro", "#address-1"),
    ] {
        assert_eq!(book.mask(text).as_deref(), Some(masked), "{text}");
    }
    for text in ["", "response_rate", "metric.response_rate.name", "seller", "2026-01-05", "SEK", "an ada"] {
        assert_eq!(book.mask(text), None, "{text}");
    }
}

#[test]
fn nobody_is_called_as_somebody_else_is_really_called() {
    // A person is really called `Person 1`.
    let book = small_book();
    assert_eq!(book.mask("Kim Ro").as_deref(), Some("Person 2"));
    assert_eq!(book.mask("Person 1").as_deref(), Some("Person 4"));
}

#[test]
fn hidden_names_read_alike_and_stay_apart() {
    let unseen: String = ('\u{fe00}'..='\u{fe09}').collect();
    let hidden = MaskWords {
        seller: "Seller{n}".into(),
        person: "Person{n}".into(),
        letters: unseen.clone(),
        digits: unseen,
        ..words()
    };
    let table = "seller,connected_on,name\nAda Ek,2026-01-05,Kim Ro\nBo Li,2026-01-05,Jo Su\n";
    let mut desk = Desk::new();
    let view = desk.read(&[("a.csv", table)]);
    desk.confirm(&view);
    let book = Book::new(&desk.engine.workspace, &desk.engine.facts, &hidden);
    let [ada, bo] = ["Ada Ek", "Bo Li"].map(|name| book.mask(name).unwrap());
    assert_ne!(ada, bo);
    let seen = |text: &str| text.chars().filter(|c| c.is_ascii()).collect::<String>();
    assert_eq!((seen(&ada), seen(&bo)), ("Seller".to_owned(), "Seller".to_owned()));
    assert_eq!(book.unmask(&bo).as_deref(), Some("Bo Li"));
}

#[test]
fn under_a_mask_nothing_is_changed() {
    let mut engine = sample();
    let body = engine.answer(Ask::Body, Vec::new());
    for ask in [
        Ask::SetPersonas { personas: Vec::new() },
        Ask::UndoRoster,
        Ask::Body,
        Ask::Masked { words: words(), ask: Box::new(Ask::Choices) },
    ] {
        let Answer::Failed { failure } = masked(&mut engine, ask) else { panic!() };
        assert_eq!(failure.code, "names_hidden");
    }
    assert_eq!(engine.answer(Ask::Body, Vec::new()), body);
    // Nobody gets an answer with names where one without was asked for.
    let question = Ask::Masked { words: words(), ask: Box::new(Ask::Choices) };
    assert!(matches!(engine.answer(question, Vec::new()), Answer::Failed { .. }));
}

#[test]
fn another_workspace_has_other_names() {
    let mut desk = Desk::new();
    let view = desk.read(&[("a.csv", "seller,connected_on,name\nAda Ek,2026-01-05,Kim Ro\n")]);
    desk.confirm(&view);
    masked(&mut desk.engine, Ask::Scorecard { filter: all() });
    let mut other = Desk::new();
    let view = other.read(&[("b.csv", "seller,connected_on,name\nBo Li,2026-01-05,Jo Su\n")]);
    other.confirm(&view);
    let Answer::Body { body, name } = other.engine.answer(Ask::Body, Vec::new()) else { panic!() };
    let open = Ask::Open { body: Some(body), name, zone: crate::facts::Zone::utc() };
    desk.engine.answer(open, Vec::new());
    let Answer::Scorecard { view } = masked(&mut desk.engine, Ask::Scorecard { filter: all() }) else {
        panic!()
    };
    assert_eq!(view.frame.sellers, ["Seller A"]);
}
