//! What became of meetings that were booked ahead.
//!
//! A list of bookings says which of them were cancelled or missed. Of the others, those that lie before the
//! seller's last known booking were held. A list of next month knows more of this month's meetings than this
//! month's did, so it is settled over all lists that are there, whichever of them holds the row.

use std::collections::BTreeMap;

use super::roster::Roster;
use super::workspace::FileRecord;
use crate::facts::{Day, Facts, Moment, TableId, Zone, text_to_cell};

/// Says of booked meetings that they were held, where that is known.
pub(super) fn settle(facts: &mut Facts, files: &BTreeMap<u32, FileRecord>, roster: &Roster) {
    let mut until: Vec<(i64, Day)> = Vec::new();
    for (seller, day) in files.values().flat_map(|record| &record.booked_until) {
        if let Some(seller) = facts.names.find(roster.shown(seller)) {
            until.push((text_to_cell(seller), *day));
        }
    }
    let schema = TableId::Meetings.schema();
    let columns = (schema.column("seller"), schema.column("date"), schema.column("status"));
    let (Some(seller), Some(date), Some(status)) = columns else { return };
    let Some(booked) = facts.names.find("booked").filter(|_| !until.is_empty()).map(text_to_cell) else {
        return;
    };
    let table = facts.share(TableId::Meetings);
    let is_held = |row: &usize| {
        // What a person typed, or another list says, stays as it was said.
        let is_listed = files.get(&table.file(*row)).is_some_and(|record| !record.booked_until.is_empty());
        let day = Moment::from_raw(table.cell(date, *row)).day(&Zone::utc());
        is_listed
            && table.cell(status, *row) == booked
            && until.iter().any(|(whose, until)| *whose == table.cell(seller, *row) && day < *until)
    };
    let held: Vec<usize> = (0..table.len()).filter(is_held).collect();
    let word = facts.text_cell("held");
    for row in held {
        facts.table_mut(TableId::Meetings).set_cell(status, row, word);
    }
}
