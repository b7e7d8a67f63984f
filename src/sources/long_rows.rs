//! Rows that reach beyond the columns: what stands there belongs to no column and is used by nobody.

use crate::facts::Notice;
use crate::intake::Record;

/// How many rows of a table reach beyond its columns, and where the first stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct LongRows {
    columns: usize,
    count: u64,
    line: u64,
}

impl LongRows {
    /// For a table of so many columns.
    pub(super) fn beyond(columns: usize) -> LongRows {
        LongRows { columns, count: 0, line: 0 }
    }

    /// Looks at a row. Delimiters without anything behind them are no cells.
    pub(super) fn see(&mut self, record: &Record) {
        let is_long = (self.columns..record.width()).any(|column| !record.text(column).is_empty());
        if is_long {
            self.count += 1;
            if self.count == 1 {
                self.line = record.line();
            }
        }
    }

    /// What its owner should know, where there is such a row.
    pub(super) fn notice(&self) -> Option<Notice> {
        let args = [("count", self.count), ("line", self.line)];
        let args = args.map(|(name, number)| (name.to_owned(), number.to_string())).to_vec();
        (self.count > 0).then(|| Notice { code: "long_rows".to_owned(), args })
    }
}
