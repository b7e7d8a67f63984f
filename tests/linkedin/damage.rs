//! Damaged files: never a panic, never a row without an account.

use std::path::Path;

use proptest::prelude::*;
use rapport::intake::Upload;
use rapport::sources::Outcome;

use crate::archive::archive;
use crate::support::{assert_accounted, folder_files, print_results, read_all};

/// Every sample of a layout, with its name.
fn samples() -> Vec<(String, Vec<u8>)> {
    ["2018", "2022", "2023", "2026"]
        .iter()
        .flat_map(|year| folder_files(&Path::new("tests/samples/linkedin").join(year)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_row_of_a_damaged_file_is_accounted_for(
        which in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 0..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let samples = samples();
        let (name, mut bytes) = samples[which.index(samples.len())].clone();
        for (place, byte, kind) in edits {
            let at = place.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => { bytes.remove(at); }
                _ => bytes.insert(at, b"\",\n0"[usize::from(byte % 4)]),
            }
            if bytes.is_empty() {
                return Ok(());
            }
        }
        bytes.truncate(cut.index(bytes.len() * 4).max(1));
        let results = read_all(vec![Upload { name, bytes }]);
        assert_accounted(&results);
        prop_assert_eq!(results.len(), 1);
    }
}

#[test]
fn a_damaged_member_does_not_take_the_others_with_it() {
    let mut files = folder_files(Path::new("tests/samples/linkedin/2022"));
    for (name, bytes) in &mut files {
        if name == "Invitations.csv" {
            *bytes = b"Who,When\nBo,now\n".to_vec();
        }
    }
    let bytes = crate::support::zip_files(&files);
    let results = read_all(vec![Upload { name: "linkedin.zip".into(), bytes }]);
    assert_accounted(&results);
    let refused: Vec<&str> = results
        .iter()
        .filter_map(|(outcome, _)| match outcome {
            Outcome::Refused { refusal, .. } => Some(refusal.code.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(refused, ["layout_unknown"]);
    assert!(results.len() > 7);
}

#[test]
fn a_cut_archive_is_refused_with_a_reason() {
    let whole = archive("2022", "linkedin.zip", "");
    let cut = Upload { bytes: whole.bytes[..whole.bytes.len() / 2].to_vec(), ..whole };
    let results = read_all(vec![cut]);
    assert!(matches!(results.as_slice(), [(Outcome::Refused { .. }, None)]), "{}", print_results(&results));
}
