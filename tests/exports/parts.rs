//! Files dropped in any order, or in parts, tell the same.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use rapport::facts::{FileFacts, TableId};
use rapport::intake::Upload;
use rapport::sources::{Mapping, Outcome, Question, ReadOptions, Results, read};
use rapport::workspace::Workspace;

use super::cutting::{cut_page, cut_sheet, cut_text, page_rows, sheet_rows, unzipped};
use super::support::{folder_files, options, read_all, zip_files};
use super::{folder, samples, told, upload};

/// The lines on which the rows of a file begin, whether they were used or left out.
fn row_lines(results: &Results) -> Vec<usize> {
    let mut lines: BTreeSet<u32> = BTreeSet::new();
    for facts in results.iter().filter_map(|(_, facts)| facts.as_ref()) {
        for table in TableId::ALL.map(|id| facts.facts.share(id)) {
            lines.extend((0..table.len()).map(|row| table.line(row)));
        }
        lines.extend(facts.summary.left_out_rows.iter().map(|row| row.line));
    }
    lines.into_iter().map(|line| line as usize).collect()
}

fn workspace_of(files: Vec<Results>) -> Workspace {
    let mut workspace = Workspace::new("parts");
    for results in files {
        let facts: Vec<FileFacts> = results.into_iter().filter_map(|(_, facts)| facts).collect();
        workspace.import(facts, "t");
    }
    workspace
}

/// What is told by parts that were imported one after the other.
fn told_by(parts: Vec<Results>) -> Vec<String> {
    told(&workspace_of(parts))
}

fn questions(results: &Results) -> impl Iterator<Item = &Question> {
    let asked = results.iter().filter_map(|(outcome, _)| match outcome {
        Outcome::Read { questions, .. } => Some(questions),
        _ => None,
    });
    asked.flatten()
}

fn asks_order_of_dates(results: &Results) -> bool {
    questions(results).any(|question| matches!(question, Question::DateOrder { .. }))
}

/// Reads a part. Where its few dates leave the order of day and month open it is asked, and answered as the
/// whole file's dates are written.
fn read_part(whole: &Results, part: Upload) -> Results {
    let results = read_all(vec![part.clone()]);
    if !asks_order_of_dates(&results) {
        return results;
    }
    assert!(!asks_order_of_dates(whole), "{} is read by a guess", part.name);
    let rows = whole.iter().find_map(|(_, facts)| facts.as_ref()).map(|facts| facts.facts.clone()).unwrap();
    let orders = [rapport::sources::DateOrder::Dmy, rapport::sources::DateOrder::Mdy];
    let answered = orders.map(|order| {
        let said = Mapping { file: part.name.clone(), dates: Some(order), ..Mapping::default() };
        read(vec![part.clone()], &[said], &options(), &mut |_| {})
    });
    // The answer that a person gives who sees the days: those that stand in the whole file too.
    let known = days(&rows);
    let fits = |results: &Results| {
        results
            .iter()
            .filter_map(|(_, facts)| facts.as_ref())
            .all(|facts| days(&facts.facts).is_subset(&known))
    };
    let mut fitting = answered.into_iter().filter(fits);
    fitting.next().unwrap_or_else(|| panic!("{}: no order gives days of the whole", part.name))
}

/// Every date of the facts as stored.
fn days(facts: &rapport::facts::Facts) -> BTreeSet<i64> {
    let mut days = BTreeSet::new();
    for id in TableId::ALL {
        for (column, field) in id.schema().fields.iter().enumerate() {
            if field.kind == rapport::facts::FieldType::Moment {
                days.extend(facts.table(id).column(column).iter().copied());
            }
        }
    }
    days
}

/// Text samples of one table. Searches are counted relative to the peak of the very stretch that a file holds, so
/// that a part of it would be another export.
fn texts() -> Vec<Upload> {
    let each = samples().into_iter().filter(|(id, path)| {
        id != "google_trends.timeline"
            && path.extension().is_some_and(|extension| extension == "csv" || extension == "txt")
            && read_all(vec![upload(path)]).len() == 1
    });
    each.map(|(_, path)| upload(&path)).chain(of_linkedin()).collect()
}

