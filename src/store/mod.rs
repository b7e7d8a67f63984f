//! Keeping workspaces in the browser: named keys, vaults, checked envelopes, two-slot saves, the library.
//!
//! What holds, whatever happens between two writes (`tests/` proves each line by injected faults):
//! - a load gives the newest whole save or the one before it, never a mix;
//! - a save never overwrites the newest whole copy (unless the person agreed to keep one copy only);
//! - text that cannot be read is kept aside before its slot is reused;
//! - text of a newer format is never written over;
//! - an edit saved by another tab is reported ([`SaveState::Stale`]), not overwritten;
//! - what was changed just before the page closed is told again when it is opened (`late`).
//!
//! Browsers give no lock over local storage that all processes honour at once: two tabs that save in
//! the same instant can miss each other. So one tab at a time writes a workspace (`turns`); the stamp compared
//! before each write is the second line of defence, and the only one in a browser without such locks.

pub mod backup;
pub mod checksum;
mod deleted;
pub mod envelope;
mod index;
pub mod keys;
mod late;
pub mod library;
#[cfg(feature = "page")]
pub mod local;
pub mod memory;
pub mod meter;
pub mod migrations;
pub mod preferences;
pub mod slots;
pub mod state;
#[cfg(feature = "page")]
pub mod turns;
pub mod vault;

#[cfg(test)]
mod tests;

pub use backup::{backup_file_name, backup_text, restore};
pub use envelope::{EnvelopeError, Meta};
pub use keys::{Change, WorkspaceId, changed_elsewhere};
pub use library::Library;
pub use memory::MemoryVault;
pub use meter::Meter;
pub use preferences::{Preferences, Theme};
pub use slots::Copies;
pub use state::{Damaged, Entry, LibraryError, Loaded, OpenReport, Opened, SaveState};
pub use vault::{Vault, VaultError};
