//! What the library says: entries of the list, outcomes of loading and saving, as plain data.

use serde::{Deserialize, Serialize};

use super::{
    envelope::{EnvelopeError, Meta},
    keys::WorkspaceId,
    slots::Refusal,
    vault::VaultError,
};

/// One workspace in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: WorkspaceId,
    /// Its name as the person wrote it; not safe to use as markup. Empty if it was never named.
    pub name: String,
    /// When it was made, ISO 8601.
    pub created_at: String,
    /// Whether a save was ever made; without one the workspace is empty.
    pub has_save: bool,
}

/// What came of a save. Anything but `Saved` means that the page holds edits that storage does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// It is in the browser's storage.
    Saved {
        /// When, as the caller gave it.
        at: String,
        /// Units it takes: UTF-16 code units of the body.
        units: u64,
    },
    /// No room; what was saved before is still there. UTF-16 units of key and value.
    Full {
        /// What the save takes.
        need_units: u64,
        /// What is free for it.
        have_units: u64,
    },
    /// The browser forbids storage: the workspace lives as long as the page.
    Blocked,
    /// A newer version of the app saved this workspace: it is shown, but not written.
    ReadOnly {
        /// The format it is in.
        version: u32,
    },
    /// Another tab saved since this one loaded. See [`Library::load`](super::Library::load) to take
    /// theirs, [`Library::overtake`](super::Library::overtake) to keep this one.
    Stale {
        /// The generation that is stored.
        stored_generation: u64,
    },
    /// Another tab deleted this workspace; it can be saved under a new id.
    DeletedElsewhere,
    /// Storage failed for another reason, in the browser's words.
    Failed {
        /// The browser's words.
        detail: String,
    },
}

impl From<Refusal> for SaveState {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Full { need_units, have_units } => Self::Full { need_units, have_units },
            Refusal::Newer { version } => Self::ReadOnly { version },
            Refusal::Stale { stored_generation } => Self::Stale { stored_generation },
            // A vault that is full while it is only tidied has no figures to give.
            Refusal::Vault(VaultError::Full) => Self::Full { need_units: 0, have_units: 0 },
            Refusal::Vault(VaultError::Blocked) => Self::Blocked,
            Refusal::Vault(VaultError::Other(detail)) => Self::Failed { detail },
        }
    }
}

/// A workspace's text, as loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// What its header says.
    pub meta: Meta,
    /// The body in the present format (or, read-only, in a newer one that old readers understand).
    pub body: String,
    /// Slots whose text could not be read. Empty when all is well; else this may be an older state.
    pub damaged: Vec<Damaged>,
}

/// A text that cannot be read but is still there, to be offered for download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// Its key, for [`Library::raw_text`](super::Library::raw_text).
    pub key: String,
    /// What is wrong with it; `None` for text kept aside earlier.
    pub error: Option<EnvelopeError>,
    /// Length in UTF-16 units.
    pub units: u64,
}

/// What came of loading a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// It was never saved: start empty.
    Empty,
    /// Here it is.
    Ready(Loaded),
    /// A newer version of the app saved it; it is not to be edited here.
    ReadOnly {
        /// The format it is in.
        version: u32,
        /// The newest state that this version can read, if any.
        readable: Option<Loaded>,
    },
    /// Neither slot can be read. Their texts stay until the next save, which keeps them aside first.
    Unreadable(Vec<Damaged>),
}

/// What was found when the library was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpenReport {
    /// Why storage could not be read at all.
    pub failure: Option<VaultError>,
    /// The list was missing or unreadable and was made again from the workspaces themselves.
    pub is_list_rebuilt: bool,
    /// A newer version's list: workspaces cannot be made, renamed or deleted here.
    pub newer_list: Option<u32>,
    /// Workspaces that the list names but storage no longer has.
    pub lost: Vec<Entry>,
}

/// Why a change to the list was not made. Nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LibraryError {
    /// Nothing by that id.
    #[error("no workspace {0}")]
    NoSuchWorkspace(WorkspaceId),
    /// No room for the change.
    #[error("no room: {need_units} units needed, {have_units} free")]
    Full {
        /// UTF-16 units the change takes.
        need_units: u64,
        /// UTF-16 units free for it.
        have_units: u64,
    },
    /// A newer version of the app wrote what would have to be changed.
    #[error("written by a newer version (format {version})")]
    Newer {
        /// Its format.
        version: u32,
    },
    /// Another tab changed the list in the same moment: try again.
    #[error("another tab changed the list")]
    Busy,
    /// A text that should be taken in cannot be read.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The vault failed.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl From<Refusal> for LibraryError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Full { need_units, have_units } => Self::Full { need_units, have_units },
            Refusal::Newer { version } => Self::Newer { version },
            Refusal::Stale { .. } => Self::Busy,
            Refusal::Vault(error) => Self::Vault(error),
        }
    }
}

impl From<LibraryError> for SaveState {
    fn from(error: LibraryError) -> Self {
        match error {
            LibraryError::Full { need_units, have_units } => Self::Full { need_units, have_units },
            LibraryError::Newer { version } => Self::ReadOnly { version },
            LibraryError::Vault(VaultError::Blocked) => Self::Blocked,
            error => Self::Failed { detail: error.to_string() },
        }
    }
}
