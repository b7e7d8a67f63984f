//! One row to stored integers, or why it is left out.

use super::cells::{Kind, read_cell, read_text};
use super::plan::{Bound, Plan, Target};
use crate::facts::{MISSING, Names, Reason, Sym, TableId, fold_name, text_to_cell};
use crate::intake::Record;
use crate::sources::values::{Direction, fold_text};

/// Why a row is left out, and the column to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) reason: Reason,
    pub(super) column: Option<String>,
}

/// Fills `cells`, which hold the values for every row, from a row. A blank cell leaves them as they are.
pub(super) fn fill(plan: &Plan, record: &Record, names: &mut Names, cells: &mut [i64]) -> Result<(), Fault> {
    let mut money = None;
    let mut sender = None;
    for bound in &plan.bound {
        let value = if bound.columns.len() > 1 && plan.joins(bound.target) {
            joined(bound, record, names)
        } else {
            let (value, currency) = first_filled(bound, record, names)?;
            money = money.or(currency);
            value
        };
        if !bound.meanings.is_empty() {
            note_meaning(plan, bound, value, names, cells);
        }
        match bound.target {
            _ if value == MISSING => {}
            Target::Sender => sender = Some(value),
            Target::Field(place) => {
                if let Some(cell) = cells.get_mut(place) {
                    *cell = value;
                }
            }
        }
    }
    if let (Some(code), Some(place)) = (money, plan.schema.column("currency")) {
        let code = text_to_cell(names.intern(code));
        set_if_missing(cells, place, code);
    }
    if let Some(sender) = sender {
        follow_sender(plan, sender, names, cells);
    }
    plan.make_id(record, cells, names);
    Ok(())
}

/// Sets the group beside a source or status whose meaning was said.
fn note_meaning(plan: &Plan, bound: &Bound, value: i64, names: &mut Names, cells: &mut [i64]) {
    let Target::Field(place) = bound.target else { return };
    let Some(field) = plan.schema.fields.get(place) else { return };
    let group = match field.name {
        "source" => "source_group",
        "status" => "status_group",
        _ => return,
    };
    let Some(group) = plan.schema.column(group) else { return };
    let Ok(number) = u32::try_from(value) else { return };
    let Some(meaning) = bound.meanings.get(fold_text(names.text(Sym(number))).as_ref()) else { return };
    if let Some(cell) = cells.get_mut(group) {
        *cell = text_to_cell(names.intern(meaning));
    }
}

/// The words of several columns (first and last name) with blanks between.
fn joined(bound: &Bound, record: &Record, names: &mut Names) -> i64 {
    let mut text = String::new();
    for (column, _) in &bound.columns {
        let part = record.text(*column);
        if !part.is_empty() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&part);
        }
    }
    text_to_cell(names.intern(&text))
}

fn first_filled(
    bound: &Bound,
    record: &Record,
    names: &mut Names,
) -> Result<(i64, Option<&'static str>), Fault> {
    for (column, name) in &bound.columns {
        let said = match bound.kind {
            Kind::Choice(_) if !bound.meanings.is_empty() => {
                bound.meanings.get(fold_text(&record.text(*column)).as_ref())
            }
            _ => None,
        };
        let read = match said {
            Some(meaning) => read_text(bound.kind, meaning, names),
            None => read_cell(bound.kind, record, *column, names),
        };
        let stored = read.map_err(|reason| Fault { reason, column: Some(name.clone()) })?;
        if stored.value != MISSING {
            return Ok((stored.value, stored.currency));
        }
    }
    Ok((MISSING, None))
}

fn set_if_missing(cells: &mut [i64], place: usize, value: i64) {
    if let Some(cell) = cells.get_mut(place).filter(|cell| **cell == MISSING) {
        *cell = value;
    }
}

/// Says from the sender which way a message went, and who the other person is.
fn follow_sender(plan: &Plan, sender: i64, names: &mut Names, cells: &mut [i64]) {
    let place = |field: &str| plan.schema.column(field).unwrap_or(usize::MAX);
    let text = |cell: i64| u32::try_from(cell).map(|number| names.text(Sym(number))).unwrap_or_default();
    let Some(&seller) = cells.get(place("seller")).filter(|cell| **cell != MISSING) else { return };
    let direction = if fold_name(text(sender)) == fold_name(text(seller)) {
        Direction::Outgoing
    } else {
        set_if_missing(cells, place("person"), sender);
        Direction::Incoming
    };
    let direction = text_to_cell(names.intern(direction.id()));
    set_if_missing(cells, place("direction"), direction);
}

/// Whether a row holds what its table needs.
pub(super) fn check(plan: &Plan, cells: &[i64]) -> Result<(), Fault> {
    let is_missing = |place: usize| cells.get(place).is_none_or(|cell| *cell == MISSING);
    if plan.table == TableId::Connections {
        let nameless =
            ["name", "profile_url"].iter().all(|field| plan.schema.column(field).is_none_or(is_missing));
        if nameless {
            return Err(Fault { reason: Reason::ClosedAccount, column: None });
        }
    }
    for (place, field) in plan.schema.fields.iter().enumerate() {
        if field.needed && is_missing(place) {
            let bound = plan.bound_to(field.name).and_then(|bound| bound.columns.first());
            let column = bound.map_or_else(|| field.name.to_owned(), |(_, name)| name.clone());
            return Err(Fault { reason: Reason::NeededBlank, column: Some(column) });
        }
    }
    Ok(())
}

impl Bound {
    /// Whether the cells are dates.
    pub(super) fn is_moment(&self) -> bool {
        matches!(self.kind, Kind::Moment(_) | Kind::Week(_))
    }
}
