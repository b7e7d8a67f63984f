//! A vault in memory: the stand-in when the browser forbids storage, and the one tests can break at will.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::vault::{QUOTA_UNITS, Vault, VaultError, first_units, utf16_units};

/// What goes wrong at a chosen change (a write or a removal).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// That one change is refused; the old text stays.
    Refuse(VaultError),
    /// Only the first units of the text arrive, yet the write reports success.
    Tear {
        /// UTF-16 code units that arrive.
        kept_units: u64,
    },
    /// Only the first units arrive (a removal does not happen), and every later change fails.
    PowerCut {
        /// UTF-16 code units that arrive; `None`: the old text stays.
        kept_units: Option<u64>,
    },
}

#[derive(Debug)]
struct Contents {
    texts: BTreeMap<String, String>,
    capacity_units: u64,
    lasting: bool,
    /// Changes still to come until the fault, and the fault.
    fault: Option<(u64, Fault)>,
    power_is_cut: bool,
}

/// A vault in memory. Clones share their contents, as tabs share a browser's storage.
#[derive(Debug, Clone)]
pub struct MemoryVault {
    contents: Arc<Mutex<Contents>>,
}

impl MemoryVault {
    fn with(capacity_units: u64, lasting: bool) -> Self {
        let texts = BTreeMap::new();
        let contents = Contents { texts, capacity_units, lasting, fault: None, power_is_cut: false };
        Self { contents: Arc::new(Mutex::new(contents)) }
    }

    /// The stand-in for blocked storage: works until the page closes, and says that it does not last.
    pub fn stand_in() -> Self {
        Self::with(QUOTA_UNITS, false)
    }

    /// Behaves as a browser's storage of that many UTF-16 code units.
    pub fn with_capacity(units: u64) -> Self {
        Self::with(units, true)
    }

    /// Changes the capacity, in UTF-16 code units; what is already inside stays.
    pub fn set_capacity(&self, units: u64) {
        self.lock().capacity_units = units;
    }

    /// Lets the `nth` change from now (1 is the next one) go wrong.
    pub fn fault_at(&self, nth: u64, fault: Fault) {
        self.lock().fault = Some((nth, fault));
    }

    /// Changes still to come until the fault; `None` once it has happened.
    pub fn changes_to_fault(&self) -> Option<u64> {
        self.lock().fault.as_ref().map(|(nth, _)| *nth)
    }

    /// Ends faults and power cuts.
    pub fn mend(&self) {
        let mut contents = self.lock();
        contents.power_is_cut = false;
        contents.fault = None;
    }

    fn lock(&self) -> MutexGuard<'_, Contents> {
        // A poisoned lock only means that a test panicked elsewhere; the texts are whole.
        self.contents.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Contents {
    fn used_units(&self) -> u64 {
        self.texts.iter().fold(0, |sum, (key, text)| sum + utf16_units(key) + utf16_units(text))
    }

    /// Counts one change; gives the fault if it is its turn.
    fn step(&mut self) -> Result<Option<Fault>, VaultError> {
        if self.power_is_cut {
            return Err(VaultError::Other("power cut".to_owned()));
        }
        match self.fault.take() {
            Some((nth, fault)) if nth <= 1 => Ok(Some(fault)),
            Some((nth, fault)) => {
                self.fault = Some((nth - 1, fault));
                Ok(None)
            }
            None => Ok(None),
        }
    }
}

impl Vault for MemoryVault {
    fn read(&self, key: &str) -> Result<Option<String>, VaultError> {
        Ok(self.lock().texts.get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), VaultError> {
        let mut contents = self.lock();
        let fault = contents.step()?;
        let old_units = contents.texts.get(key).map_or(0, |old| utf16_units(key) + utf16_units(old));
        let new_units = utf16_units(key) + utf16_units(text);
        let refused = matches!(fault, Some(Fault::Refuse(_)));
        if !refused && contents.used_units() - old_units + new_units > contents.capacity_units {
            return Err(VaultError::Full);
        }
        match fault {
            None => {
                contents.texts.insert(key.to_owned(), text.to_owned());
                Ok(())
            }
            Some(Fault::Refuse(error)) => Err(error),
            Some(Fault::Tear { kept_units }) => {
                contents.texts.insert(key.to_owned(), first_units(text, kept_units));
                Ok(())
            }
            Some(Fault::PowerCut { kept_units }) => {
                if let Some(units) = kept_units {
                    contents.texts.insert(key.to_owned(), first_units(text, units));
                }
                contents.power_is_cut = true;
                Err(VaultError::Other("power cut".to_owned()))
            }
        }
    }

    fn remove(&self, key: &str) -> Result<(), VaultError> {
        let mut contents = self.lock();
        match contents.step()? {
            None | Some(Fault::Tear { .. }) => {
                contents.texts.remove(key);
                Ok(())
            }
            Some(Fault::Refuse(error)) => Err(error),
            Some(Fault::PowerCut { .. }) => {
                contents.power_is_cut = true;
                Err(VaultError::Other("power cut".to_owned()))
            }
        }
    }

    fn keys(&self) -> Result<Vec<String>, VaultError> {
        Ok(self.lock().texts.keys().cloned().collect())
    }

    fn capacity_units(&self) -> u64 {
        self.lock().capacity_units
    }

    fn is_lasting(&self) -> bool {
        self.lock().lasting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capacity_counts_key_and_value_and_a_refused_overwrite_keeps_the_old() {
        let vault = MemoryVault::with_capacity(10);
        vault.write("k", "123456789").unwrap();
        assert_eq!(vault.used_units(), Ok(10));
        assert_eq!(vault.write("k", "1234567890"), Err(VaultError::Full));
        assert_eq!(vault.read("k").unwrap().unwrap(), "123456789");
        vault.write("k", "漢字漢字漢字漢字é").unwrap();
        assert_eq!(vault.write("x", ""), Err(VaultError::Full));
    }

    #[test]
    fn faults_come_in_their_turn() {
        let vault = MemoryVault::with_capacity(100);
        vault.fault_at(2, Fault::Refuse(VaultError::Blocked));
        vault.write("a", "1").unwrap();
        assert_eq!(vault.write("a", "2"), Err(VaultError::Blocked));
        assert_eq!(vault.changes_to_fault(), None);
        vault.fault_at(1, Fault::Tear { kept_units: 2 });
        vault.write("a", "abcdef").unwrap();
        assert_eq!(vault.read("a").unwrap().unwrap(), "ab");
        vault.fault_at(1, Fault::PowerCut { kept_units: None });
        assert!(vault.remove("a").is_err());
        assert!(vault.write("b", "1").is_err());
        vault.mend();
        vault.write("b", "1").unwrap();
        assert_eq!(vault.keys().unwrap(), ["a", "b"]);
    }
}
