//! Storage that someone or something else has changed: nothing panics, nothing unreadable is lost.

use super::*;
use crate::store::{
    envelope::{EnvelopeError, FORMAT_VERSION},
    keys::{Slot, Subject},
    restore,
};
use rstest::rstest;

/// Frozen: what format 1 looks like for as long as anyone has such a file.
const V1: &str = include_str!("../../../tests/samples/store/v1.txt");

fn id() -> WorkspaceId {
    WorkspaceId::from_seed(0x2f)
}

fn key(slot: Slot) -> String {
    Subject::Workspace(&id()).slot_key(slot)
}

fn two_saves() -> MemoryVault {
    let vault = MemoryVault::with_capacity(ROOMY);
    let mut library = reopen(&vault);
    library.create("Q3", 0x2f, NOW).unwrap();
    save(&mut library, &id(), "old").unwrap();
    save(&mut library, &id(), "new").unwrap();
    vault
}

/// A small generator with a fixed seed (SplitMix64), so that a failure comes again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }
}

fn mutated(text: &str, chance: &mut Chance) -> String {
    let mut bytes = text.as_bytes().to_vec();
    match chance.below(10) {
        0 => return String::new(),
        1 => return "null".to_owned(),
        2 => return "{\"rapport\":1,\"__proto__\":{\"generation\":9}}\nx".to_owned(),
        3 => return format!("{{\"rapport\":1,\"x\":{}", "[".repeat(50_000)),
        4 => bytes.truncate(chance.below(text.len().max(1))),
        5 => bytes.extend_from_slice(b"\n{}"),
        6 => return text.replace("\"generation\":", "\"generation\":-"),
        7 => return text.replace("\"units\":", "\"units\":\"many\",\"was\":"),
        _ => {
            for _ in 0..=chance.below(4) {
                let at = chance.below(bytes.len().max(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_thousand_damaged_states_open_and_lose_nothing() {
    let whole = dump(&two_saves());
    let mut chance = Chance(7);
    let mut kept = 0;
    for round in 0..1_000 {
        let vault = MemoryVault::with_capacity(10 * ROOMY);
        for (key, text) in &whole {
            let text = if chance.below(2) == 0 { mutated(text, &mut chance) } else { text.clone() };
            vault.write(key, &text).unwrap();
        }
        let before = dump(&vault);
        let mut library = reopen(&vault);
        let opened = library.load(&id()).unwrap();
        assert_eq!(dump(&vault), before, "round {round}: looking changes nothing");
        if let Opened::Ready(loaded) = &opened {
            assert!(["old", "new"].contains(&loaded.body.as_str()), "round {round}: {loaded:?}");
        }
        let readonly = matches!(opened, Opened::ReadOnly { .. });
        match save(&mut library, &id(), "newest") {
            Ok(()) => assert_eq!(body_of(&mut library, &id()).unwrap(), "newest", "round {round}"),
            Err(state) => {
                assert!(readonly && matches!(state, SaveState::ReadOnly { .. }), "round {round}: {state:?}")
            }
        }
        let after = dump(&vault);
        for text in before.iter().filter(|(key, _)| key.contains("/work/")).map(|(_, text)| text) {
            let readable = whole.values().any(|whole| whole == text);
            assert!(
                readable || text.is_empty() || after.values().any(|kept| kept == text),
                "round {round}: lost {text}"
            );
        }
        kept += library.kept_aside().unwrap().len();
    }
    assert!(kept > 100, "{kept}");
}

#[test]
fn ten_megabytes_of_anything_are_told_from_a_save() {
    let vault = two_saves();
    vault.set_capacity(100 * ROOMY);
    vault.write(&key(Slot::B), &"x".repeat(10_000_000)).unwrap();
    let Opened::Ready(loaded) = reopen(&vault).load(&id()).unwrap() else { panic!("unreadable") };
    assert_eq!(loaded.body, "old");
    assert_eq!(loaded.damaged[0].error, Some(EnvelopeError::NotOurs));
    assert_eq!(
        (loaded.damaged[0].units, loaded.damaged[0].key.as_str()),
        (10_000_000, key(Slot::B).as_str())
    );
}

#[test]
fn one_flipped_bit_in_the_newest_gives_the_one_before_and_says_so() {
    let whole = two_saves();
    let text = whole.read(&key(Slot::B)).unwrap().unwrap();
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 4;
        let vault = two_saves();
        vault.write(&key(Slot::B), &String::from_utf8(bytes).unwrap()).unwrap();
        match reopen(&vault).load(&id()).unwrap() {
            Opened::Ready(loaded) => {
                assert_eq!((loaded.body.as_str(), loaded.damaged.len()), ("old", 1), "byte {at}")
            }
            // The digit of the format flipped: taken for a newer one, and so left alone.
            Opened::ReadOnly { version: 5, readable } => assert_eq!(readable.unwrap().body, "old"),
            other => panic!("byte {at}: {other:?}"),
        }
    }
}

#[test]
fn what_was_kept_aside_can_be_fetched_and_thrown_away() {
    let vault = two_saves();
    for slot in Slot::BOTH {
        vault.write(&key(slot), &format!("rubbish {slot:?}")).unwrap();
    }
    let mut library = reopen(&vault);
    let Opened::Unreadable(damaged) = library.load(&id()).unwrap() else { panic!("readable") };
    assert_eq!(library.raw_text(&damaged[0].key).unwrap().unwrap(), "rubbish A");
    save(&mut library, &id(), "start again").unwrap();
    save(&mut library, &id(), "and again").unwrap();
    let kept = library.kept_aside().unwrap();
    let mut texts: Vec<String> =
        kept.iter().filter_map(|kept| library.raw_text(&kept.key).unwrap()).collect();
    texts.sort();
    assert_eq!(texts, ["rubbish A", "rubbish B"]);
    assert_eq!(kept[0].units, 9);
    for kept in &kept {
        library.discard_kept(&kept.key).unwrap();
    }
    library.discard_kept(&key(Slot::A)).unwrap();
    assert!(library.kept_aside().unwrap().is_empty());
    assert_eq!(body_of(&mut library, &id()).unwrap(), "and again");
    assert_eq!(library.raw_text("another-apps-key").unwrap(), None);
}

#[rstest]
#[case::missing(None)]
#[case::damaged(Some("rubbish"))]
fn the_list_is_made_again_from_the_workspaces(#[case] text: Option<&str>) {
    let vault = two_saves();
    for slot in Slot::BOTH {
        let key = Subject::Index.slot_key(slot);
        match text {
            Some(text) => vault.write(&key, text).unwrap(),
            None => vault.remove(&key).unwrap(),
        }
    }
    let (library, report) = Library::open(Box::new(vault.clone()));
    assert!(report.is_list_rebuilt);
    let names: Vec<&str> = library.list().iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Q3"]);
    let mut library = library;
    library.rename(&id(), "Q4", NOW).unwrap();
    let (library, report) = Library::open(Box::new(vault.clone()));
    assert!(!report.is_list_rebuilt);
    assert_eq!(library.entry(&id()).unwrap().name, "Q4");
}

#[test]
fn a_workspace_that_vanished_is_named() {
    let vault = two_saves();
    for slot in Slot::BOTH {
        vault.remove(&key(slot)).unwrap();
    }
    let (library, report) = Library::open(Box::new(vault));
    assert_eq!(report.lost.iter().map(|entry| entry.name.as_str()).collect::<Vec<&str>>(), ["Q3"]);
    assert!(library.list().is_empty());
}

/// A text of the next format, readable or not by this one.
fn from_the_future(text: &str) -> String {
    text.replacen("{\"rapport\":1,", "{\"rapport\":2,", 1).replacen("\"min_reader\":1", "\"min_reader\":2", 1)
}

#[rstest]
#[case::in_the_newest(&[Slot::B])]
#[case::in_the_older(&[Slot::A])]
#[case::in_both(&[Slot::A, Slot::B])]
fn a_newer_workspace_is_left_as_it_is(#[case] slots: &[Slot]) {
    let vault = two_saves();
    for slot in slots {
        let text = vault.read(&key(*slot)).unwrap().unwrap();
        vault.write(&key(*slot), &from_the_future(&text)).unwrap();
    }
    let before = dump(&vault);
    let mut library = reopen(&vault);
    let Opened::ReadOnly { version, readable } = library.load(&id()).unwrap() else { panic!("writable") };
    assert_eq!((version, readable.is_some()), (FORMAT_VERSION + 1, slots.len() == 1));
    for copies in [Copies::KeepTwo, Copies::OneIfFull] {
        assert_eq!(library.save(&id(), "mine", NOW, copies), SaveState::ReadOnly { version: 2 });
    }
    library.overtake(&id()).unwrap();
    assert_eq!(library.save(&id(), "mine", NOW, Copies::OneIfFull), SaveState::ReadOnly { version: 2 });
    assert_eq!(library.delete(&id(), NOW), Err(LibraryError::Newer { version: 2 }));
    assert_eq!(dump(&vault), before);
}

#[test]
fn a_newer_list_is_left_as_it_is() {
    let vault = two_saves();
    for slot in Slot::BOTH {
        let key = Subject::Index.slot_key(slot);
        let text = vault.read(&key).unwrap().unwrap();
        vault.write(&key, &from_the_future(&text)).unwrap();
    }
    let before = dump(&vault);
    let (mut library, report) = Library::open(Box::new(vault.clone()));
    assert_eq!(report.newer_list, Some(2));
    let newer = LibraryError::Newer { version: 2 };
    assert_eq!(library.create("x", 1, NOW), Err(newer.clone()));
    assert_eq!(library.rename(&id(), "x", NOW), Err(newer.clone()));
    assert_eq!(library.delete(&id(), NOW), Err(newer));
    assert_eq!(dump(&vault), before);
    // The workspaces themselves are of this format and can be used.
    assert_eq!(body_of(&mut library, &id()).unwrap(), "new");
    save(&mut library, &id(), "newest").unwrap();
}

#[test]
fn format_1_reads_and_is_still_written_so() {
    let (meta, body) = restore(V1).unwrap();
    assert_eq!((meta.version, meta.generation, meta.units), (1, 1, 24));
    assert_eq!((meta.name.as_str(), meta.id.as_str()), ("Åsa Lindqvist, Q3 \"north\"", "19a2b3c4d5"));
    assert_eq!(body, "eyJjb25uZWN0aW9ucyI6W119");
    let id = WorkspaceId::try_from(meta.id).unwrap();
    if FORMAT_VERSION == 1 {
        assert_eq!(crate::store::backup_text(&id, &meta.name, &body, &meta.saved_at), V1);
    }
    let vault = MemoryVault::with_capacity(ROOMY);
    vault.write(&Subject::Workspace(&id).slot_key(Slot::A), V1).unwrap();
    let mut library = reopen(&vault);
    assert_eq!(library.list()[0].name, "Åsa Lindqvist, Q3 \"north\"");
    assert_eq!(body_of(&mut library, &id).unwrap(), body);
}
