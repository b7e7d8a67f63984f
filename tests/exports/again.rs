//! Exports of posts brought again: the same file changes nothing, a later one replaces figures and never
//! adds to them, and a post that two exports know is one.

use rapport::facts::{AudienceRow, FileFacts, MeetingRow, PostRow, TableId};
use rapport::intake::Upload;
use rapport::workspace::Workspace;

use super::support::read_all;
use super::{samples, upload};

fn read_text(name: &str, text: &str) -> Vec<FileFacts> {
    let upload = Upload { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    read_all(vec![upload]).into_iter().filter_map(|(_, facts)| facts).collect()
}

fn count(workspace: &Workspace, id: TableId) -> usize {
    workspace.facts().table(id).len()
}

#[test]
fn the_same_file_again_changes_nothing() {
    for (id, path) in samples() {
        let files: Vec<FileFacts> =
            read_all(vec![upload(&path)]).into_iter().filter_map(|(_, facts)| facts).collect();
        let mut workspace = Workspace::new("again");
        workspace.import(files.clone(), "first");
        for file in &files {
            for delta in workspace.review(&[(file, &[])], &[]).delta(0).tables {
                assert_eq!(
                    (delta.new, delta.changed, delta.conflicts),
                    (0, 0, 0),
                    "{id}: {}",
                    path.display()
                );
            }
        }
    }
}

const META: &str =
    "Post ID,Account ID,Account username,Publish time,Permalink,Date,Views,Reach,Likes,Comments,Shares\n";

#[test]
fn later_totals_replace_earlier_ones() {
    let row = |views: u32| {
        format!(
            "{META}179,178,granit.ab,08/20/2025 18:40,https://www.instagram.com/p/D/,Lifetime,{views},5,4,3,2\n"
        )
    };
    let mut workspace = Workspace::new("meta");
    workspace.import(read_text("Aug-01-2025_Aug-31-2025_17.csv", &row(100)), "first");
    let later = read_text("Aug-01-2025_Sep-30-2025_18.csv", &row(250));
    let delta = workspace.review(&[(&later[0], &[])], &[]).delta(0);
    assert_eq!((delta.tables[0].new, delta.tables[0].changed), (0, 1));
    workspace.import(later, "second");
    let facts = workspace.facts();
    let views: Vec<Option<f64>> = facts.rows::<PostRow>().map(|(_, post)| post.impressions).collect();
    assert_eq!(views, [Some(250.0)]);
}

#[test]
fn an_earlier_export_brought_later_does_not_win() {
    let row = |impressions: u32| {
        format!(
            "Post id,Date,Post text,Post Link,Impressions,Engagements\n\
             2077000000000000001,\"Tue, Jul 14, 2026\",words,https://x.com/a/status/2077000000000000001,{impressions},1\n"
        )
    };
    let mut workspace = Workspace::new("x");
    workspace.import(read_text("account_analytics_content_2026-07-01_2026-08-31.csv", &row(900)), "first");
    workspace.import(read_text("account_analytics_content_2026-07-01_2026-07-31.csv", &row(400)), "second");
    let facts = workspace.facts();
    let seen: Vec<Option<f64>> = facts.rows::<PostRow>().map(|(_, post)| post.impressions).collect();
    assert_eq!(seen, [Some(900.0)]);
}

#[test]
fn a_reply_is_a_comment_given_and_its_text_is_kept_nowhere() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Engagements\n\
        1,\"Tue, Jul 14, 2026\",@bo a secret,https://x.com/a/status/1,9,1\n\
        2,\"no day\",another secret,https://x.com/a/status/2,9,1\n";
    let files = read_text("account_analytics_content_2026-07-01_2026-07-31.csv", text);
    let told = format!("{files:?}");
    assert!(!told.contains("secret"), "{told}");
    let mut workspace = Workspace::new("x");
    workspace.import(files, "first");
    assert_eq!((count(&workspace, TableId::Posts), count(&workspace, TableId::Activity)), (0, 1));
    assert_eq!(workspace.facts().latest_data_end().map(|day| day.iso()).as_deref(), Some("2026-07-31"));
}

#[test]
fn a_page_s_days_are_one_row_from_two_exports() {
    let mut workspace = Workspace::new("page");
    for (_, path) in
        samples().into_iter().filter(|(_, path)| path.to_str().unwrap().ends_with("1767600000000.xls"))
    {
        workspace
            .import(read_all(vec![upload(&path)]).into_iter().filter_map(|(_, facts)| facts).collect(), "t");
    }
    let facts = workspace.facts();
    let both: Vec<_> = facts
        .rows::<AudienceRow>()
        .filter(|(_, day)| day.impressions.is_some() && day.followers_new.is_some())
        .map(|(_, day)| (day.impressions, day.engagements, day.followers_new))
        .collect();
    assert_eq!(both, [(Some(812.0), Some(38.0), Some(6.0)), (Some(455.0), Some(13.0), Some(2.0))]);
}

const BOOKINGS: &str =
    "User Name,Invitee Name,Event Type Name,Start Date & Time,Event Created Date & Time,Canceled\n";

/// A booked meeting: whose, with whom, on which day, booked on which day.
fn booking(host: &str, guest: &str, day: &str, booked: &str) -> String {
    format!("{host},{guest},30 minutes,{day} 09:00 AM,{booked} 08:00 AM,false\n")
}

/// Every meeting as `person status`.
fn meetings(workspace: &Workspace) -> Vec<String> {
    let facts = workspace.facts();
    let text = |sym| facts.names.text(sym);
    let rows = facts.rows::<MeetingRow>();
    rows.map(|(_, row)| format!("{} {}", text(row.person), text(row.status))).collect()
}

#[test]
fn a_later_list_of_bookings_settles_what_an_earlier_one_left_open() {
    let march = format!(
        "{BOOKINGS}{}{}",
        booking("Ada Ek", "Bo Lind", "2026-03-20", "2026-03-02"),
        booking("Cleo Berg", "Dag Holm", "2026-03-21", "2026-03-03")
    );
    // Only Ada's list goes on; what became of Cleo's meeting is not known.
    let april = format!("{BOOKINGS}{}", booking("Ada Ek", "Eva Ruud", "2026-04-20", "2026-04-02"));
    let read = |name: &str, text: &str| read_text(name, text);
    let mut workspace = Workspace::new("bookings");
    workspace.import(read("events-export.csv", &march), "first");
    assert_eq!(meetings(&workspace), ["Bo Lind booked", "Dag Holm booked"]);
    let second = workspace.import(read("events-export (1).csv", &april), "second");
    assert_eq!(meetings(&workspace), ["Bo Lind held", "Dag Holm booked", "Eva Ruud booked"]);
    // The same list again is no news, though its meetings were settled since.
    let again = read("events-export (2).csv", &march);
    let delta = workspace.review(&[(&again[0], &[])], &[]).delta(0);
    assert_eq!((delta.tables[0].new, delta.tables[0].changed, delta.tables[0].same), (0, 0, 2));
    // A stored workspace knows it too, and taking the later list back opens the question again.
    let body = rapport::workspace::write_body(&workspace);
    let mut opened = rapport::workspace::read_body(&body).unwrap();
    assert_eq!(meetings(&opened), meetings(&workspace));
    opened.undo_import(second);
    assert_eq!(meetings(&opened), ["Bo Lind booked", "Dag Holm booked"]);
}
