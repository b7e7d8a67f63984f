//! Storage that is full to the unit, or forbidden.

use super::*;
use crate::store::{
    Meter, VaultError,
    keys::{Slot, Subject},
};
use rstest::rstest;

fn id() -> WorkspaceId {
    WorkspaceId::from_seed(1)
}

fn one_save(body: &str) -> (MemoryVault, Library) {
    let vault = MemoryVault::with_capacity(ROOMY);
    vault.write("another app", "its text").unwrap();
    let mut library = reopen(&vault);
    library.create("Q3", 1, NOW).unwrap();
    save(&mut library, &id(), body).unwrap();
    (vault, library)
}

/// What the second save of a body takes, key and value.
fn units_of_second(body: &str) -> u64 {
    let (vault, mut library) = one_save("first");
    save(&mut library, &id(), body).unwrap();
    vault.units_at(&Subject::Workspace(&id()).slot_key(Slot::B)).unwrap()
}

#[rstest]
#[case::one_short(-1, false)]
#[case::exact(0, true)]
#[case::one_over(1, true)]
fn the_last_unit_counts(#[case] beyond: i64, #[case] fits: bool) {
    let body = "漢".repeat(500);
    let need_units = units_of_second(&body);
    let (vault, mut library) = one_save("first");
    vault.set_capacity((vault.used_units().unwrap() + need_units).saturating_add_signed(beyond));
    let before = dump(&vault);
    let state = library.save(&id(), &body, NOW, Copies::KeepTwo);
    if fits {
        assert_eq!(state, SaveState::Saved { at: NOW.to_owned(), units: 500 });
        assert_eq!(body_of(&mut reopen(&vault), &id()).unwrap(), body);
    } else {
        assert_eq!(state, SaveState::Full { need_units, have_units: need_units - 1 });
        assert_eq!(dump(&vault), before);
    }
}

#[test]
fn the_third_save_needs_only_the_difference() {
    let (vault, mut library) = one_save("first");
    save(&mut library, &id(), "second").unwrap();
    vault.set_capacity(vault.used_units().unwrap());
    save(&mut library, &id(), "third").unwrap();
    assert!(save(&mut library, &id(), "a fourth that is longer").is_err());
    assert_eq!(body_of(&mut reopen(&vault), &id()).unwrap(), "third");
}

#[test]
fn one_copy_is_kept_only_when_asked_and_needed() {
    let body = "x".repeat(2_000);
    let (vault, mut library) = one_save(&body);
    let slots =
        || Slot::BOTH.map(|slot| vault.read(&Subject::Workspace(&id()).slot_key(slot)).unwrap().is_some());
    vault.set_capacity(vault.used_units().unwrap() + 1_000);
    let longer = "y".repeat(2_500);
    assert!(matches!(library.save(&id(), &longer, NOW, Copies::KeepTwo), SaveState::Full { .. }));
    assert!(matches!(library.save(&id(), &longer, NOW, Copies::OneIfFull), SaveState::Saved { .. }));
    assert_eq!(body_of(&mut reopen(&vault), &id()).unwrap(), longer);
    assert_eq!(slots(), [true, false]);
    let short = "short";
    assert!(matches!(library.save(&id(), short, NOW, Copies::OneIfFull), SaveState::Saved { .. }));
    assert_eq!(slots(), [true, true], "there was room for two");
    let before = dump(&vault);
    let too_long = "z".repeat(9_000);
    assert!(matches!(library.save(&id(), &too_long, NOW, Copies::OneIfFull), SaveState::Full { .. }));
    assert_eq!(dump(&vault), before, "what cannot fit at all costs nothing");
}

#[test]
fn unreadable_text_gives_way_only_to_keep_a_good_copy_company() {
    let (vault, mut library) = one_save("first");
    let torn_key = Subject::Workspace(&id()).slot_key(Slot::B);
    vault.write(&torn_key, &"torn ".repeat(200)).unwrap();
    vault.set_capacity(vault.used_units().unwrap() + 10);
    library.load(&id()).unwrap();
    save(&mut library, &id(), "second").unwrap();
    assert_eq!(body_of(&mut reopen(&vault), &id()).unwrap(), "second");

    for slot in Slot::BOTH {
        vault.set_capacity(ROOMY);
        vault.write(&Subject::Workspace(&id()).slot_key(slot), &"all there is ".repeat(100)).unwrap();
    }
    vault.set_capacity(vault.used_units().unwrap() + 10);
    let before = dump(&vault);
    library.load(&id()).unwrap();
    assert!(matches!(library.save(&id(), "third", NOW, Copies::OneIfFull), SaveState::Full { .. }));
    assert_eq!(dump(&vault), before);
}

