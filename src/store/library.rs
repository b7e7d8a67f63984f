//! The workspaces a browser keeps: make, rename, load, save. Deleting them and undoing that is in `deleted`.
//!
//! The list is read again before every change, since any tab may have changed it. Every call that
//! writes takes the caller's clock as ISO 8601 text.

use std::collections::BTreeMap;

use super::{
    backup,
    deleted::Tombstone,
    envelope::Stamp,
    index::{self, Index, IndexRead},
    keys::{KeyKind, PREFIX, Subject, WorkspaceId, classify},
    meter::{self, Meter},
    migrations::migrate,
    slots::{self, Copies, Pair, Save},
    state::{Damaged, Entry, LibraryError, Loaded, OpenReport, Opened, SaveState},
    vault::{ClosedVault, Vault, VaultError, utf16_units},
};

/// The workspaces in one vault, as one tab sees them.
pub struct Library {
    pub(super) vault: Box<dyn Vault>,
    pub(super) index: Index,
    /// What this tab last loaded or saved, by workspace.
    pub(super) stamps: BTreeMap<WorkspaceId, Stamp>,
    /// Stamps of the copies that it read whole or wrote, by workspace.
    known: BTreeMap<WorkspaceId, Vec<Stamp>>,
    pub(super) tombstones: Vec<Tombstone>,
}

impl Library {
    /// A library that is not open yet: it has nothing and keeps nothing.
    pub fn closed() -> Self {
        let vault = Box::new(ClosedVault);
        Self::new(vault)
    }

    fn new(vault: Box<dyn Vault>) -> Self {
        let (stamps, known) = (BTreeMap::new(), BTreeMap::new());
        Self { vault, index: Index::default(), stamps, known, tombstones: Vec::new() }
    }

    /// Opens the library. Writes nothing. Storage that cannot be read gives an empty list and a reason.
    pub fn open(vault: Box<dyn Vault>) -> (Self, OpenReport) {
        let mut library = Self::new(vault);
        let report = library.refresh();
        (library, report)
    }

    /// Reads the list again, after another tab changed it.
    pub fn refresh(&mut self) -> OpenReport {
        match index::read(&*self.vault) {
            Ok(IndexRead { index, is_rebuilt, newer, lost, .. }) => {
                self.index = index;
                OpenReport { failure: None, is_list_rebuilt: is_rebuilt, newer_list: newer, lost }
            }
            Err(error) => OpenReport { failure: Some(error), ..OpenReport::default() },
        }
    }

    /// The vault, for settings kept beside the workspaces.
    pub fn vault(&self) -> &dyn Vault {
        &*self.vault
    }

    /// Whether saves outlive the page.
    pub fn is_lasting(&self) -> bool {
        self.vault.is_lasting()
    }

    /// All workspaces, in order of making.
    pub fn list(&self) -> &[Entry] {
        &self.index.entries
    }

    /// One workspace of the list.
    pub fn entry(&self, id: &WorkspaceId) -> Option<&Entry> {
        self.index.entry(id)
    }

    /// The workspace that was opened last.
    pub fn last_opened(&self) -> Option<&WorkspaceId> {
        self.index.last_opened.as_ref()
    }

    /// Makes an empty workspace and notes it as the last opened. The seed may repeat: ids do not.
    pub fn create(&mut self, name: &str, seed: u64, now: &str) -> Result<WorkspaceId, LibraryError> {
        let tombstones: Vec<WorkspaceId> = self.tombstones.iter().map(|dead| dead.entry.id.clone()).collect();
        self.change_list(now, |index| {
            let id = free_id(index, &tombstones, seed);
            let (name, created_at) = (name.to_owned(), now.to_owned());
            index.entries.push(Entry { id: id.clone(), name, created_at, has_save: false });
            index.last_opened = Some(id.clone());
            Ok(id)
        })
    }

    /// Gives a workspace another name.
    pub fn rename(&mut self, id: &WorkspaceId, name: &str, now: &str) -> Result<(), LibraryError> {
        self.change_list(now, |index| {
            let entry = index.entry_mut(id).ok_or_else(|| LibraryError::NoSuchWorkspace(id.clone()))?;
            name.clone_into(&mut entry.name);
            Ok(())
        })
    }

    /// Notes a workspace as the one to open first.
    pub fn switch_to(&mut self, id: &WorkspaceId, now: &str) -> Result<(), LibraryError> {
        self.change_list(now, |index| {
            index.entry(id).ok_or_else(|| LibraryError::NoSuchWorkspace(id.clone()))?;
            index.last_opened = Some(id.clone());
            Ok(())
        })
    }

