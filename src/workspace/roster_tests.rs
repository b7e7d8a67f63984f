//! Merging and splitting sellers, by the figures that come of them.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::export::headless::{Document, Options};
use crate::facts::{
    Amount, Day, Facts, FileFacts, FileSummary, MISSING, Moment, RosterChange, TableId, Zone, number_to_cell,
};
use crate::metrics::{Context, REGISTRY};

const NAMES: [&str; 3] = ["A. Berg", "Anna Berg", "Bo Lind"];

/// One row: which table, whose, on which day, and a number.
type Draw = (usize, usize, i32, u8);

const TABLES: [TableId; 6] = [
    TableId::Ssi,
    TableId::Connections,
    TableId::Messages,
    TableId::Posts,
    TableId::Audience,
    TableId::Deals,
];

/// A file of rows; `anna` is what it calls Anna where the draw says `A. Berg`.
fn file(number: i32, rows: &[Draw], anna: &str) -> FileFacts {
    let mut facts = Facts::default();
    let mut said: BTreeSet<(usize, bool, i32)> = BTreeSet::new();
    for (line, (table, who, days, number)) in rows.iter().enumerate() {
        let id = TABLES[*table];
        // Of things that are the same when said again, a file says each once whatever it calls the seller.
        let is_event = matches!(id, TableId::Connections | TableId::Messages);
        if !is_event && !said.insert((*table, *who == 2, *days)) {
            continue;
        }
        let name = if *who == 0 { anna } else { NAMES[*who] };
        let at = Moment::wall(Day(20_000 + days), i64::from(*number) * 300).raw();
        let mut cells = vec![MISSING; id.schema().fields.len()];
        let mut set = |field: &str, cell: i64| cells[id.schema().column(field).unwrap()] = cell;
        set("seller", facts.text_cell(name));
        match id {
            TableId::Ssi => {
                set("date", Moment::date(Day(20_000 + days)).raw());
                set("total", number_to_cell(f64::from(*number)));
            }
            TableId::Connections => {
                set("connected_on", Moment::date(Day(20_000 + days)).raw());
                set("name", facts.text_cell(&format!("Person {}", number % 4)));
            }
            TableId::Messages => {
                set("conversation", facts.text_cell(&format!("c{}", number % 3)));
                set("direction", facts.text_cell(if number % 2 == 0 { "incoming" } else { "outgoing" }));
                set("sent_at", at);
            }
            TableId::Posts => {
                set("published_at", Moment::date(Day(20_000 + days)).raw());
                set("impressions", number_to_cell(f64::from(*number) * 10.0));
                set("engagements", number_to_cell(f64::from(*number)));
            }
            TableId::Audience => {
                set("date", Moment::date(Day(20_000 + days)).raw());
                set("followers_total", number_to_cell(f64::from(*number)));
                set("followers_new", number_to_cell(1.0));
            }
            _ => {
                set("id", facts.text_cell(&format!("d{days}")));
                set("status", facts.text_cell(["won", "lost", "open"][usize::from(*number) % 3]));
                set("created", Moment::date(Day(20_000 + days)).raw());
                set("closed", Moment::date(Day(20_010 + days)).raw());
                set("amount", Amount(i64::from(*number) * 10_000).0);
            }
        }
        facts.add(id, &cells, 0, line as u32 + 2);
        facts.extend_data_end(id, facts.names.find(name).unwrap(), Day(20_100));
    }
    let summary = FileSummary {
        file: format!("{number}.csv"),
        source: if number % 2 == 0 { "crm" } else { "linkedin" }.into(),
        data_end: Some(Day(20_100 + number)),
        ..FileSummary::default()
    };
    FileFacts { summary, facts }
}

fn workspace(files: &[Vec<Draw>], anna: &str) -> Workspace {
    let mut workspace = Workspace::new("w");
    for (number, rows) in files.iter().enumerate() {
        workspace.import(vec![file(number as i32, rows, anna)], "t");
    }
    workspace
}

/// Every figure, series and breakdown.
fn document(workspace: &Workspace) -> String {
    let facts = workspace.facts();
    let zone = Zone::utc();
    let context = Context::new(&facts, &workspace.definitions, None, &zone, None);
    Document::new(REGISTRY, &[], &context, &Options::default()).to_json().unwrap()
}

fn change(workspace: &mut Workspace, change: &RosterChange) {
    let in_files = workspace.seller_names().into_keys().collect();
    workspace.roster.apply(change, &in_files).unwrap();
}

