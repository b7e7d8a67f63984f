//! The row of names, and one name per column.

use std::collections::{BTreeMap, BTreeSet};

use super::TableSource;
use crate::intake::{IntakeError, Record, Rows, Sample, header, limits, normalise, peek, skip_through};
use crate::sources::Mapping;

/// The columns of a table by the names that a mapping calls them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Line of the header; `None` when there is none.
    pub line: Option<u64>,
    /// One name per column: as in the header; its number from 1 where that is blank or there is no
    /// header; with its count behind it, `Name (2)`, where the name stood before.
    pub names: Vec<String>,
}

impl Heading {
    fn numbered(columns: usize) -> Heading {
        Heading { line: None, names: (1..=columns).map(|number| number.to_string()).collect() }
    }

    fn of(record: &Record, width: usize) -> Heading {
        let width = width.min(record.width());
        let mut names: Vec<String> = Vec::with_capacity(width);
        let mut taken: BTreeSet<String> = BTreeSet::new();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for column in 0..width {
            let text = record.text(column);
            let name = if text.is_empty() { (column + 1).to_string() } else { text.into_owned() };
            let mut unique = name.clone();
            let count = counts.entry(name.clone()).or_insert(1);
            while !taken.insert(unique.clone()) {
                *count += 1;
                unique = format!("{name} ({count})");
            }
            names.push(unique);
        }
        Heading { line: Some(record.line()), names }
    }

    /// The column of a name, from 0: spelled the same, else the same when normalised.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name).or_else(|| {
            let wanted = normalise(name);
            self.names.iter().position(|known| normalise(known) == wanted)
        })
    }

    /// Reads past the header.
    ///
    /// # Errors
    /// Anything wrong with the file.
    pub fn skip(&self, rows: &mut dyn Rows) -> Result<(), IntakeError> {
        if let Some(line) = self.line {
            skip_through(rows, line)?;
        }
        Ok(())
    }

    /// Stands for the shape of the table: the number of columns and a digest of their normalised names.
    pub fn shape(&self) -> String {
        if self.line.is_none() {
            return format!("{}-no-header", self.names.len());
        }
        // FNV-1a, 64 bit: the same on every machine and in every version.
        let mut digest: u64 = 0xcbf2_9ce4_8422_2325;
        for name in &self.names {
            for byte in normalise(name).bytes().chain([0x1f]) {
                digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{}-{digest:016x}", self.names.len())
    }
}

/// Finds the names: the row that holds every column of the mapping, else the row that looks like a
/// header, else none.
///
/// # Errors
/// Anything wrong with the first rows of the file.
pub fn heading(table: &mut dyn TableSource, mapping: Option<&Mapping>) -> Result<Heading, IntakeError> {
    let sample = {
        let mut rows = table.rows()?;
        peek(rows.as_mut(), limits::HEADER_ROWS)?
    };
    // A spreadsheet leaves blank columns at the end of a table that it saves: they are no columns.
    let filled = |record: &Record| (0..record.width()).rev().find(|column| !record.text(*column).is_empty());
    let width = sample.records.iter().filter_map(filled).max().map_or(0, |last| last + 1);
    let numbered = || Heading::numbered(width);
    let said = mapping.and_then(|mapping| mapping.header);
    if said == Some(false) {
        return Ok(numbered());
    }
    let wanted: Vec<&String> = mapping.map(|mapping| mapping.columns.keys().collect()).unwrap_or_default();
    if !wanted.is_empty() {
        let mut rows = sample.records.iter().map(|record| Heading::of(record, width));
        if let Some(found) = rows.find(|row| wanted.iter().all(|name| row.column(name).is_some())) {
            return Ok(found);
        }
        if said.is_none() && wanted.iter().all(|name| name.parse::<usize>().is_ok()) {
            return Ok(numbered());
        }
    }
    let found = header::guess(&sample).and_then(|found| at_line(&sample, found.line));
    let found = found.or_else(|| sample.records.first().filter(|_| said == Some(true)));
    Ok(found.map_or_else(numbered, |record| Heading::of(record, width)))
}

fn at_line(sample: &Sample, line: u64) -> Option<&Record> {
    sample.records.iter().find(|record| record.line() == line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Text;

    fn find(text: &str, mapping: &Mapping) -> Heading {
        heading(&mut Text::from_text("t.csv", text.to_owned()).unwrap(), Some(mapping)).unwrap()
    }

    fn mapping(columns: &[&str], header: Option<bool>) -> Mapping {
        let columns = columns.iter().map(|name| ((*name).to_owned(), "x".to_owned())).collect();
        Mapping { columns, header, ..Mapping::default() }
    }

    #[test]
    fn names_are_one_per_column() {
        let found = find("Id,,Post,Post\n1,2,3,4\n", &mapping(&[], Some(true)));
        assert_eq!(found.names, ["Id", "2", "Post", "Post (2)"]);
        assert_eq!((found.line, found.column("post (2)")), (Some(1), Some(3)));
    }

    #[test]
    fn the_mapping_finds_its_header_below_a_preamble() {
        let found = find("Report,of,May\n1,2,3\nId,When,What\n7,8,9\n", &mapping(&["When", "id"], None));
        assert_eq!(found.line, Some(3));
    }

    #[test]
    fn numbers_name_the_columns_of_a_table_without_header() {
        let said = find("a,b\nc,d\n", &mapping(&["1"], Some(false)));
        assert_eq!((said.line, said.column("2")), (None, Some(1)));
        assert_eq!(find("1,5\n2,6\n", &mapping(&["1", "2"], None)).line, None);
    }

    #[test]
    fn a_shape_stands_for_the_names_alone() {
        let shape = |text: &str| find(text, &mapping(&[], None)).shape();
        assert_eq!(shape("Deal Id,Amount\n1,2\n"), shape("\u{feff}deal_id,AMOUNT\n8,9\n7,7\n"));
        assert_ne!(shape("Deal Id,Amount\n1,2\n"), shape("Deal,Id Amount\n1,2\n"));
        assert_eq!(shape("1,2\n"), "2-no-header");
    }
}