    /// Loads a workspace: the newest whole save. Writes nothing.
    pub fn load(&mut self, id: &WorkspaceId) -> Result<Opened, LibraryError> {
        let pair = Pair::read(&*self.vault, Subject::Workspace(id))?;
        if pair.filled().next().is_none() {
            let known = self.index.entry(id).is_some();
            self.stamps.remove(id);
            return if known { Ok(Opened::Empty) } else { Err(LibraryError::NoSuchWorkspace(id.clone())) };
        }
        let damaged = damaged_slots(&pair, id);
        self.known.insert(id.clone(), pair.stamps());
        let readable = match pair.newest_body() {
            Some((meta, body)) => {
                let body = migrate(meta.version, body.to_owned())?;
                self.stamps.insert(id.clone(), meta.stamp());
                Some(Loaded { meta: meta.clone(), body, damaged: damaged.clone() })
            }
            None => {
                self.stamps.remove(id);
                None
            }
        };
        Ok(match (pair.newer_version(), readable) {
            (Some(version), readable) => Opened::ReadOnly { version, readable },
            (None, Some(loaded)) => Opened::Ready(loaded),
            (None, None) => Opened::Unreadable(damaged),
        })
    }

    /// Saves a workspace's body over the state this tab last loaded or saved.
    pub fn save(&mut self, id: &WorkspaceId, body: &str, now: &str, copies: Copies) -> SaveState {
        self.try_save(id, body, now, copies).unwrap_or_else(SaveState::from)
    }

    fn try_save(
        &mut self,
        id: &WorkspaceId,
        body: &str,
        now: &str,
        copies: Copies,
    ) -> Result<SaveState, LibraryError> {
        let known = self.index.entry(id).cloned();
        self.index = index::read(&*self.vault)?.index;
        if self.index.entry(id).is_none() && self.index.deleted.contains(id) {
            return Ok(SaveState::DeletedElsewhere);
        }
        // Cleared storage forgets the list too; this tab still knows what it has open.
        let entry = self.index.entry(id).cloned().or(known);
        let entry = entry.ok_or_else(|| LibraryError::NoSuchWorkspace(id.clone()))?;
        let loaded = self.stamps.get(id).copied();
        let subject = Subject::Workspace(id);
        let known = self.known.get(id).map_or(&[][..], Vec::as_slice);
        let save = Save { subject, name: &entry.name, saved_at: now, body, loaded, known };
        let meta = match slots::save(&*self.vault, &save, copies) {
            Ok(meta) => meta,
            Err(refusal) => return Ok(refusal.into()),
        };
        self.stamps.insert(id.clone(), meta.stamp());
        // The copy before this one and this one.
        let known = self.known.entry(id.clone()).or_default();
        known.retain(|stamp| Some(*stamp) == loaded);
        known.push(meta.stamp());
        if self.index.entry(id).is_none_or(|listed| !listed.has_save) {
            // The save itself is safe: a list that could not be written is mended from the slots.
            let entry = Entry { has_save: true, ..entry };
            let _ = self.change_list(now, |index| {
                match index.entry_mut(id) {
                    Some(listed) => *listed = entry,
                    None => index.entries.push(entry),
                }
                Ok(())
            });
        }
        Ok(if self.vault.is_lasting() {
            SaveState::Saved { at: now.to_owned(), units: meta.units }
        } else {
            SaveState::Blocked
        })
    }

    /// After [`SaveState::Stale`]: lets this tab's next save follow the stored one. The other tab's
    /// state stays in the other slot until the save after that.
    pub fn overtake(&mut self, id: &WorkspaceId) -> Result<(), LibraryError> {
        let pair = Pair::read(&*self.vault, Subject::Workspace(id))?;
        match pair.newest() {
            Some((_, meta)) => self.stamps.insert(id.clone(), meta.stamp()),
            None => self.stamps.remove(id),
        };
        Ok(())
    }

    /// Whether storage now holds another state than this tab loaded or saved.
    pub fn is_stale(&self, id: &WorkspaceId) -> Result<bool, LibraryError> {
        let known = self.known.get(id).map_or(&[][..], Vec::as_slice);
        let pair = Pair::glance(&*self.vault, Subject::Workspace(id), known)?;
        Ok(pair.newest().is_some_and(|(_, meta)| Some(&meta.stamp()) != self.stamps.get(id)))
    }

    /// The text of a backup file: the newest whole save, under the present name.
    ///
    /// For edits that are not saved use [`backup::backup_text`] with the page's own body.
    pub fn backup(&self, id: &WorkspaceId, now: &str) -> Result<String, LibraryError> {
        let missing = || LibraryError::NoSuchWorkspace(id.clone());
        let pair = Pair::read(&*self.vault, Subject::Workspace(id))?;
        let (meta, body) = pair.newest_body().ok_or_else(missing)?;
        let body = migrate(meta.version, body.to_owned())?;
        let name = self.index.entry(id).map_or(meta.name.as_str(), |entry| entry.name.as_str());
        Ok(backup::backup_text(id, name, &body, now))
    }