const YEARS: [&str; 4] = ["2018", "2022", "2023", "2026"];

/// The files of a year's archive.
fn archive(year: &str) -> Vec<(String, Vec<u8>)> {
    folder_files(&Path::new("tests/samples/linkedin").join(year))
}

/// The lists of LinkedIn's archives, each alone. Messages, whose owner the other lists tell, are cut further below.
fn of_linkedin() -> Vec<Upload> {
    let lists = ["Connections", "Invitations", "Shares", "InstantReposts", "Comments", "Reactions"];
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let files = YEARS.iter().flat_map(|year| archive(year));
    let each = files.map(|(path, bytes)| Upload { name: name(&path), bytes });
    each.filter(|upload| lists.iter().any(|list| upload.name.starts_with(list))).collect()
}

#[test]
fn a_list_cut_in_two_tells_the_same() {
    let mut cuts = 0;
    for whole in texts() {
        let results = read_all(vec![whole.clone()]);
        let lines = row_lines(&results);
        let wanted = told_by(vec![results.clone()]);
        for at in lines.iter().skip(1) {
            let (head, tail) = cut_text(&whole.bytes, lines[0], *at);
            let part = |bytes| read_part(&results, Upload { name: whole.name.clone(), bytes });
            let (head, tail) = (part(head), part(tail));
            assert_eq!(
                told_by(vec![head.clone(), tail.clone()]),
                wanted,
                "{} cut before line {at}",
                whole.name
            );
            assert_eq!(told_by(vec![tail, head]), wanted, "{}, the end before line {at} first", whole.name);
            cuts += 1;
        }
    }
    assert!(cuts > 80, "{cuts}");
}

/// Workbooks of one list each. A report whose rows stand in groups says some cells only in the first row of each:
/// it is cut where a group begins, since a file that begins within one is none that any system writes.
#[test]
fn a_workbook_cut_in_two_tells_the_same() {
    for (book, groups) in [
        ("salesforce.opportunities/Deals by owner-2026-03-05-10-11-12.xlsx", true),
        ("pipedrive.deals/deals-4711-2.xlsx", false),
        ("dynamics.opportunities/All Opportunities 3-5-2026 10-11-12 AM.xlsx", false),
    ] {
        let whole = upload(&folder().join(book));
        let results = read_all(vec![whole.clone()]);
        let wanted = told_by(vec![results.clone()]);
        let lines = row_lines(&results);
        let rows = sheet_rows(&whole.bytes);
        let mut cuts = 0;
        for at in lines.iter().skip(1) {
            let begins_group = rows.iter().any(|(line, is_first_filled)| line == at && *is_first_filled);
            if groups && !begins_group {
                continue;
            }
            let (head, tail) = cut_sheet(&whole.bytes, lines[0], *at);
            let part = |bytes| read_part(&results, Upload { name: whole.name.clone(), bytes });
            assert_eq!(told_by(vec![part(head), part(tail)]), wanted, "{book} cut before row {at}");
            cuts += 1;
        }
        assert!(cuts > 0, "{book} was never cut");
    }
}

#[test]
fn a_page_named_as_a_workbook_cut_in_two_tells_the_same() {
    let whole = upload(&folder().join("salesforce.opportunities/report1772700000001.xls"));
    // Its dates can be read both ways, so a person says how they are.
    let said = Mapping {
        file: whole.name.clone(),
        dates: Some(rapport::sources::DateOrder::Mdy),
        ..Mapping::default()
    };
    let read = |bytes: Vec<u8>| {
        let upload = Upload { name: whole.name.clone(), bytes };
        read(vec![upload], std::slice::from_ref(&said), &options(), &mut |_| {})
    };
    let wanted = told_by(vec![read(whole.bytes.clone())]);
    let rows = page_rows(&whole.bytes);
    assert_eq!(rows, 3);
    for at in 1..rows {
        let (head, tail) = cut_page(&whole.bytes, at);
        assert_eq!(told_by(vec![read(head), read(tail)]), wanted, "cut before row {at}");
    }
}

