//! The files as files: the same every time, readable, small, invented.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::OnceLock;

use calamine::{Data, Reader, Xlsx};

use super::super::people::{COMPANIES, FIRST_NAMES, SURNAME_HEADS, SURNAME_TAILS};
use super::super::*;
use super::LAST_DAYS;
use crate::facts::TableId;
use crate::intake::{Opened, open};
use crate::sources::{Outcome, ReadOptions, read};

fn last_day() -> Day {
    Day::parse_iso("2026-11-21").unwrap()
}

/// Every file of the sample by name, archives' members as `archive/member`.
fn opened() -> &'static BTreeMap<String, Vec<u8>> {
    static OPENED: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    OPENED.get_or_init(unpacked)
}

fn unpacked() -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for file in files(last_day()) {
        if !file.name.ends_with(".zip") {
            all.insert(file.name, file.bytes);
            continue;
        }
        let mut archive = zip::ZipArchive::new(Cursor::new(file.bytes)).unwrap();
        for index in 0..archive.len() {
            let mut member = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            all.insert(format!("{}/{}", file.name, member.name().unwrap()), bytes);
        }
    }
    all
}

/// The rows of all files of a kind, by column name.
fn rows(end: &str) -> Vec<BTreeMap<String, String>> {
    let mut all = Vec::new();
    for (name, bytes) in opened().iter().filter(|(name, _)| name.ends_with(end)) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let table =
            if end == "Connections.csv" { text.split_once("\n\n").unwrap().1.to_owned() } else { text };
        let mut reader = csv::ReaderBuilder::new().from_reader(table.as_bytes());
        let header = reader.headers().unwrap().clone();
        for record in reader.records() {
            let record = record.unwrap_or_else(|error| panic!("{name}: {error}"));
            all.push(header.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect());
        }
    }
    assert!(!all.is_empty(), "no rows in {end}");
    all
}

#[test]
fn the_same_day_gives_the_same_bytes_and_another_day_others() {
    assert_eq!(files(last_day()), files(last_day()));
    assert_ne!(files(last_day()), files(last_day().plus(1)));
}

#[test]
fn twenty_files_with_the_names_of_real_exports() {
    let names: Vec<String> = files(last_day()).into_iter().map(|file| file.name).collect();
    assert_eq!(
        names,
        [
            "Complete_LinkedInDataExport_11-21-2026.zip",
            "Complete_LinkedInDataExport_11-21-2026 (1).zip",
            "Complete_LinkedInDataExport_11-21-2026 (2).zip",
            "AggregateAnalytics_Ines Larkspur_2025-11-22_2026-11-21.xlsx",
            "AggregateAnalytics_Viktor Papermoon_2025-11-22_2026-11-21.xlsx",
            "AggregateAnalytics_Mei Quillfeather_2025-11-22_2026-11-21.xlsx",
            "ssi.csv",
            "crm-leads.csv",
            "crm-deals.csv",
            "stage-changes.csv",
            "touches.csv",
            "purchases.csv",
            "meetings.csv",
            "referrals.csv",
            "link-sends.csv",
            "pages.csv",
            "costs.csv",
            "checkins.csv",
            "markers.csv",
            "multiTimeline.csv",
        ]
    );
}

#[test]
fn the_sellers_are_the_team() {
    assert_eq!(SELLERS.to_vec(), TEAM.iter().map(Plan::name).collect::<Vec<_>>());
}

#[test]
fn small_on_any_day() {
    for day in LAST_DAYS.iter().map(|day| Day::parse_iso(day).unwrap()).chain([Day(i32::MIN), Day(i32::MAX)])
    {
        let files = files(day);

        let total: usize = files.iter().map(|file| file.bytes.len()).sum();
        assert_eq!(files.len(), 20);
        // Nothing is packed: made and read in the same breath, they are never sent.
        assert!(total < 2_500_000, "{day:?}: {total} bytes");
    }
}

#[test]
fn files_pass_the_reader_s_own_checks() {
    for file in files(last_day()) {
        let name = file.name.clone();
        let opened = open(file).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        if name.ends_with(".zip") {
            assert!(matches!(opened, Opened::Archive(archive) if archive.members().len() == 11), "{name}");
        } else if name.ends_with(".csv") {
            assert!(matches!(opened, Opened::Text(_)), "{name}");
        }
    }
}

