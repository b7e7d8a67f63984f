//! How much of the browser's storage is taken, and by what. All figures are UTF-16 code units.

use super::{
    keys::{KeyKind, classify},
    vault::{Vault, VaultError},
};

/// Room taken, key and value, in UTF-16 code units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Meter {
    /// By workspaces: both copies.
    pub workspace_units: u64,
    /// By unreadable texts kept aside.
    pub kept_units: u64,
    /// By our list and settings.
    pub own_units: u64,
    /// By other apps on the same origin.
    pub other_units: u64,
    /// What the storage can hold.
    pub capacity_units: u64,
}

impl Meter {
    /// What is still free.
    pub fn free_units(&self) -> u64 {
        let used = [self.workspace_units, self.kept_units, self.own_units, self.other_units];
        used.iter().fold(self.capacity_units, |free, units| free.saturating_sub(*units))
    }
}

/// Measures a vault.
pub fn read(vault: &dyn Vault) -> Result<Meter, VaultError> {
    let mut meter = Meter { capacity_units: vault.capacity_units(), ..Meter::default() };
    for key in vault.keys()? {
        let units = vault.units_at(&key)?;
        let sum = match classify(&key) {
            Some(KeyKind::Workspace(_)) => &mut meter.workspace_units,
            Some(KeyKind::Kept) => &mut meter.kept_units,
            Some(KeyKind::Index | KeyKind::Preferences | KeyKind::Unknown) => &mut meter.own_units,
            None => &mut meter.other_units,
        };
        *sum = sum.saturating_add(units);
    }
    Ok(meter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MemoryVault;

    #[test]
    fn each_key_is_counted_once() {
        let vault = MemoryVault::with_capacity(100);
        for (key, text) in [
            ("rapport/work/2f/a", "1234567"),
            ("rapport/kept/2f/0-1", "漢"),
            ("rapport/preferences", "{}"),
            ("theirs", "😀"),
        ] {
            vault.write(key, text).unwrap();
        }
        let meter = read(&vault).unwrap();
        let expected =
            Meter { workspace_units: 24, kept_units: 20, own_units: 21, other_units: 8, capacity_units: 100 };
        assert_eq!(meter, expected);
        assert_eq!(meter.free_units(), 27);
        assert_eq!(vault.used_units(), Ok(73));
        vault.set_capacity(10);
        assert_eq!(read(&vault).unwrap().free_units(), 0);
    }
}
