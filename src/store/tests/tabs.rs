//! Two tabs over one storage: no edit is overwritten without a word.

use super::*;
use crate::store::{
    envelope::{Draft, seal},
    keys::{Slot, Subject},
};

fn id() -> WorkspaceId {
    WorkspaceId::from_seed(1)
}

fn two_tabs() -> (MemoryVault, Library, Library) {
    let vault = MemoryVault::with_capacity(ROOMY);
    let mut one = reopen(&vault);
    one.create("Shared", 1, NOW).unwrap();
    save(&mut one, &id(), "start").unwrap();
    let mut two = reopen(&vault);
    two.load(&id()).unwrap();
    (vault, one, two)
}

#[test]
fn five_hundred_interleaved_edits_all_arrive() {
    let (vault, one, two) = two_tabs();
    let mut tabs = [(one, "start".to_owned()), (two, "start".to_owned())];
    let mut stale = 0;
    for edit in 0..500_usize {
        // An uneven rhythm: now one tab several times, now the other.
        let (library, mine) = &mut tabs[(edit * edit / 3) % 2];
        let edited = format!("{mine},{edit}");
        *mine = match library.save(&id(), &edited, NOW, Copies::KeepTwo) {
            SaveState::Saved { .. } => edited,
            SaveState::Stale { .. } => {
                stale += 1;
                let edited = format!("{},{edit}", body_of(library, &id()).unwrap());
                save(library, &id(), &edited).unwrap();
                edited
            }
            other => panic!("{other:?}"),
        };
    }
    let found = body_of(&mut reopen(&vault), &id()).unwrap();
    let edits: Vec<usize> = found.split(',').skip(1).map(|edit| edit.parse().unwrap()).collect();
    assert_eq!(edits, (0..500).collect::<Vec<usize>>());
    assert!(stale > 50, "{stale}");
}

#[test]
fn a_stale_save_changes_nothing_until_the_person_decides() {
    let (vault, mut one, mut two) = two_tabs();
    save(&mut two, &id(), "theirs").unwrap();
    assert!(one.is_stale(&id()).unwrap() && !two.is_stale(&id()).unwrap());
    let before = dump(&vault);
    let state = one.save(&id(), "mine", NOW, Copies::OneIfFull);
    assert_eq!(state, SaveState::Stale { stored_generation: 2 });
    assert_eq!(dump(&vault), before);
    one.overtake(&id()).unwrap();
    save(&mut one, &id(), "mine").unwrap();
    assert_eq!(body_of(&mut reopen(&vault), &id()).unwrap(), "mine");
    let theirs = vault.read(&Subject::Workspace(&id()).slot_key(Slot::B)).unwrap().unwrap();
    assert!(theirs.ends_with("theirs"), "theirs is still in the other slot");
    assert!(matches!(save(&mut two, &id(), "late"), Err(SaveState::Stale { stored_generation: 3 })));
}

#[test]
fn a_save_of_the_same_generation_is_not_taken_for_ours() {
    let (vault, mut one, _) = two_tabs();
    save(&mut one, &id(), "mine").unwrap();
    // What two tabs do that both compare before either writes.
    let draft = Draft { id: "1", name: "Shared", saved_at: NOW, generation: 2 };
    vault.write(&Subject::Workspace(&id()).slot_key(Slot::B), &seal(&draft, "theirs").0).unwrap();
    assert_eq!(save(&mut one, &id(), "mine, more"), Err(SaveState::Stale { stored_generation: 2 }));
}

#[test]
fn a_new_workspace_is_not_saved_over_another_tabs() {
    let (_, mut one, mut two) = two_tabs();
    let new = one.create("New", 9, NOW).unwrap();
    two.refresh();
    save(&mut two, &new, "theirs").unwrap();
    assert_eq!(save(&mut one, &new, "mine"), Err(SaveState::Stale { stored_generation: 1 }));
}

#[test]
fn a_workspace_deleted_elsewhere_does_not_come_back_by_itself() {
    let (vault, mut one, mut two) = two_tabs();
    one.delete(&id(), NOW).unwrap();
    assert_eq!(two.save(&id(), "late", NOW, Copies::KeepTwo), SaveState::DeletedElsewhere);
    assert!(view(&vault).is_empty());
    assert_ne!(two.create("Mine", 1, NOW).unwrap(), id(), "a deleted id is not given again");
    one.restore_deleted(&id(), NOW).unwrap();
    save(&mut two, &id(), "after all").unwrap();
    assert_eq!(body_of(&mut reopen(&vault), &id()).unwrap(), "after all");
    assert!(one.is_stale(&id()).unwrap());
}

#[test]
fn cleared_storage_is_filled_again_by_the_tab_that_has_the_workspace() {
    let (vault, mut one, _) = two_tabs();
    for key in vault.keys().unwrap() {
        vault.remove(&key).unwrap();
    }
    save(&mut one, &id(), "still here").unwrap();
    let expected = ("Shared".to_owned(), Found::Body("still here".to_owned()));
    assert_eq!(view(&vault).remove("1"), Some(expected));
    assert_eq!(one.entry(&id()).unwrap().name, "Shared");
}

#[test]
fn both_tabs_lists_arrive() {
    let (vault, mut one, mut two) = two_tabs();
    let first = one.create("From one", 7, NOW).unwrap();
    let second = two.create("From two", 7, NOW).unwrap();
    assert_ne!(first, second);
    one.rename(&second, "Named by one", NOW).unwrap();
    two.rename(&first, "Named by two", NOW).unwrap();
    let names: Vec<String> = reopen(&vault).list().iter().map(|entry| entry.name.clone()).collect();
    assert_eq!(names, ["Shared", "Named by two", "Named by one"]);
    assert_eq!(reopen(&vault).last_opened(), Some(&second));
}
