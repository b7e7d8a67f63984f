//! An import from files to figures: what its rows come to, a choice, a row corrected by hand, and undo.

use super::testing::{Desk, Memory, counts};
use crate::facts::{Reason, TableId};
use crate::sources::{Correction, Outcome};
use crate::views::{Answer, Ask, Filter, ImportAsk, RowKind, StagedView};

/// Used and left out rows add up.
fn account(view: &StagedView, at: usize) -> (u32, u32, usize) {
    let Outcome::Read { summary, .. } = &view.files[at].outcome else { panic!("{view:?}") };
    let used: u32 = summary.facts.iter().map(|(_, rows)| rows).sum();
    assert_eq!(summary.rows, used + summary.left_out_count());
    let [new, changed, same, conflicts] = counts(view, at);
    assert_eq!(used, new + changed + same + conflicts);
    (used, summary.left_out_count(), summary.corrected.len())
}

const FIRST: &str = "id,seller,company,created,closed,status,amount,currency\n\
    D-1,Ada Ek,Fern AB,2026-01-05,2026-02-20,won,1000,EUR\n\
    D-2,Ada Ek,Moss AB,2026-01-09,,open,2000,EUR\n\
    D-3,Bo Ask,Reed AB,2026-02-01,,open,300,EUR\n";

const SECOND: &str = "id,seller,company,created,closed,status,amount,currency\n\
    D-1,Ada Ek,Fern AB,2026-01-05,2026-02-20,won,1000,EUR\n\
    D-2,Ada Ek,Moss AB,2026-01-09,2026-03-02,won,2500,EUR\n\
    D-3,Bo Ask,Reed AB,2026-02-01,2026-03-04,lost,300,EUR\n\
    D-3,Bo Ask,Reed AB,2026-02-01,2026-03-03,won,300,EUR\n\
    D-4,Bo Ask,Sage AB,31 Foo 2026,,open,75,EUR\n\
    D-5,Bo Ask,Lime AB,2026-03-05,,open,many,EUR\n";

#[test]
fn an_import_is_looked_through_mended_chosen_and_taken_back() {
    let mut desk = Desk::new();
    let first = desk.read(&[("deals.csv", FIRST)]);
    desk.confirm(&first);
    let before = desk.figures();

    let view = desk.read(&[("deals-march.csv", SECOND)]);
    assert_eq!((counts(&view, 0), account(&view, 0)), ([0, 1, 1, 1], (3, 3, 0)));
    let changed = desk.rows("deals-march.csv", RowKind::Changed);
    let [row] = changed.rows.as_slice() else { panic!("{changed:?}") };
    let told: Vec<_> = row
        .fields
        .iter()
        .map(|change| (change.field.as_str(), change.old.as_str(), change.new.as_str()))
        .collect();
    let expected =
        [("closed", "", "2026-03-02"), ("status", "open", "won"), ("amount", "2000.00", "2500.00")];
    assert_eq!((row.thing.as_str(), told), ("D-2", expected.to_vec()));
    assert_eq!(row.known_from.as_ref().map(|from| (from.file.as_str(), from.line)), Some(("deals.csv", 3)));

    // Two rows of the file speak against each other: the last one counts until the first is chosen.
    let conflict = desk.rows("deals-march.csv", RowKind::Conflict);
    let words: Vec<_> = conflict.rows[0]
        .words
        .iter()
        .map(|word| (word.from.line, word.fields.clone(), word.is_default, word.is_chosen))
        .collect();
    let says = |closed: &str, status: &str| {
        vec![("closed".to_owned(), closed.to_owned()), ("status".to_owned(), status.to_owned())]
    };
    let expected =
        [(4, says("2026-03-04", "lost"), false, false), (5, says("2026-03-03", "won"), true, true)];
    assert_eq!(words, expected);
    let pick =
        Ask::Pick { file: "deals-march.csv".into(), table: TableId::Deals, thing: "D-3".into(), word: 0 };
    desk.staged(pick, Vec::new());

    // A row is mended; the other is tried and still cannot be read.
    let correct = |line, cells: &[(u32, &str)]| ImportAsk::Correct {
        correction: Correction {
            file: "deals-march.csv".into(),
            line,
            cells: cells.iter().map(|(column, text)| (*column, (*text).to_owned())).collect(),
        },
    };
    let view = desk.ask_reader(correct(6, &[(3, "2026-03-01")]), Memory::default());
    assert_eq!((counts(&view, 0), account(&view, 0)), ([1, 1, 1, 1], (4, 2, 1)));
    let view = desk.ask_reader(correct(7, &[(6, "plenty")]), Memory::default());
    assert_eq!(account(&view, 0), (4, 2, 1));
    let Outcome::Read { summary, .. } = &view.files[0].outcome else { panic!("{view:?}") };
    assert_eq!(summary.corrected[0].cells, [(3, "31 Foo 2026".to_owned(), "2026-03-01".to_owned())]);
    let still = summary.left_out_rows.iter().find(|row| row.line == 7).unwrap();
    assert_eq!((still.reason, still.cells[6].as_str()), (Reason::BadNumber, "plenty"));
    assert_eq!(summary.columns[6], "amount");

    let id = desk.confirm(&view);
    let after = desk.figures();
    assert_ne!(after, before);
    match desk.engine.answer(Ask::Data { filter: Filter::default() }, Vec::new()) {
        Answer::Data { view } => assert_eq!(view.imports[0].files[0].summary.corrected.len(), 1),
        other => panic!("{other:?}"),
    }
    desk.engine.answer(Ask::UndoImport { id }, Vec::new());
    assert_eq!(desk.figures(), before);
    desk.engine.answer(Ask::RedoImport, Vec::new());
    assert_eq!(desk.figures(), after);
}

