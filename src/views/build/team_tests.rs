//! The team page's values, and what team, brand page and baseline do to a selection.

use super::{frame, team_view};
use crate::facts::{
    Day, Facts, FileFacts, FileSummary, Moment, RosterChange, SellerKind, Span, TableId, Zone, number_to_cell,
};
use crate::views::{Baseline, Filter, PeriodChoice, TeamView};
use crate::workspace::Workspace;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// Readings of sellers, one a day from the first of March 2026; data end 30 June.
fn workspace(sellers: &[(&str, u32)]) -> Workspace {
    let mut workspace = Workspace::new("w");
    for (seller, rows) in sellers {
        let mut facts = Facts::default();
        let cell = facts.text_cell(seller);
        for row in 0..*rows {
            let date = Moment::date(day("2026-03-01").plus(row as i32)).raw();
            facts.add(TableId::Ssi, &[cell, date, number_to_cell(60.0)], 0, row + 2);
        }
        let name = facts.names.find(seller).unwrap();
        facts.extend_data_end(TableId::Ssi, name, day("2026-06-30"));
        let summary = FileSummary {
            file: format!("{seller}.csv"),
            data_end: Some(day("2026-06-30")),
            ..FileSummary::default()
        };
        workspace.import(vec![FileFacts { summary, facts }], "t");
    }
    workspace
}

fn apply(workspace: &mut Workspace, changes: &[RosterChange]) {
    for change in changes {
        let in_files = workspace.seller_names().into_keys().collect();
        workspace.roster.apply(change, &in_files).unwrap();
    }
}

fn view(workspace: &Workspace) -> TeamView {
    let (facts, zone) = (workspace.facts(), Zone::utc());
    team_view(workspace, &frame(workspace, &facts, &zone, &Filter::default()))
}

fn new_team(name: &str) -> RosterChange {
    RosterChange::NewTeam { name: name.into() }
}

fn set_team(seller: &str, team: &str) -> RosterChange {
    RosterChange::SetTeam { seller: seller.into(), team: Some(team.into()) }
}

fn set_baseline(seller: Option<&str>, date: &str) -> RosterChange {
    RosterChange::SetBaseline { seller: seller.map(str::to_owned), day: Some(day(date)) }
}

#[test]
fn a_merged_seller_shows_all_names_with_their_rows() {
    let mut workspace = workspace(&[("A. Berg", 3), ("Anna Berg", 2), ("Bo Lind", 1)]);
    let before = view(&workspace);
    assert_eq!(before.alike, [["A. Berg".to_owned(), "Anna Berg".to_owned()]]);
    assert_eq!(before.sellers.len(), 3);
    let sellers = vec!["A. Berg".to_owned(), "Anna Berg".to_owned()];
    apply(&mut workspace, &[RosterChange::Merge { sellers, into: "Anna Berg".into() }]);
    let after = view(&workspace);
    assert!(after.alike.is_empty());
    let anna = &after.sellers[0];
    let names: Vec<_> =
        anna.names.iter().map(|name| (name.name.as_str(), name.rows, name.can_split)).collect();
    assert_eq!(names, [("Anna Berg", 2, false), ("A. Berg", 3, true)]);
    // The two days that both tell of are two readings of one person: told once.
    assert_eq!(anna.tables, [(TableId::Ssi, 3)]);
    assert_eq!(anna.files, ["A. Berg.csv", "Anna Berg.csv"]);
    assert_eq!(anna.newest, Some(day("2026-03-03")));
}

#[test]
fn two_people_of_like_names_are_asked_about_once() {
    let mut workspace = workspace(&[("Anna Berg", 1), ("anna  berg", 1)]);
    let [pair] = view(&workspace).alike.try_into().unwrap();
    apply(&mut workspace, &[RosterChange::Dismiss { sellers: pair }]);
    assert!(view(&workspace).alike.is_empty());
    assert_eq!(view(&workspace).sellers.len(), 2);
}

