//! Conversations, one person and metrics of one's own, asked as the page asks: every number counted by hand.

use super::testing::Desk;
use crate::facts::{Day, NoteChange, Reason, TableId, Zone};
use crate::metrics::{
    BusinessHours, Condition, Figure, Missing, Need, OwnKind, OwnLink, OwnMetric, OwnPart, Persona, Quantity,
    State, Test,
};
use crate::views::{
    Answer, Ask, Filter, FriendsView, MetricView, OwnScoresView, PeriodChoice, PersonEventKind, PersonView,
    TalkHoursView, TalkRules, TalksView, Which,
};

fn all() -> Filter {
    Filter { period: PeriodChoice::All, ..Filter::default() }
}

/// One of Ada's conversations: whom with, the day and hour of each message, and whose it is.
fn talk(who: &str, messages: &[(&str, &str)]) -> String {
    let line = |(side, at): &(&str, &str)| format!("Ada,{who},{side},{at},{who}\n");
    messages.iter().map(line).collect()
}

/// Twelve people write to Ada on Monday, 5 January, at nine; six are answered after half an hour and meet her, six after
/// two days and do not. Two more wait on 10 April.
fn messages() -> String {
    let mut text = "seller,conversation,direction,sent_at,person\n".to_owned();
    for number in 1..=12 {
        let answer = if number <= 6 { "2026-01-05T09:30:00Z" } else { "2026-01-07T09:00:00Z" };
        text += &talk(
            &format!("P{number}"),
            &[
                ("incoming", "2026-01-05T09:00:00Z"),
                ("outgoing", answer),
                ("incoming", "2026-01-08T12:00:00Z"),
            ],
        );
    }
    text += &talk("Wait", &[("outgoing", "2026-04-08T08:00:00Z"), ("incoming", "2026-04-09T00:00:00Z")]);
    text += &talk("New", &[("incoming", "2026-04-10T12:00:00Z"), ("incoming", "2026-04-10T13:00:00Z")]);
    text
}

fn desk() -> Desk {
    let meetings: String = (1..=6).map(|number| format!("Ada,2026-01-2{number},P{number},held\n")).collect();
    let connections: String = (1..=12)
        .map(|number| {
            let title = if number % 2 == 1 { "Head of Plant" } else { "Clerk" };
            format!("Ada,2026-01-04,P{number},{title},Otter\n")
        })
        .collect();
    let files = [
        ("messages.csv", messages()),
        (
            "meetings.csv",
            // The last one says how far the list goes.
            format!("seller,date,person,status\n{meetings}Ada,2026-04-10,Somebody,cancelled\n"),
        ),
        (
            "connections.csv",
            format!(
                "seller,connected_on,name,position,company\n{connections}Ada,2026-03-30,Pal,Clerk,Otter\n"
            ),
        ),
        (
            "deals.csv",
            "id,seller,name,status,person,created,closed\n\
             d1,Ada,Big,won,P1,2026-01-25,2026-02-20\n\
             d2,Ada,Small,lost,P2,2026-01-25,2026-04-10\n\
             d3,Ada,Late,open,P3,2026-03-01,\n"
                .to_owned(),
        ),
    ];
    let mut desk = Desk::new();
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let staged = desk.read(&files);
    desk.confirm(&staged);
    let persona =
        Persona { name: "Heads".into(), title_words: vec!["head of plant".into()], company_words: vec![] };
    desk.engine.answer(Ask::SetPersonas { personas: vec![persona] }, vec![]);
    desk
}