#[test]
fn a_correction_can_be_taken_back_and_added_to() {
    let mut desk = Desk::new();
    desk.read(&[("deals.csv", "id,status,created\nD-1,won,soon\n,won,2026-01-01\n")]);
    let correct = |cells: &[(u32, &str)]| ImportAsk::Correct {
        correction: Correction {
            file: "deals.csv".into(),
            line: 3,
            cells: cells.iter().map(|(column, text)| (*column, (*text).to_owned())).collect(),
        },
    };
    let view = desk.ask_reader(correct(&[(0, "D-2")]), Memory::default());
    assert_eq!(account(&view, 0), (1, 1, 1));
    let view = desk.ask_reader(correct(&[(1, "lost")]), Memory::default());
    let rows = desk.rows("deals.csv", RowKind::New);
    let said: Vec<_> = rows.rows[0].fields.iter().map(|change| change.new.as_str()).collect();
    assert_eq!((account(&view, 0), said), ((1, 1, 1), vec!["D-2", "2026-01-01", "lost"]));
    let view = desk.ask_reader(correct(&[]), Memory::default());
    assert_eq!(account(&view, 0), (0, 2, 0));
}

#[test]
fn a_choice_between_two_files_of_an_import_is_kept() {
    let mut desk = Desk::new();
    let one = "id,status,created\nD-1,won,2026-01-05\nD-2,open,2026-02-01\n";
    let two = "id,status,created\nD-1,lost,2026-01-05\nD-2,open,2026-02-01\n";
    let view = desk.read(&[("deals-a.csv", one), ("deals-b.csv", two)]);
    assert_eq!((counts(&view, 0), counts(&view, 1)), ([2, 0, 0, 0], [0, 0, 1, 1]));
    let pick = Ask::Pick { file: "deals-b.csv".into(), table: TableId::Deals, thing: "D-1".into(), word: 0 };
    let view = desk.staged(pick, Vec::new());
    let row = &desk.rows("deals-b.csv", RowKind::Conflict).rows[0];
    let chosen: Vec<_> = row.words.iter().map(|word| (word.from.file.as_str(), word.is_chosen)).collect();
    assert_eq!(chosen, [("deals-a.csv", true), ("deals-b.csv", false)]);
    desk.confirm(&view);
    let won = desk.figures();
    let mut other = Desk::new();
    let view = other.read(&[("deals-a.csv", one), ("deals-b.csv", two)]);
    other.confirm(&view);
    assert_ne!(other.figures(), won);
}
