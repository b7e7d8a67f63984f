//! Questions and answers come out of their bytes as they went in.

#![cfg(feature = "engine")]
#![allow(clippy::expect_used, clippy::panic)]

use rapport::engine::Engine;
use rapport::facts::{Day, FileFacts, Writer, Zone};
use rapport::metrics::REGISTRY;
use rapport::sources::{Mapping, Outcome, ReadOptions, read};
use rapport::views::{Answer, Ask, Clicks, Filter, PeriodChoice, Which, pack, unpack};

/// Asks as the page does: question and answer are packed and unpacked.
fn ask(engine: &mut Engine, question: Ask, bytes: Vec<Vec<u8>>) -> Answer {
    let packed = pack(&question).expect("a question as bytes");
    assert_eq!(unpack::<Ask>(&packed).expect("a question"), question);
    let answer = engine.answer(question, bytes);
    let packed = pack(&answer).expect("an answer as bytes");
    assert_eq!(unpack::<Answer>(&packed).expect("an answer"), answer);
    answer
}

#[test]
fn every_question_and_answer_survives_its_bytes() {
    let last_day = Day::from_ymd(2026, 11, 20).expect("a date");
    let files = rapport::sample::files(last_day);
    let options = ReadOptions { today: last_day, seller: None, as_tables: Vec::new() };
    let (outcomes, facts): (Vec<Outcome>, Vec<Option<FileFacts>>) =
        read(files, &[], &options, &mut |_| {}).into_iter().unzip();
    let names = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Read { summary, .. } => Some(summary.file.clone()),
        _ => None,
    });
    let names: Vec<String> = names.collect();
    let bytes = facts.iter().flatten().map(|file| {
        let mut writer = Writer::default();
        writer.file(file);
        writer.into_bytes()
    });
    let mut engine = Engine::default();
    ask(&mut engine, Ask::Open { body: None, name: "sample".into(), zone: Zone::utc() }, Vec::new());
    ask(&mut engine, Ask::Stage { outcomes: outcomes.clone() }, bytes.collect());
    let mapping = Mapping { table: Some("deals".into()), ..Mapping::default() };
    let confirm = Ask::Confirm {
        files: names,
        at: "2026-11-20T09:00:00Z".into(),
        is_sample: true,
        remember: vec![("shape".into(), mapping)],
    };
    assert!(matches!(ask(&mut engine, confirm, Vec::new()), Answer::Imported { .. }));

    let filter = Filter { period: PeriodChoice::All, ..Filter::default() };
    for question in [
        Ask::Scorecard { filter: filter.clone() },
        Ask::Data { filter: filter.clone() },
        Ask::Leads { filter: filter.clone() },
        Ask::Content { filter: filter.clone(), clicks: Clicks::With },
        Ask::Choices,
        Ask::Mappings,
        Ask::Body,
        Ask::Template { table: "deals".into() },
    ] {
        let answer = ask(&mut engine, question, Vec::new());
        assert!(!matches!(answer, Answer::Failed { .. }), "{answer:?}");
    }
    for metric in REGISTRY {
        let (id, variant) = (metric.id.to_owned(), None);
        ask(
            &mut engine,
            Ask::Metric { id: id.clone(), filter: filter.clone(), by: None, variant: None, over: None },
            Vec::new(),
        );
        ask(&mut engine, Ask::Rows { id, filter: filter.clone(), which: Which::Used, variant }, Vec::new());
    }
}