#[test]
fn archives_hold_the_files_of_2026() {
    let members: BTreeSet<String> = opened()
        .keys()
        .filter_map(|name| {
            name.strip_prefix("Complete_LinkedInDataExport_11-21-2026.zip/").map(str::to_owned)
        })
        .collect();
    let expected = [
        "Ad_Targeting.csv",
        "Comments_100000001.csv",
        "Connections.csv",
        "Email Addresses.csv",
        "InstantReposts_100000001.csv",
        "Invitations.csv",
        "Logins.csv",
        "Profile.csv",
        "Reactions_100000001.csv",
        "Shares_100000001.csv",
        "messages.csv",
    ];
    assert_eq!(members, expected.map(str::to_owned).into());
}

#[test]
fn rows_are_as_many_as_a_real_team_has() {
    for archive in ["2026.zip/", "(1).zip/", "(2).zip/"] {
        let count = |file: &str| rows(&format!("{archive}{file}")).len();
        let (messages, invitations) = (count("messages.csv"), count("Invitations.csv"));
        assert!((800..3000).contains(&messages), "{messages}");
        assert!((60..400).contains(&invitations), "{invitations}");
    }
    let connections = rows("Connections.csv");
    let closed = connections.iter().filter(|row| row["First Name"].is_empty()).count();
    let with_email = connections.iter().filter(|row| !row["Email Address"].is_empty()).count();
    assert!((900..1600).contains(&connections.len()));
    assert!((5..60).contains(&closed) && (5..60).contains(&with_email), "{closed} {with_email}");
}

#[test]
fn messages_are_quoted_everywhere_and_some_must_be_set_aside() {
    let files = opened();
    let first = &files["Complete_LinkedInDataExport_11-21-2026.zip/messages.csv"];
    assert!(first.starts_with(b"\"CONVERSATION ID\",\"CONVERSATION TITLE\",\"FROM\","));
    let rows = rows("messages.csv");
    assert!(rows.iter().all(|row| row.len() == 13));
    assert_eq!(rows.iter().filter(|row| row["CONVERSATION TITLE"] == "Sponsored Conversation").count(), 18);
    assert!(rows.iter().filter(|row| row["IS MESSAGE DRAFT"] == "Yes").count() >= 6);
    assert!(rows.iter().any(|row| row["TO"].contains(',') && row["RECIPIENT PROFILE URLS"].contains(',')));
    assert!(rows.iter().any(|row| row["FROM"] == "LinkedIn Member" && row["SENDER PROFILE URL"].is_empty()));
}

#[test]
fn posts_have_the_quirks_of_real_ones() {
    let files = opened();
    let shares =
        String::from_utf8_lossy(&files["Complete_LinkedInDataExport_11-21-2026.zip/Shares_100000001.csv"]);
    assert!(shares.contains("\"\"\r\n\"\"\"\"\r\n\"\"") && shares.ends_with("MEMBER_NETWORK\r\n"));
    let comments =
        String::from_utf8_lossy(&files["Complete_LinkedInDataExport_11-21-2026.zip/Comments_100000001.csv"]);
    assert!(comments.contains("\\\"Everything green\\\""));
    let invitations = rows("Invitations.csv");
    assert!(
        invitations
            .iter()
            .any(|row| row["Sent At"].ends_with("26, 1:05 PM") || row["Sent At"].contains(" PM"))
    );
    assert!(invitations.iter().any(|row| row["Message"].is_empty() && row["Direction"] == "INCOMING"));
}

#[test]
fn workbooks_open_and_agree_with_themselves() {
    for file in files(last_day()).into_iter().filter(|file| file.name.ends_with(".xlsx")) {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["DISCOVERY", "ENGAGEMENT", "TOP POSTS", "FOLLOWERS", "DEMOGRAPHICS"]);
        let text = |book: &mut Xlsx<_>, sheet: &str| -> Vec<Vec<String>> {
            let range = book.worksheet_range(sheet).unwrap();
            assert!(range.rows().flatten().all(|cell| matches!(cell, Data::String(_) | Data::Empty)));
            range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
        };
        let days = text(&mut book, "ENGAGEMENT");
        assert_eq!(
            (days.len(), days[1][0].as_str(), days[365][0].as_str()),
            (366, "11/22/2025", "11/21/2026")
        );
        let impressions: i64 = days[1..].iter().map(|row| row[1].parse::<i64>().unwrap()).sum();
        assert_eq!(text(&mut book, "DISCOVERY")[1][1], impressions.to_string());
        assert_eq!(text(&mut book, "FOLLOWERS").len(), 368);
        let top = text(&mut book, "TOP POSTS");
        assert_eq!((top[2][0].as_str(), top[2][6].as_str()), ("Post URL", "Impressions"));
        assert!((15..=53).contains(&top.len()), "{}", top.len());
        assert!(text(&mut book, "DEMOGRAPHICS").len() > 5);
    }
}

