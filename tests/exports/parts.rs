//! Files dropped in any order, or in parts, tell the same.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use rapport::facts::{FileFacts, TableId};
use rapport::intake::Upload;
use rapport::sources::{Results, RowRule, Source};
use rapport::workspace::Workspace;

use super::support::{folder_files, read_all};
use super::{samples, told, upload};

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

/// Both parts of a text that is cut before a line, the lines above its first row in both.
fn cut(text: &[u8], first: usize, at: usize) -> (Vec<u8>, Vec<u8>) {
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    (lines[..at - 1].concat(), [&lines[..first - 1], &lines[at - 1..]].concat().concat())
}

fn workspace_of(files: Vec<Results>) -> Workspace {
    let mut workspace = Workspace::new("parts");
    for results in files {
        let facts: Vec<FileFacts> = results.into_iter().filter_map(|(_, facts)| facts).collect();
        workspace.import(facts, "t");
    }
    workspace
}

/// Text samples of one table that may be cut. Reports whose rows stand in groups say some cells only once, and
/// whether a booked meeting was held is told by how far the whole list goes. Searches are counted relative to the
/// peak of the very stretches that a file holds.
fn cuttable() -> Vec<Upload> {
    let each = samples().into_iter().filter(|(id, path)| {
        let is_grouped = |source: &Source| source.rules.iter().any(|rule| matches!(rule, RowRule::Grouped));
        path.extension().is_some_and(|extension| extension == "csv" || extension == "txt")
            && Source::by_id(id).is_some_and(|source| !is_grouped(source))
            && id != "calendly.events"
            && id != "google_trends.timeline"
            && read_all(vec![upload(path)]).len() == 1
    });
    each.map(|(_, path)| upload(&path)).chain(of_linkedin()).collect()
}

/// The lists of LinkedIn's archives, each alone. Whose messages they are is told by all of them together.
fn of_linkedin() -> Vec<Upload> {
    let years = ["2018", "2022", "2023", "2026"];
    let files = years.iter().flat_map(|year| folder_files(&Path::new("tests/samples/linkedin").join(year)));
    let lists = ["Connections", "Invitations", "Shares", "InstantReposts", "Comments", "Reactions"];
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let each = files.map(|(path, bytes)| Upload { name: name(&path), bytes });
    each.filter(|upload| lists.iter().any(|list| upload.name.starts_with(list))).collect()
}

#[test]
fn a_list_cut_in_two_tells_the_same() {
    let mut cuts = 0;
    for whole in cuttable() {
        let results = read_all(vec![whole.clone()]);
        let lines = row_lines(&results);
        let wanted = told(&workspace_of(vec![results]));
        for at in lines.iter().skip(1) {
            let (head, tail) = cut(&whole.bytes, lines[0], *at);
            let part = |bytes| read_all(vec![Upload { name: whole.name.clone(), bytes }]);
            let parts = vec![part(head), part(tail)];
            assert_eq!(told(&workspace_of(parts)), wanted, "{} cut before line {at}", whole.name);
            cuts += 1;
        }
    }
    assert!(cuts > 60, "{cuts}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever the order in which the files of one drop come.
    #[test]
    fn the_order_within_a_drop_does_not_matter(order in Just(samples()).prop_shuffle()) {
        let read = |files: Vec<(String, std::path::PathBuf)>| {
            told(&workspace_of(vec![read_all(files.iter().map(|(_, path)| upload(path)).collect())]))
        };
        prop_assert_eq!(read(order), read(samples()));
    }
}
