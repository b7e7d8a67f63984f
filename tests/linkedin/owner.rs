//! Whose messages they are, from little evidence; and what a mapping adds to a recognised file.

use rapport::facts::{FileFacts, MessageRow, Row, TableId};
use rapport::intake::Upload;
use rapport::sources::{Mapping, Outcome, Question, read};
use rstest::rstest;

use crate::support::{assert_accounted, only_read, options, read_all};

const HEAD: &str = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS\n";

fn messages(rows: &str) -> Upload {
    Upload { name: "messages.csv".into(), bytes: format!("{HEAD}{rows}").into() }
}

fn directions(results: &[(Outcome, Option<FileFacts>)]) -> Vec<String> {
    let (_, facts) = only_read(results);
    let table = facts.facts.table(TableId::Messages);
    (0..table.len())
        .map(|row| facts.facts.names.text(MessageRow::read(table, row).direction).to_owned())
        .collect()
}

const TWO_TALKS: &str = "1,,Ada Ek,https://www.linkedin.com/in/ada,Bo Berg,https://www.linkedin.com/in/bo,2026-01-01 00:00:00 UTC,,,INBOX,\n\
    2,,Cy Dahl,https://www.linkedin.com/in/cy,Ada Ek,https://www.linkedin.com/in/ada,2026-01-02 00:00:00 UTC,,,INBOX,\n";
const ONE_TALK: &str = "1,,Ada Ek,https://www.linkedin.com/in/ada,Bo Berg,https://www.linkedin.com/in/bo,2026-01-01 00:00:00 UTC,,,INBOX,\n\
    1,,Bo Berg,https://www.linkedin.com/in/bo,Ada Ek,https://www.linkedin.com/in/ada,2026-01-02 00:00:00 UTC,,,INBOX,\n";

#[test]
fn the_owner_takes_part_in_every_conversation() {
    let results = read_all(vec![messages(TWO_TALKS)]);
    assert_eq!(directions(&results), ["outgoing", "incoming"]);
    assert_eq!(only_read(&results).0.owner.as_deref(), Some("Ada Ek"));
}

#[test]
fn one_conversation_says_nothing_and_is_asked_about() {
    let results = read_all(vec![messages(ONE_TALK)]);
    assert_accounted(&results);
    match results.as_slice() {
        [(Outcome::Read { summary, questions, .. }, _)] => {
            assert_eq!(summary.left_out_count(), 2);
            let Some(Question::Owner { candidates, .. }) = questions.first() else { panic!("{questions:?}") };
            assert_eq!(candidates, &["Ada Ek", "Bo Berg"]);
        }
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[case(Some("Bo Berg"), &["incoming", "outgoing"])]
#[case(Some("ada ek"), &["outgoing", "incoming"])]
fn a_given_seller_settles_it(#[case] seller: Option<&str>, #[case] expected: &[&str]) {
    let constants = seller.map(|name| ("seller".to_owned(), name.to_owned())).into_iter().collect();
    let mapping = Mapping { file: "messages.csv".into(), constants, ..Mapping::default() };
    let results = read(vec![messages(ONE_TALK)], &[mapping], &options(), &mut |_| {});
    assert_eq!(directions(&results), expected);
}

#[test]
fn a_profile_beside_it_settles_it() {
    let profile = "First Name,Last Name,Headline,Summary,Industry\nBo,Berg,Buys,,Machinery\n";
    let profile = Upload { name: "Profile.csv".into(), bytes: profile.into() };
    let results = read_all(vec![messages(ONE_TALK), profile]);
    assert_eq!(directions(&results[..1]), ["incoming", "outgoing"]);
}

#[test]
fn a_message_between_others_is_left_out() {
    let rows = format!(
        "{TWO_TALKS}3,,Cy Dahl,https://www.linkedin.com/in/cy,Dee Falk,https://www.linkedin.com/in/dee,2026-01-03 00:00:00 UTC,,,INBOX,\n\
         4,,Ada Ek,https://www.linkedin.com/in/ada,Eli Gran,https://www.linkedin.com/in/eli,2026-01-04 00:00:00 UTC,,,INBOX,\n\
         5,,Ada Ek,https://www.linkedin.com/in/ada,Gus Ivars,https://www.linkedin.com/in/gus,2026-01-04 00:00:00 UTC,,,INBOX,\n"
    );
    let profile = "First Name,Last Name,Headline,Summary,Industry\nAda,Ek,Sells,,Machinery\n";
    let profile = Upload { name: "Profile.csv".into(), bytes: profile.into() };
    let results = read_all(vec![messages(&rows), profile]);
    let (summary, _) = only_read(&results[..1]);
    assert_eq!(summary.left_out, [(rapport::facts::Reason::NotOwners, 1)]);
}

#[test]
fn a_person_s_word_outweighs_what_a_file_looks_like() {
    let columns =
        [("Connected On".to_owned(), "date".to_owned()), ("Company".to_owned(), "label".to_owned())].into();
    let mapping =
        Mapping { file: "c.csv".into(), table: Some("markers".into()), columns, ..Mapping::default() };
    let csv = "First Name,Last Name,Email Address,Company,Position,Connected On\nBo,Berg,,Nordlicht AB,,09 Sep 2022\n";
    let upload = || Upload { name: "c.csv".into(), bytes: csv.into() };
    assert_eq!(only_read(&read_all(vec![upload()])).0.source, "linkedin.connections");
    let results = read(vec![upload()], &[mapping], &options(), &mut |_| {});
    assert_eq!(only_read(&results).0.source, "mapped.markers");
}

#[test]
fn unknown_and_canonical_tables_go_their_own_way() {
    let unknown = Upload { name: "x.csv".into(), bytes: "Opp,State\nA1,won\n".into() };
    let canonical =
        Upload { name: "meetings.csv".into(), bytes: "date,person,status\n2026-01-02,Bo,held\n".into() };
    let results = read_all(vec![unknown, canonical]);
    assert!(matches!(results[0], (Outcome::Unknown { .. }, None)));
    assert_eq!(only_read(&results[1..]).0.source, "canonical.meetings");
}

#[test]
fn progress_ends_with_every_byte() {
    let mut last = None;
    read(vec![messages(TWO_TALKS)], &[], &options(), &mut |progress| last = Some(progress));
    let last = last.unwrap();
    assert_eq!((last.bytes_done, last.rows_done, last.rows_about), (last.bytes_total, 2, 2));
}
