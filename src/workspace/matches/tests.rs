//! Records that meet, by hand-made cases; and that what is said can be taken back.

use proptest::prelude::*;

use super::{Ground, Meeting, Pair};
use crate::facts::{
    Amount, DealRow, Facts, FieldType, FileFacts, FileSummary, LeadRow, MISSING, Moment, TableId,
};
use crate::workspace::{Workspace, read_body, write_body};

/// A file of one table, from texts by field.
fn file(name: &str, source: &str, table: TableId, rows: &[&[(&str, &str)]]) -> FileFacts {
    let mut facts = Facts::default();
    let schema = table.schema();
    for (line, row) in rows.iter().enumerate() {
        let mut cells = vec![MISSING; schema.fields.len()];
        for (field, text) in *row {
            let column = schema.column(field).unwrap();
            cells[column] = match schema.fields[column].kind {
                FieldType::Moment => Moment::date(crate::facts::Day::parse_iso(text).unwrap()).raw(),
                FieldType::Amount => Amount::from_f64(text.parse().unwrap()).unwrap().0,
                _ => facts.text_cell(text),
            };
        }
        facts.add(table, &cells, 0, u32::try_from(line).unwrap() + 2);
    }
    let summary = FileSummary { file: name.into(), source: source.into(), ..FileSummary::default() };
    FileFacts { summary, facts }
}

fn people() -> Workspace {
    let mut workspace = Workspace::new("w");
    let connections = file(
        "Connections.csv",
        "linkedin.connections",
        TableId::Connections,
        &[
            &[
                ("seller", "Ada"),
                ("connected_on", "2026-01-02"),
                ("name", "Catherine Reed"),
                ("profile_url", "https://www.linkedin.com/in/creed"),
                ("company", "Fern AB"),
            ],
            &[
                ("seller", "Ada"),
                ("connected_on", "2026-01-03"),
                ("name", "Bo Moss"),
                ("profile_url", "https://www.linkedin.com/in/bomoss"),
                ("email", "bo@moss.example"),
                ("company", "Moss AB"),
            ],
            &[
                ("seller", "Ada"),
                ("connected_on", "2026-01-04"),
                ("name", "Cy Alder"),
                ("profile_url", "https://www.linkedin.com/in/cy"),
                ("email", "cy@home.example"),
                ("company", "Lime"),
            ],
            &[
                ("seller", "Ada"),
                ("connected_on", "2026-01-05"),
                ("name", "Di Sage"),
                ("profile_url", "https://www.linkedin.com/in/di"),
                ("company", "Sage"),
            ],
        ],
    );
    let messages = file(
        "messages.csv",
        "linkedin.messages",
        TableId::Messages,
        &[&[
            ("seller", "Ada"),
            ("conversation", "1"),
            ("direction", "incoming"),
            ("sent_at", "2026-01-06"),
            ("person", "Di Sage"),
            ("profile_url", "https://www.linkedin.com/in/di"),
        ]],
    );
    let leads = file(
        "hubspot-2026-03.csv",
        "mapped.leads",
        TableId::Leads,
        &[
            &[
                ("id", "L1"),
                ("created", "2026-02-01"),
                ("person", "Cathy Reed"),
                ("email", "c.reed@fern.example"),
                ("company", "Fern"),
            ],
            &[
                ("id", "L2"),
                ("created", "2026-02-02"),
                ("person", "Bo Moss"),
                ("email", "BO@moss.example"),
                ("company", "Moss AB"),
            ],
            &[
                ("id", "L3"),
                ("created", "2026-02-03"),
                ("person", "Cy Alder"),
                ("email", "cy@lime.example"),
                ("company", "Lime"),
            ],
            &[("id", "L4"), ("created", "2026-02-04"), ("person", "Di Sage"), ("company", "Elsewhere Inc")],
        ],
    );
    workspace.import(vec![connections, messages, leads], "t");
    workspace
}

fn told(meetings: &[Meeting]) -> Vec<(Ground, &str, &str)> {
    let other = |meeting: &Meeting| meeting.other.as_ref().map(|side| side.name.clone()).unwrap_or_default();
    let all: Vec<_> =
        meetings.iter().map(|meeting| (meeting.ground, meeting.one.name.as_str(), other(meeting))).collect();
    all.into_iter().map(|(ground, one, other)| (ground, one, &*other.leak())).collect()
}

#[test]
fn exact_keys_come_first_and_names_are_told_apart() {
    let mut workspace = people();
    let review = workspace.match_review(&workspace.facts());
    assert_eq!(
        told(&review.exact),
        [(Ground::Profile, "Di Sage", ""), (Ground::Email, "Bo Moss", "Bo Moss"),]
    );
    assert_eq!(review.exact[1].key, "bo@moss.example");
    assert_eq!(told(&review.by_name), [(Ground::Name, "Di Sage", "Di Sage")]);
    assert!(review.by_name[0].companies_differ);
    assert!(review.suggestions.is_empty(), "nothing is suggested unasked");
    workspace.matches.suggests = true;
    let review = workspace.match_review(&workspace.facts());
    assert_eq!(
        told(&review.suggestions),
        [(Ground::NameOnly, "Cy Alder", "Cy Alder"), (Ground::Company, "Catherine Reed", "Cathy Reed"),]
    );
}

