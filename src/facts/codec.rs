//! Facts as bytes: for the way between workers, for storage and for backups.
//!
//! Tables and fields go by name, so a later version may add fields in any place. Integers are written as
//! zigzag varints of the difference to the one before, which leaves deflate little to do.

use thiserror::Error;

use super::objects::from_json;
use super::table::{MISSING, number_to_cell};
use super::{Day, Facts, FieldType, FileFacts, Names, Sym, Table, TableId};

/// Bytes that are not ours, or are cut off.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodecError {
    /// The bytes end too early.
    #[error("the data ends too early, at byte {at}")]
    Short {
        /// Where.
        at: usize,
    },
    /// A part that makes no sense.
    #[error("the data is damaged at byte {at}: {what}")]
    Damaged {
        /// Where.
        at: usize,
        /// What was expected there.
        what: &'static str,
    },
}

/// Writes the parts of facts.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// The bytes written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// A count or another number ≥ 0.
    pub fn unsigned(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// Any integer.
    pub fn signed(&mut self, value: i64) {
        self.unsigned(((value << 1) ^ (value >> 63)).cast_unsigned());
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.unsigned(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// All facts: names, tables, data ends.
    pub fn facts(&mut self, facts: &Facts) {
        self.names(&facts.names);
        let filled: Vec<TableId> =
            TableId::ALL.into_iter().filter(|id| !facts.table(*id).is_empty()).collect();
        self.unsigned(filled.len() as u64);
        for id in filled {
            self.table(facts.table(id));
        }
        let ends: Vec<(TableId, Sym, Day)> = facts.data_ends().collect();
        self.unsigned(ends.len() as u64);
        for (table, seller, end) in ends {
            self.text(table.name());
            self.unsigned(u64::from(seller.0));
            self.signed(i64::from(end.0));
        }
    }

    /// Every text but the blank one, in order of their numbers.
    pub fn names(&mut self, names: &Names) {
        self.unsigned(names.len() as u64 - 1);
        for text in names.iter().skip(1) {
            self.text(text);
        }
    }

    /// One table.
    pub fn table(&mut self, table: &Table) {
        self.text(table.id.name());
        self.unsigned(table.len() as u64);
        let fields = table.schema().fields;
        self.unsigned(fields.len() as u64);
        for (column, field) in fields.iter().enumerate() {
            self.text(field.name);
            self.column(table.column(column), field.kind == FieldType::Number);
        }
        self.numbers((0..table.len()).map(|row| table.file(row)));
        self.numbers((0..table.len()).map(|row| table.line(row)));
    }

    /// A file's account (as JSON) and facts.
    pub fn file(&mut self, file: &FileFacts) {
        // A summary holds strings and numbers only, which JSON cannot refuse.
        self.text(&serde_json::to_string(&file.summary).unwrap_or_default());
        self.facts(&file.facts);
    }

    /// A sequence of small numbers, as differences.
    pub fn numbers(&mut self, numbers: impl Iterator<Item = u32>) {
        let mut before = 0i64;
        for number in numbers {
            self.signed(i64::from(number) - before);
            before = i64::from(number);
        }
    }

    /// A column: a mark for "all missing" (0), integers (1), whole numbers (2) or raw bits (3).
    fn column(&mut self, cells: &[i64], is_number: bool) {
        if cells.iter().all(|cell| *cell == MISSING) {
            return self.unsigned(0);
        }
        if !is_number {
            self.unsigned(1);
            return self.integers(cells.iter().map(|cell| Some(*cell).filter(|cell| *cell != MISSING)));
        }
        let whole: Option<Vec<Option<i64>>> = cells
            .iter()
            .map(|cell| {
                if *cell == MISSING {
                    return Some(None);
                }
                let number = f64::from_bits(cell.cast_unsigned());
                (number.fract() == 0.0 && number.abs() < 9.0e15).then_some(Some(number as i64))
            })
            .collect();
        match whole {
            Some(whole) => {
                self.unsigned(2);
                self.integers(whole.into_iter());
            }
            None => {
                self.unsigned(3);
                for cell in cells {
                    self.bytes.extend_from_slice(&cell.to_le_bytes());
                }
            }
        }
    }

    /// Integers as differences, shifted by one so that 0 can say "missing".
    fn integers(&mut self, cells: impl Iterator<Item = Option<i64>>) {
        let mut before = 0i64;
        for cell in cells {
            match cell {
                None => self.unsigned(0),
                Some(value) => {
                    let difference = value.wrapping_sub(before);
                    let zigzag = ((difference << 1) ^ (difference >> 63)).cast_unsigned();
                    // A difference of i64::MIN would not fit beside "missing"; no real cell is that far away.
                    self.unsigned(zigzag.saturating_add(1));
                    before = value;
                }
            }
        }
    }
}

/// Reads the parts of facts; never panics, whatever the bytes are.
#[derive(Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { bytes, at: 0 }
    }

    fn damaged<T>(&self, what: &'static str) -> Result<T, CodecError> {
        Err(CodecError::Damaged { at: self.at, what })
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], CodecError> {
        let end = self.at.checked_add(count).ok_or(CodecError::Short { at: self.at })?;
        let part = self.bytes.get(self.at..end).ok_or(CodecError::Short { at: self.at })?;
        self.at = end;
        Ok(part)
    }

    /// A count or another number ≥ 0.
    pub fn unsigned(&mut self) -> Result<u64, CodecError> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.take(1)?.first().ok_or(CodecError::Short { at: self.at })?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        self.damaged("a number")
    }

    /// Any integer.
    pub fn signed(&mut self) -> Result<i64, CodecError> {
        let zigzag = self.unsigned()?;
        Ok((zigzag >> 1).cast_signed() ^ -((zigzag & 1).cast_signed()))
    }

    /// A count of things that take at least a byte each, so that a lie cannot ask for memory.
    pub fn count(&mut self) -> Result<usize, CodecError> {
        let count = usize::try_from(self.unsigned()?).unwrap_or(usize::MAX);
        if count > self.bytes.len() { self.damaged("a count") } else { Ok(count) }
    }

    /// A text.
    pub fn text(&mut self) -> Result<&'a str, CodecError> {
        let length = self.count()?;
        let bytes = self.take(length)?;
        std::str::from_utf8(bytes).or_else(|_| self.damaged("a text"))
    }

    /// All facts.
    pub fn facts(&mut self) -> Result<Facts, CodecError> {
        let mut facts = Facts { names: self.names()?, ..Facts::default() };
        for _ in 0..self.count()? {
            if let Some(table) = self.table(facts.names.len())? {
                facts.set_table(std::sync::Arc::new(table));
            }
        }
        for _ in 0..self.count()? {
            let table = TableId::by_name(self.text()?);
            let seller = self.unsigned()?;
            let end = self.signed()?;
            if let (Some(table), Ok(seller), Ok(end)) = (table, u32::try_from(seller), i32::try_from(end)) {
                facts.extend_data_end(table, Sym(seller), Day(end));
            }
        }
        Ok(facts)
    }

    /// Every text.
    pub fn names(&mut self) -> Result<Names, CodecError> {
        let mut names = Names::default();
        for number in 1..=self.count()? {
            let sym = names.intern(self.text()?);
            if sym.0 as usize != number {
                return self.damaged("a text that is new");
            }
        }
        Ok(names)
    }

    /// One table; `None` for a table that this version does not know.
    pub fn table(&mut self, name_count: usize) -> Result<Option<Table>, CodecError> {
        let id = TableId::by_name(self.text()?);
        let rows = self.count()?;
        let mut columns: Vec<Vec<i64>> =
            id.map_or_else(Vec::new, |id| vec![Vec::new(); id.schema().fields.len()]);
        for _ in 0..self.count()? {
            let name = self.text()?;
            let position = id.and_then(|id| id.schema().column(name));
            let cells = self.column(rows)?;
            let Some((position, id)) = position.zip(id) else { continue };
            let is_text = id.schema().fields.get(position).is_some_and(|field| field.kind == FieldType::Text);
            let outside =
                |cell: &i64| *cell != MISSING && !usize::try_from(*cell).is_ok_and(|n| n < name_count);
            if is_text && cells.iter().any(outside) {
                return self.damaged("a text's number");
            }
            if let Some(column) = columns.get_mut(position) {
                *column = cells;
            }
        }
        for column in columns.iter_mut().filter(|column| column.is_empty()) {
            *column = vec![MISSING; rows];
        }
        let files = self.numbers(rows)?;
        let lines = self.numbers(rows)?;
        match id {
            None => Ok(None),
            Some(id) => match Table::from_columns(id, columns, files, lines) {
                Some(table) => Ok(Some(table)),
                None => self.damaged("columns of one length"),
            },
        }
    }

    /// A file's account and facts.
    pub fn file(&mut self) -> Result<FileFacts, CodecError> {
        let Ok(summary) = from_json(self.text()?) else { return self.damaged("a file's account") };
        Ok(FileFacts { summary, facts: self.facts()? })
    }

    /// A sequence of small numbers.
    pub fn numbers(&mut self, count: usize) -> Result<Vec<u32>, CodecError> {
        let mut before = 0i64;
        (0..count)
            .map(|_| {
                before = before.wrapping_add(self.signed()?);
                u32::try_from(before).or_else(|_| self.damaged("a small number"))
            })
            .collect()
    }

    fn column(&mut self, rows: usize) -> Result<Vec<i64>, CodecError> {
        match self.unsigned()? {
            0 => Ok(vec![MISSING; rows]),
            1 => self
                .integers(rows)
                .map(|cells| cells.into_iter().map(|cell| cell.unwrap_or(MISSING)).collect()),
            2 => self.integers(rows).map(|cells| {
                cells
                    .into_iter()
                    .map(|cell| cell.map_or(MISSING, |number| number_to_cell(number as f64)))
                    .collect()
            }),
            3 => (0..rows)
                .map(|_| {
                    let bytes =
                        <[u8; 8]>::try_from(self.take(8)?).or_else(|_| self.damaged("eight bytes"))?;
                    Ok(i64::from_le_bytes(bytes))
                })
                .collect(),
            _ => self.damaged("a kind of column"),
        }
    }

    fn integers(&mut self, rows: usize) -> Result<Vec<Option<i64>>, CodecError> {
        let mut before = 0i64;
        (0..rows)
            .map(|_| {
                let Some(zigzag) = self.unsigned()?.checked_sub(1) else { return Ok(None) };
                before = before.wrapping_add((zigzag >> 1).cast_signed() ^ -((zigzag & 1).cast_signed()));
                Ok(Some(before))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts_of(cells: &[(Option<i64>, Option<f64>, Option<String>)]) -> Facts {
        let mut facts = Facts::default();
        for (line, (date, total, seller)) in cells.iter().enumerate() {
            let seller = seller.as_deref().map_or(MISSING, |name| facts.text_cell(name));
            let row = [seller, date.unwrap_or(MISSING), total.map_or(MISSING, number_to_cell)];
            facts.add(TableId::Ssi, &row, 3, line as u32 + 2);
        }
        facts.extend_data_end(TableId::Ssi, Sym(1), Day(20_000));
        facts
    }

    proptest! {
        #[test]
        fn facts_survive_the_way(cells in proptest::collection::vec(
            (proptest::option::of(-1i64<<40..1<<40), proptest::option::of(any::<f64>()), proptest::option::of("\\PC{1,8}")), 0..40)) {
            let facts = facts_of(&cells);
            let mut writer = Writer::default();
            writer.facts(&facts);
            let bytes = writer.into_bytes();
            let back = Reader::new(&bytes).facts().unwrap();
            prop_assert_eq!(back.table(TableId::Ssi), facts.table(TableId::Ssi));
            prop_assert!(back.names.iter().eq(facts.names.iter()));
            prop_assert_eq!(back.latest_data_end(), facts.latest_data_end());
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_but_never_panic(
            seed in proptest::collection::vec(any::<u8>(), 0..200), cut in 0usize..400, flip in 0usize..400, bit in 0u8..8) {
            let _ = Reader::new(&seed).facts();
            let _ = Reader::new(&seed).file();
            let mut writer = Writer::default();
            writer.facts(&facts_of(&[(Some(4), Some(1.5), Some("Ada".into())), (None, Some(2.0), None)]));
            let mut bytes = writer.into_bytes();
            let length = bytes.len();
            if let Some(byte) = bytes.get_mut(flip % length) { *byte ^= 1 << bit; }
            let _ = Reader::new(&bytes).facts();
            let _ = Reader::new(&bytes[..cut % length]).facts();
        }
    }
}
