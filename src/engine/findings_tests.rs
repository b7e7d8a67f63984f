//! The funnel, the delay and what can be said, of the sample data.

use super::testing::{Desk, Memory};
use crate::facts::{Day, RosterChange};
use crate::metrics::State;
use crate::views::{
    Answer, Ask, DelayView, Filter, FunnelView, HonestyView, ImportAsk, ScorecardView, pack, unpack,
};

fn sample() -> Desk {
    let mut desk = Desk::new();
    let view = desk.ask_reader(ImportAsk::Sample { today: Day(20_406) }, Memory::default());
    desk.confirm(&view);
    desk
}

/// An answer as it arrives at the page.
fn ask(desk: &mut Desk, question: Ask) -> Answer {
    unpack(&pack(&desk.engine.answer(question, Vec::new())).unwrap()).unwrap()
}

fn funnel(desk: &mut Desk, filter: Filter) -> FunnelView {
    match ask(desk, Ask::Funnel { filter }) {
        Answer::Funnel { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn delay(desk: &mut Desk) -> DelayView {
    match ask(desk, Ask::Delay { filter: Filter::default() }) {
        Answer::Delay { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn honesty(desk: &mut Desk) -> HonestyView {
    match ask(desk, Ask::Honesty { filter: Filter::default() }) {
        Answer::Honesty { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn scorecard(desk: &mut Desk) -> ScorecardView {
    match ask(desk, Ask::Scorecard { filter: Filter::default() }) {
        Answer::Scorecard { view } => view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_funnel_follows_the_same_people() {
    let mut desk = sample();
    let view = funnel(&mut desk, Filter::default());
    assert_eq!(view.steps, ["conversation", "warm", "meeting", "deal", "customer"]);
    assert!(!view.lacks_meetings);
    assert!(view.cohorts.len() >= 5, "{:?}", view.cohorts);
    for cohort in &view.cohorts {
        let counts: Vec<u64> = [cohort.connected]
            .into_iter()
            .chain(cohort.steps.iter().filter_map(|step| step.reached))
            .collect();
        assert!(counts.len() == 6 && counts.is_sorted_by(|a, b| a >= b), "{cohort:?}");
        assert!(cohort.steps.is_sorted_by_key(|step| step.is_open), "{cohort:?}");
    }
    let is_open = |at: usize| view.cohorts[at].steps.iter().map(|step| step.is_open).collect::<Vec<_>>();
    assert_eq!((is_open(0), is_open(view.cohorts.len() - 1).pop()), (vec![false; 5], Some(true)));
    let connected: u64 = view.cohorts.iter().map(|cohort| cohort.connected).sum();
    assert_eq!(view.standing.iter().map(|step| step.people).sum::<u64>(), connected);
    assert_eq!(
        view.delays.iter().map(|line| line.step.as_str()).collect::<Vec<_>>(),
        ["meeting", "deal", "customer"]
    );
    assert!(view.delays.iter().all(|line| line.events > 0 && line.events < line.cases));
    // One seller's people, and the same steps held against the others.
    let seller = view.frame.sellers[0].clone();
    let own = funnel(&mut desk, Filter { seller: Some(seller), ..Filter::default() });
    assert!(own.cohorts.iter().map(|cohort| cohort.connected).sum::<u64>() < connected);
}

#[test]
fn the_sample_s_activity_and_results_are_held_against_each_other() {
    let view = delay(&mut sample());
    assert!(view.lags.iter().any(|lag| lag.series == "conversations_started" && lag.outcome == "deals_won"));
    assert!(
        view.lags
            .iter()
            .filter(|lag| !lag.points.is_empty())
            .all(|lag| lag.points.len() == 27 && lag.reach > 0.0)
    );
    assert!(!view.clock.results.is_empty());
}

/// The sample's first connection is years older than its programme: without a baseline that is no beginning.
#[test]
fn without_a_baseline_the_verdict_on_results_is_withheld() {
    let mut desk = sample();
    let view = delay(&mut desk);
    assert_eq!((view.clock.since, view.clock.age_days, view.clock.is_ripe), (None, None, false));
    let median = view.clock.cycle.as_ref().and_then(|cycle| cycle.value()).unwrap() as i32;
    let end = view.span.unwrap().to;
    let mut after = |days: i32| {
        let day = Some(end.plus(-days));
        let change = RosterChange::SetBaseline { seller: None, day };
        assert_eq!(desk.engine.answer(Ask::ChangeRoster { change }, Vec::new()), Answer::Changed);
        let clock = delay(&mut desk).clock;
        assert_eq!((clock.since, clock.age_days), (day, u32::try_from(days).ok()));
        clock.is_ripe
    };
    assert!(after(median + 1) && !after(median));
}

#[test]
fn every_figure_is_said_not_yet_said_or_not_known() {
    let mut desk = sample();
    let (view, scorecard) = (honesty(&mut desk), scorecard(&mut desk));
    let claims =
        view.can.iter().chain(&view.not_yet).filter(|claim| !claim.is_change).map(|claim| &claim.row.id);
    let mut ids: Vec<&String> = claims.chain(view.nothing.iter().flat_map(|gap| &gap.ids)).collect();
    let mut all: Vec<&String> = scorecard.rows.iter().map(|row| &row.id).collect();
    ids.sort_unstable();
    all.sort_unstable();
    assert_eq!(ids, all);
    assert!(!view.can.is_empty() && !view.not_yet.is_empty() && !view.nothing.is_empty());
    assert!(
        view.can
            .iter()
            .all(|claim| matches!(claim.row.figure.state, State::Value(_)) && claim.need.is_none())
    );
    let wide = view.not_yet.iter().find(|claim| claim.need.is_some()).unwrap();
    assert!(wide.need.unwrap() > wide.row.figure.n || wide.is_change, "{wide:?}");
}

#[test]
fn an_empty_workspace_has_no_findings() {
    let mut desk = Desk::new();
    assert!(funnel(&mut desk, Filter::default()).cohorts.is_empty());
    assert!(delay(&mut desk).lags.is_empty());
    let view = honesty(&mut desk);
    assert!(view.can.is_empty() && !view.leads_tested && !view.nothing.is_empty());
}
