//! Workspaces that were deleted, and come back until the page closes.

use super::{
    envelope::Stamp,
    index,
    keys::{Slot, Subject, WorkspaceId},
    library::Library,
    slots::{self, Pair},
    state::{Entry, LibraryError},
};

/// A deleted workspace, kept in memory until the page closes.
#[derive(Debug, Clone)]
pub(super) struct Tombstone {
    pub(super) entry: Entry,
    /// Newest first.
    texts: Vec<(Slot, String)>,
    stamp: Option<Stamp>,
}

impl Library {
    /// Deletes a workspace; [`Library::restore_deleted`] brings it back while the page is open.
    pub fn delete(&mut self, id: &WorkspaceId, now: &str) -> Result<(), LibraryError> {
        let subject = Subject::Workspace(id);
        let read = index::read(&*self.vault)?;
        if let Some(version) = read.newer {
            return Err(LibraryError::Newer { version });
        }
        let entry = read.index.entry(id).cloned();
        let entry = entry.ok_or_else(|| LibraryError::NoSuchWorkspace(id.clone()))?;
        let pair = Pair::read(&*self.vault, subject)?;
        if let Some(version) = pair.newer_version() {
            return Err(LibraryError::Newer { version });
        }
        let newest = pair.newest().map_or(Slot::A, |(slot, _)| slot);
        let mut texts = Vec::new();
        for slot in [newest, newest.other()] {
            texts.extend(pair.at(slot).map(|text| (slot, text.raw.clone())));
        }
        self.forget_late(id)?;
        // The older copy first: if the page dies in between, the newest is still whole.
        for slot in [newest.other(), newest] {
            self.vault.remove(&subject.slot_key(slot))?;
        }
        let stamp = self.stamps.remove(id);
        self.tombstones.push(Tombstone { entry, texts, stamp });
        let listed = self.change_list(now, |index| {
            index.remember_deleted(id);
            Ok(())
        });
        if listed.is_err() {
            // The texts are gone, so the deletion happened; the list mends itself when it is read.
            self.index.remember_deleted(id);
        }
        Ok(())
    }

    /// Workspaces deleted since the page was opened, latest last.
    pub fn deleted(&self) -> impl Iterator<Item = &Entry> {
        self.tombstones.iter().map(|dead| &dead.entry)
    }

    /// Brings a deleted workspace back as it was.
    pub fn restore_deleted(&mut self, id: &WorkspaceId, now: &str) -> Result<(), LibraryError> {
        let place = self.tombstones.iter().position(|dead| dead.entry.id == *id);
        let dead = place.and_then(|place| self.tombstones.get(place)).cloned();
        let Some((place, dead)) = place.zip(dead) else {
            return Err(LibraryError::NoSuchWorkspace(id.clone()));
        };
        let subject = Subject::Workspace(id);
        let there = Pair::read(&*self.vault, subject)?;
        // Nothing whole there: empty, or the torn rest of an earlier try.
        if there.newest().is_none() && there.newer_version().is_none() {
            for (nth, (slot, text)) in dead.texts.iter().enumerate() {
                match slots::write_and_check(&*self.vault, &subject.slot_key(*slot), text) {
                    // The newest copy alone is the workspace; the older one is a luxury.
                    Err(_) if nth > 0 => break,
                    written => written.map_err(|error| self.no_room(error, text))?,
                }
            }
        }
        self.change_list(now, |index| {
            index.deleted.retain(|deleted| deleted != id);
            match index.entry_mut(id) {
                // Found by its slots, with the name of its last save: the name of the list wins.
                Some(entry) => *entry = dead.entry.clone(),
                None => index.entries.push(dead.entry.clone()),
            }
            Ok(())
        })?;
        self.stamps.extend(dead.stamp.map(|stamp| (id.clone(), stamp)));
        self.tombstones.remove(place);
        Ok(())
    }
}