fn talks(desk: &mut Desk, filter: Filter) -> TalksView {
    match desk.engine.answer(Ask::Talks { filter }, vec![]) {
        Answer::Talks { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn hours(desk: &mut Desk, in_business_hours: bool) -> TalkHoursView {
    let question = Ask::TalkHours { filter: all(), window: "1h".into(), in_business_hours };
    match desk.engine.answer(question, vec![]) {
        Answer::TalkHours { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn hits(figure: &Figure) -> (Option<f64>, u64) {
    (figure.numerator.map(Quantity::to_f64), figure.n)
}

#[test]
fn those_who_wait_are_as_many_as_the_metric_counts() {
    let view = talks(&mut desk(), all());
    let said: Vec<_> = (view.waiting.iter())
        .map(|line| (line.name.as_str(), line.hours, line.has_answered_before, line.company.as_str()))
        .collect();
    // P1 to P12 wrote last 92 days ago, and are not waited for.
    assert_eq!(said, [("Wait", Some(48.0), true, ""), ("New", Some(12.0), false, "")]);
    let metric = view.personas.iter().find(|line| line.row.id == "conversations_waiting").unwrap();
    assert_eq!((view.waiting_total, metric.row.figure.value()), (2, Some(2.0)));
}

#[test]
fn fast_answers_are_held_against_meetings() {
    let speed = talks(&mut desk(), all()).speed;
    let classes: Vec<_> =
        speed.classes.rows.iter().map(|row| (row.key.as_str(), hits(&row.figure))).collect();
    assert_eq!(classes, [("1h", (Some(6.0), 6)), ("later", (Some(0.0), 6))]);
    let (difference, low, high) = speed.difference.unwrap();
    // Newcombe's interval of 6 of 6 against 0 of 6: Wilson gives 0.6097 to 1 and 0 to 0.3903 each.
    assert!((difference - 1.0).abs() < 1e-12 && high <= 1.0);
    assert!((low - (1.0 - 0.3903_f64.hypot(0.3903))).abs() < 1e-3, "{low}");
    // Two classes of six: the statistic is n, twelve, and falls with the class.
    let (slope, p) = speed.trend.unwrap();
    assert!(slope < 0.0 && (p - 0.000_532).abs() < 1e-5, "{p}");
}

#[test]
fn warm_conversations_end_in_one_way_each() {
    let view = talks(&mut desk(), Filter { persona: Some("Heads".into()), ..all() });
    let outcomes: Vec<_> =
        view.outcomes.iter().map(|line| (line.key.as_str(), line.count, line.parts)).collect();
    // P1 was won, P2 lost; the other ten have been silent since January.
    assert_eq!(
        outcomes,
        [
            ("open", 0, Some([0, 0, 0])),
            ("won", 1, Some([1, 0, 0])),
            ("lost", 1, Some([0, 1, 0])),
            ("dormant", 10, Some([5, 5, 0])),
        ]
    );
    let won = &view.outcomes[1].share;
    assert_eq!((view.became_warm.n, hits(won)), (12, (Some(1.0), 12)));
    // Wilson's interval of 1 of 12.
    assert!(
        (won.low.unwrap().to_f64() - 0.0149).abs() < 1e-4
            && (won.high.unwrap().to_f64() - 0.3539).abs() < 1e-4
    );
    let warm = view.personas.iter().find(|line| line.row.id == "warm_conversations").unwrap();
    let parts = warm.parts.as_ref().unwrap();
    assert_eq!(
        parts.each_ref().map(|part| part.as_ref().and_then(Figure::value)),
        [Some(6.0), Some(6.0), None]
    );
    // Nothing to split by without a persona.
    assert!(talks(&mut desk(), all()).outcomes[0].parts.is_none());
}

#[test]
fn meetings_are_told_by_seller_persona_and_start() {
    let view = talks(&mut desk(), Filter { persona: Some("Heads".into()), ..all() });
    assert_eq!(hits(&view.meetings.figure), (Some(6.0), 12));
    let rows: Vec<(String, (Option<f64>, u64))> = (view.meetings_by.iter())
        .flat_map(|by| by.rows.iter().map(|row| (row.key.clone(), hits(&row.figure))))
        .collect();
    let half = |key: &str, k: f64, n: u64| (key.to_owned(), (Some(k), n));
    assert_eq!(
        rows,
        [half("Ada", 6.0, 12), half("matching", 3.0, 6), half("other", 3.0, 6), half("2026-01-05", 6.0, 12)]
    );
}

#[test]
fn the_map_holds_the_hours_in_which_messages_came() {
    let mut desk = desk();
    let view = hours(&mut desk, false);
    assert_eq!(view.span.days(), 52 * 7);
    let heat = view.share.heat.unwrap();
    let nine = heat.cells[0][9].as_ref().unwrap();
    assert_eq!(hits(&nine.figure), (Some(6.0), 12));
    assert_eq!(view.share.days[0].as_ref().map(hits), Some((Some(6.0), 12)));
    assert_eq!(view.waits.row.id, "response_time");
    // Of 26 turns six end after half an hour and six after 48 hours.
    let calendar = view.waits.row.figure.duration.unwrap();
    assert_eq!((view.waits.row.figure.n, calendar.events), (26, 12));
    assert_eq!(calendar.mean_finished, Some((0.5 + 48.0) / 2.0));
    // Monday nine to Wednesday nine are two working days of nine hours.
    let business = hours(&mut desk, true).waits;
    assert_eq!(business.row.id, "response_time_business");
    assert_eq!(business.row.figure.duration.unwrap().mean_finished, Some((0.5 + 18.0) / 2.0));
}

#[test]
fn working_hours_and_zone_are_kept_and_taken_over() {
    let mut desk = desk();
    let before = hours(&mut desk, true).rules;
    let rules = TalkRules {
        business_hours: BusinessHours { days: vec![3], from: 8, to: 10 },
        zone: Some(Zone { name: "Etc/GMT-2".into(), offsets: vec![(0, 7200)] }),
        keywords: vec!["plant".into()],
    };
    desk.engine.answer(Ask::SetTalkRules { rules: rules.clone() }, vec![]);
    let now = hours(&mut desk, true);
    assert_eq!((&now.rules, now.frame.zone.as_str()), (&rules, "Etc/GMT-2"));
    // The message of nine o'clock came at eleven there.
    assert!(now.share.heat.unwrap().cells[0][11].is_some());
    let Answer::File { text, .. } = desk.engine.answer(Ask::Setup, vec![]) else { panic!() };
    let Answer::Body { body, .. } = desk.engine.answer(Ask::Body, vec![]) else { panic!() };
    let mut other = Desk::new();
    other.engine.answer(Ask::UseSetup { text }, vec![]);
    assert_eq!(hours(&mut other, true).frame.zone, "Etc/GMT-2");
    other.engine.answer(Ask::UndoSetup, vec![]);
    assert_eq!(hours(&mut other, true).frame.zone, "");
    let open = Ask::Open { body: Some(body), name: String::new(), zone: Zone::utc() };
    other.engine.answer(open, vec![]);
    assert_eq!(hours(&mut other, true).rules, rules);
    desk.engine.answer(Ask::SetTalkRules { rules: before.clone() }, vec![]);
    assert_eq!(hours(&mut desk, true).rules, before);
}

#[test]
fn a_person_is_shown_with_all_that_happened() {
    let mut desk = desk();
    let ask = |desk: &mut Desk, name: &str| -> PersonView {
        let question = Ask::Person { filter: all(), profile: String::new(), name: name.into() };
        match desk.engine.answer(question, vec![]) {
            Answer::Person { view } => *view,
            other => panic!("{other:?}"),
        }
    };
    let person = ask(&mut desk, "p1");
    let said: Vec<_> =
        person.events.iter().map(|event| (event.day.iso(), event.minute, event.kind)).collect();
    use PersonEventKind::{Connected, DealCreated, DealWon, Meeting, MessageReceived, MessageSent};
    assert_eq!(
        said,
        [
            ("2026-02-20".to_owned(), None, DealWon),
            ("2026-01-25".to_owned(), None, DealCreated),
            ("2026-01-21".to_owned(), None, Meeting),
            ("2026-01-08".to_owned(), Some(720), MessageReceived),
            ("2026-01-05".to_owned(), Some(570), MessageSent),
            ("2026-01-05".to_owned(), Some(540), MessageReceived),
            ("2026-01-04".to_owned(), None, Connected),
        ]
    );
    assert_eq!((person.messages, person.company.as_str(), person.total), ((1, 2), "Otter", 7));
    assert!(ask(&mut desk, "Nobody").events.is_empty());
}

#[test]
fn a_network_that_grows_without_business_is_told() {
    let mut desk = desk();
    let friends = |desk: &mut Desk, weeks| -> FriendsView {
        match desk.engine.answer(Ask::Friends { filter: all(), weeks }, vec![]) {
            Answer::Friends { view } => view,
            other => panic!("{other:?}"),
        }
    };
    // In the last four weeks one contact came to twelve, and nothing else happened.
    let now = friends(&mut desk, 4);
    let line = &now.lines[0];
    assert_eq!((line.network, line.ssi, line.is_stuck), (Some((12.0, 13.0)), None, Some(true)));
    assert_eq!((line.warm, line.meetings, line.deals), (Some(0.0), Some(0.0), Some(0.0)));
    let stalled: Vec<&str> = line.stalled.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((stalled, line.stalled_total), (vec!["Pal"], 1));
    // A deal of March is business.
    assert_eq!(friends(&mut desk, 6).lines[0].is_stuck, Some(false));
    assert!(friends(&mut Desk::new(), 12).lines.is_empty());
}

#[test]
fn an_empty_workspace_says_so_and_breaks_nothing() {
    let view = talks(&mut Desk::new(), all());
    assert!(view.frame.is_empty && view.waiting.is_empty() && view.outcomes.is_empty());
    assert!(view.speed.trend.is_none() && view.effort.hours.is_none());
    assert!(hours(&mut Desk::new(), true).share.heat.is_none());
}

fn demos() -> OwnMetric {
    let held = Condition { field: "status".into(), test: Test::Is, value: "held".into() };
    OwnMetric {
        name: "Contacts met".into(),
        kind: OwnKind::Rate,
        of: OwnPart::of(TableId::Connections),
        to: Some(OwnPart { conditions: vec![held], ..OwnPart::of(TableId::Meetings) }),
        link: OwnLink::Person,
        within_days: Some(60),
        better: crate::metrics::Better::Higher,
        stage: crate::metrics::Stage::Leading,
    }
}

fn scores(desk: &mut Desk, question: Ask) -> OwnScoresView {
    match desk.engine.answer(question, vec![]) {
        Answer::OwnScores { view } => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_metric_of_ones_own_has_all_that_others_have() {
    let mut desk = desk();
    let tried = scores(&mut desk, Ask::TryOwn { filter: all(), metric: demos() });
    // Twelve contacts are old enough, six of them were met; the one of March is too young.
    let row = tried.rows[0].as_ref().unwrap();
    assert_eq!(hits(&row.figure), (Some(6.0), 12));
    assert!(scores(&mut desk, Ask::OwnScores { filter: all() }).metrics.is_empty());
    desk.engine.answer(Ask::SetOwn { metrics: vec![demos()] }, vec![]);
    let kept = scores(&mut desk, Ask::OwnScores { filter: all() });
    assert_eq!((kept.rows, kept.metrics), (tried.rows.clone(), vec![demos()]));
    let name = || "Contacts met".to_owned();
    let opened: MetricView = match desk
        .engine
        .answer(Ask::OwnMetric { name: name(), filter: all(), by: None, over: None }, vec![])
    {
        Answer::Metric { view } => *view,
        other => panic!("{other:?}"),
    };
    assert_eq!((opened.row.id.as_str(), opened.used_total), ("own:Contacts met", 12));
    assert!(opened.trend.is_some() && opened.own.is_some());
    let breakdown = opened.breakdown.unwrap();
    assert_eq!((breakdown.rows[0].key.as_str(), hits(&breakdown.rows[0].figure)), ("Ada", (Some(6.0), 12)));
    let rows = Ask::OwnRows { name: name(), filter: all(), which: Which::Used };
    let Answer::Rows { list } = desk.engine.answer(rows, vec![]) else { panic!() };
    assert_eq!((list.total, list.rows[0].file.as_str()), (12, "connections.csv"));
    let gone = Ask::OwnMetric { name: "Gone".into(), filter: all(), by: None, over: None };
    assert!(matches!(desk.engine.answer(gone, vec![]), Answer::Failed { .. }));
    // It goes with the definitions.
    let Answer::File { text, .. } = desk.engine.answer(Ask::Setup, vec![]) else { panic!() };
    let mut other = Desk::new();
    other.engine.answer(Ask::UseSetup { text }, vec![]);
    assert_eq!(scores(&mut other, Ask::OwnScores { filter: all() }).metrics, [demos()]);
}

#[test]
fn what_is_not_said_in_full_has_no_row() {
    let broken = OwnMetric { to: None, ..demos() };
    let tried = scores(&mut desk(), Ask::TryOwn { filter: all(), metric: broken });
    assert_eq!(tried.rows, [None]);
    // Where a table has nothing, the row names the file that would bring it.
    let mut to_links = demos();
    to_links.to = Some(OwnPart::of(TableId::LinkSends));
    let tried = scores(&mut desk(), Ask::TryOwn { filter: all(), metric: to_links });
    let state = tried.rows[0].as_ref().map(|row| row.figure.state);
    assert_eq!(state, Some(State::Missing(Missing::NoFacts(Need::LinkSends))));
    assert_eq!(Day::parse_iso("2026-04-10"), tried.frame.data_end);
}

/// P1 was met after the conversation of January. «New» wrote on the last day of the data, and nobody can say yet. Nobody
/// ever talked with Zed.
#[test]
fn a_tag_stands_in_the_table_of_keywords_before_anything_can_be_judged() {
    let mut desk = desk();
    for (tag, person) in [("fair", "P1"), ("fair", "New"), ("welding", "New"), ("yacht club", "Zed")] {
        let change = NoteChange::TagPerson { tag: tag.into(), person: person.into(), on: true };
        desk.engine.answer(Ask::ChangeNotes { change }, vec![]);
    }
    let view = talks(&mut desk, all());
    let said: Vec<_> = (view.keywords.rows.iter())
        .map(|row| (row.key.as_str(), row.figure.n, row.figure.left_out.clone()))
        .collect();
    assert_eq!(
        said,
        [
            ("fair", 1, vec![(Reason::TooYoung, 1)]),
            ("welding", 0, vec![(Reason::TooYoung, 1)]),
            ("yacht club", 0, vec![]),
        ]
    );
    assert!(view.keywords.rows.iter().all(|row| row.figure.value().is_none()), "all are too few");
    assert_eq!(hits(&view.keywords.rows[0].figure), (Some(1.0), 1));
}
