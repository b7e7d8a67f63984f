//! Every key this app uses in local storage, in one place, all under one prefix.
//!
//! ```text
//! rapport/preferences               settings outside workspaces
//! rapport/index/a, /b               the list of workspaces, two slots
//! rapport/work/<id>/a, /b           one workspace, two slots
//! rapport/late/<id>                 changes of one workspace that were not saved when the page closed
//! rapport/kept/<index|id>/<crc32>-<units>   text that could not be read, kept aside
//! ```

use std::fmt;

use serde::{Deserialize, Serialize};

/// What every key of ours starts with: other apps may live on the same origin.
pub const PREFIX: &str = "rapport/";
/// Settings outside workspaces.
pub const PREFERENCES: &str = "rapport/preferences";

const INDEX: &str = "rapport/index/";
const WORK: &str = "rapport/work/";
const KEPT: &str = "rapport/kept/";
const LATE: &str = "rapport/late/";
/// What stands for the list of workspaces where a workspace id would stand.
const INDEX_ID: &str = "index";
/// Longest id that is taken for one, in characters.
const ID_MAX_CHARS: usize = 40;

/// The stable name of a workspace: 1–40 characters of `0-9a-z`, safe in keys and addresses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WorkspaceId(String);

impl WorkspaceId {
    /// The id for a seed. The caller mixes the seed from time or chance; the core has neither.
    pub fn from_seed(seed: u64) -> Self {
        Self(format!("{seed:x}"))
    }

    /// The key of the changes that were not saved when the page closed.
    pub fn late_key(&self) -> String {
        format!("{LATE}{self}")
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WorkspaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is no workspace id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a workspace id: {0:?}")]
pub struct BadWorkspaceId(String);

impl TryFrom<String> for WorkspaceId {
    type Error = BadWorkspaceId;

    fn try_from(text: String) -> Result<Self, BadWorkspaceId> {
        let good = !text.is_empty()
            && text.len() <= ID_MAX_CHARS
            && text != INDEX_ID
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase());
        if good { Ok(Self(text)) } else { Err(BadWorkspaceId(text)) }
    }
}

impl From<WorkspaceId> for String {
    fn from(id: WorkspaceId) -> Self {
        id.0
    }
}

/// One of the two places a text is saved to in turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The first place.
    A,
    /// The second place.
    B,
}

impl Slot {
    /// Both places, in order.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The other place.
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// What is saved in a pair of slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The list of workspaces.
    Index,
    /// One workspace.
    Workspace(&'a WorkspaceId),
}

impl Subject<'_> {
    /// The id written into the envelope: the workspace's, or `index`.
    pub fn id(&self) -> &str {
        match self {
            Self::Index => INDEX_ID,
            Self::Workspace(id) => id.as_str(),
        }
    }

    /// The key of one slot.
    pub fn slot_key(&self, slot: Slot) -> String {
        let letter = slot.letter();
        match self {
            Self::Index => format!("{INDEX}{letter}"),
            Self::Workspace(id) => format!("{WORK}{id}/{letter}"),
        }
    }

    /// The key under which unreadable text is kept. Named by content, so keeping twice is keeping once.
    pub fn kept_key(&self, crc32: u32, units: u64) -> String {
        format!("{KEPT}{}/{crc32:08x}-{units}", self.id())
    }
}

/// What a key of ours holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyKind {
    /// A slot of the list of workspaces.
    Index,
    /// A slot of one workspace.
    Workspace(WorkspaceId),
    /// Unreadable text kept aside.
    Kept,
    /// Settings outside workspaces.
    Preferences,
    /// Under our prefix, but unknown to this version.
    Unknown,
}

/// What a key holds; `None` for a key of another app.
pub fn classify(key: &str) -> Option<KeyKind> {
    if !key.starts_with(PREFIX) {
        return None;
    }
    if key == PREFERENCES {
        return Some(KeyKind::Preferences);
    }
    if key.starts_with(KEPT) {
        return Some(KeyKind::Kept);
    }
    let is_slot = |letter: &str| Slot::BOTH.iter().any(|slot| slot.letter() == letter);
    if let Some(letter) = key.strip_prefix(INDEX) {
        return Some(if is_slot(letter) { KeyKind::Index } else { KeyKind::Unknown });
    }
    let workspace = key
        .strip_prefix(WORK)
        .and_then(|rest| rest.split_once('/'))
        .filter(|(_, letter)| is_slot(letter))
        .and_then(|(id, _)| WorkspaceId::try_from(id.to_owned()).ok());
    Some(workspace.map_or(KeyKind::Unknown, KeyKind::Workspace))
}

/// What another tab changed, by the key of a `storage` event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// One workspace was saved or deleted.
    Workspace(WorkspaceId),
    /// The list of workspaces changed.
    List,
    /// The settings changed.
    Preferences,
    /// The whole storage was cleared.
    Everything,
}

/// Reads a `storage` event's key; no key means the storage was cleared. `None`: nothing of ours.
pub fn changed_elsewhere(key: Option<&str>) -> Option<Change> {
    let Some(key) = key else {
        return Some(Change::Everything);
    };
    match classify(key)? {
        KeyKind::Index => Some(Change::List),
        KeyKind::Workspace(id) => Some(Change::Workspace(id)),
        KeyKind::Preferences => Some(Change::Preferences),
        KeyKind::Kept | KeyKind::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn id() -> WorkspaceId {
        WorkspaceId::from_seed(0x2f)
    }

    #[rstest]
    #[case("rapport/index/a", Some(KeyKind::Index))]
    #[case("rapport/index/c", Some(KeyKind::Unknown))]
    #[case("rapport/work/2f/b", Some(KeyKind::Workspace(id())))]
    #[case("rapport/work/2f/b/c", Some(KeyKind::Unknown))]
    #[case("rapport/work/2F/b", Some(KeyKind::Unknown))]
    #[case("rapport/work/index/a", Some(KeyKind::Unknown))]
    #[case("rapport/work//a", Some(KeyKind::Unknown))]
    #[case("rapport/kept/2f/cbf43926-9", Some(KeyKind::Kept))]
    #[case("rapport/preferences", Some(KeyKind::Preferences))]
    #[case("rapport/", Some(KeyKind::Unknown))]
    #[case("rapportage", None)]
    #[case("", None)]
    fn keys_are_told_apart(#[case] key: &str, #[case] expected: Option<KeyKind>) {
        assert_eq!(classify(key), expected);
    }

    #[test]
    fn every_key_made_is_recognised() {
        let id = id();
        for slot in Slot::BOTH {
            assert_eq!(classify(&Subject::Index.slot_key(slot)), Some(KeyKind::Index));
            let key = Subject::Workspace(&id).slot_key(slot);
            assert_eq!(classify(&key), Some(KeyKind::Workspace(id.clone())));
        }
        assert_eq!(classify(&Subject::Workspace(&id).kept_key(7, 9)), Some(KeyKind::Kept));
    }

    #[rstest]
    #[case(None, Some(Change::Everything))]
    #[case(Some("rapport/index/b"), Some(Change::List))]
    #[case(Some("rapport/work/2f/a"), Some(Change::Workspace(id())))]
    #[case(Some("rapport/preferences"), Some(Change::Preferences))]
    #[case(Some("rapport/kept/2f/0-1"), None)]
    #[case(Some("theme"), None)]
    fn storage_events_are_read(#[case] key: Option<&str>, #[case] expected: Option<Change>) {
        assert_eq!(changed_elsewhere(key), expected);
    }
}
