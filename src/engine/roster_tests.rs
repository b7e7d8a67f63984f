//! Sellers and teams as the page changes them.

use super::Engine;
use crate::facts::{
    Facts, FileFacts, FileSummary, Moment, RosterChange, TableId, Writer, Zone, number_to_cell,
};
use crate::sources::Outcome;
use crate::views::{Answer, Ask, Filter, TeamView};

fn ask(engine: &mut Engine, question: Ask) -> Answer {
    engine.answer(question, Vec::new())
}

fn import(engine: &mut Engine, seller: &str) {
    let mut facts = Facts::default();
    let cell = facts.text_cell(seller);
    facts.add(
        TableId::Ssi,
        &[cell, Moment::date(crate::facts::Day(20_000)).raw(), number_to_cell(60.0)],
        0,
        2,
    );
    let summary = FileSummary { file: format!("{seller}.csv"), ..FileSummary::default() };
    let mut writer = Writer::default();
    writer.file(&FileFacts { summary: summary.clone(), facts });
    let outcomes = vec![Outcome::Read { summary, questions: Vec::new(), mapping: None }];
    engine.answer(Ask::Stage { outcomes }, vec![writer.into_bytes()]);
    let files = vec![format!("{seller}.csv")];
    let confirm = Ask::Confirm { files, at: String::new(), is_sample: false, remember: Vec::new() };
    assert!(matches!(ask(engine, confirm), Answer::Imported { .. }));
}

fn team(engine: &mut Engine) -> TeamView {
    match ask(engine, Ask::Team { filter: Filter::default() }) {
        Answer::Team { view } => view,
        other => panic!("no team but {other:?}"),
    }
}

fn names(engine: &mut Engine) -> Vec<String> {
    team(engine).sellers.into_iter().map(|seller| seller.name).collect()
}

fn rename(seller: &str, name: &str) -> Ask {
    Ask::ChangeRoster { change: RosterChange::Rename { seller: seller.into(), name: name.into() } }
}

#[test]
fn changes_are_taken_back_one_by_one() {
    let mut engine = Engine::default();
    import(&mut engine, "Ada");
    assert_eq!(ask(&mut engine, rename("Ada", "Ada A")), Answer::Changed);
    assert_eq!(ask(&mut engine, rename("Ada A", "Ada B")), Answer::Changed);
    assert!(
        matches!(ask(&mut engine, rename("Ada", "Ada C")), Answer::Failed { failure } if failure.code == "no_such_seller")
    );
    assert_eq!(names(&mut engine), ["Ada B"]);
    for expected in ["Ada A", "Ada"] {
        assert_eq!(ask(&mut engine, Ask::UndoRoster), Answer::Changed);
        assert_eq!(names(&mut engine), [expected]);
    }
    assert!(matches!(ask(&mut engine, Ask::UndoRoster), Answer::Failed { .. }));
}

#[test]
fn an_import_taken_back_and_brought_again_keeps_what_was_said_between() {
    let mut engine = Engine::default();
    import(&mut engine, "Ada");
    import(&mut engine, "Bo");
    ask(&mut engine, Ask::UndoImport { id: 2 });
    ask(&mut engine, rename("Ada", "Ada A"));
    assert_eq!(ask(&mut engine, Ask::RedoImport), Answer::Changed);
    assert_eq!(names(&mut engine), ["Ada A", "Bo"]);
}

#[test]
fn the_body_carries_it() {
    let mut engine = Engine::default();
    import(&mut engine, "Ada");
    ask(&mut engine, Ask::ChangeRoster { change: RosterChange::NewTeam { name: "شمال".into() } });
    ask(
        &mut engine,
        Ask::ChangeRoster {
            change: RosterChange::SetTeam { seller: "Ada".into(), team: Some("شمال".into()) },
        },
    );
    let before = team(&mut engine);
    let Answer::Body { body, name } = ask(&mut engine, Ask::Body) else { panic!("no body") };
    let mut other = Engine::default();
    assert_eq!(ask(&mut other, Ask::Open { body: Some(body), name, zone: Zone::utc() }), Answer::Done);
    assert_eq!(team(&mut other), before);
    assert_eq!(before.sellers[0].team.as_deref(), Some("شمال"));
}
