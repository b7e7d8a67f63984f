//! The pipeline page from files to figures, worked out by hand.

use super::testing::Desk;
use crate::charts::{ChartSpec, Name};
use crate::facts::{Day, Span};
use crate::metrics::{Quantity, State, Verdict};
use crate::views::{
    Answer, Ask, CycleVerdict, Filter, Held, PeriodChoice, PipelineView, WeakSide, pack, unpack,
};

/// Eight deals by LinkedIn: six won after 10 to 60 days, two lost. Ten by e-mail: three won after 80 to 100 days, seven
/// lost. One open, one without a creation date.
fn deals() -> String {
    let start = Day::parse_iso("2026-01-01").unwrap();
    let mut text = "id,created,closed,status,amount,currency,source,company\n".to_owned();
    let mut add = |source: &str, days: i32, status: &str, amount: u32| {
        let number = text.lines().count();
        let closed = start.plus(days).iso();
        text.push_str(&format!(
            "d{number},2026-01-01,{closed},{status},{amount},EUR,{source},Kund {number}\n"
        ));
    };
    for days in [10, 20, 30, 40, 50, 60] {
        add("LinkedIn", days, "Won", 1000);
    }
    for days in [70, 80] {
        add("LinkedIn", days, "Lost", 1000);
    }
    for days in [80, 90, 100] {
        add("Email", days, "Won", 2000);
    }
    for _ in 0..7 {
        add("Email", 100, "Lost", 2000);
    }
    text.push_str("open,2026-03-01,,Open,500,EUR,,\nundated,,2026-03-02,Won,100,EUR,LinkedIn,Kund U\n");
    text
}

const TOUCHES: &str = "at,channel,deal_id\n\
    2026-01-02,Call,d1\n2026-01-02,Call,d2\n2026-01-02,Call,d3\n2026-01-02,Call,d4\n2026-01-02,Call,d5\n\
    2026-03-01,Mail,d7\n2026-03-02,Mail,d8\n2026-01-05,Mail,d9\n2026-01-05,Mail,d10\n2026-01-05,Mail,d11\n";

const LEADS: &str = "id,created,source,status\n\
    1,2026-01-01,LinkedIn,New\n2,2026-01-01,LinkedIn,Qualified\n3,2026-01-01,LinkedIn,New\n\
    4,2026-01-01,LinkedIn,Customer\n5,2026-01-01,LinkedIn,New\n6,2026-01-01,Email,Qualified\n\
    7,2026-01-01,Email,New\n8,2026-01-01,Email,Qualified\n9,2026-01-01,Email,Customer\n10,2026-01-01,Email,New\n";

const STAGES: &str = "deal_id,at,to_stage,from_stage\n\
    d1,2026-01-05,Offer,Talk\nd2,2026-01-05,Offer,Talk\nd3,2026-02-10,Offer,Talk\n";

const PURCHASES: &str = "customer,date,amount\n\
    Ask,2026-01-05,10\nBok,2026-01-06,20\nBok,2026-02-06,20\nCedar,2026-03-01,5\nDill,2026-03-02,7\nEk,2026-03-03,1\n\
    ask,2026-04-02,10\nDill,2026-04-09,10\nGran,2026-04-09,10\n";

fn desk(files: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::new();
    let staged = desk.read(files);
    desk.confirm(&staged);
    desk
}

