//! SQLite's loop: the n-th change of storage goes wrong, for every n, in every way; then a reload.

use super::*;
use crate::store::{VaultError, memory::Fault};
use rstest::rstest;

type View = BTreeMap<String, (String, Found)>;
type Step = fn(&mut Library) -> Result<(), String>;

fn first() -> WorkspaceId {
    WorkspaceId::from_seed(1)
}

fn second() -> WorkspaceId {
    WorkspaceId::from_seed(2)
}

fn third() -> WorkspaceId {
    WorkspaceId::from_seed(3)
}

fn said<T>(result: Result<T, impl std::fmt::Debug>) -> Result<(), String> {
    result.map(|_| ()).map_err(|error| format!("{error:?}"))
}

/// Everything a person can do, in an order in which each step has something to lose.
const SCENARIO: &[Step] = &[
    |library| said(save(library, &first(), "first, third save")),
    |library| said(library.rename(&first(), "Åsa, renamed", NOW)),
    |library| said(save(library, &first(), "first, fourth save")),
    |library| said(library.create("Third", 3, NOW)),
    |library| said(save(library, &third(), "third, first save")),
    |library| said(library.switch_to(&second(), NOW)),
    |library| said(library.delete(&second(), NOW)),
    |library| said(save(library, &third(), "third, second save")),
    |library| said(library.restore_deleted(&second(), NOW)),
    |library| said(save(library, &second(), "second, again")),
    |library| said(library.delete(&third(), NOW)),
];

fn start() -> (MemoryVault, Library) {
    let vault = MemoryVault::with_capacity(ROOMY);
    let mut library = reopen(&vault);
    assert_eq!(library.create("Åsa", 1, NOW).unwrap(), first());
    save(&mut library, &first(), "first, first save").unwrap();
    save(&mut library, &first(), "first, second save").unwrap();
    assert_eq!(library.create("Second", 2, NOW).unwrap(), second());
    save(&mut library, &second(), "second").unwrap();
    (vault, library)
}

/// What a reload shows after each step when nothing goes wrong; the first is before any.
fn views() -> Vec<View> {
    let (vault, mut library) = start();
    let mut views = vec![view(&vault)];
    for step in SCENARIO {
        step(&mut library).unwrap();
        views.push(view(&vault));
    }
    views
}

/// A torn text where nothing had been saved yet is as good as nothing saved, as long as it is shown.
fn without_torn_firsts(mut found: View, before: &View) -> View {
    found.retain(|id, (_, content)| *content != Found::Unreadable || before.contains_key(id));
    for (id, (_, content)) in &mut found {
        if *content == Found::Unreadable && before[id].1 == Found::Empty {
            *content = Found::Empty;
        }
    }
    found
}

#[rstest]
#[case::full(Fault::Refuse(VaultError::Full))]
#[case::blocked(Fault::Refuse(VaultError::Blocked))]
#[case::failing(Fault::Refuse(VaultError::Other("disk".to_owned())))]
#[case::silently_empty(Fault::Tear { kept_units: 0 })]
#[case::silently_torn_in_the_header(Fault::Tear { kept_units: 40 })]
#[case::silently_torn_in_the_body(Fault::Tear { kept_units: 160 })]
#[case::killed_before_the_write(Fault::PowerCut { kept_units: None })]
#[case::killed_at_the_first_unit(Fault::PowerCut { kept_units: Some(0) })]
#[case::killed_in_the_header(Fault::PowerCut { kept_units: Some(30) })]
#[case::killed_in_the_body(Fault::PowerCut { kept_units: Some(150) })]
fn the_nth_change_goes_wrong(#[case] fault: Fault) {
    let views = views();
    let mut fired = 0;
    for nth in 1.. {
        let (vault, mut library) = start();
        vault.fault_at(nth, fault.clone());
        let outcomes = SCENARIO.iter().map(|step| (step(&mut library), vault.changes_to_fault().is_none()));
        let Some((at, (outcome, _))) = outcomes.enumerate().find(|(_, (_, happened))| *happened) else {
            break;
        };
        fired += 1;
        vault.mend();
        let found = without_torn_firsts(view(&vault), &views[at]);
        if outcome.is_ok() {
            assert_eq!(found, views[at + 1], "change {nth}, step {at}: said to be done");
            continue;
        }
        let old_or_new = found == views[at] || found == views[at + 1];
        assert!(old_or_new, "change {nth}, step {at}: {outcome:?}, found {found:?}");
        if found == views[at] {
            // The page may live on: what failed can be tried again.
            assert_eq!(SCENARIO[at](&mut library), Ok(()), "change {nth}, step {at}: tried again");
            assert_eq!(view(&vault), views[at + 1], "change {nth}, step {at}: tried again");
        }
    }
    assert!(fired > 15, "{fired}");
}

#[test]
fn a_save_torn_at_any_unit_leaves_the_one_before() {
    let (vault, _) = start();
    let whole = dump(&vault);
    let units = 300;
    let mut torn = 0;
    for kept_units in 0..units {
        let copy = MemoryVault::with_capacity(ROOMY);
        for (key, text) in &whole {
            copy.write(key, text).unwrap();
        }
        let mut library = reopen(&copy);
        library.load(&first()).unwrap();
        copy.fault_at(1, Fault::PowerCut { kept_units: Some(kept_units) });
        assert!(save(&mut library, &first(), "third").is_err());
        copy.mend();
        let found = body_of(&mut reopen(&copy), &first()).unwrap();
        assert!(found == "first, second save" || found == "third", "{kept_units}: {found}");
        torn += u64::from(found == "first, second save");
    }
    assert!((100..units).contains(&torn), "{torn} cuts fell inside the text");
}
