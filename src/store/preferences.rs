//! Small settings of this browser, outside any workspace: language, theme, remembered choices.
//!
//! A value that cannot be read falls back to its default alone; the others stay. Fields of a newer
//! version are carried through unread.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{
    keys::PREFERENCES,
    vault::{Vault, VaultError},
};

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Preferences {
    /// The language as a BCP 47 tag; `None`: as the browser says.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// Choices remembered by name: a closed hint, the last period.
    pub remembered: BTreeMap<String, String>,
    /// Settings that this version does not know.
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

impl Preferences {
    /// Reads settings from their stored text; anything unreadable is its default.
    pub fn from_text(text: &str) -> Self {
        let mut map: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        Self {
            language: take(&mut map, "language"),
            theme: take(&mut map, "theme"),
            remembered: take(&mut map, "remembered"),
            unknown: map,
        }
    }

    /// The stored settings; the defaults if there are none or storage cannot be read.
    pub fn load(vault: &dyn Vault) -> Self {
        let text = vault.read(PREFERENCES).ok().flatten();
        text.map_or_else(Self::default, |text| Self::from_text(&text))
    }

    /// Stores the settings.
    pub fn save(&self, vault: &dyn Vault) -> Result<(), VaultError> {
        let text = serde_json::to_string(self).map_err(|error| VaultError::Other(error.to_string()))?;
        vault.write(PREFERENCES, &text)
    }
}

fn take<T: Default + DeserializeOwned>(map: &mut Map<String, Value>, name: &str) -> T {
    map.remove(name).and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MemoryVault;
    use proptest::prelude::*;
    use rstest::rstest;

    #[test]
    fn settings_round_trip_with_those_of_a_newer_version() {
        let vault = MemoryVault::with_capacity(1_000);
        assert_eq!(Preferences::load(&vault), Preferences::default());
        let text = r#"{"language":"sv","theme":"dark","remembered":{"hint":"closed"},"sound":{"on":true}}"#;
        vault.write(PREFERENCES, text).unwrap();
        let preferences = Preferences::load(&vault);
        assert_eq!((preferences.language.as_deref(), preferences.theme), (Some("sv"), Theme::Dark));
        preferences.save(&vault).unwrap();
        assert_eq!(vault.read(PREFERENCES).unwrap().unwrap(), text);
        assert_eq!(Preferences::load(&vault), preferences);
    }

    #[rstest]
    #[case("", Preferences::default())]
    #[case("null", Preferences::default())]
    #[case("[1]", Preferences::default())]
    #[case(r#"{"theme":"pink"}"#, Preferences::default())]
    #[case(r#"{"theme":"light","language":7}"#, Preferences { theme: Theme::Light, ..Preferences::default() })]
    fn a_bad_value_falls_back_alone(#[case] text: &str, #[case] expected: Preferences) {
        assert_eq!(Preferences::from_text(text), expected);
    }

    #[test]
    fn a_full_vault_says_so() {
        let vault = MemoryVault::with_capacity(10);
        assert_eq!(Preferences::default().save(&vault), Err(VaultError::Full));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = Preferences::from_text(&text);
        }
    }
}
