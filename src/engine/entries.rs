//! What a person types: read by the readers that files use, and refused field by field.

use crate::facts::{Day, MISSING, Moment, Names, TableId, Zone, number_to_cell};
use crate::sources::mapped::{TypedFault, typed_cells};
use crate::sources::values::NumberStyle;
use crate::sources::{SsiReading, ssi_of_text};
use crate::views::{EntryChange, EntryFault, TypedRow};
use crate::workspace::{Change, Workspace};

/// Changes with their values read.
///
/// # Errors
/// Every field of every change that cannot be taken.
pub fn read_changes(
    workspace: &mut Workspace,
    changes: &[EntryChange],
    comma: bool,
    today: Day,
) -> Result<Vec<Change>, Vec<EntryFault>> {
    let style = if comma { NumberStyle::Comma } else { NumberStyle::Point };
    let mut read = Vec::with_capacity(changes.len());
    let mut faults = Vec::new();
    for (position, change) in changes.iter().enumerate() {
        match read_change(workspace.names_mut(), change, style, today) {
            Ok(change) => read.push(change),
            Err(of_change) => faults.extend(of_change.into_iter().map(|(field, code)| EntryFault {
                change: u32::try_from(position).unwrap_or(u32::MAX),
                field,
                code: code.to_owned(),
            })),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

type Faults = Vec<(String, &'static str)>;

fn read_change(
    names: &mut Names,
    change: &EntryChange,
    style: NumberStyle,
    today: Day,
) -> Result<Change, Faults> {
    match change {
        EntryChange::Add(row) => {
            Ok(Change::Add { table: row.table, cells: read_row(names, row, style, today)? })
        }
        EntryChange::Edit { id, row } => {
            Ok(Change::Edit { id: *id, cells: read_row(names, row, style, today)? })
        }
        EntryChange::Delete { id } => Ok(Change::Delete { id: *id }),
        EntryChange::SsiText { text, seller, date } => {
            let Some(reading) = ssi_of_text(text) else { return Err(vec![("text".to_owned(), "ssi_text")]) };
            let day = reading.day.unwrap_or(today).iso();
            let fields = [
                ("seller", seller.clone()),
                ("date", if date.trim().is_empty() { day } else { date.clone() }),
            ];
            let mut fields: Vec<(String, String)> =
                fields.into_iter().map(|(field, text)| (field.to_owned(), text)).collect();
            // The total is needed; the figures themselves are put in below as they were read.
            fields.push(("total".to_owned(), "0".to_owned()));
            let row = TypedRow { table: TableId::Ssi, fields };
            let mut cells = read_row(names, &row, style, today)?;
            put_reading(&mut cells, &reading);
            Ok(Change::Add { table: TableId::Ssi, cells })
        }
    }
}

fn put_reading(cells: &mut [i64], reading: &SsiReading) {
    let figures = [
        ("total", Some(reading.total)),
        ("brand", reading.brand),
        ("people", reading.people),
        ("insights", reading.insights),
        ("relationships", reading.relationships),
        ("industry_rank", reading.industry_rank),
        ("network_rank", reading.network_rank),
    ];
    for (field, figure) in figures {
        let place = TableId::Ssi.schema().column(field).and_then(|at| cells.get_mut(at));
        if let (Some(cell), Some(figure)) = (place, figure) {
            *cell = number_to_cell(figure);
        }
    }
}

fn read_row(names: &mut Names, row: &TypedRow, style: NumberStyle, today: Day) -> Result<Vec<i64>, Faults> {
    // A row that is refused leaves no text behind.
    let mut tried = Names::default();
    let mut faults: Faults = match typed_cells(row.table, &row.fields, style, &mut tried) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(|(field, fault)| (field, fault.id())).collect(),
    };
    let is_blank =
        |field: &str| row.fields.iter().all(|(name, text)| name != field || text.trim().is_empty());
    // Every kind that has a seller asks for one: a figure of nobody is in no one's row.
    let asks_seller = row.table.schema().column("seller").is_some() && row.table != TableId::Costs;
    if asks_seller && is_blank("seller") && faults.iter().all(|(field, _)| field != "seller") {
        faults.push(("seller".to_owned(), TypedFault::Needed.id()));
    }
    if row.table == TableId::Costs && is_blank("amount") {
        // Money, or hours at their rate: else it is no cost.
        let is_of_hours = row.fields.iter().any(|(name, _)| name == "hours");
        let wanted: &[&str] = if is_of_hours && !(is_blank("hours") && has_field(row, "amount")) {
            &["hours", "rate"]
        } else {
            &["amount"]
        };
        let blank = wanted.iter().filter(|field| is_blank(field));
        faults.extend(blank.map(|field| ((*field).to_owned(), TypedFault::Needed.id())));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let cells = typed_cells(row.table, &row.fields, style, names).map_err(|_| Faults::new())?;
    match later_than(row.table, &cells, today) {
        Some(field) => Err(vec![(field.to_owned(), "future")]),
        None => Ok(cells),
    }
}

fn has_field(row: &TypedRow, field: &str) -> bool {
    row.fields.iter().any(|(name, _)| name == field)
}

/// The date of something that cannot have happened yet.
fn later_than(table: TableId, cells: &[i64], today: Day) -> Option<&'static str> {
    let field = match table {
        TableId::Ssi | TableId::Referrals => "date",
        TableId::WarmConversations => "warm_on",
        TableId::LinkSends => "sent_at",
        TableId::Checkins => "week",
        _ => return None,
    };
    let cell = table.schema().column(field).and_then(|at| cells.get(at)).copied()?;
    (cell != MISSING && Moment::from_raw(cell).day(&Zone::utc()) > today).then_some(field)
}

#[cfg(test)]
mod tests {
    use crate::engine::Engine;
    use crate::facts::{Day, TableId, Zone};
    use crate::metrics::{Quantity, State};
    use crate::views::{
        Answer, Ask, EntryChange, EntryFault, Filter, LogView, PeriodChoice, TypedRow, Which,
    };

    fn engine() -> Engine {
        let mut engine = Engine::default();
        engine.answer(Ask::Open { body: None, name: "w".into(), zone: Zone::utc() }, Vec::new());
        engine
    }

    fn today() -> Day {
        Day::parse_iso("2026-11-21").unwrap()
    }

    fn row(table: TableId, fields: &[(&str, &str)]) -> EntryChange {
        let fields = fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        EntryChange::Add(TypedRow { table, fields })
    }

    fn enter(engine: &mut Engine, changes: Vec<EntryChange>) -> Answer {
        engine.answer(Ask::ChangeEntries { changes, comma: true, today: today() }, Vec::new())
    }

    fn log(engine: &mut Engine) -> LogView {
        let ask = Ask::Log { filter: Filter::default(), table: None, comma: true, today: today() };
        match engine.answer(ask, Vec::new()) {
            Answer::Log { view } => *view,
            other => panic!("{other:?}"),
        }
    }

    fn value(engine: &mut Engine, id: &str) -> State {
        let filter = Filter { period: PeriodChoice::All, ..Filter::default() };
        match engine.answer(Ask::Scorecard { filter }, Vec::new()) {
            Answer::Scorecard { view } => view.rows.iter().find(|row| row.id == id).unwrap().figure.state,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn readings_are_figures_with_rows_and_a_grid() {
        let mut engine = engine();
        let changes = vec![
            row(TableId::Ssi, &[("seller", "Ada  Ek"), ("date", "21 nov 2026"), ("total", "61,5")]),
            row(TableId::Ssi, &[("seller", "Bo"), ("date", "2026-11-15"), ("total", "50")]),
        ];
        assert!(matches!(enter(&mut engine, changes), Answer::Entered { ids } if ids == [1, 2]));
        assert_eq!(value(&mut engine, "ssi"), State::Value(Quantity::Number(55.75)));
        let view = log(&mut engine);
        assert_eq!(view.sellers, ["Ada Ek", "Bo"]);
        let weeks = &view.readings[0].weeks;
        let last = weeks.last().unwrap().as_ref().unwrap();
        assert_eq!((last.text.as_str(), last.entry), ("61,5", Some(1)));
        assert!(view.readings[1].weeks.last().unwrap().is_none());
        assert_eq!(view.due(1, today()), ["Bo"]);
        assert_eq!(view.entries[0].id, 1, "newest first");
        let rows = engine.answer(
            Ask::Rows {
                id: "ssi".into(),
                filter: Filter { period: PeriodChoice::All, ..Filter::default() },
                which: Which::Used,
                variant: None,
            },
            Vec::new(),
        );
        let Answer::Rows { list } = rows else { panic!("{rows:?}") };
        assert!(list.rows.iter().all(|row| row.is_typed && row.file.is_empty()));
    }

    #[test]
    fn one_bad_field_and_nothing_is_stored() {
        let mut engine = engine();
        let changes = vec![
            row(TableId::Ssi, &[("seller", "Ada"), ("date", "2026-11-20"), ("total", "61")]),
            row(TableId::Ssi, &[("seller", ""), ("date", "2026-11-22"), ("total", "610")]),
            row(TableId::Ssi, &[("seller", "Bo"), ("date", "2026-11-22"), ("total", "61")]),
        ];
        let Answer::NotEntered { faults } = enter(&mut engine, changes) else { panic!("it was entered") };
        let fault =
            |change, field: &str, code: &str| EntryFault { change, field: field.into(), code: code.into() };
        assert_eq!(
            faults,
            [fault(1, "total", "range"), fault(1, "seller", "needed"), fault(2, "date", "future")]
        );
        let view = log(&mut engine);
        assert!(view.entries.is_empty() && view.sellers.is_empty() && !view.can_undo);
    }

    #[test]
    fn a_cost_is_money_or_hours_at_a_rate() {
        let mut engine = engine();
        let mut faults = |fields: &[(&str, &str)]| match enter(&mut engine, vec![row(TableId::Costs, fields)])
        {
            Answer::NotEntered { faults } => faults.into_iter().map(|fault| fault.field).collect(),
            _ => Vec::new(),
        };
        let date = ("date", "2026-11-20");
        assert_eq!(faults(&[date, ("amount", "")]), ["amount"]);
        assert_eq!(faults(&[date, ("hours", ""), ("rate", "")]), ["hours", "rate"]);
        assert_eq!(faults(&[date, ("amount", ""), ("hours", ""), ("rate", "")]), ["amount"]);
        assert_eq!(faults(&[date, ("amount", ""), ("hours", "3"), ("rate", "")]), ["rate"]);
        assert!(faults(&[date, ("hours", "3"), ("rate", "60 €")]).is_empty());
        assert!(faults(&[date, ("amount", "60 €")]).is_empty());
    }

    #[test]
    fn undo_and_redo_follow_the_steps() {
        let mut engine = engine();
        enter(&mut engine, vec![row(TableId::Markers, &[("date", "2026-10-01"), ("label", "Training")])]);
        let edited = TypedRow {
            table: TableId::Markers,
            fields: vec![("date".into(), "2026-10-02".into()), ("label".into(), "Training".into())],
        };
        enter(&mut engine, vec![EntryChange::Edit { id: 1, row: edited }]);
        enter(&mut engine, vec![EntryChange::Delete { id: 1 }]);
        assert!(log(&mut engine).entries.is_empty());
        assert_eq!(engine.answer(Ask::UndoEntries, Vec::new()), Answer::Changed);
        assert_eq!(log(&mut engine).entries[0].day, Day::parse_iso("2026-10-02"));
        assert_eq!(engine.answer(Ask::UndoEntries, Vec::new()), Answer::Changed);
        assert_eq!(log(&mut engine).entries[0].day, Day::parse_iso("2026-10-01"));
        assert_eq!(engine.answer(Ask::RedoEntries, Vec::new()), Answer::Changed);
        assert_eq!(engine.answer(Ask::UndoEntries, Vec::new()), Answer::Changed);
        assert_eq!(engine.answer(Ask::UndoEntries, Vec::new()), Answer::Changed);
        assert!(matches!(engine.answer(Ask::UndoEntries, Vec::new()), Answer::Failed { .. }));
        let view = log(&mut engine);
        assert!(view.entries.is_empty() && !view.can_undo && view.can_redo);
    }

    #[test]
    fn the_copied_page_brings_its_parts() {
        let mut engine = engine();
        let text = "Current Social Selling Index\n47 out of 100\n20.125 | Establish your professional brand\n\
            10 | Find the right people\n7.625 | Engage with insights\n9.5 | Build relationships\n";
        let change = |text: &str| EntryChange::SsiText {
            text: text.into(),
            seller: "Ada".into(),
            date: String::new(),
        };
        assert!(matches!(enter(&mut engine, vec![change(text)]), Answer::Entered { .. }));
        let entry = &log(&mut engine).entries[0];
        assert_eq!(entry.day, Some(today()));
        assert!(entry.fields.contains(&("brand".into(), "20,125".into())));
        let Answer::NotEntered { faults } = enter(&mut engine, vec![change("47")]) else {
            panic!("it was entered")
        };
        assert_eq!(faults[0].field, "text");
    }

    #[test]
    fn people_are_found_by_any_of_their_names() {
        let mut engine = engine();
        let meeting = |person: &str| {
            row(TableId::Meetings, &[("seller", "Ada"), ("date", "2026-12-01"), ("person", person)])
        };
        enter(&mut engine, vec![meeting("Łukasz Zając"), meeting("Maha Zaki"), meeting("Li Wei")]);
        let mut like =
            |start: &str| match engine.answer(Ask::SuggestPeople { start: start.into() }, Vec::new()) {
                Answer::People { names } => names,
                other => panic!("{other:?}"),
            };
        assert_eq!(like("za"), ["Maha Zaki", "Łukasz Zając"]);
        assert_eq!(like("maha z"), ["Maha Zaki"]);
        assert!(like(" ").is_empty());
    }
}
