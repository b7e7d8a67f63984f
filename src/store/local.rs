//! The browser's local storage as a vault; the only file that touches it.
//!
//! Where cookies are blocked, merely asking for local storage throws, and gloo's accessor panics on
//! that; so each call asks the window first. It can become blocked while the page is open.

use gloo_storage::{LocalStorage, Storage};
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{
    memory::MemoryVault,
    vault::{QUOTA_UNITS, Vault, VaultError, utf16_units},
};

/// The browser's local storage.
#[derive(Debug, Clone, Copy)]
pub struct LocalVault {
    _probed: (),
}

impl LocalVault {
    /// Local storage, if the browser allows it. Writes nothing.
    pub fn probe() -> Result<Self, VaultError> {
        storage()?.length().map_err(|error| named(&error))?;
        Ok(Self { _probed: () })
    }
}

/// Local storage if the browser allows it, else a stand-in in memory that says it does not last.
pub fn open_vault() -> Box<dyn Vault> {
    match LocalVault::probe() {
        Ok(vault) => Box::new(vault),
        Err(_) => Box::new(MemoryVault::stand_in()),
    }
}

fn storage() -> Result<web_sys::Storage, VaultError> {
    let window = web_sys::window().ok_or(VaultError::Blocked)?;
    // Any exception here is the browser refusing; `null` is how a web view without storage says it.
    window.local_storage().ok().flatten().ok_or(VaultError::Blocked)?;
    Ok(LocalStorage::raw())
}

fn named(error: &JsValue) -> VaultError {
    let field = |name: &str| Reflect::get(error, &JsValue::from_str(name)).ok();
    let text = |name: &str| field(name).and_then(|value| value.as_string()).unwrap_or_default();
    let code = field("code").and_then(|value| value.as_f64()).unwrap_or_default();
    let code = [18, 22, 1014].into_iter().find(|known| f64::from(*known) == code).unwrap_or_default();
    VaultError::from_exception(&text("name"), code, &text("message"))
}

impl Vault for LocalVault {
    fn read(&self, key: &str) -> Result<Option<String>, VaultError> {
        storage()?.get_item(key).map_err(|error| named(&error))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), VaultError> {
        storage()?.set_item(key, text).map_err(|error| named(&error))
    }

    fn remove(&self, key: &str) -> Result<(), VaultError> {
        storage()?.remove_item(key).map_err(|error| named(&error))
    }

    fn keys(&self) -> Result<Vec<String>, VaultError> {
        let storage = storage()?;
        let length = storage.length().map_err(|error| named(&error))?;
        let mut keys = Vec::new();
        for nth in 0..length {
            // Another tab may remove one while we count.
            keys.extend(storage.key(nth).map_err(|error| named(&error))?);
        }
        keys.sort_unstable();
        Ok(keys)
    }

    fn capacity_units(&self) -> u64 {
        QUOTA_UNITS
    }

    fn is_lasting(&self) -> bool {
        true
    }

    /// Asks the browser's string for its length, so that megabytes are not copied only to be counted.
    fn units_at(&self, key: &str) -> Result<u64, VaultError> {
        let storage: JsValue = storage()?.into();
        let value = Reflect::get(&storage, &JsValue::from_str(key)).map_err(|error| named(&error))?;
        let key_units = utf16_units(key);
        match value.dyn_ref::<JsString>() {
            Some(text) => Ok(key_units.saturating_add(u64::from(text.length()))),
            // Missing, or another app's key that hides behind a method's name (`length`, `key`).
            None => Ok(self.read(key)?.map_or(0, |text| key_units.saturating_add(utf16_units(&text)))),
        }
    }
}
