//! Every declared export by its sample: `tests/samples/exports/<source id>/<file>` is read as a person
//! would drop it, must be recognised as that source (a workbook's other sheets as others of its kind), must
//! account for every row, and must give the facts of the golden file beside it. `UPDATE_GOLDEN=1 cargo test --test exports` rewrites the golden files.
#![cfg(feature = "engine")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

mod crm;
mod cutting;
mod parts;
#[path = "../linkedin/support.rs"]
mod support;

mod again;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rapport::facts::{FileFacts, TableId};
use rapport::intake::Upload;
use rapport::sources::{ALL, Outcome, Results, Source};
use rapport::workspace::Workspace;

use support::{check_golden, print_results, read_all};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/exports")
}

/// Every sample with the id of its source.
fn samples() -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for source in std::fs::read_dir(folder()).unwrap() {
        let source = source.unwrap().path();
        let id = source.file_name().unwrap().to_str().unwrap().to_owned();
        for file in std::fs::read_dir(&source).unwrap() {
            let file = file.unwrap().path();
            if !file.to_str().unwrap().ends_with(".golden.json") {
                found.push((id.clone(), file));
            }
        }
    }
    found.sort();
    found
}

fn upload(path: &Path) -> Upload {
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    Upload { name, bytes: std::fs::read(path).unwrap() }
}

/// Rows used, in whichever tables, and left out add up to the rows of the file, file by file.
fn assert_accounted(results: &Results) {
    for (outcome, facts) in results {
        let Outcome::Read { summary, .. } = outcome else { continue };
        let used: BTreeSet<u32> =
            (facts.iter().flat_map(|facts| TableId::ALL.map(|id| facts.facts.share(id))))
                .flat_map(|table| (0..table.len()).map(|row| table.line(row)).collect::<Vec<_>>())
                .collect();
        let used = u32::try_from(used.len()).unwrap();
        assert_eq!(summary.rows, used + summary.left_out_count(), "{}", summary.file);
    }
}

/// The sources that a sample was read as.
fn sources_of(results: &Results, path: &Path) -> BTreeSet<String> {
    let each = results.iter().filter_map(|(outcome, _)| match outcome {
        Outcome::Read { summary, .. } => Some(summary.source.clone()),
        Outcome::NotUsed { .. } => None,
        other => panic!("{}: {other:?}", path.display()),
    });
    each.collect()
}

#[test]
fn every_sample_is_recognised_accounted_for_and_read_as_recorded() {
    for (id, path) in samples() {
        let results = read_all(vec![upload(&path)]);
        let read = sources_of(&results, &path);
        assert!(read.contains(&id), "{}: {read:?}", path.display());
        let bring = |id: &str| Source::by_id(id).unwrap_or_else(|| panic!("{id} is no source")).bring;
        assert!(read.iter().all(|other| bring(other) == bring(&id)), "{}: {read:?}", path.display());
        assert_accounted(&results);
        check_golden(
            &path.with_file_name(format!("{}.golden.json", upload(&path).name)),
            &print_results(&results),
        );
    }
}

#[test]
fn every_export_of_a_tool_has_a_sample() {
    let sampled: BTreeSet<String> = samples().into_iter().map(|(id, _)| id).collect();
    // LinkedIn's archive, its creator workbook and the index have tests of their own.
    let own = ["linkedin_archive", "linkedin_analytics", "ssi"];
    for source in ALL.iter().filter(|source| !own.contains(&source.bring)) {
        assert!(sampled.contains(source.id), "{} has no sample", source.id);
    }
    for id in sampled {
        assert!(Source::by_id(&id).is_some(), "{id} is no source");
    }
}

/// The facts of all samples, read once.
fn all_facts() -> Vec<FileFacts> {
    let each = samples().into_iter().flat_map(|(_, path)| read_all(vec![upload(&path)]));
    each.filter_map(|(_, facts)| facts).collect()
}

/// The facts of a workspace as sorted lines.
fn told(workspace: &Workspace) -> Vec<String> {
    let facts = workspace.facts();
    let mut lines = Vec::new();
    for id in rapport::facts::TableId::ALL {
        let table = facts.table(id);
        for row in 0..table.len() {
            let cells: Vec<String> = (id.schema().fields.iter().enumerate())
                .map(|(column, field)| {
                    let cell = table.cell(column, row);
                    if field.kind == rapport::facts::FieldType::Text && cell != rapport::facts::MISSING {
                        facts.names.text(rapport::facts::Sym(u32::try_from(cell).unwrap())).to_owned()
                    } else {
                        cell.to_string()
                    }
                })
                .collect();
            lines.push(format!("{} {}", id.name(), cells.join("|")));
        }
    }
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever the order of the files and however they are parted into imports, the workspace is the same.
    #[test]
    fn the_order_and_splitting_of_files_does_not_matter(seed in any::<u64>()) {
        let mut files = all_facts();
        let mut once = Workspace::new("once");
        once.import(files.clone(), "t");
        // A small generator: the order and the cuts follow from the seed alone.
        let mut state = seed | 1;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below.max(1)
        };
        for at in (1..files.len()).rev() {
            files.swap(at, next(at + 1));
        }
        let mut parted = Workspace::new("parted");
        while !files.is_empty() {
            let cut = 1 + next(files.len());
            parted.import(files.drain(..cut).collect(), "t");
        }
        prop_assert_eq!(told(&once), told(&parted));
    }
}
