//! The values of the page of referrals and paths, counted by hand.

use super::network_tests::{day, filter, import, rows};
use super::{benchmark_lines, frame, referrals_view};
use crate::facts::{AskOutcome, NoteChange, TableId, Zone};
use crate::metrics::{Doubt, Ruling, State, Verdict};
use crate::views::{ReferralLine, ReferralsView};
use crate::workspace::Workspace;

fn view(workspace: &Workspace, company: Option<&str>) -> ReferralsView {
    let (facts, zone) = (workspace.facts(), Zone::utc());
    let filter = filter("2026-01-01", "2026-06-30");
    referrals_view(workspace, &frame(workspace, &facts, &zone, &filter), company)
}

/// The ruling on what is said of mutual connections, and the own figure.
fn ruling(workspace: &Workspace) -> (Ruling, Option<f64>, u64) {
    let (facts, zone) = (workspace.facts(), Zone::utc());
    let filter = filter("2026-01-01", "2026-06-30");
    let lines = benchmark_lines(workspace, &frame(workspace, &facts, &zone, &filter));
    let line = lines.into_iter().find(|line| line.id == "mutual_70").unwrap();
    (line.ruling, line.mine.figure.value(), line.mine.figure.n)
}

fn line(name: &str, [received, won, lost, open]: [u32; 4]) -> ReferralLine {
    ReferralLine { name: name.into(), received, won, lost, open }
}

fn note(workspace: &mut Workspace, change: &NoteChange) {
    let roster = workspace.roster.clone();
    assert!(workspace.notes.apply(&roster, change));
}

#[test]
fn lost_referrals_stay_in_the_numbers() {
    let mut workspace = Workspace::new("w");
    let leads = rows(&[
        "l1|2026-01-05|Ada|Referral|New",
        "l2|2026-01-06|Ada|Referral|New",
        "l3|2026-01-07|Bo|Referral|New",
        "l4|2026-01-08|Bo|LinkedIn|New",
    ]);
    import(&mut workspace, TableId::Leads, "2026-06-30", "id|created|seller|source|status", &leads);
    let deals = rows(&[
        "d1|Ada|l1|2026-01-10|2026-02-10|Won|",
        "d2|Ada|l2|2026-01-11|2026-02-20|Lost|",
        // A second deal of the same lead is open: it may still be won.
        "d3|Bo|l3|2026-01-12|2026-02-20|Lost|",
        "d4|Bo|l3|2026-03-12||Open|",
        "d5|Ada||2026-01-15|2026-03-15|Lost|Referral",
        "d6|Bo||2026-01-01|2026-04-01|Won|LinkedIn",
    ]);
    let header = "id|seller|lead_id|created|closed|status|source";
    import(&mut workspace, TableId::Deals, "2026-06-30", header, &deals);
    let logged = rows(&[
        "Ada|2026-01-05|Kim|customer|l1|",
        "Ada|2026-01-15|Kim|customer||d5",
        "Bo|2026-02-01|Lo|non-buyer||",
    ]);
    let header = "seller|date|referrer|referrer_type|lead_id|deal_id";
    import(&mut workspace, TableId::Referrals, "2026-06-30", header, &logged);
    let view = view(&workspace, None);
    assert_eq!(view.received.unwrap().figure.value(), Some(5.0));
    assert_eq!(view.total, line("", [5, 1, 2, 2]));
    // Who referred is known of three; of l2 and l3 nobody says.
    assert_eq!(view.referrers, [line("", [2, 0, 1, 1]), line("Kim", [2, 1, 1, 0]), line("Lo", [1, 0, 0, 1])]);
    assert_eq!(
        view.kinds,
        [line("", [2, 0, 1, 1]), line("customer", [2, 1, 1, 0]), line("non-buyer", [1, 0, 0, 1])]
    );
    assert_eq!(view.sellers, [line("Ada", [3, 1, 2, 0]), line("Bo", [2, 0, 0, 2])]);
    // Of deals: d1 is won after 31 days. The other known source has one, won after 90.
    assert_eq!(view.cycle.unwrap().duration.map(|duration| duration.events), Some(1));
    let others = view.cycle_others.unwrap();
    assert_eq!((others.n, others.value()), (1, Some(90.0)));
    assert_eq!(view.team, ["Ada", "Bo"]);
}

/// Ten first messages of Ada in January, to P0 … P9; she met P0 to P4 and P5 in February.
fn outreach() -> Workspace {
    let mut workspace = Workspace::new("w");
    let sent: Vec<String> = (0..10).map(|at| format!("Ada|c{at}|outgoing|2026-01-1{at}|P{at}")).collect();
    let header = "seller|conversation|direction|sent_at|person";
    import(&mut workspace, TableId::Messages, "2026-06-30", header, &sent);
    let met: Vec<String> = (0..6).map(|at| format!("Ada|2026-02-0{}|P{at}|held", at + 1)).collect();
    import(&mut workspace, TableId::Meetings, "2026-06-30", "seller|date|person|status", &met);
    workspace
}

