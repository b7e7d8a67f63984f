//! What every place that keeps texts under keys can do, and how it can fail.

/// Most UTF-16 code units (keys and values together) a browser keeps for one origin in local storage.
///
/// Measured in Chromium; other browsers may stop earlier, so a refused write is believed over this figure.
pub const QUOTA_UNITS: u64 = 5_242_880;

/// Why a place could not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// There is no room; what was there before is still there.
    #[error("no room left in storage")]
    Full,
    /// The browser forbids storage (cookies blocked, sandboxed frame).
    #[error("storage is blocked")]
    Blocked,
    /// Anything else, in the browser's words.
    #[error("storage failed: {0}")]
    Other(String),
}

impl VaultError {
    /// Names a browser exception by its name and legacy code; engines agree on neither alone.
    pub fn from_exception(name: &str, code: u32, message: &str) -> Self {
        match (name, code) {
            ("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR", _)
            | (_, 22 | 1014) => Self::Full,
            ("SecurityError", _) | (_, 18) => Self::Blocked,
            _ => Self::Other(format!("{name}: {message}")),
        }
    }
}

/// A place that keeps texts under keys. A failed write leaves the old text as it was.
///
/// Methods take `&self`, as the browser's storage does: any tab may change it at any time.
pub trait Vault: Send + Sync {
    /// The text under a key, if there is one.
    fn read(&self, key: &str) -> Result<Option<String>, VaultError>;
    /// Puts a text under a key, in place of what was there.
    fn write(&self, key: &str, text: &str) -> Result<(), VaultError>;
    /// Forgets a key; fine if there was none.
    fn remove(&self, key: &str) -> Result<(), VaultError>;
    /// All keys, other apps' too, sorted.
    fn keys(&self) -> Result<Vec<String>, VaultError>;
    /// Most UTF-16 code units it can hold, keys and values together.
    fn capacity_units(&self) -> u64;
    /// Whether texts outlive the page.
    fn is_lasting(&self) -> bool;

    /// The first units of a text, and how many it has in all; cheaper than reading it where it is long.
    fn head(&self, key: &str, units: u64) -> Result<Option<(String, u64)>, VaultError> {
        let text = self.read(key)?;
        Ok(text.map(|text| (first_units(&text, units), utf16_units(&text))))
    }

    /// Puts a text under a key and tells whether it reads back as it was written.
    fn write_and_read_back(&self, key: &str, text: &str) -> Result<bool, VaultError> {
        self.write(key, text)?;
        Ok(self.read(key)?.as_deref() == Some(text))
    }

    /// UTF-16 code units a key and its text take; 0 if there is none.
    fn units_at(&self, key: &str) -> Result<u64, VaultError> {
        let text = self.read(key)?;
        Ok(text.map_or(0, |text| utf16_units(key).saturating_add(utf16_units(&text))))
    }

    /// UTF-16 code units in use, keys and values of all apps together.
    fn used_units(&self) -> Result<u64, VaultError> {
        self.keys()?.iter().try_fold(0_u64, |sum, key| Ok(sum.saturating_add(self.units_at(key)?)))
    }
}

/// The place of a library that is not open yet.
#[derive(Debug, Clone, Copy)]
pub struct ClosedVault;

impl Vault for ClosedVault {
    fn read(&self, _: &str) -> Result<Option<String>, VaultError> {
        Err(VaultError::Blocked)
    }

    fn write(&self, _: &str, _: &str) -> Result<(), VaultError> {
        Err(VaultError::Blocked)
    }

    fn remove(&self, _: &str) -> Result<(), VaultError> {
        Err(VaultError::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, VaultError> {
        Err(VaultError::Blocked)
    }

    fn capacity_units(&self) -> u64 {
        0
    }

    fn is_lasting(&self) -> bool {
        false
    }
}

/// The first units of a text.
pub(super) fn first_units(text: &str, units: u64) -> String {
    let units = usize::try_from(units).unwrap_or(usize::MAX);
    String::from_utf16_lossy(&text.encode_utf16().take(units).collect::<Vec<u16>>())
}

/// Length in UTF-16 code units, the unit in which browsers count storage.
pub fn utf16_units(text: &str) -> u64 {
    let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
    u64::try_from(units).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("QuotaExceededError", 22, VaultError::Full)]
    #[case("QuotaExceededError", 0, VaultError::Full)]
    #[case("NS_ERROR_DOM_QUOTA_REACHED", 1014, VaultError::Full)]
    #[case("NS_ERROR_DOM_QUOTA_REACHED", 0, VaultError::Full)]
    #[case("QUOTA_EXCEEDED_ERR", 0, VaultError::Full)]
    #[case("Error", 22, VaultError::Full)]
    #[case("Error", 1014, VaultError::Full)]
    #[case("SecurityError", 18, VaultError::Blocked)]
    #[case("Error", 18, VaultError::Blocked)]
    #[case("TypeError", 0, VaultError::Other("TypeError: no".to_owned()))]
    fn exceptions_are_named(#[case] name: &str, #[case] code: u32, #[case] expected: VaultError) {
        assert_eq!(VaultError::from_exception(name, code, "no"), expected);
    }

    #[rstest]
    #[case("", 0)]
    #[case("abc", 3)]
    #[case("é漢", 2)]
    #[case("😀", 2)]
    fn units_are_those_of_utf16(#[case] text: &str, #[case] expected: u64) {
        assert_eq!(utf16_units(text), expected);
    }
}
