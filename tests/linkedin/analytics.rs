//! A creator's workbook, old and new, in English and in other languages.

use std::path::Path;

use rapport::facts::{AudienceRow, PostRow};
use rapport::facts::{Day, FileFacts, Row, TableId};
use rapport::intake::Upload;
use rapport::sources::Outcome;

use crate::support::{assert_accounted, check_golden, only_read, print_results, read_all};
use crate::xlsx::{X, t, workbook};

fn old_workbook() -> Upload {
    // Of 2023: numbers are numbers, the total has a colon, percentages are numbers or "< 1%".
    let bytes = workbook(&[
        (
            "DISCOVERY",
            vec![
                vec![t("Overall Performance"), t("4/21/2023 - 4/23/2023")],
                vec![t("Impressions"), X::N(470.0)],
                vec![t("Members reached"), X::N(301.0)],
            ],
        ),
        (
            "ENGAGEMENT",
            vec![
                vec![t("Date"), t("Impressions"), t("Engagements")],
                vec![t("4/21/2023"), X::N(120.0), X::N(4.0)],
                vec![t("4/22/2023"), X::N(150.0), X::N(-28.0)],
                vec![t("4/23/2023"), X::N(200.0), X::N(0.0)],
            ],
        ),
        (
            "TOP POSTS",
            vec![
                vec![t("Maximum of 50 posts available to include in this list")],
                vec![],
                [
                    "Post URL",
                    "Post publish date",
                    "Engagements",
                    "",
                    "Post URL",
                    "Post publish date",
                    "Impressions",
                ]
                .map(t)
                .to_vec(),
                vec![
                    t("https://www.linkedin.com/feed/update/urn:li:activity:7055102863466299392"),
                    t("4/21/2023"),
                    X::N(9.0),
                    X::None,
                    t("https://www.linkedin.com/feed/update/urn:li:activity:7055102863466299392"),
                    t("4/21/2023"),
                    X::N(300.0),
                ],
                vec![
                    t("https://www.linkedin.com/feed/update/urn:li:activity:7000019907895099392"),
                    t("11/20/2022"),
                    X::N(3.0),
                    X::None,
                    t("https://www.linkedin.com/feed/update/urn:li:activity:7055465251331899392"),
                    t("4/22/2023"),
                    X::N(170.0),
                ],
            ],
        ),
        (
            "FOLLOWERS",
            vec![
                vec![t("Total followers on 4/23/2023:"), X::N(1204.0)],
                vec![],
                vec![t("Date"), t("New followers")],
                vec![t("4/22/2023"), X::N(2.0)],
                vec![t("4/23/2023"), X::N(1.0)],
            ],
        ),
        (
            "DEMOGRAPHICS",
            vec![
                vec![t("Top Demographics"), t("Value"), t("Percentage")],
                vec![t("Job titles"), t("Buyer"), X::N(0.0233)],
                vec![t("Locations"), t("Lund"), t("< 1%")],
            ],
        ),
    ]);
    Upload { name: "Content_2022-04-24_2023-04-23_AdaEk.xlsx".into(), bytes }
}

