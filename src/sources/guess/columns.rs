//! What the values of a column look like: one pass over all rows.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::intake::{Cell, IntakeError, Record};
use crate::sources::ColumnView;
use crate::sources::mapped::{Heading, TableSource};
use crate::sources::values::{NumberStyle, is_missing, looks_like_date, parse_amount, parse_number};

/// Different values are counted up to here.
pub(super) const MOST_DISTINCT: usize = 1_000;
/// Characters of a value that are shown.
const SHOWN: usize = 60;

/// The columns of a table.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) rows: u32,
    pub(super) each: Vec<Column>,
}

/// One column over all rows.
#[derive(Debug, Default)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) filled: u32,
    pub(super) dates: u32,
    pub(super) numbers: u32,
    pub(super) emails: u32,
    pub(super) links: u32,
    distinct: HashSet<u64>,
    first: Vec<String>,
}

impl Columns {
    /// Reads all rows below the header.
    pub(super) fn read(table: &mut dyn TableSource, heading: &Heading) -> Result<Columns, IntakeError> {
        let each =
            heading.names.iter().map(|name| Column { name: name.clone(), ..Column::default() }).collect();
        let mut columns = Columns { rows: 0, each };
        let mut rows = table.rows()?;
        heading.skip(rows.as_mut())?;
        let mut record = Record::default();
        while rows.read(&mut record)? {
            columns.rows = columns.rows.saturating_add(1);
            for (at, column) in columns.each.iter_mut().enumerate() {
                column.add(record.cell(at), &record.text(at));
            }
        }
        Ok(columns)
    }

    /// For the page.
    pub(super) fn views(self) -> Vec<ColumnView> {
        self.each.into_iter().map(Column::view).collect()
    }
}

impl Column {
    fn add(&mut self, cell: Cell<'_>, text: &str) {
        if text.is_empty() {
            return;
        }
        self.filled += 1;
        if self.distinct.len() < MOST_DISTINCT {
            // Without a random seed, so that two runs count alike.
            let mut digest = DefaultHasher::new();
            text.hash(&mut digest);
            if self.distinct.insert(digest.finish()) && self.first.len() < 3 {
                self.first.push(shown(text));
            }
        }
        match cell {
            Cell::DateTime(_) => self.dates += 1,
            Cell::Number(_) | Cell::Duration { .. } => self.numbers += 1,
            Cell::Text(_) => {
                self.emails += u32::from(text.contains('@') && !text.contains(' '));
                self.links += u32::from(is_link(text));
                // Cheap first: most words of a table hold no digit.
                if text.len() <= 64 && text.bytes().any(|b| b.is_ascii_digit() || !b.is_ascii()) {
                    let date = looks_like_date(text);
                    self.dates += u32::from(date);
                    self.numbers += u32::from((!date || text.len() == 8) && is_number(text));
                }
            }
            _ => {}
        }
    }

    /// Different values, counted up to [`MOST_DISTINCT`].
    pub(super) fn distinct(&self) -> u32 {
        u32::try_from(self.distinct.len()).unwrap_or(u32::MAX)
    }

    fn view(self) -> ColumnView {
        let distinct = self.distinct();
        ColumnView {
            name: self.name,
            first_values: self.first,
            filled: self.filled,
            distinct,
            dates: self.dates,
            numbers: self.numbers,
        }
    }
}

fn is_number(text: &str) -> bool {
    // Signs of currencies are short.
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    letters <= 4
        && !is_missing(text)
        && [NumberStyle::Point, NumberStyle::Comma]
            .into_iter()
            .any(|style| parse_number(text, style).is_some() || parse_amount(text, style).is_some())
}

fn is_link(text: &str) -> bool {
    let start = text.trim_start();
    start.contains("://")
        || start.starts_with("www.")
        || start.contains("linkedin.com/")
        || start.starts_with('/')
}

fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
