//! LinkedIn's archive, layout by layout: small fictional archives in the exact bytes of the real ones,
//! each with a golden file of what reading it gives. `UPDATE_GOLDEN=1 cargo test` rewrites those.

use std::path::Path;

use rapport::facts::{Day, TableId};
use rapport::intake::Upload;
use rapport::sources::{Outcome, Question, ReadOptions, read};
use rstest::rstest;

use crate::support::{
    assert_accounted, check_golden, folder_files, only_read, options, print_results, read_all, zip_files,
};

const SAMPLES: &str = "tests/samples/linkedin";

/// One year's sample as a ZIP, its files below `prefix`.
pub fn archive(year: &str, name: &str, prefix: &str) -> Upload {
    let files = folder_files(&Path::new(SAMPLES).join(year));
    let named: Vec<(String, Vec<u8>)> =
        files.into_iter().map(|(path, bytes)| (format!("{prefix}{path}"), bytes)).collect();
    Upload { name: name.into(), bytes: zip_files(&named) }
}

#[rstest]
#[case("2018", "LinkedInDataExport_10-20-2018.zip")]
#[case("2022", "Basic_LinkedInDataExport_09-12-2022.zip")]
#[case("2023", "linkedin.zip")]
#[case("2026", "Complete_LinkedInDataExport_11-01-2026 (1).zip")]
fn every_layout_gives_its_golden_facts(#[case] year: &str, #[case] name: &str) {
    let results = read_all(vec![archive(year, name, "")]);
    assert_accounted(&results);
    check_golden(&Path::new(SAMPLES).join(format!("{year}.golden.json")), &print_results(&results));
}

#[rstest]
#[case("2018")]
#[case("2022")]
#[case("2023")]
#[case("2026")]
fn packing_an_archive_again_changes_nothing(#[case] year: &str) {
    let name = "Basic_LinkedInDataExport_11-01-2026.zip";
    let plain = print_results(&read_all(vec![archive(year, name, "")]));
    let folder = archive(year, name, "Basic_LinkedInDataExport_11-01-2026/");
    assert_eq!(print_results(&read_all(vec![folder])), plain);
    let twice = read_all(vec![archive(year, name, ""), archive(year, name, "")]);
    let (first, second) = twice.split_at(twice.len() / 2);
    assert_eq!(print_results(first), plain);
    assert_eq!(print_results(second), plain);
}

#[test]
fn files_alone_are_recognised_by_content() {
    for year in ["2018", "2022", "2023", "2026"] {
        for (path, bytes) in folder_files(&Path::new(SAMPLES).join(year)) {
            let expected = match path.split(['_', '.']).next().unwrap_or_default() {
                "Connections" => "linkedin.connections",
                "Messages" | "messages" => "linkedin.messages",
                "Invitations" => "linkedin.invitations",
                "Shares" => "linkedin.shares",
                "Comments" => "linkedin.comments",
                "Reactions" => "linkedin.reactions",
                "InstantReposts" => "linkedin.instant_reposts",
                "Profile" => "linkedin.profile",
                _ => continue,
            };
            let results = read_all(vec![Upload { name: "export.csv".into(), bytes }]);
            assert_accounted(&results);
            match results.as_slice() {
                [(Outcome::Read { summary, .. }, Some(_))] => {
                    assert_eq!(summary.source, expected, "{year}/{path}")
                }
                other => panic!("{year}/{path}: {other:?}"),
            }
        }
    }
}

#[test]
fn two_archives_of_one_person_spell_her_the_same() {
    // The archive of 2023 has no profile: its owner is named by the messages, as "Ada Ek".
    let results = read_all(vec![
        archive("2023", "Basic_LinkedInDataExport_11-01-2026.zip", ""),
        archive("2026", "Complete_LinkedInDataExport_11-02-2026.zip", ""),
    ]);
    for (outcome, _) in &results {
        if let Outcome::Read { summary, questions, .. } = outcome {
            assert_eq!(summary.owner.as_deref(), Some("Ada Ek-Berg"), "{}", summary.file);
            assert!(questions.is_empty());
        }
    }
}

#[test]
fn connections_alone_ask_whose_they_are() {
    let files = folder_files(&Path::new(SAMPLES).join("2022"));
    let (name, bytes) = files.into_iter().find(|(name, _)| name == "Connections.csv").unwrap();
    let upload = Upload { name, bytes };
    match read_all(vec![upload.clone()]).as_slice() {
        [(Outcome::Read { summary, questions, .. }, _)] => {
            assert_eq!(summary.owner, None);
            assert!(matches!(questions.as_slice(), [Question::Owner { .. }]));
        }
        other => panic!("{other:?}"),
    }
    let told = ReadOptions { seller: Some("Ada Ek".into()), ..options() };
    let results = read(vec![upload], &[], &told, &mut |_| {});
    assert!(print_results(&results).contains("\"seller\": \"Ada Ek\""));
}

#[test]
fn message_texts_are_nowhere_in_what_was_read() {
    for year in ["2018", "2022", "2023", "2026"] {
        let results = read_all(vec![archive(year, "a.zip", "")]);
        let printed = format!("{results:?}");
        for text in
            ["Thanks for connecting", "Would a call help", "Dzień", "no date", "Hello Noa", "Three things"]
        {
            assert!(!printed.contains(text), "{year}: {text}");
        }
    }
}

#[test]
fn a_complete_archive_without_posts_says_that_there_are_none() {
    let profile = "First Name,Last Name,Headline,Summary,Industry\nAda,Ek,Sells,,Machinery\n";
    let files = [("Profile.csv".to_owned(), profile.as_bytes().to_vec())];
    let read = |name: &str| {
        let results = read_all(vec![Upload { name: name.into(), bytes: zip_files(&files) }]);
        let (_, facts) = only_read(&results);
        facts.facts.table_data_end(TableId::Posts)
    };
    assert_eq!(read("Complete_LinkedInDataExport_11-01-2026.zip"), Day::from_ymd(2026, 11, 1));
    assert_eq!(read("Basic_LinkedInDataExport_11-01-2026.zip"), None);
}