#[test]
fn the_copy_set_aside_gives_its_room_back_when_the_save_needs_it() {
    let (vault, mut library) = one_save("first");
    vault.write(&Subject::Workspace(&id()).slot_key(Slot::B), "torn").unwrap();
    let body = "x".repeat(300);
    // Room for the save in place of the torn text, but not beside a kept copy of it.
    vault.set_capacity(
        vault.used_units().unwrap() - 4 - "rapport/work/1/b".len() as u64 + units_of_second(&body),
    );
    library.load(&id()).unwrap();
    save(&mut library, &id(), &body).unwrap();
    assert!(library.kept_aside().unwrap().is_empty());
    assert_eq!(library.meter().unwrap().free_units(), 0);
}

#[test]
fn a_full_list_changes_nothing_and_deleting_makes_room() {
    let (vault, mut library) = one_save(&"x".repeat(1_000));
    vault.set_capacity(vault.used_units().unwrap());
    let before = dump(&vault);
    assert!(matches!(library.create(&"n".repeat(500), 2, NOW), Err(LibraryError::Full { .. })));
    assert_eq!((dump(&vault), library.list().len()), (before, 1));
    library.delete(&id(), NOW).unwrap();
    let other = library.create("Other", 2, NOW).unwrap();
    save(&mut library, &other, &"y".repeat(700)).unwrap();
    assert!(matches!(library.restore_deleted(&id(), NOW), Err(LibraryError::Full { .. })));
    assert_eq!(library.deleted().count(), 1, "still there to be tried again");
    library.delete(&other, NOW).unwrap();
    library.restore_deleted(&id(), NOW).unwrap();
    assert_eq!(body_of(&mut reopen(&vault), &id()).unwrap().len(), 1_000);
}

#[test]
fn a_backup_that_does_not_fit_leaves_no_empty_workspace() {
    let (vault, mut library) = one_save(&"x".repeat(1_000));
    let text = library.backup(&id(), NOW).unwrap();
    vault.set_capacity(vault.used_units().unwrap() + 900);
    assert!(matches!(library.restore_backup(&text, 2, NOW), Err(LibraryError::Full { .. })));
    assert_eq!((library.list().len(), library.deleted().count()), (1, 0));
    vault.set_capacity(ROOMY);
    let copy = library.restore_backup(&text, 1, NOW).unwrap();
    assert_ne!(copy, id(), "never over the one that is there");
    assert_eq!(body_of(&mut library, &copy), body_of(&mut library, &id()));
    assert_eq!(library.entry(&copy).unwrap().name, "Q3");
}

#[test]
fn the_meter_tells_ours_from_theirs() {
    let (vault, library) = one_save("first");
    let meter = library.meter().unwrap();
    let used = meter.workspace_units + meter.own_units + meter.other_units;
    assert_eq!(used, vault.used_units().unwrap());
    assert_eq!((meter.other_units, meter.kept_units, meter.capacity_units), (19, 0, ROOMY));
    assert_ne!(meter, Meter::default());
}

/// What a browser with blocked cookies does to every call.
struct Forbidden;

impl Vault for Forbidden {
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
        true
    }
}

#[test]
fn forbidden_storage_is_said_not_suffered() {
    let (mut library, report) = Library::open(Box::new(Forbidden));
    assert_eq!(report.failure, Some(VaultError::Blocked));
    assert_eq!(library.create("x", 1, NOW), Err(LibraryError::Vault(VaultError::Blocked)));
    assert_eq!(library.save(&id(), "x", NOW, Copies::KeepTwo), SaveState::Blocked);
}

#[test]
fn the_stand_in_works_and_does_not_claim_to_last() {
    let (mut library, _) = Library::open(Box::new(MemoryVault::stand_in()));
    let id = library.create("x", 1, NOW).unwrap();
    assert_eq!(library.save(&id, "body", NOW, Copies::KeepTwo), SaveState::Blocked);
    assert_eq!(body_of(&mut library, &id).unwrap(), "body");
    assert!(!library.is_lasting());
}