#[test]
fn a_decision_leaves_the_list_and_can_be_taken_back() {
    let mut workspace = people();
    workspace.matches.suggests = true;
    let before = workspace.match_review(&workspace.facts());
    let pair = before.by_name[0].pair.clone().unwrap();
    let Pair::People(a, b) = pair.clone() else { panic!("{pair:?}") };
    assert!(a.same_as(&b));
    workspace.matches.decide(pair, ("Di Sage".into(), "Di Sage".into()), false);
    assert_eq!(workspace.facts().acquainted.said(&a, &b), Some(false));
    assert!(workspace.match_review(&workspace.facts()).by_name.is_empty());
    let back = read_body(&write_body(&workspace)).unwrap();
    assert_eq!(back.matches, workspace.matches);
    let id = workspace.matches.decisions()[0].id;
    assert!(workspace.matches.take_back(id) && !workspace.matches.take_back(id));
    assert_eq!(workspace.match_review(&workspace.facts()), before);
}

fn two_systems() -> Workspace {
    let mut workspace = Workspace::new("w");
    let leads = file(
        "leads.csv",
        "mapped.leads",
        TableId::Leads,
        &[&[("id", "L1"), ("created", "2026-01-01"), ("email", "kim@fern.example"), ("person", "Kim Fern")]],
    );
    let other_leads = file(
        "newsletter.csv",
        "mapped.leads",
        TableId::Leads,
        &[&[("id", "n-7"), ("created", "2026-01-05"), ("email", "Kim@Fern.example"), ("company", "Fern AB")]],
    );
    let deals = file(
        "pipedrive.csv",
        "mapped.deals",
        TableId::Deals,
        &[
            &[
                ("id", "1"),
                ("status", "won"),
                ("company", "Fern AB"),
                ("amount", "500"),
                ("created", "2026-02-01"),
                ("closed", "2026-03-01"),
                ("lead_id", "L1"),
            ],
            &[
                ("id", "2"),
                ("status", "won"),
                ("company", "Moss"),
                ("amount", "500"),
                ("created", "2026-02-01"),
            ],
        ],
    );
    let invoices = file(
        "billing.csv",
        "mapped.deals",
        TableId::Deals,
        &[
            &[
                ("id", "INV-1"),
                ("status", "won"),
                ("company", "FERN"),
                ("amount", "500"),
                ("closed", "2026-03-09"),
                ("source", "LinkedIn"),
            ],
            &[
                ("id", "INV-2"),
                ("status", "won"),
                ("company", "Moss"),
                ("amount", "500"),
                ("closed", "2026-09-09"),
            ],
        ],
    );
    workspace.import(vec![leads, other_leads, deals, invoices], "t");
    workspace.matches.suggests = true;
    workspace
}

#[test]
fn two_deals_that_are_one_count_once() {
    let mut workspace = two_systems();
    let review = workspace.match_review(&workspace.facts());
    let exact = [(Ground::Email, "Kim Fern", "Kim@Fern.example"), (Ground::LeadId, "Fern AB", "Kim Fern")];
    assert_eq!(told(&review.exact), exact);
    assert_eq!(
        told(&review.suggestions),
        [(Ground::Email, "Kim Fern", "Fern AB"), (Ground::Amount, "Fern AB", "FERN")]
    );
    for suggestion in review.suggestions {
        workspace.matches.decide(suggestion.pair.unwrap(), (String::new(), String::new()), true);
    }
    let facts = workspace.facts();
    let text = |sym| facts.names.text(sym);
    let deals: Vec<_> = facts
        .rows::<DealRow>()
        .map(|(_, deal)| {
            (text(deal.id), text(deal.company), text(deal.source), text(deal.lead_id), deal.created.is_some())
        })
        .collect();
    // The newest export's word and name; the other fills its blanks. The deal follows its lead's new name.
    assert_eq!(
        deals,
        [
            ("INV-1", "FERN", "LinkedIn", "n-7", true),
            ("2", "Moss", "", "", true),
            ("INV-2", "Moss", "", "", false),
        ]
    );
    let leads: Vec<_> = facts.rows::<LeadRow>().map(|(_, lead)| (text(lead.id), text(lead.person))).collect();
    assert_eq!(leads, [("n-7", "Kim Fern")]);
}

/// Everything that those see who compute.
fn seen(workspace: &Workspace) -> String {
    let facts = workspace.facts();
    TableId::ALL.map(|id| format!("{:?}", facts.table(id))).concat() + &format!("{:?}", facts.acquainted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_said_and_taken_back_leaves_no_trace(
        said in proptest::collection::vec((0usize..8, any::<bool>()), 0..8),
        then in proptest::collection::vec((0usize..8, any::<bool>()), 1..8),
    ) {
        for mut workspace in [people(), two_systems()] {
            workspace.matches.suggests = true;
            let review = workspace.match_review(&workspace.facts());
            let all = review.exact.into_iter().chain(review.by_name).chain(review.suggestions);
            let pairs: Vec<Pair> = all.filter_map(|meeting| meeting.pair).collect();
            let untouched = seen(&workspace);
            let mut decided = Vec::new();
            for (which, is_same) in &said {
                let pair = pairs[which % pairs.len()].clone();
                decided.push(pair.clone());
                workspace.matches.decide(pair, Default::default(), *is_same);
            }
            let before = seen(&workspace);
            for (which, is_same) in &then {
                let pair = pairs[which % pairs.len()].clone();
                if decided.contains(&pair) { continue; }
                workspace.matches.decide(pair, Default::default(), *is_same);
                let id = workspace.matches.decisions().last().unwrap().id;
                prop_assert!(workspace.matches.take_back(id));
            }
            prop_assert_eq!(seen(&workspace), before);
            let ids: Vec<u32> = workspace.matches.decisions().iter().map(|decision| decision.id).collect();
            ids.into_iter().for_each(|id| { workspace.matches.take_back(id); });
            prop_assert_eq!(seen(&workspace), untouched);
        }
    }
}