fn new_workbook() -> Upload {
    // Of 2026: every cell is text, empty cells are empty shared strings.
    let bytes = workbook(&[
        (
            "DISCOVERY",
            vec![
                vec![t("Overall Performance"), t("10/1/2026 - 10/3/2026")],
                vec![t("Impressions"), t("3,470")],
            ],
        ),
        (
            "ENGAGEMENT",
            vec![
                vec![t("Date"), t("Impressions"), t("Engagements"), t("")],
                vec![t("10/1/2026"), t("1,120"), t("40"), t("")],
                vec![t("10/2/2026"), t("1,150"), t("30"), t("")],
                vec![t("10/3/2026"), t("1,200"), t("-"), t("")],
                vec![t("soon"), t("1"), t("2"), t("")],
            ],
        ),
        (
            "TOP POSTS",
            vec![
                vec![t("Maximum of 50 posts available to include in this list"), t("")],
                vec![t("")],
                [
                    "Post URL",
                    "Post Publish Date",
                    "Engagements",
                    "",
                    "Post URL",
                    "Post Publish Date",
                    "Impressions",
                ]
                .map(t)
                .to_vec(),
                vec![
                    t("https://www.linkedin.com/posts/ada-ek_pumps-share-7513194008928059392-aB3d"),
                    t("10/6/2026"),
                    t("90"),
                    t(""),
                    t("https://www.linkedin.com/posts/ada-ek_pumps-share-7513194008928059392-aB3d"),
                    t("10/6/2026"),
                    t("3,000"),
                ],
            ],
        ),
        (
            "FOLLOWERS",
            vec![
                vec![t("Total followers on 10/3/2026"), t("")],
                vec![t("Total followers"), t("1,812")],
                vec![t("Date"), t("New followers")],
                vec![t("10/3/2026"), t("7")],
            ],
        ),
        (
            "AUDIENCE DEMOGRAPHICS",
            vec![
                vec![t("Top Demographics"), t("Value"), t("Percentage")],
                vec![t("Job title"), t("Buyer"), t("2%")],
            ],
        ),
        ("CONTENT DEMOGRAPHICS", vec![vec![t("Top Demographics"), t("Value"), t("Percentage")]]),
    ]);
    Upload { name: "AggregateAnalytics_Ada Ek_2026-10-01_2026-10-03 (1).xlsx".into(), bytes }
}

fn portuguese_workbook() -> Upload {
    let bytes = workbook(&[
        ("Descoberta", vec![vec![t("Desempenho geral"), t("01/10/2026 - 03/10/2026")]]),
        (
            "Engajamento",
            vec![
                vec![t("Data"), t("Impressões"), t("Engajamentos")],
                vec![t("01/10/2026"), t("1.120"), t("40")],
                vec![t("02/10/2026"), t("1.150"), t("30")],
                vec![t("03/10/2026"), t("1.200"), t("25")],
            ],
        ),
        (
            "Publicações mais em alta",
            vec![
                vec![t("Máximo de 50 publicações disponíveis para incluir nesta lista")],
                vec![],
                // The rankings the other way round: the header says which is which.
                [
                    "URL da publicação",
                    "Data de publicação",
                    "Impressões",
                    "",
                    "URL da publicação",
                    "Data de publicação",
                    "Engajamentos",
                ]
                .map(t)
                .to_vec(),
                vec![
                    t("https://www.linkedin.com/feed/update/urn:li:activity:7513194008928059392"),
                    t("06/10/2026"),
                    t("3.000"),
                    t(""),
                    t("https://www.linkedin.com/feed/update/urn:li:activity:7513194008928059392"),
                    t("06/10/2026"),
                    t("90"),
                ],
            ],
        ),
        (
            "Seguidores",
            vec![
                vec![t("Total de seguidores em 03/10/2026"), t("1.812")],
                vec![],
                vec![t("Data"), t("Novos seguidores")],
                vec![t("03/10/2026"), t("7")],
            ],
        ),
        (
            "Dados demográficos do público",
            vec![
                vec![t("Principais"), t("Valor"), t("Porcentagem")],
                vec![t("Cargo"), t("Comprador"), t("menos de 1%")],
            ],
        ),
    ]);
    Upload { name: "AggregateAnalytics_Ada Ek_2026-10-01_2026-10-03.xlsx".into(), bytes }
}

fn days(facts: &FileFacts) -> Vec<AudienceRow> {
    let table = facts.facts.table(TableId::Audience);
    (0..table.len()).map(|row| AudienceRow::read(table, row)).collect()
}

fn posts(facts: &FileFacts) -> Vec<PostRow> {
    let table = facts.facts.table(TableId::Posts);
    (0..table.len()).map(|row| PostRow::read(table, row)).collect()
}

#[test]
fn the_workbook_of_2023() {
    let results = read_all(vec![old_workbook()]);
    assert_accounted(&results);
    let (summary, facts) = only_read(&results);
    assert_eq!(summary.source, "linkedin.creator_analytics");
    assert_eq!(summary.owner.as_deref(), Some("Ada Ek"));
    assert_eq!(summary.data_end, Day::from_ymd(2023, 4, 23));
    let days = days(facts);
    assert_eq!(
        days.iter().map(|day| day.engagements).collect::<Vec<_>>(),
        [Some(4.0), Some(-28.0), Some(0.0)]
    );
    assert_eq!(days.iter().map(|day| day.followers_new).collect::<Vec<_>>(), [None, Some(2.0), Some(1.0)]);
    assert_eq!(days[2].followers_total, Some(1204.0));
    let figures: Vec<_> = posts(facts).iter().map(|post| (post.engagements, post.impressions)).collect();
    // Missing from one ranking is unknown there, not 0.
    assert_eq!(figures, [(Some(9.0), Some(300.0)), (Some(3.0), None), (None, Some(170.0))]);
    check_golden(Path::new("tests/samples/linkedin/analytics_2023.golden.json"), &print_results(&results));
}

