//! Two slots per subject: a save goes to the slot that does not hold the newest whole copy.
//!
//! So a save that fails or is torn leaves the copy before it whole, and a load picks the newest whole
//! copy of the two. Room for two copies is therefore needed; without it the save is refused and the
//! person decides ([`Copies::OneIfFull`]).

use super::{
    checksum::crc32,
    envelope::{self, Draft, EnvelopeError, FORMAT_VERSION, Meta, Stamp},
    keys::{Slot, Subject},
    vault::{Vault, VaultError, utf16_units},
};

/// How many whole copies a save must leave behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copies {
    /// Two at any time: without room for both, nothing is written.
    KeepTwo,
    /// Two if they fit; else the new copy takes the old one's place. Ask the person first: if the
    /// page is killed while it writes, the saved copy may be lost.
    OneIfFull,
}

/// Why nothing was saved. What was saved before is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No room; in UTF-16 units, key and value.
    Full {
        /// What the save takes.
        need_units: u64,
        /// What is free for it, by our count; always below the need.
        have_units: u64,
    },
    /// The vault failed in another way.
    Vault(VaultError),
    /// A newer format's text is in one of the slots.
    Newer {
        /// That format.
        version: u32,
    },
    /// The newest copy is not the one that was loaded.
    Stale {
        /// Its generation.
        stored_generation: u64,
    },
}

impl From<VaultError> for Refusal {
    fn from(error: VaultError) -> Self {
        Self::Vault(error)
    }
}

/// More than a header takes but for the longest of names; then the text is read.
const HEAD_UNITS: u64 = 1 << 10;

/// What one slot holds.
#[derive(Debug, Clone)]
pub struct SlotText {
    /// The text as it is; of one that was only glanced at, its beginning.
    pub raw: String,
    /// What its header says, or why it cannot be read.
    pub verdict: Result<Meta, EnvelopeError>,
}

impl SlotText {
    /// The newer format it was written in, if so.
    fn newer_version(&self) -> Option<u32> {
        match &self.verdict {
            Ok(meta) if meta.version > FORMAT_VERSION => Some(meta.version),
            Err(EnvelopeError::Newer { version }) => Some(*version),
            _ => None,
        }
    }

    /// Why it cannot be read, unless a newer version could.
    pub fn damage(&self) -> Option<&EnvelopeError> {
        self.verdict.as_ref().err().filter(|error| !matches!(error, EnvelopeError::Newer { .. }))
    }
}

/// Both slots of a subject, read and checked.
#[derive(Debug, Clone)]
pub struct Pair {
    a: Option<SlotText>,
    b: Option<SlotText>,
}

impl Pair {
    /// Reads both slots.
    pub fn read(vault: &dyn Vault, subject: Subject<'_>) -> Result<Self, VaultError> {
        let read = |slot| -> Result<Option<SlotText>, VaultError> {
            let raw = vault.read(&subject.slot_key(slot))?;
            Ok(raw.map(|raw| SlotText { verdict: verdict(&raw, subject), raw }))
        };
        Ok(Self { a: read(Slot::A)?, b: read(Slot::B)? })
    }

    /// The same, but of texts with these stamps, which this tab read whole or wrote, no more than their headers.
    pub fn glance(vault: &dyn Vault, subject: Subject<'_>, known: &[Stamp]) -> Result<Self, VaultError> {
        let mut pair = Self { a: None, b: None };
        for slot in Slot::BOTH {
            let key = subject.slot_key(slot);
            let Some((head, units)) = vault.head(&key, HEAD_UNITS)? else { continue };
            let meta = envelope::glance(&head, units).filter(|meta| known.contains(&meta.stamp()));
            let text = match meta.filter(|meta| meta.id == subject.id()) {
                Some(meta) => Some(SlotText { raw: head, verdict: Ok(meta) }),
                None => {
                    let raw = vault.read(&key)?;
                    raw.map(|raw| SlotText { verdict: verdict(&raw, subject), raw })
                }
            };
            match slot {
                Slot::A => pair.a = text,
                Slot::B => pair.b = text,
            }
        }
        Ok(pair)
    }