/// An archive of a year with other messages in it.
fn archive_with(year: &str, messages: &[u8]) -> Upload {
    let mut files = archive(year);
    for (path, bytes) in &mut files {
        if is_inbox(path) {
            *bytes = messages.to_vec();
        }
    }
    Upload { name: format!("LinkedInDataExport_{year}.zip"), bytes: zip_files(&files) }
}

fn is_inbox(path: &str) -> bool {
    path.eq_ignore_ascii_case("messages.csv")
}

fn inbox(year: &str) -> Upload {
    let (name, bytes) = archive(year).into_iter().find(|(path, _)| is_inbox(path)).unwrap();
    Upload { name, bytes }
}

/// Every way to cut a year's messages in two.
fn cuts_of_messages(year: &str) -> Vec<(usize, Vec<u8>, Vec<u8>)> {
    let whole = inbox(year);
    let lines = row_lines(&read_all(vec![archive_with(year, &whole.bytes)][..1].to_vec()));
    let own = row_lines(&read(vec![whole.clone()], &[], &of_ada(), &mut |_| {}));
    assert!(own.iter().all(|line| lines.contains(line)));
    let cut = |at: &usize| {
        let (head, tail) = cut_text(&whole.bytes, own[0], *at);
        (*at, head, tail)
    };
    own.iter().skip(1).map(cut).collect()
}

fn of_ada() -> ReadOptions {
    ReadOptions { seller: Some("Ada Ek".into()), ..options() }
}

/// The archive comes twice with half of the messages each: the other files say whose they are. Where they do not
/// say it of the few messages of a part, it is asked.
#[test]
fn messages_cut_in_two_with_their_archive_tell_the_same() {
    let (mut same, mut asked) = (0, 0);
    for year in YEARS {
        let wanted = told_by(vec![read_all(vec![archive_with(year, &inbox(year).bytes)])]);
        for (at, head, tail) in cuts_of_messages(year) {
            let part = |bytes: Vec<u8>| read_all(vec![archive_with(year, &bytes)]);
            let (head, tail) = (part(head), part(tail));
            if questions(&head).chain(questions(&tail)).next().is_some() {
                asked += 1;
                continue;
            }
            let both = told_by(vec![head.clone(), tail.clone()]);
            assert_eq!(both, wanted, "{year} cut before line {at}");
            assert_eq!(told_by(vec![tail, head]), wanted, "{year}, the end before line {at} first");
            same += 1;
        }
    }
    // Only the profile of 2026 spells a name that no message has.
    assert!(same >= 3 * asked && same > 12, "{same} same, {asked} asked");
}

#[test]
fn messages_cut_in_two_of_a_named_owner_tell_the_same() {
    let mut cuts = 0;
    for year in YEARS {
        let read = |bytes: Vec<u8>| {
            read(vec![Upload { name: "messages.csv".into(), bytes }], &[], &of_ada(), &mut |_| {})
        };
        let wanted = told_by(vec![read(inbox(year).bytes)]);
        for (at, head, tail) in cuts_of_messages(year) {
            let both = told_by(vec![read(head), read(tail)]);
            assert_eq!(both, wanted, "{year} cut before line {at}");
            cuts += 1;
        }
    }
    assert!(cuts > 15, "{cuts}");
}

/// Messages alone may not say whose they are. Then that is asked; nobody else is taken for the owner.
#[test]
fn messages_alone_ask_whose_they_are_rather_than_guess_another() {
    let (mut asked, mut told) = (0, 0);
    for year in YEARS {
        for (at, head, tail) in cuts_of_messages(year) {
            for bytes in [head, tail] {
                let results = read_all(vec![Upload { name: "messages.csv".into(), bytes }]);
                let [(Outcome::Read { summary, questions, .. }, Some(_))] = results.as_slice() else {
                    panic!("{results:?}")
                };
                match &summary.owner {
                    Some(owner) => {
                        assert_eq!(owner, "Ada Ek", "{year} cut before line {at}");
                        told += 1;
                    }
                    None => {
                        assert!(matches!(questions.as_slice(), [Question::Owner { .. }]), "{questions:?}");
                        asked += 1;
                    }
                }
            }
        }
    }
    assert!(asked > 5 && told > 15, "{asked} asked, {told} told");
}

