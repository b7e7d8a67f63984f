//! Several tables in one text: reports write one below the other.
//!
//! A new table begins with a block of `#` lines and a row of names below it, in a text that itself begins with
//! such a block, or after a gap (a blank line or a lone title) with a row of names of another width and a row
//! of values below it. Both are strict on purpose: a list that is cut in two is worse than two reports taken
//! for one.

use super::delimited::TextRows;
use super::header::names_columns;
use super::table::{Cell, Record, Rows};

/// Where a table begins: a byte of the rows' text and its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) at: usize,
    pub(super) line: u64,
}

/// What was met of the table under way.
#[derive(Debug, Default)]
struct Seen {
    /// Filled cells of its row of names.
    width: usize,
    /// Whether values stand below the names.
    has_values: bool,
    /// Where it was left for blank lines and lone titles.
    left: Option<Cut>,
    /// Names that would begin a new table if values follow: where, and how many.
    names: Option<(Cut, usize)>,
}

/// Where the tables after the first begin. Rows that cannot be read are for their reader to report.
pub(super) fn cuts(rows: &TextRows<'_>) -> Vec<Cut> {
    let mut rows = rows.clone();
    let mut record = Record::default();
    let mut cuts = Vec::new();
    let mut seen = Seen::default();
    let mut is_commented = None;
    let mut block = None;
    loop {
        let (here, blank) = (Cut { at: rows.position(), line: rows.line() }, rows.tally().blank_rows);
        match rows.read(&mut record) {
            Ok(true) => {}
            Ok(false) => return cuts,
            Err(_) => return Vec::new(),
        }
        let is_comment = matches!(record.cell(0), Cell::Text(text) if text.starts_with('#'));
        let is_after_gap = rows.tally().blank_rows > blank;
        if *is_commented.get_or_insert(is_comment) {
            if is_comment {
                // In the middle of a list a line like that is a remark.
                block = block.or(Some(here).filter(|_| seen.has_values));
                continue;
            }
            cuts.extend(block.take().filter(|_| names_columns(&record)));
            seen.has_values = true;
        } else if let Some(cut) = seen.row(&record, here, is_after_gap) {
            cuts.push(cut);
        }
    }
}

impl Seen {
    /// Takes a row of a text without `#` lines; says where a new table began when this row proves it.
    fn row(&mut self, record: &Record, here: Cut, is_after_gap: bool) -> Option<Cut> {
        let filled = record.cells().filter(|(_, cell)| *cell != Cell::Missing).count();
        if let Some((cut, width)) = self.names.take()
            && !is_after_gap
            && (2..=width).contains(&filled)
            && !names_columns(record)
        {
            *self = Seen { width, has_values: true, ..Seen::default() };
            return Some(cut);
        }
        if self.has_values && (is_after_gap || filled == 1) {
            self.left.get_or_insert(here);
        }
        if filled < 2 {
            return None;
        }
        if self.width == 0 {
            self.width = filled;
            return None;
        }
        self.has_values = true;
        if let Some(cut) = self.left.take()
            && filled != self.width
            && names_columns(record)
        {
            self.names = Some((cut, filled));
            self.left = Some(cut);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::intake::{Rows, Text, peek};

    /// Names and first lines of the tables, and the first cell of each.
    fn tables(text: &str) -> Vec<(String, u64, String)> {
        let tables = Text::from_text("r.csv", text.to_owned()).unwrap().tables();
        tables
            .into_iter()
            .map(|table| {
                let sample = peek(&mut table.rows() as &mut dyn Rows, 1).unwrap();
                let first = sample.records.first().unwrap();
                (table.name().to_owned(), first.line(), first.text(0).into_owned())
            })
            .collect()
    }

    #[rstest]
    #[case::commented(
        "# ---\n# One\nPage,Sessions\n/a,1\n/b,2\n\n# ---\n# Two\nChannel,Sessions\nDirect,5\n",
        &[("r.csv", 1, "# ---"), ("r.csv#2", 7, "# ---")]
    )]
    #[case::titled(
        "Video overview,,,\nDate,Views,Minutes,Likes\n2026-01-01,5,6,7\n2026-01-02,5,6,7\nTop videos,,,\nTitle,Views,,\nOven,3,,\nOffer,2,,\n",
        &[("r.csv", 1, "Video overview"), ("r.csv#2", 5, "Top videos")]
    )]
    #[case::parted_by_a_blank_line(
        "Date,Views\n2026-01-01,5\n\nCountry,Views,Share\nSE,4,80\nNO,1,20\n",
        &[("r.csv", 1, "Date"), ("r.csv#2", 4, "Country")]
    )]
    #[case::three(
        "Date,Views\n2026-01-01,5\n\nCountry,Views,Share\nSE,4,80\n\nAge,Views\n18,2\n",
        &[("r.csv", 1, "Date"), ("r.csv#2", 4, "Country"), ("r.csv#3", 7, "Age")]
    )]
    fn several(#[case] text: &str, #[case] expected: &[(&str, u64, &str)]) {
        let expected: Vec<(String, u64, String)> = expected
            .iter()
            .map(|(name, line, cell)| ((*name).to_owned(), *line, (*cell).to_owned()))
            .collect();
        assert_eq!(tables(text), expected);
    }

    #[rstest]
    #[case::footer("Deal,Stage,Amount\nOven,Won,5\n\nDeals of May\nCopyright (c) 2000-2026\nConfidential\n")]
    #[case::groups_of_rows("Name,Town,Firm\nBo,Lund,Kvist\n\nIda,Malmö,Berg\nEva,Oslo,Granit\n")]
    #[case::ragged_rows("Name,Town,Firm\nBo,Lund,Kvist\n\nIda,Malmö\nEva,Oslo,\n")]
    #[case::preamble("Notes:\n\"One, two\"\n\nFirst,Last,Town\nBo,Ask,Lund\nIda,Vik,Oslo\n")]
    #[case::a_remark("# of May\nDeal,Stage,Amount\nOven,Won,5\n# checked so far\n7,2026-01-02,5\n")]
    #[case::hash_in_a_cell("Name,Tag\nBo,x\n#oven,y\n#offer,z\n")]
    #[case::open_quote("# a\nPage,Sessions\n/a,1\n# b\n\"open,2\n")]
    fn one(#[case] text: &str) {
        assert_eq!(tables(text).len(), 1);
    }
}