#[test]
fn analytics_posts_are_minted_within_five_seconds_of_the_archive_s() {
    for post in Sample::until(last_day()).sellers.iter().flat_map(|seller| &seller.feed.posts) {
        let apart = (post.activity_id >> 22) - (post.share_id >> 22);
        assert!((0..5000).contains(&apart), "{apart} ms");
        assert_eq!((post.share_id >> 22) / 1000, post.at.utc());
    }
}

/// Whoever is named is made of this room's words; whoever reads them sees that nobody is meant.
#[test]
fn nobody_is_real() {
    let invented = |name: &str| {
        let Some((first, last)) = name.split_once(' ') else { return false };
        SELLERS.contains(&name)
            || FIRST_NAMES.contains(&first)
                && SURNAME_HEADS
                    .iter()
                    .any(|head| last.strip_prefix(head).is_some_and(|tail| SURNAME_TAILS.contains(&tail)))
    };
    for row in rows("Connections.csv").iter().filter(|row| !row["URL"].is_empty()) {
        assert!(invented(&format!("{} {}", row["First Name"], row["Last Name"])), "{row:?}");
        assert!(COMPANIES.contains(&row["Company"].as_str()), "{row:?}");
    }
    for row in rows("messages.csv") {
        for name in row["TO"].split(',').chain([row["FROM"].as_str()]) {
            assert!(invented(name) || name == "LinkedIn Member", "{row:?}");
        }
    }
    for row in rows("crm-leads.csv").iter().chain(&rows("crm-deals.csv")) {
        assert!(invented(&row["person"]) && SELLERS.contains(&row["seller"].as_str()), "{row:?}");
        assert!(COMPANIES.contains(&row["company"].as_str()), "{row:?}");
    }
    for row in rows("meetings.csv").iter().chain(&rows("link-sends.csv")) {
        assert!(invented(&row["person"]) && SELLERS.contains(&row["seller"].as_str()), "{row:?}");
    }
    for row in rows("referrals.csv") {
        assert!(invented(&row["referrer"]), "{row:?}");
    }
    for row in rows("purchases.csv") {
        assert!(COMPANIES.contains(&row["customer"].as_str()), "{row:?}");
    }
    for (name, bytes) in opened().iter().filter(|(name, _)| name.ends_with(".csv")) {
        let text = String::from_utf8_lossy(bytes);
        for host in text.split("https://").skip(1) {
            assert!(
                host.starts_with("www.linkedin.com/") || host.starts_with("www.example.com/"),
                "{name}: {host:.40}"
            );
        }
        for address in text.split('@').skip(1) {
            assert!(address.starts_with("example."), "{name}: {address:.40}");
        }
    }
}

/// What gives no row of its own is said to be left out, with its reason; of the plain tables nothing is.
#[test]
fn every_row_is_accounted_for() {
    for day in LAST_DAYS.iter().take(3).map(|day| Day::parse_iso(day).unwrap()) {
        let options = ReadOptions { today: day, seller: None, as_tables: Vec::new() };
        let mut tables = BTreeSet::new();
        for (outcome, facts) in read(files(day), &[], &options, &mut |_| {}) {
            let summary = match outcome {
                Outcome::Read { summary, questions, .. } => {
                    assert_eq!(questions, [], "{}", summary.file);
                    summary
                }
                Outcome::NotUsed { .. } => continue,
                other => panic!("{other:?}"),
            };
            let taken: u32 = summary.facts.iter().map(|(_, rows)| rows).sum();
            if !summary.file.contains(['/', ' ']) && summary.file.ends_with(".csv") {
                assert_eq!((taken, summary.left_out_count()), (summary.rows, 0), "{}", summary.file);
            }
            let facts = facts.unwrap().facts;
            tables.extend(TableId::ALL.into_iter().filter(|id| !facts.table(*id).is_empty()));
        }
        // Paths are what other tools sum up, warm conversations what a person writes down here.
        let missing = TableId::ALL.into_iter().filter(|id| !tables.contains(id)).collect::<Vec<_>>();
        assert_eq!(missing, [TableId::Paths, TableId::WarmConversations]);
    }
}
