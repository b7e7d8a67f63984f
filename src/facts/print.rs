//! A stored integer as a person reads it, in no language: dates as ISO, numbers in their shortest form.

use super::{Amount, FieldType, FileFacts, MISSING, Moment, Names, Repeat, Sym, TableSchema};

/// A stored integer as text; blank for missing.
pub fn print_cell(kind: FieldType, cell: i64, names: &Names) -> String {
    if cell == MISSING {
        return String::new();
    }
    match kind {
        FieldType::Text => names.text(Sym(u32::try_from(cell).unwrap_or(0))).to_owned(),
        FieldType::Moment => Moment::from_raw(cell).iso(),
        FieldType::Number => f64::from_bits(cell.cast_unsigned()).to_string(),
        FieldType::Amount => Amount(cell).print(2),
        FieldType::Flag => u8::from(cell != 0).to_string(),
    }
}

impl TableSchema {
    /// What stands for a thing of the table: the filled parts of its identity with a dot between.
    pub fn thing(&self, cell: impl Fn(usize) -> i64, names: &Names) -> String {
        let filled = |part: &[&str]| {
            let columns = part.iter().filter_map(|field| self.column(field));
            let mut printed = columns
                .filter_map(|column| Some(print_cell(self.fields.get(column)?.kind, cell(column), names)));
            printed.find(|text| !text.is_empty())
        };
        let parts: Vec<String> = self.identity.iter().filter_map(|part| filled(part)).collect();
        parts.join(" · ")
    }
}

impl Repeat {
    /// What stands for the thing that is said several times.
    pub fn thing(&self, file: &FileFacts) -> String {
        let said = self.statements.get(self.kept);
        let cell = |column: usize| said.and_then(|said| said.cells.get(column)).copied().unwrap_or(MISSING);
        self.table.schema().thing(cell, &file.facts.names)
    }
}
