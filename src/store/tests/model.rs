//! Random commands and their undoing against a plain list that cannot lose anything.

use super::*;
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Command {
    Create { name: String, seed: u64 },
    Rename { nth: usize, name: String },
    Save { nth: usize, body: String },
    Load { nth: usize },
    Switch { nth: usize },
    Delete { nth: usize },
    RestoreDeleted { nth: usize },
    BackUpAndRestore { nth: usize, seed: u64 },
    Reload,
}

fn command() -> impl Strategy<Value = Command> {
    let nth = 0..6_usize;
    let seed = 0..4_u64;
    prop_oneof![
        2 => (".{0,6}", seed.clone()).prop_map(|(name, seed)| Command::Create { name, seed }),
        2 => (nth.clone(), ".{0,6}").prop_map(|(nth, name)| Command::Rename { nth, name }),
        5 => (nth.clone(), "[A-Za-z0-9+/=]{0,40}").prop_map(|(nth, body)| Command::Save { nth, body }),
        2 => nth.clone().prop_map(|nth| Command::Load { nth }),
        1 => nth.clone().prop_map(|nth| Command::Switch { nth }),
        2 => nth.clone().prop_map(|nth| Command::Delete { nth }),
        2 => nth.clone().prop_map(|nth| Command::RestoreDeleted { nth }),
        1 => (nth, seed).prop_map(|(nth, seed)| Command::BackUpAndRestore { nth, seed }),
        1 => Just(Command::Reload),
    ]
}

#[derive(Debug, Clone, PartialEq)]
struct Workspace {
    id: WorkspaceId,
    name: String,
    body: Option<String>,
}

#[derive(Debug, Default)]
struct Model {
    live: Vec<Workspace>,
    deleted: Vec<Workspace>,
    last_opened: Option<WorkspaceId>,
}

fn apply(command: Command, model: &mut Model, library: &mut Library, vault: &MemoryVault) {
    let pick = |list: &[Workspace], nth: usize| (!list.is_empty()).then(|| nth % list.len());
    match command {
        Command::Create { name, seed } => {
            let id = library.create(&name, seed, NOW).unwrap();
            model.last_opened = Some(id.clone());
            model.live.push(Workspace { id, name, body: None });
        }
        Command::Rename { nth, name } => {
            let Some(at) = pick(&model.live, nth) else { return };
            library.rename(&model.live[at].id, &name, NOW).unwrap();
            model.live[at].name = name;
        }
        Command::Save { nth, body } => {
            let Some(at) = pick(&model.live, nth) else { return };
            let id = model.live[at].id.clone();
            if library.is_stale(&id).unwrap() {
                library.load(&id).unwrap();
            }
            save(library, &id, &body).unwrap();
            model.live[at].body = Some(body);
        }
        Command::Load { nth } => {
            let Some(at) = pick(&model.live, nth) else { return };
            assert_eq!(body_of(library, &model.live[at].id), model.live[at].body);
        }
        Command::Switch { nth } => {
            let Some(at) = pick(&model.live, nth) else { return };
            library.switch_to(&model.live[at].id, NOW).unwrap();
            model.last_opened = Some(model.live[at].id.clone());
        }
        Command::Delete { nth } => {
            let Some(at) = pick(&model.live, nth) else { return };
            let gone = model.live.remove(at);
            library.delete(&gone.id, NOW).unwrap();
            model.last_opened.take_if(|last| *last == gone.id);
            model.deleted.push(gone);
        }
        Command::RestoreDeleted { nth } => {
            let Some(at) = pick(&model.deleted, nth) else { return };
            let back = model.deleted.remove(at);
            library.restore_deleted(&back.id, NOW).unwrap();
            model.live.push(back);
        }
        Command::BackUpAndRestore { nth, seed } => {
            let Some(at) = pick(&model.live, nth) else { return };
            let Some(body) = model.live[at].body.clone() else { return };
            let text = library.backup(&model.live[at].id, NOW).unwrap();
            let id = library.restore_backup(&text, seed, NOW).unwrap();
            model.last_opened = Some(id.clone());
            model.live.push(Workspace { id, name: model.live[at].name.clone(), body: Some(body) });
        }
        Command::Reload => {
            *library = reopen(vault);
            model.deleted.clear();
        }
    }
}

fn found(library: &mut Library) -> Vec<Workspace> {
    let entries = library.list().to_vec();
    let found = entries.into_iter().map(|entry| {
        let body = body_of(library, &entry.id);
        Workspace { id: entry.id, name: entry.name, body }
    });
    found.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_order_of_commands_does_as_the_model(commands in proptest::collection::vec(command(), 1..50)) {
        let vault = MemoryVault::with_capacity(ROOMY);
        let mut library = reopen(&vault);
        let mut model = Model::default();
        for command in commands {
            apply(command, &mut model, &mut library, &vault);
            let listed: Vec<(&WorkspaceId, &str)> =
                library.list().iter().map(|entry| (&entry.id, entry.name.as_str())).collect();
            let expected: Vec<(&WorkspaceId, &str)> =
                model.live.iter().map(|live| (&live.id, live.name.as_str())).collect();
            prop_assert_eq!(listed, expected);
            prop_assert_eq!(library.last_opened(), model.last_opened.as_ref());
            let deleted: Vec<&WorkspaceId> = library.deleted().map(|entry| &entry.id).collect();
            prop_assert_eq!(deleted, model.deleted.iter().map(|gone| &gone.id).collect::<Vec<_>>());
            prop_assert_eq!(found(&mut reopen(&vault)), model.live.clone());
        }
    }
}
