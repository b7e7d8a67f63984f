//! The whole of a workspace as text, for storage and backups: a JSON part that a person can read about, and
//! the facts as bytes; together deflated and written in base64, because local storage counts characters.

use super::ledger::{Ledger, Providers};
use super::matches::Matches;
use super::notes::Notes;
use super::plan::Plan;
use super::roster::Roster;
use super::settled::Settled;
use super::tags::PostTags;
use super::typed::Typed;
use super::workspace::{FileRecord, ImportRecord, Workspace};
use crate::facts::{CodecError, Reader, TableId, Writer, from_json};
use crate::metrics::Definitions;
use crate::sources::remembered::Remembered;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;

/// A body larger than this when inflated is refused: nothing that fits a browser's storage is.
const INFLATED_LIMIT_BYTES: usize = 512 << 20;

/// A body that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BodyError {
    /// Not base64, or cut off.
    #[error("the stored text is damaged at character {at}")]
    Text {
        /// Where.
        at: usize,
    },
    /// Not deflated data, or too large.
    #[error("the stored data cannot be unpacked")]
    Packed,
    /// The readable part makes no sense.
    #[error("the stored description cannot be read")]
    Manifest,
    /// The facts make no sense.
    #[error(transparent)]
    Facts(#[from] CodecError),
}

/// The readable part.
#[derive(Serialize, Deserialize)]
#[serde(default)]
struct Manifest {
    name: String,
    is_sample: bool,
    definitions: Definitions,
    mappings: Remembered,
    roster: Roster,
    matches: Matches,
    plan: Plan,
    tags: PostTags,
    notes: Notes,
    imports: Vec<ImportRecord>,
    files: BTreeMap<u32, FileRecord>,
    next: (u32, u32),
    providers: Vec<Vec<u32>>,
    typed: Typed,
    settled: Settled,
}

impl Default for Manifest {
    fn default() -> Manifest {
        Manifest {
            name: String::new(),
            is_sample: false,
            definitions: Definitions::default(),
            mappings: Remembered::default(),
            roster: Roster::default(),
            matches: Matches::default(),
            plan: Plan::default(),
            tags: PostTags::default(),
            notes: Notes::default(),
            imports: Vec::new(),
            files: BTreeMap::new(),
            next: (1, 1),
            providers: Vec::new(),
            typed: Typed::default(),
            settled: Settled::default(),
        }
    }
}

/// The workspace as text.
pub fn write_body(workspace: &Workspace) -> String {
    let manifest = Manifest {
        name: workspace.name.clone(),
        is_sample: workspace.is_sample,
        definitions: workspace.definitions.clone(),
        mappings: workspace.mappings.clone(),
        roster: workspace.roster.clone(),
        matches: workspace.matches.clone(),
        plan: workspace.plan.clone(),
        tags: workspace.tags.clone(),
        notes: workspace.notes.clone(),
        imports: workspace.imports.clone(),
        files: workspace.files.clone(),
        next: workspace.next,
        providers: workspace.providers.sets().to_vec(),
        typed: workspace.typed.clone(),
        settled: workspace.settled.clone(),
    };
    let mut writer = Writer::default();
    // A manifest holds strings, numbers and lists, which JSON cannot refuse.
    writer.text(&serde_json::to_string(&manifest).unwrap_or_default());
    writer.names(&workspace.names);
    let filled: Vec<&Ledger> =
        workspace.ledgers.iter().filter(|ledger| !ledger.versions.is_empty()).collect();
    writer.unsigned(filled.len() as u64);
    for ledger in filled {
        writer.table(&ledger.versions);
        writer.numbers(ledger.providers.iter().copied());
        writer.numbers(ledger.ordinals.iter().copied());
    }
    to_base64(&miniz_oxide::deflate::compress_to_vec(&writer.into_bytes(), 6))
}

