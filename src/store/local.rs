//! The browser's local storage as a vault; the only file that touches it.
//!
//! Where cookies are blocked, merely asking for local storage throws, and gloo's accessor panics on
//! that; so each call asks the window first. It can become blocked while the page is open.

use gloo_storage::{LocalStorage, Storage};
use js_sys::{Array, Function, JsString, Reflect, Uint8Array};
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

/// The browser's text under a key.
fn item(key: &str) -> Result<Option<JsString>, VaultError> {
    let found = call("getItem", &Array::of1(&key.into()))?;
    Ok(found.dyn_into().ok())
}

/// Calls a method of the storage.
fn call(method: &str, arguments: &Array) -> Result<JsValue, VaultError> {
    let storage: JsValue = storage()?.into();
    let method = Reflect::get(&storage, &method.into()).map_err(|error| named(&error))?;
    Reflect::apply(method.unchecked_ref::<Function>(), &storage, arguments).map_err(|error| named(&error))
}

/// From how many units on a text is long.
const LONG_UNITS: u32 = 1 << 14;

/// The browser's text as ours. The usual way takes it letter by letter, which holds the page up where it is long.
fn text_of(text: &JsString) -> String {
    let long = (text.length() > LONG_UNITS).then(|| encoded(text)).flatten();
    long.unwrap_or_else(|| String::from(text))
}

/// The same through the browser's own encoder.
fn encoded(text: &JsString) -> Option<String> {
    let make: Function = Reflect::get(&js_sys::global(), &"TextEncoder".into()).ok()?.dyn_into().ok()?;
    let encoder = Reflect::construct(&make, &Array::new()).ok()?;
    let encode: Function = Reflect::get(&encoder, &"encode".into()).ok()?.dyn_into().ok()?;
    let bytes: Uint8Array = encode.call1(&encoder, text).ok()?.dyn_into().ok()?;
    String::from_utf8(bytes.to_vec()).ok()
}

impl Vault for LocalVault {
    fn read(&self, key: &str) -> Result<Option<String>, VaultError> {
        Ok(item(key)?.map(|text| text_of(&text)))
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

    fn head(&self, key: &str, units: u64) -> Result<Option<(String, u64)>, VaultError> {
        let end = u32::try_from(units).unwrap_or(u32::MAX);
        Ok(item(key)?.map(|text| (String::from(&text.slice(0, end)), u64::from(text.length()))))
    }

    /// Compares in the browser: a text of megabytes is not taken over only for that.
    fn write_and_read_back(&self, key: &str, text: &str) -> Result<bool, VaultError> {
        let text = JsString::from(text);
        call("setItem", &Array::of2(&key.into(), &text))?;
        Ok(item(key)? == Some(text))
    }

    /// Asks the browser's string for its length, so that megabytes are not copied only to be counted.
    fn units_at(&self, key: &str) -> Result<u64, VaultError> {
        Ok(item(key)?.map_or(0, |text| utf16_units(key).saturating_add(u64::from(text.length()))))
    }
}