    /// Takes a backup file in as a workspace of its own; never over one that is there. Gives its id.
    pub fn restore_backup(&mut self, text: &str, seed: u64, now: &str) -> Result<WorkspaceId, LibraryError> {
        let (meta, body) = backup::restore(text)?;
        let id = self.create(&meta.name, seed, now)?;
        match self.save(&id, &body, now, Copies::KeepTwo) {
            SaveState::Saved { .. } | SaveState::Blocked => Ok(id),
            refused => {
                // An empty workspace in its place would look like a restored one.
                self.delete(&id, now)?;
                self.tombstones.retain(|dead| dead.entry.id != id);
                Err(error_of(refused, id))
            }
        }
    }

    /// Texts that could not be read and were kept aside.
    pub fn kept_aside(&self) -> Result<Vec<Damaged>, LibraryError> {
        let mut kept = Vec::new();
        for key in self.vault.keys()? {
            if classify(&key) == Some(KeyKind::Kept) {
                let units = self.vault.units_at(&key)?.saturating_sub(utf16_units(&key));
                kept.push(Damaged { key, error: None, units });
            }
        }
        Ok(kept)
    }

    /// The text under one of our keys as it is, to be downloaded.
    pub fn raw_text(&self, key: &str) -> Result<Option<String>, LibraryError> {
        if key.starts_with(PREFIX) { Ok(self.vault.read(key)?) } else { Ok(None) }
    }

    /// Throws away a text that was kept aside; no other key.
    pub fn discard_kept(&self, key: &str) -> Result<(), LibraryError> {
        if classify(key) == Some(KeyKind::Kept) { Ok(self.vault.remove(key)?) } else { Ok(()) }
    }

    /// How much room is taken, and by what.
    pub fn meter(&self) -> Result<Meter, LibraryError> {
        Ok(meter::read(&*self.vault)?)
    }

    /// Reads the list, changes it and writes it if it is not what is stored.
    pub(super) fn change_list<T>(
        &mut self,
        now: &str,
        change: impl FnOnce(&mut Index) -> Result<T, LibraryError>,
    ) -> Result<T, LibraryError> {
        let read = index::read(&*self.vault)?;
        if let Some(version) = read.newer {
            return Err(LibraryError::Newer { version });
        }
        let mut changed = read.index.clone();
        let given = change(&mut changed)?;
        if read.stored.as_ref() != Some(&changed) {
            index::write(&*self.vault, &read, &changed, now)?;
        }
        self.index = changed;
        Ok(given)
    }

    pub(super) fn no_room(&self, error: VaultError, text: &str) -> LibraryError {
        match (error, self.vault.used_units()) {
            (VaultError::Full, Ok(used_units)) => {
                let need_units = utf16_units(text);
                let free = self.vault.capacity_units().saturating_sub(used_units);
                LibraryError::Full { need_units, have_units: free.min(need_units.saturating_sub(1)) }
            }
            (error, _) => error.into(),
        }
    }
}

/// The first id from the seed on that no workspace has or lately had.
fn free_id(index: &Index, tombstones: &[WorkspaceId], seed: u64) -> WorkspaceId {
    let mut seed = seed;
    loop {
        let id = WorkspaceId::from_seed(seed);
        if index.entry(&id).is_none() && !index.deleted.contains(&id) && !tombstones.contains(&id) {
            return id;
        }
        seed = seed.wrapping_add(1);
    }
}

fn damaged_slots(pair: &Pair, id: &WorkspaceId) -> Vec<Damaged> {
    let damaged = pair.filled().filter_map(|(slot, text)| {
        let error = text.damage().cloned()?;
        let key = Subject::Workspace(id).slot_key(slot);
        Some(Damaged { key, error: Some(error), units: utf16_units(&text.raw) })
    });
    damaged.collect()
}

fn error_of(state: SaveState, id: WorkspaceId) -> LibraryError {
    match state {
        SaveState::Full { need_units, have_units } => LibraryError::Full { need_units, have_units },
        SaveState::ReadOnly { version } => LibraryError::Newer { version },
        SaveState::Failed { detail } => VaultError::Other(detail).into(),
        SaveState::Blocked => VaultError::Blocked.into(),
        SaveState::Saved { .. } | SaveState::Stale { .. } | SaveState::DeletedElsewhere => {
            LibraryError::NoSuchWorkspace(id)
        }
    }
}
