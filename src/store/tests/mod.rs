//! The library under faults: every promise of the room's opening comment, broken on purpose.

mod damage;
mod faults;
mod glance;
mod model;
mod quota;
mod tabs;

use std::collections::BTreeMap;

use super::{Copies, Library, LibraryError, MemoryVault, Opened, SaveState, Vault, WorkspaceId};

const NOW: &str = "2026-03-01T08:00:00Z";
const ROOMY: u64 = 1_000_000;

/// What a person would find in one workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Found {
    Empty,
    Body(String),
    Unreadable,
    ReadOnly,
}

/// What a person would find after a reload: id → name and content, in a fresh library.
fn view(vault: &MemoryVault) -> BTreeMap<String, (String, Found)> {
    let mut library = reopen(vault);
    let entries = library.list().to_vec();
    let found = entries.into_iter().map(|entry| {
        let found = match library.load(&entry.id).unwrap() {
            Opened::Empty => Found::Empty,
            Opened::Ready(loaded) => Found::Body(loaded.body),
            Opened::Unreadable(_) => Found::Unreadable,
            Opened::ReadOnly { .. } => Found::ReadOnly,
        };
        (entry.id.to_string(), (entry.name, found))
    });
    found.collect()
}

fn reopen(vault: &MemoryVault) -> Library {
    let (library, report) = Library::open(Box::new(vault.clone()));
    assert_eq!(report.failure, None);
    library
}

/// Every key and text, byte for byte.
fn dump(vault: &MemoryVault) -> BTreeMap<String, String> {
    let keys = vault.keys().unwrap();
    keys.into_iter().map(|key| (key.clone(), vault.read(&key).unwrap().unwrap())).collect()
}

fn save(library: &mut Library, id: &WorkspaceId, body: &str) -> Result<(), SaveState> {
    match library.save(id, body, NOW, Copies::KeepTwo) {
        SaveState::Saved { .. } => Ok(()),
        other => Err(other),
    }
}

fn body_of(library: &mut Library, id: &WorkspaceId) -> Option<String> {
    match library.load(id) {
        Ok(Opened::Ready(loaded)) => Some(loaded.body),
        Ok(_) | Err(LibraryError::NoSuchWorkspace(_)) => None,
        Err(error) => panic!("{error}"),
    }
}