fn say(workspace: &mut Workspace, at: usize, mentioned: bool) {
    let line = view(workspace, None).mutual.messages.into_iter().find(|line| line.name == format!("P{at}"));
    let line = line.unwrap();
    let change = NoteChange::Mutual {
        seller: line.seller,
        person: line.key,
        sent: line.sent,
        mentioned: Some(mentioned),
    };
    note(workspace, &change);
}

#[test]
fn naming_a_mutual_connection_is_compared_once_there_is_enough() {
    let mut workspace = outreach();
    let mutual = view(&workspace, None).mutual;
    assert_eq!((mutual.unsaid, mutual.messages.len()), (10, 10));
    assert_eq!((&mutual.with, &mutual.without), (&None, &None));
    assert_eq!(mutual.messages[0].sent, day("2026-01-19"));
    assert_eq!(ruling(&workspace), (Ruling::CannotTell(Doubt::NotMarked), None, 0));
    for at in 0..5 {
        say(&mut workspace, at, true);
    }
    for at in 5..9 {
        say(&mut workspace, at, false);
    }
    let mutual = view(&workspace, None).mutual;
    assert_eq!(mutual.with.unwrap().value(), Some(1.0));
    assert!(matches!(mutual.without.unwrap().state, State::TooFew { need: 5 }));
    assert_eq!((mutual.unsaid, mutual.difference, mutual.ratio), (1, None, None));
    assert_eq!(ruling(&workspace), (Ruling::CannotTell(Doubt::TooFew { need: 5 }), None, 9));
    say(&mut workspace, 9, false);
    let mutual = view(&workspace, None).mutual;
    // Five of five against one of five.
    let change = mutual.difference.unwrap();
    assert!((change.difference - 0.8).abs() < 1e-12);
    // The difference's interval clears zero, the ratio's does not clear one: the more careful holds.
    assert!(change.low.is_some_and(|low| low > 0.0));
    assert_eq!(change.verdict, Verdict::CannotTell);
    let (ratio, low, high) = mutual.ratio.unwrap();
    // By hand: 5 × exp(± 1.96 √(1/5 − 1/5 + 1/1 − 1/5)).
    assert!((ratio - 5.0).abs() < 1e-12);
    assert!((low - 0.8662).abs() < 1e-4 && (high - 28.8608).abs() < 1e-4, "{low} {high}");
    // 13 % less to 28 times more: it holds both 70 % more and no difference.
    assert_eq!(ruling(&workspace), (Ruling::CannotTell(Doubt::TooWide), Some(4.0), 10));
}

#[test]
fn who_knows_whom_at_a_company() {
    let mut workspace = Workspace::new("w");
    let known = rows(&[
        "Ada|2025-05-01|Kim Reed|Granit AB|Buyer",
        "Bo|2024-05-01|Kim Reed|Granit|Head buyer",
        "Bo|2025-06-01|Lo|Granit Nordic|",
        "Bo|2025-07-01|Mo|Fern|CEO",
    ]);
    let header = "seller|connected_on|name|company|position";
    import(&mut workspace, TableId::Connections, "2026-06-30", header, &known);
    let deals = rows(&["d1|Granit|2026-01-10|Open", "d2|Fern|2026-01-10|Lost", "d3|Oak|2026-01-10|Open"]);
    import(&mut workspace, TableId::Deals, "2026-06-30", "id|company|created|status", &deals);
    let change = NoteChange::AskIntroduction {
        seller: "Ada".into(),
        via: "Bo".into(),
        person: "Kim  REED".into(),
        company: "Granit".into(),
        on: day("2026-06-01"),
    };
    note(&mut workspace, &change);
    note(
        &mut workspace,
        &NoteChange::Settle { id: 1, outcome: AskOutcome::Introduced, on: day("2026-06-05") },
    );
    let view = view(&workspace, Some("Granit AB"));
    let targets: Vec<(&str, u32)> =
        view.targets.iter().map(|target| (target.company.as_str(), target.known)).collect();
    assert_eq!(targets, [("Granit", 3), ("Oak", 0)]);
    let paths = view.paths.unwrap();
    let found: Vec<(&str, &str, bool)> =
        paths.lines.iter().map(|line| (line.via.as_str(), line.person.as_str(), line.is_asked)).collect();
    assert_eq!(found, [("Bo", "Kim Reed", true), ("Ada", "Kim Reed", false), ("Bo", "Lo", false)]);
    assert_eq!(paths.lines[0].position, "Head buyer");
    assert_eq!(
        (view.asks[0].outcome, view.asks[0].settled),
        (AskOutcome::Introduced, Some(day("2026-06-05")))
    );
}

#[test]
fn nothing_is_nothing() {
    let view = view(&Workspace::new("w"), Some("Granit"));
    assert!(view.frame.is_empty && view.referrers.is_empty() && view.targets.is_empty());
    assert_eq!(view.total, ReferralLine::default());
    assert_eq!(view.paths.map(|paths| paths.lines.len()), Some(0));
}
