//! What a declaration says of its rows, made ready for one file.

use super::footer::says_total;
use super::{Heading, TableSource};
use crate::intake::{IntakeError, Record, limits, normalise, peek};
use crate::sources::{RowRule, Source};

/// The rules of a declared source; none for other tables.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Columns whose cells are never shown.
    pub(super) hidden: Vec<usize>,
    lone_cells: bool,
    /// Columns of which a total leaves all blank.
    totals: Vec<Vec<usize>>,
    starts: Vec<&'static str>,
    grouped: Vec<usize>,
}

impl Rules {
    /// Looks the columns of the rules up.
    pub(super) fn of(source: &'static Source, heading: &Heading) -> Rules {
        let mut rules = Rules { hidden: hidden(source, heading), ..Rules::default() };
        for rule in source.rules {
            match rule {
                RowRule::LoneCell => rules.lone_cells = true,
                RowRule::Total(names) => {
                    let columns: Vec<usize> = names.iter().filter_map(|name| heading.column(name)).collect();
                    rules.totals.extend(Some(columns).filter(|columns| !columns.is_empty()));
                }
                RowRule::Footer(starts) => rules.starts.extend_from_slice(starts),
                RowRule::Grouped => rules.grouped = grouped(heading),
                // Of the archive, which has a reader of its own.
                RowRule::ClosedAccount(_) => {}
            }
        }
        rules
    }

    /// Whether a row is no fact by the declaration. `is_whole` says that it could be one.
    pub(super) fn is_footer(&self, record: &Record, is_whole: bool) -> bool {
        let is_blank = |column: &usize| record.text(*column).is_empty();
        if self.totals.iter().any(|columns| columns.iter().all(is_blank)) {
            return true;
        }
        if !self.lone_cells && self.starts.is_empty() {
            return false;
        }
        let mut filled = (0..record.width()).filter(|column| !is_blank(column));
        let Some(first) = filled.next() else { return false };
        let is_lone = self.lone_cells && !is_whole && filled.next().is_none();
        is_lone || self.starts.iter().any(|start| record.text(first).starts_with(start))
    }

    /// What the rows of a group share.
    pub(super) fn shared(&self) -> Shared<'_> {
        Shared { columns: &self.grouped, before: vec![String::new(); self.grouped.len()] }
    }
}

/// The cells that a grouped report says only once, carried down to the rows of the group.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    columns: &'a [usize],
    before: Vec<String>,
}

impl Shared<'_> {
    /// Fills what the row shares with the one above. Totals and lone cells are of no group.
    pub(super) fn fill(&mut self, record: &mut Record) {
        if self.columns.is_empty() || self.columns.iter().any(|column| says_total(&record.text(*column))) {
            return;
        }
        if (0..record.width()).filter(|column| !record.text(*column).is_empty()).nth(1).is_none() {
            return;
        }
        // A new group of an outer column begins anew in the inner ones.
        let mut is_new = false;
        for (column, before) in self.columns.iter().zip(&mut self.before) {
            let text = record.text(*column).into_owned();
            if text.is_empty() && !is_new {
                record.fill_blank(*column, before);
            } else {
                is_new = true;
                *before = text;
            }
        }
    }
}

/// The first columns, as long as their names carry the arrow of a sorted column.
fn grouped(heading: &Heading) -> Vec<usize> {
    let named = heading.names.iter().enumerate().filter(|(_, name)| name.parse::<usize>().is_err());
    named.take_while(|(_, name)| name.contains(['↑', '↓', '▲', '▼'])).map(|(at, _)| at).collect()
}

/// The columns that hold the texts of people.
fn hidden(source: &Source, heading: &Heading) -> Vec<usize> {
    let fits = |declared: &str, name: &str| match declared.strip_suffix('*') {
        Some(start) => normalise(name).starts_with(&normalise(start)),
        None => normalise(name) == normalise(declared),
    };
    let names = heading.names.iter().enumerate();
    names
        .filter(|(_, name)| source.hidden.iter().any(|declared| fits(declared, name)))
        .map(|(at, _)| at)
        .collect()
}

/// The first cells of the rows above the header.
pub(super) fn above(table: &mut dyn TableSource, heading: &Heading) -> Result<Vec<String>, IntakeError> {
    let Some(line) = heading.line else { return Ok(Vec::new()) };
    let sample = peek(table.rows()?.as_mut(), limits::HEADER_ROWS)?;
    let above = sample.records.iter().take_while(|record| record.line() < line);
    Ok(above.map(|record| record.text(0).into_owned()).collect())
}