#[test]
fn the_workbook_of_2026_is_all_text() {
    let results = read_all(vec![new_workbook()]);
    assert_accounted(&results);
    let (summary, facts) = only_read(&results);
    assert_eq!(summary.owner.as_deref(), Some("Ada Ek"));
    let days = days(facts);
    assert_eq!(
        days.iter().map(|day| day.impressions).collect::<Vec<_>>(),
        [Some(1120.0), Some(1150.0), Some(1200.0)]
    );
    assert_eq!(days[2].engagements, None);
    assert_eq!(days[2].followers_total, Some(1812.0));
    assert_eq!(summary.left_out_count(), 1);
    let posts = posts(facts);
    assert_eq!((posts[0].engagements, posts[0].impressions), (Some(90.0), Some(3000.0)));
    // The number of the post was minted at this second.
    assert_eq!(posts[0].published_at.unwrap().iso(), "2026-10-06 11:10:40Z");
    check_golden(Path::new("tests/samples/linkedin/analytics_2026.golden.json"), &print_results(&results));
}

#[test]
fn another_language_reads_the_same() {
    let results = read_all(vec![portuguese_workbook()]);
    assert_accounted(&results);
    let (summary, facts) = only_read(&results);
    assert_eq!(summary.data_end, Day::from_ymd(2026, 10, 3));
    let days = days(facts);
    assert_eq!(
        days.iter().map(|day| day.impressions).collect::<Vec<_>>(),
        [Some(1120.0), Some(1150.0), Some(1200.0)]
    );
    assert_eq!(days[0].date.unwrap().iso(), "2026-10-01");
    assert_eq!(days[2].followers_total, Some(1812.0));
    let posts = posts(facts);
    assert_eq!((posts[0].engagements, posts[0].impressions), (Some(90.0), Some(3000.0)));
}

#[test]
fn a_name_in_one_word_takes_the_archive_s_spelling() {
    let profile = "First Name,Last Name,Headline,Summary,Industry\nAda,EK,Sells,,Machinery\n";
    let profile = Upload { name: "Profile.csv".into(), bytes: profile.into() };
    let results = read_all(vec![profile, old_workbook()]);
    for (outcome, _) in &results {
        let Outcome::Read { summary, .. } = outcome else { panic!("{outcome:?}") };
        assert_eq!(summary.owner.as_deref(), Some("Ada EK"));
    }
}

#[test]
fn other_workbooks_are_not_taken_for_it() {
    let rows = vec![
        vec![t("Day"), t("Visits"), t("Sales")],
        vec![t("2026-01-01"), X::N(5.0), X::N(1.0)],
        vec![t("2026-01-02"), X::N(6.0), X::N(2.0)],
    ];
    let upload = Upload { name: "sales.xlsx".into(), bytes: workbook(&[("Daily", rows)]) };
    for (outcome, _) in read_all(vec![upload]) {
        assert!(!matches!(outcome, Outcome::Read { .. }), "{outcome:?}");
    }
}

#[test]
fn connections_saved_again_as_a_workbook_are_recognised() {
    let rows = vec![
        ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"].map(t).to_vec(),
        vec![t("Bo"), t("Berg"), X::None, t("Nordlicht AB"), t("Buyer"), t("9-Sep-22")],
    ];
    let upload = Upload { name: "Connections.xlsx".into(), bytes: workbook(&[("Connections", rows)]) };
    let results = read_all(vec![upload]);
    assert_accounted(&results);
    let (summary, _) = only_read(&results);
    assert_eq!(
        (summary.source.as_str(), summary.file.as_str()),
        ("linkedin.connections", "Connections.xlsx")
    );
}