fn view(desk: &mut Desk, from: &str, to: &str) -> PipelineView {
    let span = Span { from: Day::parse_iso(from).unwrap(), to: Day::parse_iso(to).unwrap() };
    let filter = Filter { period: PeriodChoice::Days(span), ..Filter::default() };
    let answer = desk.engine.answer(Ask::Pipeline { filter }, Vec::new());
    // As it comes to the page.
    match unpack(&pack(&answer).unwrap()).unwrap() {
        Answer::Pipeline { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn counts(held: &Held) -> (f64, u64) {
    match held.figure.numerator {
        Some(Quantity::Number(hits)) => (hits, held.figure.n),
        other => panic!("{other:?}"),
    }
}

fn near(value: f64, wanted: f64) -> bool {
    (value - wanted).abs() < 5e-4
}

#[test]
fn cycle_and_rates_are_held_against_the_other_sources() {
    let view = view(&mut desk(&[("deals.csv", &deals())]), "2026-01-01", "2026-04-30");
    let cycle = &view.cycle;
    // Of the eight a half are won by day 40; of the ten only three, so the median is not reached.
    assert_eq!(cycle.groups[0].figure.value(), Some(40.0));
    assert_eq!((cycle.groups[1].figure.state, cycle.groups[1].figure.n), (State::NotReached, 10));
    assert_eq!(cycle.unknown, 1);
    // Lost after 70, 80 and seven times 100 days.
    assert_eq!(cycle.lost_mean, Some((850.0 / 9.0, 9)));
    let gap = cycle.mean.unwrap();
    // Up to day 80: 10 + 10 × (7 + 6 + 5 + 4 + 3) / 8 + 20 × 2 / 8 = 46.25 days against 80.
    assert_eq!(gap.horizon, 80.0);
    assert!(near(gap.difference, 46.25 - 80.0), "{gap:?}");
    assert_eq!(cycle.verdict, CycleVerdict::Shorter);
    let Some(ChartSpec::Survival(curves)) = &cycle.chart else { panic!("no curve") };
    assert_eq!(curves.series.len(), 2);
    assert_eq!(curves.series[0].at_risk.iter().map(|risk| risk.open).collect::<Vec<_>>(), [8, 6, 4, 1, 0]);

    let win = &view.rates.rates[0];
    // 9 of 18, and the deal without a creation date.
    assert_eq!((win.row.figure.value(), win.row.figure.n), (Some(10.0 / 19.0), 19));
    let names: Vec<&Name> = win.table.rows.iter().map(|row| &row.name).collect();
    assert_eq!(names, [&Name::Key("pipe.social".into()), &Name::Key("group.email".into())]);
    assert_eq!(counts(&win.table.rows[0]), (7.0, 9));
    let change = win.table.rows[0].change.unwrap();
    // Newcombe: 7 of 9 (Wilson 0.4526–0.9368) less 3 of 10 (0.1078–0.6032).
    assert!(near(change.difference, 7.0 / 9.0 - 0.3), "{change:?}");
    assert!(near(change.low.unwrap(), 0.033) && near(change.high.unwrap(), 0.727), "{change:?}");
    assert_eq!(change.verdict, Verdict::Better);
    // By value: 6,100 of 8,100 won against 6,000 of 20,000.
    let value = &view.rates.rates[1].table.rows;
    assert!(near(value[0].figure.value().unwrap(), 6_100.0 / 8_100.0), "{value:?}");
    assert!(near(value[1].figure.value().unwrap(), 0.3));
    // No referral: nothing to hold against the others.
    assert!(view.rates.odds.as_ref().unwrap().figure.value().is_none());
    assert_eq!(view.rates.referral_verdict, CycleVerdict::TooFew);
    let mix = view.mix.win.as_ref().unwrap();
    assert_eq!((counts(mix), mix.change.unwrap().verdict), ((7.0, 9), Verdict::Better));
}

#[test]
fn levels_follow_dates_and_stages() {
    let mut desk = desk(&[("deals.csv", &deals()), ("stage_changes.csv", STAGES)]);
    let view = view(&mut desk, "2026-01-01", "2026-01-31");
    let of = |id: &str| view.level.rows.iter().find(|row| row.id == id).unwrap().figure.value();
    // Eighteen were created on the first day; those won on 11, 21 and 31 January are gone.
    assert_eq!(of("pipeline_deals"), Some(15.0));
    assert_eq!(of("pipeline_value"), Some(5.0 * 1000.0 + 10.0 * 2000.0));
    assert_eq!((view.level.standing, view.level.with_stages), (18, 3));
    let Some(ChartSpec::Trend(stages)) = &view.level.stages else { panic!("no stages") };
    let last = |name: &str| {
        let series = stages.series.iter().find(|series| series.name == Name::Text(name.into())).unwrap();
        series.points.iter().map(|point| point.value.unwrap()).collect::<Vec<_>>()
    };
    // Ends of the weeks: 4, 11, 18, 25 and 31 January. d1 is won on the 11th, d2 on the 21st, d3 on the 31st.
    assert_eq!(last("Talk"), [3.0, 1.0, 1.0, 1.0, 0.0]);
    assert_eq!(last("Offer"), [0.0, 1.0, 1.0, 0.0, 0.0]);
}

#[test]
fn touches_tell_of_wins_exits_and_lift() {
    let mut desk = desk(&[("deals.csv", &deals()), ("touches.csv", TOUCHES)]);
    let view = view(&mut desk, "2026-01-01", "2026-04-30");
    let days: Vec<(u32, u64)> = view.wins.by_days.iter().map(|bin| (bin.bin.from, bin.figure.n)).collect();
    // 10, 20, 30; 40, 50, 60; 70, 80, 80, 90; 8 × 100.
    assert_eq!(days, [(0, 3), (31, 3), (61, 4), (91, 8), (181, 0)]);
    assert_eq!(view.wins.undated, 1);
    let touches: Vec<(u32, u64)> =
        view.wins.by_touches.iter().map(|bin| (bin.bin.from, bin.figure.n)).collect();
    // Ten deals with a touch, nine without.
    assert_eq!(touches, [(0, 9), (1, 10), (3, 0), (6, 0), (11, 0), (21, 0)]);
    // Mail to d7 on 1 March (lost on the 12th) and to d8 on the 2nd (lost on the 22nd, 20 days later).
    let mail = &view.exits.table.rows[0];
    assert_eq!((mail.name.clone(), counts(mail)), (Name::Text("Mail".into()), (1.0, 5)));
    assert_eq!(counts(&view.exits.table.rows[1]), (0.0, 5));
    // Calls: 5 of 5 won against 5 of 14; mail: 3 of 5 against 7 of 14. The surest gain leads.
    let lift = &view.lift.on_win.rows;
    assert_eq!((lift[0].name.clone(), counts(&lift[0])), (Name::Text("Call".into()), (5.0, 5)));
    assert!(near(lift[0].change.unwrap().difference, 1.0 - 5.0 / 14.0));
    assert_eq!((counts(&lift[1]), lift[1].change.unwrap().verdict), ((3.0, 5), Verdict::CannotTell));
    // Touches of which no stage is known, on ten deals.
    assert_eq!(view.firsts.stages, [Name::Key("pipe.stage_unknown".into())]);
    assert_eq!(view.firsts.channels.iter().map(|channel| channel.counts[0]).collect::<Vec<_>>(), [5, 5]);
}

#[test]
fn a_hand_over_is_compared_on_both_sides() {
    let mut desk = desk(&[("deals.csv", &deals()), ("leads.csv", LEADS)]);
    let hand = view(&mut desk, "2026-01-01", "2026-04-30").handover;
    assert_eq!(hand.accepted.rows.iter().map(counts).collect::<Vec<_>>(), [(2.0, 5), (3.0, 5)]);
    assert_eq!(hand.won.rows.iter().map(counts).collect::<Vec<_>>(), [(1.0, 2), (1.0, 3)]);
    assert_eq!(hand.weak, WeakSide::CannotTell);
}

#[test]
fn customers_of_the_quarter_before_are_kept_or_gone() {
    let mut desk = desk(&[("purchases.csv", PURCHASES)]);
    let kept = view(&mut desk, "2026-04-01", "2026-06-30").retention;
    // Ask, Bok, Cedar, Dill, Ek; Ask and Dill came back.
    assert_eq!((kept.row.figure.value(), kept.row.figure.n), (Some(0.4), 5));
    assert_eq!(kept.base.unwrap().from, Day::parse_iso("2026-01-01").unwrap());
    let gone: Vec<&str> = kept.gone.iter().map(|gone| gone.name.as_str()).collect();
    assert_eq!((gone, kept.gone_total), (vec!["Bok", "Cedar", "Ek"], 3));
    assert_eq!(kept.gone[0].spent, Some(400_000));
    assert!(kept.engaged.rows.is_empty() && kept.after_win.is_none());
}

#[test]
fn an_empty_workspace_has_no_figure() {
    let view = view(&mut Desk::new(), "2026-01-01", "2026-04-30");
    assert!(view.frame.is_empty && view.cycle.chart.is_none() && view.mix.chart.is_none());
    assert_eq!(view.handover.weak, WeakSide::Unknown);
    assert!(view.warm.value.value().is_none() && view.level.stages.is_none());
}