    /// Stamps of the whole copies.
    pub fn stamps(&self) -> Vec<Stamp> {
        self.filled().filter_map(|(_, text)| Some(text.verdict.as_ref().ok()?.stamp())).collect()
    }

    /// What one slot holds.
    pub fn at(&self, slot: Slot) -> Option<&SlotText> {
        match slot {
            Slot::A => self.a.as_ref(),
            Slot::B => self.b.as_ref(),
        }
    }

    /// Both slots that hold something, in order.
    pub fn filled(&self) -> impl Iterator<Item = (Slot, &SlotText)> {
        Slot::BOTH.into_iter().filter_map(|slot| Some((slot, self.at(slot)?)))
    }

    /// The newest whole copy: by generation, then by time, then the first slot.
    pub fn newest(&self) -> Option<(Slot, &Meta)> {
        let whole = self.filled().filter_map(|(slot, text)| Some((slot, text.verdict.as_ref().ok()?)));
        whole.max_by(|(slot, meta), (other_slot, other)| {
            let order = (meta.generation, &meta.saved_at).cmp(&(other.generation, &other.saved_at));
            order.then(other_slot.cmp(slot))
        })
    }

    /// The body of the newest whole copy, as it was saved.
    pub fn newest_body(&self) -> Option<(&Meta, &str)> {
        let (slot, meta) = self.newest()?;
        let (_, body) = self.at(slot)?.raw.split_once('\n')?;
        Some((meta, body))
    }

    /// The newest format above ours in either slot.
    pub fn newer_version(&self) -> Option<u32> {
        self.filled().filter_map(|(_, text)| text.newer_version()).max()
    }
}

fn verdict(raw: &str, subject: Subject<'_>) -> Result<Meta, EnvelopeError> {
    let (meta, _) = envelope::open(raw)?;
    // A whole save under another workspace's key was put there by hand: not ours to build on.
    if meta.id == subject.id() { Ok(meta) } else { Err(EnvelopeError::NotOurs) }
}

/// What is to be saved.
#[derive(Debug, Clone, Copy)]
pub struct Save<'a> {
    /// Whose slots.
    pub subject: Subject<'a>,
    /// The workspace's name, kept with the save so that the list can be rebuilt.
    pub name: &'a str,
    /// The caller's clock, ISO 8601.
    pub saved_at: &'a str,
    /// The body.
    pub body: &'a str,
    /// The stamp of the copy that the body grew from; `None` for a new workspace.
    pub loaded: Option<Stamp>,
    /// Stamps of copies that this tab read whole or wrote: they are not read again.
    pub known: &'a [Stamp],
}

/// Saves; gives what the new copy's header says.
pub fn save(vault: &dyn Vault, save: &Save<'_>, copies: Copies) -> Result<Meta, Refusal> {
    let pair = Pair::glance(vault, save.subject, save.known)?;
    if let Some(version) = pair.newer_version() {
        return Err(Refusal::Newer { version });
    }
    let newest = pair.newest();
    if let Some((_, meta)) = newest.filter(|(_, meta)| Some(meta.stamp()) != save.loaded) {
        return Err(Refusal::Stale { stored_generation: meta.generation });
    }
    let before = save.loaded.map_or(0, |stamp| stamp.generation);
    let generation = before.saturating_add(1);
    let id = save.subject.id();
    let (text, meta) =
        envelope::seal(&Draft { id, name: save.name, saved_at: save.saved_at, generation }, save.body);

    let target = match newest {
        Some((slot, _)) => slot.other(),
        // Nothing whole: rather an empty slot than one that holds something unreadable.
        None => Slot::BOTH.into_iter().find(|slot| pair.at(*slot).is_none()).unwrap_or(Slot::A),
    };
    let key = save.subject.slot_key(target);
    let kept = keep_damaged(vault, save.subject, pair.at(target))?;
    // Unreadable text that cannot be kept aside may be all there is: then it stays where it is.
    let mut written = match (&kept, newest) {
        (Kept::NoRoom, None) => Err(VaultError::Full),
        _ => write_and_check(vault, &key, &text),
    };
    if let (Err(VaultError::Full), Kept::Now(kept_key)) = (&written, &kept) {
        // The copy set aside may be what takes the room; the original is still in the slot.
        vault.remove(kept_key)?;
        if newest.is_some() {
            written = write_and_check(vault, &key, &text);
        }
    }
    match (written, newest) {
        (Ok(()), _) => return Ok(meta),
        (Err(VaultError::Full), Some((slot, _))) if copies == Copies::OneIfFull => {
            save_in_place(vault, save.subject, slot, &text)?;
        }
        (Err(VaultError::Full), _) => return Err(full(vault, &key, &text)?),
        (Err(error), _) => return Err(error.into()),
    }
    Ok(meta)
}

