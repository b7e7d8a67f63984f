//! What the values of a column look like: one pass over all rows.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{Hash, Hasher};

use crate::intake::{Cell, IntakeError, Record};
use crate::sources::mapped::{Heading, TableSource};
use crate::sources::values::{NumberStyle, is_missing, looks_like_date, parse_amount, parse_number};
use crate::sources::{ColumnView, ValueView};

/// Different values are counted up to here.
pub(super) const MOST_DISTINCT: usize = 1_000;
/// A column with more different values than this has no list of them.
const MOST_VALUES: usize = 60;
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
    /// Every value with its rows, while there are few.
    values: HashMap<String, u32>,
    has_many: bool,
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

    /// For the page. A column without a name and without a value is none that anybody would look for.
    pub(super) fn views(self) -> Vec<ColumnView> {
        let each = self.each.into_iter().enumerate();
        let told = each.filter(|(at, column)| column.filled > 0 || column.name != (at + 1).to_string());
        told.map(|(_, column)| column.view()).collect()
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
        self.count(text);
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

    fn count(&mut self, text: &str) {
        if self.has_many {
            return;
        }
        if let Some(rows) = self.values.get_mut(text) {
            *rows += 1;
        } else if self.values.len() < MOST_VALUES {
            self.values.insert(text.to_owned(), 1);
        } else {
            self.has_many = true;
            self.values = HashMap::new();
        }
    }

    /// Different values, counted up to [`MOST_DISTINCT`].
    pub(super) fn distinct(&self) -> u32 {
        u32::try_from(self.distinct.len()).unwrap_or(u32::MAX)
    }

    fn view(self) -> ColumnView {
        let distinct = self.distinct();
        let named = |(text, rows)| ValueView { text, rows, guesses: BTreeMap::new() };
        let mut values: Vec<ValueView> = self.values.into_iter().map(named).collect();
        values.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.text.cmp(&b.text)));
        ColumnView {
            name: self.name,
            first_values: self.first,
            filled: self.filled,
            distinct,
            dates: self.dates,
            numbers: self.numbers,
            values,
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