#[test]
fn the_parts_of_a_large_export_may_come_in_any_order() {
    let zip = upload(&folder().join("hubspot.deals/hubspot-crm-exports-all-deals-2026-03-05.zip"));
    let wanted = told_by(vec![read_all(vec![zip.clone()])]);
    let files = unzipped(&zip.bytes);
    assert_eq!(files.len(), 2);
    let backwards: Vec<(String, Vec<u8>)> = files.iter().rev().cloned().collect();
    let packed = Upload { name: zip.name.clone(), bytes: zip_files(&backwards) };
    assert_eq!(told_by(vec![read_all(vec![packed])]), wanted, "packed the other way round");
    for files in [files, backwards] {
        let loose: Vec<Upload> =
            files.into_iter().map(|(path, bytes)| Upload { name: path, bytes }).collect();
        assert_eq!(told_by(vec![read_all(loose.clone())]), wanted, "loose in one drop");
        let each = loose.into_iter().map(|file| read_all(vec![file])).collect();
        assert_eq!(told_by(each), wanted, "loose, one after the other");
    }
}

#[test]
fn an_archive_unpacked_tells_what_it_told_packed() {
    for year in YEARS {
        let packed = archive_with(year, &inbox(year).bytes);
        let wanted = told_by(vec![read_all(vec![packed])]);
        let loose = |files: Vec<(String, Vec<u8>)>| {
            let name = |path: String| path.rsplit('/').next().unwrap_or_default().to_owned();
            read_all(files.into_iter().map(|(path, bytes)| Upload { name: name(path), bytes }).collect())
        };
        assert_eq!(told_by(vec![loose(archive(year))]), wanted, "{year}");
        let backwards = archive(year).into_iter().rev().collect();
        assert_eq!(told_by(vec![loose(backwards)]), wanted, "{year}, the other way round");
    }
}

/// Exports of one list that overlap: whichever comes first, and both at once.
#[test]
fn overlapping_exports_may_come_in_any_order() {
    let sample = |file: &str| upload(&folder().join(file));
    let bookings = sample("calendly.events/events-export.csv");
    let (early, _) = cut_text(&bookings.bytes, 2, 4);
    let shorter = Upload { name: "events-export (1).csv".into(), bytes: early };
    let messages = inbox("2022");
    let (older, _) = cut_text(&messages.bytes, 2, 9);
    let pairs = [
        [sample("zoho.deals/Deals_2026_02_20.csv"), sample("zoho.deals/Deals_2026_03_05.csv")],
        [
            sample("hubspot.deals/hubspot-crm-exports-my-deals-2026-03-01.csv"),
            sample("hubspot.deals/hubspot-crm-exports-all-deals-2026-03-05.csv"),
        ],
        [shorter, bookings],
        [
            Upload { name: "older.zip".into(), ..archive_with("2022", &older) },
            Upload { name: "newer.zip".into(), ..archive_with("2022", &messages.bytes) },
        ],
    ];
    for [first, second] in pairs {
        let read = |files: &[&Upload]| read_all(files.iter().map(|file| (*file).clone()).collect());
        let wanted = told_by(vec![read(&[&first, &second])]);
        let name = &second.name;
        assert_eq!(told_by(vec![read(&[&second, &first])]), wanted, "{name} first in one drop");
        assert_eq!(told_by(vec![read(&[&first]), read(&[&second])]), wanted, "{name} last");
        assert_eq!(told_by(vec![read(&[&second]), read(&[&first])]), wanted, "{name} first");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever the order in which the files of one drop come.
    #[test]
    fn the_order_within_a_drop_does_not_matter(order in Just(samples()).prop_shuffle()) {
        let read = |files: Vec<(String, std::path::PathBuf)>| {
            told_by(vec![read_all(files.iter().map(|(_, path)| upload(path)).collect())])
        };
        prop_assert_eq!(read(order), read(samples()));
    }
}
