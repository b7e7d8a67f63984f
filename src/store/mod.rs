//! Keeping workspaces: envelope, slots, vaults.