#[test]
fn sellers_stand_by_team_and_brand_pages_apart() {
    let mut workspace = workspace(&[("Ada", 1), ("Bo", 1), ("Cy", 1), ("Page", 1)]);
    apply(
        &mut workspace,
        &[
            new_team("North"),
            new_team("Empty"),
            set_team("Bo", "North"),
            set_team("Page", "North"),
            RosterChange::SetKind { seller: "Page".into(), kind: SellerKind::BrandPage },
        ],
    );
    let (facts, zone) = (workspace.facts(), Zone::utc());
    let asked = frame(&workspace, &facts, &zone, &Filter { team: Some("North".into()), ..Filter::default() });
    let groups: Vec<_> = (asked.frame.groups.iter())
        .map(|group| (group.team.as_deref(), group.is_brand, group.sellers.join(" ")))
        .collect();
    assert_eq!(
        groups,
        [
            (Some("North"), false, "Bo".to_owned()),
            (Some("Empty"), false, String::new()),
            (None, false, "Ada Cy".to_owned()),
            (None, true, "Page".to_owned()),
        ]
    );
    assert_eq!(asked.selection.sellers, Some(vec![facts.names.find("Bo").unwrap()]));
    // A team that is gone is dropped, like a seller who is.
    let gone = frame(&workspace, &facts, &zone, &Filter { team: Some("South".into()), ..Filter::default() });
    assert_eq!((gone.frame.filter.team, gone.selection.sellers), (None, None));
}

#[test]
fn a_baseline_is_a_period_and_the_one_before_it() {
    let mut workspace = workspace(&[("Ada", 1), ("Bo", 1), ("Page", 1)]);
    apply(&mut workspace, &[RosterChange::SetKind { seller: "Page".into(), kind: SellerKind::BrandPage }]);
    let since = |workspace: &Workspace, seller: Option<&str>| {
        let (facts, zone) = (workspace.facts(), Zone::utc());
        let filter = Filter {
            period: PeriodChoice::SinceBaseline,
            seller: seller.map(str::to_owned),
            ..Filter::default()
        };
        let asked = frame(workspace, &facts, &zone, &filter).frame;
        (asked.baseline, asked.filter.period, asked.period, asked.before)
    };
    assert_eq!(since(&workspace, None).0, Baseline::None);
    assert_eq!(since(&workspace, None).1, PeriodChoice::Quarter);

    // Everyone but the brand page shares it.
    apply(&mut workspace, &[set_baseline(Some("Ada"), "2026-05-01"), set_baseline(Some("Bo"), "2026-05-01")]);
    let (baseline, choice, period, before) = since(&workspace, None);
    assert_eq!((baseline, choice), (Baseline::Day(day("2026-05-01")), PeriodChoice::SinceBaseline));
    // 31 days of May and 30 of June; as long before.
    assert_eq!(period, Some(Span { from: day("2026-05-01"), to: day("2026-06-30") }));
    assert_eq!(before, Some(Span { from: day("2026-03-01"), to: day("2026-04-30") }));

    apply(&mut workspace, &[set_baseline(Some("Bo"), "2026-06-01")]);
    assert_eq!(since(&workspace, None).0, Baseline::Different);
    assert_eq!(since(&workspace, Some("Bo")).0, Baseline::Day(day("2026-06-01")));

    // Who has none of their own has everyone's.
    apply(
        &mut workspace,
        &[
            RosterChange::SetBaseline { seller: Some("Bo".into()), day: None },
            set_baseline(None, "2026-05-01"),
        ],
    );
    assert_eq!(since(&workspace, None).0, Baseline::Day(day("2026-05-01")));
    apply(&mut workspace, &[set_baseline(Some("Ada"), "2026-07-01")]);
    assert_eq!(since(&workspace, Some("Ada")).0, Baseline::AfterData(day("2026-07-01")));
}