/// The workspace of a text.
///
/// # Errors
/// Where the text is damaged, and how.
pub fn read_body(body: &str) -> Result<Workspace, BodyError> {
    let packed = from_base64(body)?;
    let bytes = miniz_oxide::inflate::decompress_to_vec_with_limit(&packed, INFLATED_LIMIT_BYTES)
        .map_err(|_| BodyError::Packed)?;
    let mut reader = Reader::new(&bytes);
    let manifest: Manifest = from_json(reader.text()?).map_err(|_| BodyError::Manifest)?;
    let mut workspace = Workspace::new(&manifest.name);
    workspace.names = reader.names()?;
    let mut providers = Providers::default();
    for set in manifest.providers {
        providers.number(set);
    }
    for _ in 0..reader.count()? {
        let Some(table) = reader.table(workspace.names.len())? else { return Err(BodyError::Manifest) };
        let id: TableId = table.id;
        let rows = table.len();
        let sets = reader.numbers(rows)?;
        let ordinals = reader.numbers(rows)?;
        let ledger = Ledger::from_parts(table, sets, ordinals).ok_or(BodyError::Manifest)?;
        if let Some(place) = workspace.ledgers.get_mut(id.index()) {
            *place = ledger;
        }
    }
    workspace.providers = providers;
    workspace.is_sample = manifest.is_sample;
    workspace.definitions = manifest.definitions;
    workspace.mappings = manifest.mappings;
    workspace.roster = manifest.roster;
    workspace.matches = manifest.matches;
    workspace.plan = manifest.plan;
    workspace.tags = manifest.tags;
    workspace.notes = manifest.notes;
    workspace.imports = manifest.imports;
    workspace.files = manifest.files;
    workspace.typed = manifest.typed.fitting(workspace.names.len());
    workspace.next = manifest.next;
    workspace.settled = manifest.settled;
    Ok(workspace)
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |position: usize| u32::from(chunk.get(position).copied().unwrap_or(0));
        let group = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4u32 {
            if place as usize > chunk.len() {
                text.push('=');
            } else {
                let index = (group >> (18 - 6 * place) & 63) as usize;
                text.push(char::from(BASE64.get(index).copied().unwrap_or(b'A')));
            }
        }
    }
    text
}

fn from_base64(text: &str) -> Result<Vec<u8>, BodyError> {
    let digits = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    let (mut group, mut bits) = (0u32, 0u32);
    for (at, digit) in digits.bytes().enumerate() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return Err(BodyError::Text { at }),
        };
        group = (group << 6 | u32::from(value)) & 0x00ff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((group >> bits & 0xff) as u8);
        }
    }
    Ok(bytes)
}

#[cfg(test)]
#[path = "body_tests.rs"]
mod stored;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn base64_as_rfc_4648_section_10_has_it() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(to_base64(plain.as_bytes()), coded);
            assert_eq!(from_base64(coded).unwrap(), plain.as_bytes());
        }
    }

    #[test]
    fn a_body_from_before_there_was_a_roster_opens() {
        let mut writer = Writer::default();
        writer.text(
            r#"{"name":"Old","is_sample":false,"imports":[],"files":{},"next":[3,5],"providers":[[]]}"#,
        );
        writer.names(&crate::facts::Names::default());
        writer.unsigned(0);
        let body = to_base64(&miniz_oxide::deflate::compress_to_vec(&writer.into_bytes(), 6));
        let workspace = read_body(&body).unwrap();
        assert_eq!((workspace.name.as_str(), workspace.next), ("Old", (3, 5)));
        assert_eq!(workspace.roster, Roster::default());
    }

    proptest! {
        #[test]
        fn any_text_is_refused_or_read_but_never_panics(text in "[A-Za-z0-9+/]{0,200}") {
            let _ = read_body(&text);
        }

        #[test]
        fn bytes_survive_base64(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(from_base64(&to_base64(&bytes)).unwrap(), bytes);
        }
    }
}
