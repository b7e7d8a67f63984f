//! Archives imported again, and newer ones over older ones.

use rapport::facts::{FileFacts, InvitationRow, MessageRow, TableId};
use rapport::intake::Upload;
use rapport::sources::{ReadOptions, read};
use rapport::workspace::Workspace;
use rstest::rstest;
use std::path::Path;

use crate::archive::archive;
use crate::support::{folder_files, options, read_all, zip_files};

fn facts_of(upload: Upload) -> Vec<FileFacts> {
    read_all(vec![upload]).into_iter().filter_map(|(_, facts)| facts).collect()
}

/// New and changed rows that a file would bring.
fn news(workspace: &mut Workspace, files: &[FileFacts]) -> Vec<(TableId, u32, u32)> {
    let mut news = Vec::new();
    for file in files {
        let delta = workspace.review(&[(file, &[])], &[]).delta(0);
        news.extend(
            delta
                .tables
                .iter()
                .filter(|t| t.new + t.changed + t.conflicts > 0)
                .map(|t| (t.table, t.new, t.changed)),
        );
    }
    news.sort_unstable();
    news
}

#[rstest]
#[case("2018")]
#[case("2022")]
#[case("2023")]
#[case("2026")]
fn the_same_archive_twice_changes_nothing(#[case] year: &str) {
    let files = facts_of(archive(year, "Complete_LinkedInDataExport_11-01-2026.zip", ""));
    let mut workspace = Workspace::new("w");
    workspace.import(files.clone(), "t1");
    assert_eq!(news(&mut workspace, &files), []);
    let rows = |workspace: &Workspace| TableId::ALL.map(|id| workspace.facts().table(id).len());
    let before = rows(&workspace);
    assert!(before.iter().sum::<usize>() > 0);
    workspace.import(files, "t2");
    assert_eq!(rows(&workspace), before);
}

#[test]
fn a_newer_archive_brings_only_what_is_new() {
    let mut workspace = Workspace::new("w");
    workspace.import(facts_of(archive("2026", "Complete_LinkedInDataExport_11-01-2026.zip", "")), "t1");
    let before = workspace.facts();

    let mut files = folder_files(Path::new("tests/samples/linkedin/2026"));
    for (path, bytes) in &mut files {
        let more: &[u8] = match path.as_str() {
            "messages.csv" => {
                b"\"2-llll==\",\"\",\"Noa Ohm\",\"https://www.linkedin.com/in/noa-ohm\",\"Ada Ek\",\"https://www.linkedin.com/in/ada-ek\",\"2026-11-05 08:00:00 UTC\",\"\",\"Good morning\",\"INBOX\",\"\",\"No\",\"No\"\n"
            }
            "Connections.csv" => b"Ivo,Reed,https://www.linkedin.com/in/ivo-reed,,Reed & Co,Buyer,04 Nov 2026\n",
            _ => b"",
        };
        if !more.is_empty() && !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        bytes.extend_from_slice(more);
    }
    let newer =
        Upload { name: "Complete_LinkedInDataExport_11-08-2026.zip".into(), bytes: zip_files(&files) };
    let files = facts_of(newer);
    assert_eq!(news(&mut workspace, &files), [(TableId::Connections, 1, 0), (TableId::Messages, 1, 0)]);
    workspace.import(files, "t2");
    let after = workspace.facts();
    assert_eq!(after.rows::<MessageRow>().count(), before.rows::<MessageRow>().count() + 1);
    assert_eq!(after.rows::<InvitationRow>().count(), before.rows::<InvitationRow>().count());
}

const HEAD: &str = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS\n";

/// Messages of Ada's, each `from > to` with the day of January on which it was sent.
fn messages(rows: &[(&str, &str, u8)]) -> Vec<FileFacts> {
    let url = |name: &str| {
        let key = name.split(' ').next().unwrap_or_default().to_lowercase();
        if key.is_empty() { String::new() } else { format!("https://www.linkedin.com/in/{key}") }
    };
    let row = |(from, to, day): &(&str, &str, u8)| {
        format!("7,,{from},{},{to},{},2026-01-{day:02} 10:00:00 UTC,,,INBOX,\n", url(from), url(to))
    };
    let body: String = rows.iter().map(row).collect();
    let upload = Upload { name: "messages.csv".into(), bytes: format!("{HEAD}{body}").into() };
    let told = ReadOptions { seller: Some("Ada Ek".into()), ..options() };
    read(vec![upload], &[], &told, &mut |_| {}).into_iter().filter_map(|(_, facts)| facts).collect()
}

/// Every message as `direction person kind`.
fn told(parts: Vec<Vec<FileFacts>>) -> Vec<String> {
    let mut workspace = Workspace::new("w");
    for part in parts {
        workspace.import(part, "t");
    }
    let facts = workspace.facts();
    let text = |sym| facts.names.text(sym);
    let rows = facts.rows::<MessageRow>();
    rows.map(|(_, row)| format!("{} {} {}", text(row.direction), text(row.person), text(row.kind))).collect()
}

#[test]
fn what_only_the_parts_of_a_conversation_together_say_of_it_is_found() {
    // The second part shows that two people write, so it was a group from the first message on.
    let rows = [("Bo Berg", "Ada Ek", 1), ("Ada Ek", "Bo Berg", 2), ("Cy Dahl", "Ada Ek", 3)];
    let wanted = ["incoming Bo Berg group", "outgoing  group", "incoming Cy Dahl group"];
    assert_eq!(told(vec![messages(&rows)]), wanted);
    assert_eq!(told(vec![messages(&rows[..2]), messages(&rows[2..])]), wanted);
    // What the owner wrote to nobody that is named goes to the one who answers in the other part.
    let rows = [("Ada Ek", "", 1), ("Bo Berg", "Ada Ek", 2)];
    let wanted = ["outgoing Bo Berg ", "incoming Bo Berg "];
    assert_eq!(told(vec![messages(&rows)]), wanted);
    assert_eq!(told(vec![messages(&rows[..1]), messages(&rows[1..])]), wanted);
}
