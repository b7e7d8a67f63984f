//! The report and the slides on the sample data.

use super::Engine;
use super::testing::Desk;
use crate::charts::ChartSpec;
use crate::facts::Zone;
use crate::metrics::{
    BenchmarkChange, ChangedBenchmark, MOST_REPORT_ROWS, ReportChange, ReportChoices, Stage, State,
};
use crate::views::{Answer, Ask, Filter, ReportView, ScoreRow, Slide, SlidesView};

fn sample() -> Engine {
    Desk::with_sample("2026-11-15").engine
}

fn report(engine: &mut Engine) -> ReportView {
    match engine.answer(Ask::Report { filter: Filter::default() }, Vec::new()) {
        Answer::Report { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn slides(engine: &mut Engine) -> SlidesView {
    match engine.answer(Ask::Slides { filter: Filter::default() }, Vec::new()) {
        Answer::Slides { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn ids(rows: &[ScoreRow]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

/// So many rows, charts, gaps and inputs have room on an A4 page.
#[test]
fn what_is_suggested_fits_on_one_page() {
    let view = report(&mut sample());
    assert!(view.leading.len() + view.lagging.len() <= MOST_REPORT_ROWS);
    assert_eq!(ids(&view.leading)[..3], ["ssi", "connections_new", "engagement_rate"]);
    assert!(ids(&view.lagging).contains(&"win_rate"));
    assert!(view.courses.len() == 2 && view.gaps.len() <= 4 && view.inputs.len() <= 8);
    assert!(view.inputs.windows(2).all(|two| two[0].rows >= two[1].rows));
    let ChartSpec::Trend(trend) = &view.courses[0].trend else { panic!() };
    assert!(trend.series[0].points.len() > 5);
}

#[test]
fn activity_stands_above_results_and_every_figure_is_the_scorecard_s() {
    let mut engine = sample();
    let view = report(&mut engine);
    let Answer::Scorecard { view: scorecard } =
        engine.answer(Ask::Scorecard { filter: Filter::default() }, Vec::new())
    else {
        panic!()
    };
    assert!(view.leading.iter().all(|row| row.stage == Stage::Leading));
    assert!(view.lagging.iter().all(|row| row.stage == Stage::Lagging));
    for row in view.leading.iter().chain(&view.lagging) {
        assert!(matches!(row.figure.state, State::Value(_)), "{}", row.id);
        assert!(scorecard.rows.contains(row), "{}", row.id);
    }
    let moved = view.moved.0;
    assert!(moved.compared > 0 && moved.better + moved.worse + moved.other <= moved.compared);
    let compared = view.leading.iter().filter(|row| row.change.is_some()).count();
    assert!(moved.compared as usize <= compared);
}

#[test]
fn rows_are_chosen_kept_and_taken_back() {
    let mut engine = sample();
    for change in [
        ReportChange::Headline("Ours".into()),
        ReportChange::Rows(vec!["win_rate".into(), "roi".into(), "ssi".into()]),
    ] {
        assert_eq!(engine.answer(Ask::ChangeReport { change }, Vec::new()), Answer::Changed);
    }
    let view = report(&mut engine);
    assert_eq!(view.choices.headline, "Ours");
    // One without a figure stays, and says why.
    assert_eq!((ids(&view.leading), ids(&view.lagging)), (vec!["ssi"], vec!["win_rate", "roi"]));
    let shown: Vec<&str> =
        view.offered.iter().filter(|offered| offered.is_shown).map(|offered| offered.id.as_str()).collect();
    assert!(shown.contains(&"ssi") && shown.contains(&"win_rate") && shown.len() <= 3);
    let Answer::Body { body, name } = engine.answer(Ask::Body, Vec::new()) else { panic!() };
    let mut again = Engine::default();
    again.answer(Ask::Open { body: Some(body), name, zone: Zone::utc() }, Vec::new());
    assert_eq!(report(&mut again).choices, view.choices);
    let Answer::File { text, .. } = engine.answer(Ask::Setup, Vec::new()) else { panic!() };
    assert!(!text.contains("Ours"), "a headline is of these figures alone");
    engine.answer(Ask::UndoPlan, Vec::new());
    engine.answer(Ask::UndoPlan, Vec::new());
    assert_eq!(report(&mut engine).choices, ReportChoices::default());
}

#[test]
fn the_checksum_tells_definitions_apart() {
    let mut engine = sample();
    let first = report(&mut engine).checksum;
    assert_eq!(first.len(), 14);
    engine.answer(Ask::ChangeReport { change: ReportChange::Note("n".into()) }, Vec::new());
    assert_eq!(report(&mut engine).checksum, first);
    engine.answer(Ask::SetPersonas { personas: Vec::new() }, Vec::new());
    assert_ne!(report(&mut engine).checksum, first);
}

#[test]
fn slides_are_those_with_data() {
    let mut engine = sample();
    let view = slides(&mut engine);
    assert!(matches!(view.slides[0], Slide::Answer { .. }));
    assert!(matches!(view.slides[1], Slide::Rows { stage: Stage::Leading, .. }));
    assert!(matches!(view.slides[2], Slide::Rows { stage: Stage::Lagging, .. }));
    let figures: Vec<&str> = (view.slides.iter())
        .filter_map(|slide| match slide {
            Slide::Figure(course) => Some(course.row.id.as_str()),
            _ => None,
        })
        .collect();
    assert!(figures.len() >= 4, "{figures:?}");
    assert_eq!(slides(&mut Desk::new().engine).slides, Vec::new());
}

#[test]
fn one_file_gives_the_slides_of_its_area_only() {
    let mut desk = Desk::new();
    let posts: String = (1..=9).map(|day| format!("Ada,2026-01-0{day},p{day}\n")).collect();
    let view = desk.read(&[("posts.csv", &format!("seller,published_at,post_id\n{posts}"))]);
    desk.confirm(&view);
    let view = slides(&mut desk.engine);
    let has = |wanted: fn(&Slide) -> bool| view.slides.iter().any(wanted);
    assert!(has(|slide| matches!(slide, Slide::Rows { stage: Stage::Leading, .. })));
    assert!(!has(|slide| matches!(slide, Slide::Rows { stage: Stage::Lagging, .. })));
    assert!(has(|slide| matches!(slide, Slide::Gaps(_))));
    assert!(report(&mut desk.engine).lagging.is_empty());
}

/// The quoted share of those who can prove a return stands beside the own return, until it is hidden.
#[test]
fn the_quoted_return_stands_beside_one_s_own() {
    let mut engine = sample();
    let quoted = report(&mut engine).quoted.unwrap();
    assert_eq!((quoted.id.as_str(), quoted.value), ("roi_15", 0.15));
    assert!(quoted.mine.figure.value().is_some_and(|value| value > 0.0));
    let hides = ChangedBenchmark { id: quoted.id, value: None, note: String::new(), is_hidden: true };
    let change = BenchmarkChange::Change(hides);
    assert_eq!(engine.answer(Ask::ChangeBenchmarks { change }, Vec::new()), Answer::Changed);
    assert_eq!(report(&mut engine).quoted, None);
}
