//! The Social Selling Index, pasted as text or as JSON.

use rapport::facts::{Day, Row, SsiRow, TableId};
use rapport::intake::Upload;
use rapport::sources::{Outcome, Question, ReadOptions, read};
use rstest::rstest;

use crate::support::{assert_accounted, only_read, options, read_all};

const PAGE: &str = include_str!("../samples/linkedin/ssi_page.txt");
const JSON: &str = include_str!("../samples/linkedin/ssi.json");

#[rstest]
#[case(PAGE, "linkedin.ssi_page", 47.0)]
#[case(JSON, "linkedin.ssi_json", 47.25)]
fn both_ways_give_the_same_reading(#[case] text: &str, #[case] source: &str, #[case] total: f64) {
    let results = read_all(vec![Upload { name: "pasted.txt".into(), bytes: text.into() }]);
    assert_accounted(&results);
    let (summary, facts) = only_read(&results);
    assert_eq!(summary.source, source);
    assert_eq!(summary.data_end, Day::from_ymd(2026, 11, 21));
    let row = SsiRow::read(facts.facts.table(TableId::Ssi), 0);
    assert_eq!(row.total, Some(total));
    assert_eq!(
        [row.brand, row.people, row.insights, row.relationships],
        [20.125, 10.0, 7.625, 9.5].map(Some)
    );
    assert_eq!((row.industry_rank, row.network_rank), (Some(8.0), Some(12.0)));
    assert_eq!(row.date.unwrap().iso(), "2026-11-21");
}

#[test]
fn a_reading_asks_whose_it_is_unless_told() {
    let upload = || vec![Upload { name: "pasted.txt".into(), bytes: PAGE.into() }];
    match read_all(upload()).as_slice() {
        [(Outcome::Read { questions, .. }, _)] => {
            assert!(matches!(questions.as_slice(), [Question::Owner { .. }]));
        }
        other => panic!("{other:?}"),
    }
    let told = ReadOptions { seller: Some("Bo Berg".into()), ..options() };
    let results = read(upload(), &[], &told, &mut |_| {});
    let (_, facts) = only_read(&results);
    let row = SsiRow::read(facts.facts.table(TableId::Ssi), 0);
    assert_eq!(facts.facts.names.text(row.seller), "Bo Berg");
}
