//! Texts of megabytes are read no more often than they must be.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use super::*;
use crate::store::VaultError;

/// A vault that counts how many units of workspaces are read.
#[derive(Clone)]
struct Counting {
    inner: MemoryVault,
    read_units: Arc<AtomicU64>,
}

impl Vault for Counting {
    fn read(&self, key: &str) -> Result<Option<String>, VaultError> {
        let text = self.inner.read(key)?;
        if key.starts_with("rapport/work/") {
            let units = text.as_ref().map_or(0, |text| text.len() as u64);
            self.read_units.fetch_add(units, Ordering::Relaxed);
        }
        Ok(text)
    }
    fn head(&self, key: &str, units: u64) -> Result<Option<(String, u64)>, VaultError> {
        self.inner.head(key, units)
    }
    fn write(&self, key: &str, text: &str) -> Result<(), VaultError> {
        self.inner.write(key, text)
    }
    fn write_and_read_back(&self, key: &str, text: &str) -> Result<bool, VaultError> {
        self.inner.write_and_read_back(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), VaultError> {
        self.inner.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, VaultError> {
        self.inner.keys()
    }
    fn capacity_units(&self) -> u64 {
        self.inner.capacity_units()
    }
    fn is_lasting(&self) -> bool {
        true
    }
}

#[test]
fn what_this_tab_wrote_or_read_is_not_read_again_and_what_another_wrote_is() {
    let inner = MemoryVault::with_capacity(ROOMY);
    let vault = Counting { inner: inner.clone(), read_units: Arc::default() };
    let read = || vault.read_units.swap(0, Ordering::Relaxed);
    let (mut library, _) = Library::open(Box::new(vault.clone()));
    let id = library.create("Nord", 1, NOW).unwrap();
    let body = "x".repeat(10_000);
    for _ in 0..4 {
        save(&mut library, &id, &body).unwrap();
    }
    assert!(!library.is_stale(&id).unwrap());
    assert_eq!(read(), 0);

    let mut other = reopen(&inner);
    other.load(&id).unwrap();
    save(&mut other, &id, "theirs").unwrap();
    assert!(library.is_stale(&id).unwrap());
    assert!(matches!(save(&mut library, &id, &body), Err(SaveState::Stale { .. })));
    assert!(read() > 0);
    assert_eq!(body_of(&mut library, &id).unwrap(), "theirs");
    read();
    save(&mut library, &id, &body).unwrap();
    assert_eq!((read(), body_of(&mut library, &id).unwrap()), (0, body));
}

#[test]
fn a_copy_that_was_cut_or_put_under_another_name_is_not_taken_for_known() {
    for spoil in [
        |text: &str| text[..text.len() - 1].to_owned(),
        |text: &str| format!("{text}x"),
        |text: &str| text.replace("\"generation\":2", "\"generation\":9"),
    ] {
        let vault = MemoryVault::with_capacity(ROOMY);
        let mut library = reopen(&vault);
        let id = library.create("Nord", 1, NOW).unwrap();
        save(&mut library, &id, "one").unwrap();
        save(&mut library, &id, "two").unwrap();
        let (key, text) = dump(&vault).into_iter().find(|(_, text)| text.ends_with("two")).unwrap();
        vault.write(&key, &spoil(&text)).unwrap();
        // The newest whole one is not the one that this tab saved last: it says so and writes nothing.
        let before = dump(&vault);
        assert_eq!(save(&mut library, &id, "three"), Err(SaveState::Stale { stored_generation: 1 }));
        assert_eq!(dump(&vault), before);
    }
}

#[test]
fn changes_kept_at_the_end_are_told_once_and_only_where_they_belong() {
    let vault = MemoryVault::with_capacity(ROOMY);
    let mut library = reopen(&vault);
    let id = library.create("Nord", 1, NOW).unwrap();
    let changes = vec![vec![1, 2], vec![3]];
    // Before the first save.
    library.keep_late(&id, "p", &changes).unwrap();
    assert_eq!(reopen(&vault).late(&id, "p"), Some(changes.clone()));
    save(&mut library, &id, "one").unwrap();
    assert_eq!(library.late(&id, "p"), Some(Vec::new()), "they belong to the state before");
    library.keep_late(&id, "p", &changes).unwrap();

    let mut next = reopen(&vault);
    next.load(&id).unwrap();
    assert_eq!(next.late(&id, "q"), Some(Vec::new()), "another program reads them otherwise");
    assert_eq!(next.late(&id, "p"), Some(changes.clone()));
    save(&mut next, &id, "one and they").unwrap();
    next.forget_late(&id).unwrap();
    assert_eq!(next.late(&id, "p"), None);

    library.load(&id).unwrap();
    library.keep_late(&id, "p", &changes).unwrap();
    library.delete(&id, NOW).unwrap();
    assert!(!dump(&vault).keys().any(|key| key.contains("late")));
}
