//! The list of workspaces as stored: names, order, last opened. What the slots say wins over it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    envelope::{Stamp, peek_name},
    keys::{KeyKind, Subject, WorkspaceId, classify},
    slots::{self, Copies, Pair, Refusal, Save},
    state::Entry,
    vault::{Vault, VaultError},
};

/// How many deleted ids are remembered, so that another tab's late save does not bring one back.
const DELETED_MAX: usize = 64;

/// The stored list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Index {
    /// In order of making.
    pub entries: Vec<Entry>,
    /// Ids deleted lately.
    pub deleted: Vec<WorkspaceId>,
    /// The workspace to open first.
    pub last_opened: Option<WorkspaceId>,
}

/// The list, brought in line with the slots, and how it was found.
#[derive(Debug, Clone, Default)]
pub(super) struct IndexRead {
    pub index: Index,
    /// The list as it is stored, if it could be read.
    pub stored: Option<Index>,
    pub is_rebuilt: bool,
    pub newer: Option<u32>,
    pub lost: Vec<Entry>,
    stamp: Option<Stamp>,
}

impl Index {
    pub fn entry(&self, id: &WorkspaceId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    pub fn entry_mut(&mut self, id: &WorkspaceId) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == *id)
    }

    pub fn remember_deleted(&mut self, id: &WorkspaceId) {
        self.entries.retain(|entry| entry.id != *id);
        self.last_opened.take_if(|last| *last == *id);
        self.deleted.retain(|deleted| *deleted != *id);
        self.deleted.push(id.clone());
        let surplus = self.deleted.len().saturating_sub(DELETED_MAX);
        self.deleted.drain(..surplus);
    }
}

/// Reads the list, or makes it again from the workspaces' own headers.
pub(super) fn read(vault: &dyn Vault) -> Result<IndexRead, VaultError> {
    let pair = Pair::read(vault, Subject::Index)?;
    let stored = pair.newest_body();
    let index: Option<Index> = stored.and_then(|(_, body)| serde_json::from_str(body).ok());
    let mut read = IndexRead {
        newer: pair.newer_version(),
        stamp: stored.map(|(meta, _)| meta.stamp()),
        ..IndexRead::default()
    };
    let saved = workspaces_in(vault)?;
    read.is_rebuilt = index.is_none() && (!saved.is_empty() || pair.filled().next().is_some());
    read.index = index.clone().unwrap_or_default();
    read.stored = index;
    match_slots(vault, &saved, &mut read)?;
    Ok(read)
}

/// Writes the list as it was read and then changed. Refused as stale if another tab was quicker.
pub(super) fn write(vault: &dyn Vault, read: &IndexRead, index: &Index, at: &str) -> Result<(), Refusal> {
    // No map has keys other than strings here, so this cannot fail; but an error is cheaper than a proof.
    let body = serde_json::to_string(index).map_err(|error| VaultError::Other(error.to_string()))?;
    let save =
        Save { subject: Subject::Index, name: "", saved_at: at, body: &body, loaded: read.stamp, known: &[] };
    slots::save(vault, &save, Copies::KeepTwo).map(|_| ())
}

fn workspaces_in(vault: &dyn Vault) -> Result<BTreeSet<WorkspaceId>, VaultError> {
    let ids = vault.keys()?.into_iter().filter_map(|key| match classify(&key)? {
        KeyKind::Workspace(id) => Some(id),
        _ => None,
    });
    Ok(ids.collect())
}

/// Slots are the truth: adds what the list does not name, drops what only the list names.
fn match_slots(
    vault: &dyn Vault,
    saved: &BTreeSet<WorkspaceId>,
    read: &mut IndexRead,
) -> Result<(), VaultError> {
    let mut kept = Vec::new();
    for mut entry in std::mem::take(&mut read.index.entries) {
        let has_slots = saved.contains(&entry.id);
        if kept.iter().any(|other: &Entry| other.id == entry.id) {
            continue;
        }
        if entry.has_save && !has_slots {
            read.lost.push(entry);
        } else {
            entry.has_save = has_slots;
            kept.push(entry);
        }
    }
    for id in saved {
        if !kept.iter().any(|entry| entry.id == *id) {
            kept.push(entry_from_slots(vault, id)?);
        }
    }
    let index = &mut read.index;
    index.entries = kept;
    index.deleted.retain(|id| !saved.contains(id));
    let entries = &index.entries;
    if index.last_opened.as_ref().is_some_and(|last| !entries.iter().any(|entry| entry.id == *last)) {
        index.last_opened = None;
    }
    Ok(())
}

fn entry_from_slots(vault: &dyn Vault, id: &WorkspaceId) -> Result<Entry, VaultError> {
    let pair = Pair::read(vault, Subject::Workspace(id))?;
    let (name, created_at) = match pair.newest() {
        Some((_, meta)) => (meta.name.clone(), meta.saved_at.clone()),
        None => {
            let name = pair.filled().find_map(|(_, text)| peek_name(&text.raw));
            (name.unwrap_or_default(), String::new())
        }
    };
    Ok(Entry { id: id.clone(), name, created_at, has_save: true })
}