fn merge() -> RosterChange {
    RosterChange::Merge { sellers: vec![NAMES[0].into(), NAMES[1].into()], into: NAMES[1].into() }
}

fn has(workspace: &Workspace, name: &str) -> bool {
    workspace.seller_names().contains_key(name)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn merged_sellers_count_as_if_they_had_one_name(
        files in proptest::collection::vec(proptest::collection::vec((0..6usize, 0..3usize, 0..12i32, 0..40u8), 0..14), 1..5)
    ) {
        let mut two = workspace(&files, NAMES[0]);
        prop_assume!(has(&two, NAMES[0]) && has(&two, NAMES[1]));
        let before = document(&two);
        let one = workspace(&files, NAMES[1]);
        change(&mut two, &merge());
        prop_assert_eq!(document(&two), document(&one));
        // The roster travels with the workspace.
        prop_assert_eq!(document(&read_body(&write_body(&two)).unwrap()), document(&one));
        change(&mut two, &RosterChange::Split { seller: NAMES[1].into(), name: NAMES[0].into() });
        prop_assert_eq!(document(&two), before);
    }

    #[test]
    fn a_new_name_changes_no_figure(
        files in proptest::collection::vec(proptest::collection::vec((0..6usize, 0..3usize, 0..12i32, 0..40u8), 0..14), 1..3)
    ) {
        let mut workspace = workspace(&files, NAMES[0]);
        prop_assume!(has(&workspace, NAMES[2]));
        let before = document(&workspace);
        change(&mut workspace, &RosterChange::Rename { seller: NAMES[2].into(), name: "Bo L".into() });
        prop_assert_eq!(document(&workspace), before.replace(NAMES[2], "Bo L"));
    }
}

#[test]
fn a_later_file_under_the_old_name_goes_to_the_merged_seller() {
    let reading = |days, who| vec![(0usize, who, days, 10u8)];
    let mut workspace = workspace(&[reading(1, 0), reading(2, 1)], NAMES[0]);
    change(&mut workspace, &merge());
    workspace.import(vec![file(3, &reading(3, 0), NAMES[0])], "t");
    let facts = workspace.facts();
    let sellers: BTreeSet<&str> =
        facts.rows::<crate::facts::SsiRow>().map(|(_, row)| facts.names.text(row.seller)).collect();
    assert_eq!(sellers, BTreeSet::from([NAMES[1]]));
    assert_eq!(facts.table(TableId::Ssi).len(), 3);
    let anna = facts.names.find(NAMES[1]).unwrap();
    assert_eq!(facts.data_end(TableId::Ssi, anna), Some(Day(20_103)));
}

#[test]
fn one_thing_under_two_names_is_one_thing_once_they_are_merged() {
    // Both files have the reading of one day; the later export's word holds.
    let mut workspace = workspace(&[vec![(0, 0, 1, 10)], vec![(0, 1, 1, 30)]], NAMES[0]);
    assert_eq!(workspace.facts().table(TableId::Ssi).len(), 2);
    change(&mut workspace, &merge());
    let facts = workspace.facts();
    let totals: Vec<_> = facts.rows::<crate::facts::SsiRow>().map(|(_, row)| row.total).collect();
    assert_eq!(totals, [Some(30.0)]);
}

/// Audience and posts of a seller whom every row calls a brand.
#[test]
fn a_seller_with_a_brand_s_rows_only_is_a_brand_page_until_somebody_says_otherwise() {
    let mut file = file(1, &[(4, 2, 1, 9), (0, 1, 1, 9)], NAMES[0]);
    let brand = file.facts.text_cell("brand");
    let account = TableId::Audience.schema().column("account").unwrap();
    file.facts.table_mut(TableId::Audience).set_cell(account, 0, brand);
    let mut workspace = Workspace::new("w");
    workspace.import(vec![file], "t");
    let brands = |workspace: &Workspace| -> Vec<String> {
        let facts = workspace.facts();
        facts.roles.brands.iter().map(|seller| facts.names.text(*seller).to_owned()).collect()
    };
    assert_eq!(brands(&workspace), [NAMES[2]]);
    let set = |seller: &str, kind| RosterChange::SetKind { seller: seller.into(), kind };
    change(&mut workspace, &set(NAMES[2], crate::facts::SellerKind::Person));
    change(&mut workspace, &set(NAMES[1], crate::facts::SellerKind::BrandPage));
    assert_eq!(brands(&workspace), [NAMES[1]]);
}