/// Puts the new copy in the place of the newest, after giving up the older one's room.
fn save_in_place(vault: &dyn Vault, subject: Subject<'_>, slot: Slot, text: &str) -> Result<(), Refusal> {
    let key = subject.slot_key(slot);
    let older_key = subject.slot_key(slot.other());
    let have_units = room_at(vault, &key)?.saturating_add(vault.units_at(&older_key)?);
    let need_units = needed(&key, text);
    if have_units < need_units {
        // Even alone it does not fit: keep the older copy too.
        return Err(Refusal::Full { need_units, have_units });
    }
    vault.remove(&older_key)?;
    match write_and_check(vault, &key, text) {
        Err(VaultError::Full) => Err(full(vault, &key, text)?),
        other => Ok(other?),
    }
}

/// Says how short the room is. By our count there may be room all the same (browsers differ in their
/// limits): the refused write is believed, and the figure stays below the need.
fn full(vault: &dyn Vault, key: &str, text: &str) -> Result<Refusal, VaultError> {
    let need_units = needed(key, text);
    Ok(Refusal::Full { need_units, have_units: room_at(vault, key)?.min(need_units.saturating_sub(1)) })
}

fn needed(key: &str, text: &str) -> u64 {
    utf16_units(key).saturating_add(utf16_units(text))
}

/// Units free for one key, counting those that its present text takes.
fn room_at(vault: &dyn Vault, key: &str) -> Result<u64, VaultError> {
    let free = vault.capacity_units().saturating_sub(vault.used_units()?);
    Ok(free.saturating_add(vault.units_at(key)?))
}

/// A write is believed when it reads back; that says nothing yet about the disk.
pub(super) fn write_and_check(vault: &dyn Vault, key: &str, text: &str) -> Result<(), VaultError> {
    if vault.write_and_read_back(key, text)? {
        return Ok(());
    }
    Err(VaultError::Other("the text does not read back as it was written".to_owned()))
}

/// What became of the text in a slot that is about to be reused.
#[derive(Debug, PartialEq, Eq)]
enum Kept {
    /// Nothing to keep, or kept before.
    Nothing,
    /// Kept now, under this key.
    Now(String),
    /// It should be kept, but there is no room.
    NoRoom,
}

/// Keeps unreadable text under a key of its own before its slot is reused.
fn keep_damaged(
    vault: &dyn Vault,
    subject: Subject<'_>,
    text: Option<&SlotText>,
) -> Result<Kept, VaultError> {
    let Some(text) = text.filter(|text| text.damage().is_some() && !text.raw.is_empty()) else {
        return Ok(Kept::Nothing);
    };
    let key = subject.kept_key(crc32(&[&text.raw]), utf16_units(&text.raw));
    if vault.read(&key)?.as_ref() == Some(&text.raw) {
        return Ok(Kept::Nothing);
    }
    match vault.write(&key, &text.raw) {
        Ok(()) => Ok(Kept::Now(key)),
        Err(VaultError::Full) => Ok(Kept::NoRoom),
        Err(error) => Err(error),
    }
}
